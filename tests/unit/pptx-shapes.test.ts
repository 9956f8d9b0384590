import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipShape } from '../../src/formats/pptx/clip-shape';
import { edgesOf, type PathShape } from '../../src/formats/pptx/path-shape';
import { webAddress } from '../../src/formats/pptx/web-address';
import { LIGHT } from '../../src/paint/palette';
import type { FadeFill, PolygonShape, SceneNode, TextShape } from '../../src/scene/scene';
import { anyText } from '../support/any-text';
import { boxOf, namesOf, slideWith, textOfShape } from '../support/pptx-file';
import { elementsOf, type XmlElement } from '../support/xml-tree';

/** A px of these pages in EMU: half a point. */
const PX = 6350;

const text = (content: string, more: Partial<TextShape> = {}): TextShape => ({
  kind: 'text',
  text: content,
  lang: 'en',
  x: 10,
  y: 20,
  font: { family: 'ui', sizePx: 12, weight: 450 },
  ink: 'ink-1',
  align: 'start',
  ...more,
});

const TITLE = { family: 'text', sizePx: 44, weight: 600 } as const;

/** The shapes of a slide but for its title. */
async function shapesOf(...nodes: readonly SceneNode[]): Promise<readonly XmlElement[]> {
  const slide = await slideWith(...nodes);
  const all = [...elementsOf(slide, 'p:sp'), ...elementsOf(slide, 'p:cxnSp')];
  return all.filter((shape) => elementsOf(shape, 'p:ph').length === 0);
}

async function shapeOf(node: SceneNode): Promise<XmlElement> {
  const [shape] = await shapesOf(node);
  if (!shape) throw new Error('nothing was drawn');
  return shape;
}

const valuesOf = (root: XmlElement, name: string, attribute: string) =>
  elementsOf(root, name).map(({ attributes }) => attributes[attribute]);
const presetOf = (shape: XmlElement) => valuesOf(shape, 'a:prstGeom', 'prst')[0];
const px = (...values: readonly number[]) => values.map((value) => value * PX);

