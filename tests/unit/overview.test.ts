import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOverview, type OverviewInput } from '../../src/scene/overview';
import type { SceneNode, Shape, TextShape } from '../../src/scene/scene';
import { dayOf, type Span } from '../../src/time/day';
import { tries } from '../support/tries';

const FIRST = 1945;
const counts = (...perDomain: number[][]) => ({
  firstYear: FIRST,
  years: Math.max(...perDomain.map((years) => years.length)),
  perDomain: perDomain.map((years) => Uint16Array.from(years)),
});
const SIXTIES = { startDay: dayOf(1960, 1, 1), endDay: dayOf(1970, 1, 1) };
const layout = ({ view = SIXTIES, ...few }: Partial<OverviewInput & { view: Span }> = {}) =>
  layoutOverview({
    counts: counts([0, 3, 0]),
    extent: { startDay: dayOf(FIRST, 1, 1), endDay: dayOf(FIRST + 83, 1, 1) },
    widthPx: 864,
    heightPx: 104,
    asOfDay: dayOf(2023, 6, 12),
    lang: 'en',
    title: '1945–2027',
    note: '303 events',
    measure: (text, font) => text.length * font.sizePx * 0.6,
    ...few,
  })(view);

const lowest = (year: number) => ({ day: dayOf(year, 1, 1), value: -2 });

const shapesOf = (nodes: readonly SceneNode[]): Shape[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? shapesOf(node.nodes) : [node]));
const textsOf = (nodes: readonly SceneNode[]): TextShape[] =>
  shapesOf(nodes).filter((shape) => shape.kind === 'text');
const labelled = (nodes: readonly SceneNode[], label: string): Shape[] =>
  nodes.flatMap((node) =>
    node.kind === 'group' && node.label === label ? shapesOf(node.nodes) : [],
  );

/** The coloured parts of the columns, top and foot, without those drawn again within the brush. */
const parts = (few: Partial<OverviewInput>) =>
  labelled(layout(few).scene.nodes, 'events by year').map((shape) => {
    if (shape.kind === 'rect') {
      return { fill: shape.fill, top: shape.y, foot: shape.y + shape.height, isCut: false };
    }
    const points = shape.kind === 'polygon' ? shape.points : [];
    const ys = points.filter((_, i) => i % 2 === 1);
    const fill = shape.kind === 'polygon' ? shape.fill : undefined;
    return { fill, top: Math.min(...ys), foot: Math.max(...ys), isCut: true };
  });