describe('shapes', () => {
  it('are rectangles, rounded ones and ellipses where they are such', async () => {
    const box = { x: 10, y: 20, width: 40, height: 8 };
    const rect = await shapeOf({ kind: 'rect', ...box, fill: 'dip' });
    expect(presetOf(rect)).toBe('rect');
    expect(Object.values(boxOf(rect))).toEqual(px(10, 20, 50, 28));
    const round = await shapeOf({ kind: 'rect', ...box, radius: 2, fill: 'dip' });
    expect([presetOf(round), ...valuesOf(round, 'a:gd', 'fmla')]).toEqual([
      'roundRect',
      'val 25000',
    ]);
    const circle = await shapeOf({ kind: 'circle', x: 50, y: 50, r: 6, fill: 'sec' });
    expect(presetOf(circle)).toBe('ellipse');
    expect(Object.values(boxOf(circle))).toEqual(px(44, 44, 56, 56));
    expect(valuesOf(circle, 'a:srgbClr', 'val')).toEqual([LIGHT.sec.slice(1)]);
  });

  it('are lines where they have two ends, and fall the way they are drawn', async () => {
    const stroke = { ink: 'ink-1', widthPx: 2 } as const;
    const line = (points: readonly number[]): PolygonShape => ({
      kind: 'polygon',
      points,
      closed: false,
      stroke,
    });
    for (const [points, flip] of [
      [[10, 20, 50, 60], undefined],
      [[50, 60, 10, 20], undefined],
      [[10, 60, 50, 20], '1'],
      [[50, 20, 10, 60], '1'],
    ] as const) {
      const shape = await shapeOf(line(points));
      expect([shape.name, presetOf(shape)]).toEqual(['p:cxnSp', 'line']);
      expect(valuesOf(shape, 'a:xfrm', 'flipV')).toEqual([flip]);
      expect(valuesOf(shape, 'a:ln', 'w')).toEqual([String(2 * PX)]);
    }
  });

  it('keep the corners of polygons and the controls of curves', async () => {
    const points = [10, 20, 30, 20, 20, 40];
    const triangle = await shapeOf({ kind: 'polygon', points, closed: true, fill: 'eco' });
    const path = (shape: XmlElement) =>
      elementsOf(shape, 'a:pt').map(({ attributes }) =>
        [attributes['x'], attributes['y']].map(Number),
      );
    expect(path(triangle)).toEqual([px(0, 0), px(20, 0), px(10, 20)]);
    expect(elementsOf(triangle, 'a:close')).toHaveLength(1);
    const stroke = { ink: 'ink-1', widthPx: 1 } as const;
    const curve = await shapeOf({ kind: 'curve', points: [0, 10, 5, 0, 15, 0, 20, 10], stroke });
    expect(elementsOf(curve, 'a:cubicBezTo')).toHaveLength(1);
    expect(path(curve)).toEqual([px(0, 10), px(5, 0), px(15, 0), px(20, 10)]);
    expect(valuesOf(curve, 'a:path', 'fill')).toEqual(['none']);
  });

  it('have dashes in parts of the line, with round ends counted in', async () => {
    const dashes = async (dash: readonly number[], cap: 'butt' | 'round') => {
      const stroke = { ink: 'ink-1', widthPx: 2, dash, cap } as const;
      const shape = await shapeOf({
        kind: 'polygon',
        points: [0, 0, 50, 0],
        closed: false,
        stroke,
      });
      const lengths = elementsOf(shape, 'a:ds').map(({ attributes }) => [
        attributes['d'],
        attributes['sp'],
      ]);
      return [...valuesOf(shape, 'a:ln', 'cap'), ...lengths.flat()];
    };
    expect(await dashes([6, 4], 'butt')).toEqual(['flat', '300000', '200000']);
    expect(await dashes([0, 5], 'round')).toEqual(['rnd', '100000', '150000']);
    expect(await dashes([3], 'butt')).toEqual(['flat', '150000', '150000']);
  });

  it('are seen through by the opacity of all groups above them', async () => {
    const rect = {
      kind: 'rect',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      fill: 'dip',
      opacity: 0.5,
    } as const;
    const inner = {
      kind: 'group',
      label: 'inner',
      opacity: 0.5,
      nodes: [rect, text('a')],
    } as const;
    const faded = { kind: 'group', opacity: 0.4, nodes: [inner] } as const;
    const [shape, written] = await shapesOf(faded, text('b', { font: TITLE }));
    expect(shape && valuesOf(shape, 'a:alpha', 'val')).toEqual(['10000']);
    expect(written && valuesOf(written, 'a:alpha', 'val')).toEqual(['20000']);
  });

  it('stand in named groups, and without a frame where the scene only clips', async () => {
    const dot = { kind: 'circle', x: 5, y: 5, r: 5, fill: 'dip' } as const;
    const clip = { x: 0, y: 0, width: 50, height: 50 };
    const slide = await slideWith({
      kind: 'group',
      label: 'lane dip',
      nodes: [
        { kind: 'group', eventId: 'e-1', label: 'A summit, 3 May', nodes: [dot, text('A summit')] },
        { kind: 'group', clip, nodes: [dot] },
        { kind: 'group', label: 'empty', nodes: [] },
      ],
    });
    const groups = elementsOf(slide, 'p:grpSp').map((group) => namesOf(group).name);
    expect(groups).toEqual(['lane dip', 'A summit, 3 May']);
    expect(elementsOf(slide, 'p:sp').map((shape) => namesOf(shape).name)).toEqual([
      'A page',
      '● A summit, 3 May',
      'A summit',
      '● lane dip',
    ]);
  });
});

describe('fades', () => {
  const fade = (...stops: readonly (readonly [number, number])[]): FadeFill => ({
    x0: 0,
    x1: 100,
    stops: stops.map(([offset, opacity]) => ({ offset, ink: 'eco', opacity })),
  });
  const bar = (fill: FadeFill, x = 0, width = 100): SceneNode => ({
    kind: 'rect',
    x,
    y: 10,
    width,
    height: 8,
    fill,
  });
  const stopsOf = (shape: XmlElement) =>
    elementsOf(shape, 'a:gs').map((stop) => [
      Number(stop.attributes['pos']) / 1000,
      Number(valuesOf(stop, 'a:alpha', 'val')[0] ?? 100_000) / 1000,
    ]);

  it('with two soft ends are three pieces that every program draws alike', async () => {
    const shapes = await shapesOf(bar(fade([0, 0], [0.2, 1], [0.8, 1], [1, 0])));
    const soft = [
      [0, 0],
      [100, 100],
    ];
    expect(shapes.map(stopsOf)).toEqual([soft, [], soft]);
    expect(shapes[1] && valuesOf(shapes[1], 'a:srgbClr', 'val')).toEqual([LIGHT.eco.slice(1)]);
    // The last one runs from right to left.
    expect(shapes.map((shape) => valuesOf(shape, 'a:lin', 'ang')[0])).toEqual([
      '0',
      undefined,
      '10800000',
    ]);
    const boxes = shapes.map(boxOf).map(({ x, right }) => [x / PX, right / PX]);
    expect(boxes).toEqual([
      [0, 20],
      [19.5, 80.5],
      [80, 100],
    ]);
  });

  it('leave out stops at which they do not bend', async () => {
    const stops = Array.from({ length: 21 }, (_, i) => [i / 20, Math.min(1, i / 10)] as const);
    const shapes = await shapesOf(bar(fade(...stops)));
    expect(shapes.map(boxOf).map(({ x, right }) => [x / PX, right / PX])).toEqual([
      [0, 50],
      [49.5, 100],
    ]);
  });

  it('begin on a shape with the colour that they have there', async () => {
    const [shape] = await shapesOf(bar(fade([0, 0], [1, 1]), 25, 50));
    expect(shape && stopsOf(shape)).toEqual([
      [0, 25],
      [100, 75],
    ]);
  });

  it('may have several stops at one place', async () => {
    const shapes = await shapesOf(bar(fade([0, 0.2], [0.5, 0.2], [0.5, 1], [1, 1], [1, 0])));
    expect(shapes.length).toBeGreaterThan(0);
    expect(shapes.flatMap(stopsOf).every(([at = -1]) => at >= 0 && at <= 100)).toBe(true);
  });

  it('of many stops stay one gradient', async () => {
    const stops = Array.from({ length: 12 }, (_, i) => [i / 11, i % 2] as const);
    const shapes = await shapesOf(bar(fade(...stops)));
    expect(shapes).toHaveLength(1);
    expect(shapes[0] && stopsOf(shapes[0])).toHaveLength(12);
  });
});

describe('what a clip leaves of a shape', () => {
  const clip = { x: 10, y: 10, width: 30, height: 20 };
  const number = fc.integer({ min: -30, max: 80 });
  const length = fc.integer({ min: 0, max: 60 });
  const style = { fill: 'dip', stroke: { ink: 'ink-1', widthPx: 1 } } as const;
  const shapes: fc.Arbitrary<PathShape> = fc.oneof(
    fc
      .record({ x: number, y: number, width: length, height: length, radius: fc.nat(9) })
      .map((box): PathShape => ({ kind: 'rect', ...box, ...style })),
    fc
      .record({ x: number, y: number, r: length })
      .map((round): PathShape => ({ kind: 'circle', ...round, ...style })),
    fc
      .tuple(fc.array(number, { minLength: 2, maxLength: 12 }), fc.boolean())
      .map(([points, closed]): PathShape => ({ kind: 'polygon', points, closed, ...style })),
    fc
      .tuple(number, number, number, number, number, number, number, number)
      .map((points): PathShape => ({ kind: 'curve', points, stroke: style.stroke })),
  );

  it('lies within the clip, and is the shape itself where that does', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { x0, y0, x1, y1 } = edgesOf(shape);
        const pieces = clipShape(shape, clip);
        if (x0 >= 10 && y0 >= 10 && x1 <= 40 && y1 <= 30) expect(pieces).toEqual([shape]);
        for (const piece of pieces) {
          const edges = edgesOf(piece);
          expect(edges.x0).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(edges.y0).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(edges.x1).toBeLessThanOrEqual(40 + 1e-9);
          expect(edges.y1).toBeLessThanOrEqual(30 + 1e-9);
        }
      }),
    );
  });

  it('covers as much as lay in the clip', () => {
    const half = clipShape({ kind: 'circle', x: 10, y: 20, r: 8, fill: 'dip' }, clip)[0];
    expect(half && edgesOf(half)).toEqual({ x0: 10, y0: 12, x1: 18, y1: 28 });
    const cut = { kind: 'rect', x: 0, y: 12, width: 90, height: 4, fill: 'dip' } as const;
    expect(clipShape(cut, clip)).toEqual([{ ...cut, x: 10, width: 30 }]);
    const stroke = { ink: 'ink-1', widthPx: 1 } as const;
    const zigzag = {
      kind: 'polygon',
      points: [0, 20, 50, 20, 50, 25, 0, 25],
      closed: false,
      stroke,
    } as const;
    expect(clipShape(zigzag, clip).map((piece) => edgesOf(piece))).toEqual([
      { x0: 10, y0: 20, x1: 40, y1: 20 },
      { x0: 10, y0: 25, x1: 40, y1: 25 },
    ]);
  });

  it('leaves texts whole that begin in it', async () => {
    const nodes = [text('inside', { x: 39, y: 20 }), text('outside', { x: 45, y: 20 })];
    const written = await shapesOf(text('title', { font: TITLE }), {
      kind: 'group',
      clip,
      nodes,
    });
    expect(written.map(textOfShape)).toEqual(['inside']);
  });
});