describe('the overview', () => {
  it('turns days to px and back', () => {
    const { xOfDay, dayOfX } = layout();
    fc.assert(
      fc.property(fc.integer({ min: -3e6, max: 3e6 }), (day) => {
        expect(dayOfX(xOfDay(day))).toBeCloseTo(day, 3);
      }),
    );
  });

  it('stacks the first domain on top', () => {
    const fills = parts({ counts: counts([1], [2], [3]) }).toSorted((a, b) => a.top - b.top);
    expect(fills.map(({ fill }) => fill)).toEqual(['dip', 'sec', 'eco']);
  });

  it('draws a column as high as its events up to 11 and cuts it aslant above', () => {
    const [eleven, twelve, ninety] = [11, 12, 90].map((n) => parts({ counts: counts([n]) })[0]);
    expect(eleven?.isCut).toBe(false);
    expect([twelve?.isCut, ninety?.isCut]).toEqual([true, true]);
    expect(twelve?.top).toBeCloseTo(eleven?.top ?? 0);
    expect(ninety?.top).toBeCloseTo(eleven?.top ?? 0);
    const one = parts({ counts: counts([1]) })[0];
    const heightOf = (part: typeof one) => (part ? part.foot - part.top + 0.5 : 0);
    expect(heightOf(eleven)).toBeCloseTo(11 * heightOf(one));
  });

  it('writes the number of a cut column and of no other', () => {
    const { scene } = layout({ counts: counts([0, 0, 0, 11, 0, 0, 90]) });
    const years = new Set(labelled(scene.nodes, 'years'));
    const written = textsOf(scene.nodes).filter((text) => !years.has(text));
    expect(written.map(({ text }) => text)).toEqual(['90', '1945–2027', '303 events']);
  });

  it('gives way where most columns of a large record would be cut', () => {
    const large = Array.from({ length: 80 }, (_, i) => 9000 + 100 * i);
    const columns = parts({ counts: counts(large) });
    expect(columns.filter(({ isCut }) => isCut)).toHaveLength(3);
    expect(new Set(columns.map(({ top }) => top)).size).toBeGreaterThan(70);
    const few = parts({ counts: counts([0, 12, 0, 90, 3, 2, 1, 1, 1, 4]) });
    expect(few.filter(({ isCut }) => isCut)).toHaveLength(2);
  });

  it('lets no two texts meet', () => {
    const record = fc.array(fc.constantFrom(0, 3, 11, 12, 90, 400), {
      minLength: 83,
      maxLength: 83,
    });
    fc.assert(
      fc.property(record, fc.integer({ min: 120, max: 1400 }), (years, widthPx) => {
        const texts = textsOf(layout({ counts: counts(years), widthPx }).scene.nodes);
        const boxes = texts.map(({ x, y, text, font }) => ({
          left: x,
          right: x + text.length * font.sizePx * 0.6,
          top: y - 0.73 * font.sizePx,
          foot: y,
        }));
        const meets = boxes.some((a, i) =>
          boxes
            .slice(i + 1)
            .some((b) => a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot),
        );
        expect(meets).toBe(false);
      }),
      { numRuns: tries(40) },
    );
  });

  it('frames what is in view, with handles outside the frame', () => {
    const { brush, xOfDay } = layout();
    expect(brush.x0).toBeCloseTo(xOfDay(dayOf(1960, 1, 1)) - 1);
    expect(brush.x1).toBeCloseTo(xOfDay(dayOf(1970, 1, 1)) + 1);
    expect(brush.handleLeft).toMatchObject({ width: 6, height: 20 });
    expect(brush.handleLeft.x + 6).toBeLessThan(brush.x0 + 1);
    expect(brush.handleRight.x).toBeGreaterThan(brush.x1 - 1);
  });

  it.each([
    ['', { heightPx: 104 }],
    ['with the tenor, which it holds, ', { heightPx: 104, tenor: [1950, 1960].map(lowest) }],
    ['where it is slim ', { heightPx: 52 }],
  ])('%sruns its frame over the names of the years, not through them', (_where, few) => {
    const { scene } = layout({
      ...few,
      view: { startDay: dayOf(1945, 1, 1), endDay: dayOf(2027, 1, 1) },
    });
    const [frame] = labelled(scene.nodes, 'brush');
    if (frame?.kind !== 'rect' || !frame.stroke) throw new Error('no frame');
    const foot = frame.y + frame.height;
    const years = textsOf(scene.nodes).filter(({ font }) => font.sizePx === 10);
    expect(years.length).toBeGreaterThan(0);
    const tops = years
      .map(({ y, font }) => y - 0.74 * font.sizePx)
      .filter((top) => top > few.heightPx / 2);
    expect(foot + frame.stroke.widthPx / 2).toBeLessThan(Math.min(...tops));
    const lows = labelled(scene.nodes, 'events by year').flatMap((shape) =>
      shape.kind === 'polygon' ? shape.points.filter((_, i) => i % 2 === 1) : [],
    );
    expect(Math.max(0, ...lows)).toBeLessThan(foot - frame.stroke.widthPx / 2);
  });

  it('keeps the frame in the strip and wide enough to see, wherever the view is', () => {
    const view = fc
      .record({
        start: fc.integer({ min: -2e6, max: 2e6 }),
        days: fc.integer({ min: 1, max: 4e6 }),
      })
      .map(({ start, days }) => ({ startDay: start, endDay: start + days }));
    fc.assert(
      fc.property(view, (some) => {
        const { brush } = layout({ view: some });
        expect(brush.x1 - brush.x0).toBeGreaterThanOrEqual(5);
        expect(brush.handleLeft.x).toBeGreaterThan(0);
        expect(brush.handleRight.x + 6).toBeLessThan(864);
      }),
    );
  });

  it('meets the zero line where the tenor changes sides', () => {
    const tenor = [
      { day: dayOf(1950, 1, 1), value: 1 },
      { day: dayOf(1960, 1, 1), value: -0.5 },
    ];
    const { scene } = layout({ tenor, counts: counts([0]) });
    const [up, down] = labelled(scene.nodes, 'events by year');
    const ys = (shape?: Shape) =>
      shape?.kind === 'polygon' ? shape.points.filter((_, i) => i % 2 === 1) : [];
    expect(Math.max(...ys(up))).toBe(80);
    expect(Math.min(...ys(down))).toBe(80);
    expect(Math.min(...ys(up))).toBe(68);
    expect(Math.max(...ys(down))).toBe(86);
  });

  it('gives a column to a decade or a century where a year would have no width', () => {
    const years = Array.from({ length: 20_000 }, () => 1);
    const long = {
      counts: { firstYear: -9999, years: 20_000, perDomain: [Uint16Array.from(years)] },
      extent: { startDay: dayOf(-9999, 1, 1), endDay: dayOf(10_000, 1, 1) },
    };
    expect(parts(long)).toHaveLength(200);
    const decades = {
      ...long.counts,
      firstYear: 1000,
      years: 1000,
      perDomain: [years.slice(0, 1000)],
    };
    const extent = { startDay: dayOf(1000, 1, 1), endDay: dayOf(2000, 1, 1) };
    expect(parts({ counts: decades, extent })).toHaveLength(100);
  });

  it('says on which side of the era a year lies, in round numbers on both', () => {
    const made = layout({
      counts: { firstYear: -2500, years: 4500, perDomain: [new Uint16Array(4500)] },
      extent: { startDay: dayOf(-2500, 1, 1), endDay: dayOf(2000, 1, 1) },
    });
    const labels = labelled(made.scene.nodes, 'years').flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    );
    expect(labels).toEqual(
      expect.arrayContaining(['2000 BCE', '1000 BCE', '1 CE', '500 CE', '1000', '1500']),
    );
  });

  it('groups the digits of large numbers', () => {
    const texts = textsOf(layout({ counts: counts([1, 2, 10_090, 3]) }).scene.nodes);
    expect(texts.map(({ text }) => text)).toContain('10,090');
  });

  it('is slim without title, between the years of its ends', () => {
    const texts = textsOf(layout({ heightPx: 52, counts: counts([1, 1, 1]) }).scene.nodes);
    expect(texts.map(({ text }) => text)).toEqual(['1945', '2027']);
  });
});