describe('texts', () => {
  const title = text('A title', { font: TITLE });
  const name = { family: 'ui', sizePx: 14, weight: 600 } as const;
  const small = { family: 'ui', sizePx: 10, weight: 400 } as const;
  const date = { family: 'ui', sizePx: 11.5, weight: 400 } as const;
  const event = (...nodes: readonly SceneNode[]): SceneNode => ({
    kind: 'group',
    eventId: 'e-1',
    label: 'An event',
    nodes,
  });

  it('of one name are one box: its lines, its source and its date', async () => {
    const lines = [
      text('Possible three-way', { font: name, y: 30 }),
      text('summit at Vilnius', { font: name, y: 47 }),
      text('3', { font: small, x: 120, y: 42.5, role: 'source-number' }),
      text('possible, June', { font: date, x: 130, y: 47 }),
    ];
    const shapes = await shapesOf(title, event(...lines));
    expect(shapes.map(textOfShape)).toEqual([
      'Possible three-way\nsummit at Vilnius3  possible, June',
    ]);
    const [shape] = shapes;
    expect(shape && valuesOf(shape, 'a:rPr', 'baseline')).toContain('30000');
    expect(shape && valuesOf(shape, 'a:spcPts', 'val')).toEqual(['850']);
    expect(shape && valuesOf(shape, 'a:bodyPr', 'wrap')).toEqual(['none']);
  });

  it('that end at a mark keep their right edge where the date ends', async () => {
    const lines = [
      text('Phnom Penh statement', { font: name, x: 150, y: 30, align: 'end' }),
      text('pledges warning', { font: name, x: 110, y: 47, align: 'end' }),
      text('6', { font: small, x: 112, y: 42.5, role: 'source-number' }),
      text('13 Nov', { font: date, x: 118, y: 47 }),
    ];
    const shapes = await shapesOf(title, event(...lines));
    expect(shapes.map(textOfShape)).toEqual(['Phnom Penh statement\npledges warning6  13 Nov']);
    const [shape] = shapes;
    expect(shape && valuesOf(shape, 'a:pPr', 'algn')).toEqual(['r']);
    const { right = 0 } = shape ? boxOf(shape) : {};
    expect(Math.abs(right / PX - 155)).toBeLessThan(6);
  });

  it('of other sizes, columns or paragraphs stay apart', async () => {
    const shapes = await shapesOf(
      title,
      text('12', { x: 20, y: 60, align: 'end' }),
      text('Ministry of Defence,', { x: 26, y: 60 }),
      text('1 June 2023', { x: 26, y: 75 }),
      text('13', { x: 20, y: 90, align: 'end' }),
      text('Rappler', { x: 26, y: 90 }),
      text('A new paragraph', { x: 26, y: 130 }),
      text('In grey', { x: 26, y: 145, ink: 'ink-3' }),
    );
    expect(shapes.map(textOfShape)).toEqual([
      '12',
      'Ministry of Defence,\n1 June 2023',
      '13',
      'Rappler',
      'A new paragraph',
      'In grey',
    ]);
  });

  it('keep number and date behind a name that runs from right to left', async () => {
    const lines = [
      text('قمة', { font: name, lang: 'ar' }),
      text('3', { font: small, x: 40, y: 16, role: 'source-number' }),
      text('12 June', { font: date, x: 50, y: 20 }),
    ];
    const [shape] = await shapesOf(title, event(...lines));
    const runs = shape ? elementsOf(shape, 'a:t').map((run) => run.text) : [];
    expect(runs).toEqual(['قمة', '\u200e3', '\u200e  12 June']);
  });

  it('say their language, fonts, size and weight', async () => {
    const [shape] = await shapesOf(
      title,
      text('日米首脳会談', { lang: 'ja', font: { family: 'ui', sizePx: 13.5, weight: 600 } }),
    );
    const [run] = shape ? elementsOf(shape, 'a:rPr') : [];
    expect(run?.attributes).toMatchObject({ lang: 'ja-JP', sz: '675', b: '1' });
    expect(run && valuesOf(run, 'a:latin', 'typeface')).toEqual(['Inter']);
    expect(run && valuesOf(run, 'a:ea', 'typeface')).toEqual(['Noto Sans JP']);
    const [plain] = await shapesOf(title, text('a', { lang: 'not a language' }));
    const [plainRun] = plain ? elementsOf(plain, 'a:rPr') : [];
    expect(plainRun?.attributes['lang']).toBeUndefined();
    expect(plainRun?.attributes['b']).toBe('0');
  });

  it('stand on the line where the scene puts them, in any font', async () => {
    for (const family of ['ui', 'text'] as const) {
      const font = { family, sizePx: 20, weight: 400 } as const;
      const [shape] = await shapesOf(title, text('a', { font, y: 60 }));
      const top = (shape ? boxOf(shape).y : 0) / PX;
      // PowerPoint and LibreOffice set the baseline between 0.9 and 1.0 of the size below the top of such a line.
      expect(60 - top).toBeGreaterThan(0.93 * 20);
      expect(60 - top).toBeLessThan(20);
    }
  });

  const linksOf = (slide: XmlElement) => {
    const linked = (element: XmlElement) => elementsOf(element, 'a:hlinkClick').length > 0;
    const boxes = elementsOf(slide, 'p:cNvPr').filter(linked);
    const runs = elementsOf(slide, 'a:r').filter(linked);
    return {
      boxes: boxes.map(({ attributes }) => attributes['name']),
      runs: runs.map((run) => elementsOf(run, 'a:t')[0]?.text),
    };
  };
  const href = 'https://example.org/readout';

  it('are links where they have an address of the web', async () => {
    const slide = await slideWith(
      title,
      text('1', { y: 40, href: 'https://example.org/a b' }),
      text('2', { y: 70, href: 'javascript:alert(1)' }),
    );
    expect(linksOf(slide)).toEqual({ boxes: ['1'], runs: [] });
  });

  it('are links in part where only a part leads somewhere', async () => {
    const number = text('3', { font: small, x: 60, y: 16, role: 'source-number', href });
    const slide = await slideWith(title, event(text('A summit', { font: name }), number));
    expect(linksOf(slide)).toEqual({ boxes: [], runs: ['3'] });
  });

  it('have no underlined numbers where the slide lists their source', async () => {
    const number = text('3', { font: small, x: 60, y: 16, role: 'source-number', href });
    const lines = [
      text('The White House,', { x: 26, y: 60, href }),
      text('18 May 2023', { x: 26, y: 75, href }),
    ];
    const slide = await slideWith(title, event(text('A summit', { font: name }), number), ...lines);
    expect(linksOf(slide)).toEqual({ boxes: ['The White House, 18 May 2023'], runs: [] });
    expect(elementsOf(slide, 'a:br')).toHaveLength(1);
  });

  it('that follow each other on a line are one box, unless the second has lines of its own', async () => {
    const bold = { family: 'ui', sizePx: 12, weight: 600 } as const;
    const shapes = await shapesOf(
      title,
      text('May 2023', { font: bold }),
      text('25 events', { x: 75, font: bold, ink: 'ink-2' }),
      text('Far away', { x: 180 }),
      text('Entente', { font: bold, y: 60 }),
      text('Dataset japan-us,', { x: 66, y: 60 }),
      text('as it stood', { x: 66, y: 75 }),
    );
    expect(shapes.map(textOfShape)).toEqual([
      'May 2023  25 events',
      'Far away',
      'Entente',
      'Dataset japan-us,\nas it stood',
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=c&d=e#f', 'https://example.org/a?b=c&d=e#f'],
    ['http://例え.jp/日本', 'http://xn--r8jz45g.jp/%E6%97%A5%E6%9C%AC'],
    ['https://example.org/a b|c{d}#x#y', 'https://example.org/a%20b%7Cc%7Bd%7D#x%23y'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['mailto:a@example.org', undefined],
    ['https://user:secret@example.org/', undefined],
    ['no address', undefined],
    [undefined, undefined],
  ])('%s is referred to as %s', (given, wanted) => {
    expect(webAddress(given)).toBe(wanted);
  });

  it('that is longer than programs bear is left out', () => {
    expect(webAddress(`https://example.org/${'a'.repeat(3000)}`)).toBeUndefined();
  });

  it('is made of what RFC 3986 allows, or left out', () => {
    fc.assert(
      fc.property(anyText(), (rest) => {
        const address = webAddress(`https://example.org/${rest}`) ?? 'https://x';
        expect(address).toMatch(
          /^https:\/\/[\w.-]+(?:\/(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*)?(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*)?$/i,
        );
      }),
    );
  });
});
