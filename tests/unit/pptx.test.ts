import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePptx } from '../../src/formats/write-pptx';
import { memoize } from '../../src/lib/memoize';
import { runThrough } from '../../src/lib/steps';
import { textIn } from '../../src/model/text';
import { DARK } from '../../src/paint/palette';
import { PAGE_SIZES } from '../../src/scene/page-size';
import { layoutPagesInSteps } from '../../src/scene/pages';
import type { Scene, TextShape } from '../../src/scene/scene';
import { formatIsoDay } from '../../src/time/day';
import { anyText } from '../support/any-text';
import {
  boxOf,
  namesOf,
  packageFaults,
  pageOf,
  partOf,
  publish,
  readPptx,
  relationsOf,
  slideOf,
  textOfShape,
} from '../support/pptx-file';
import { readRecord, type SlideOf, slideInput } from '../support/slide';
import { tries } from '../support/tries';
import { elementsOf, type XmlElement } from '../support/xml-tree';

const INCLUDES = { legend: true, sources: true, links: true, asOf: true, summaries: false };

const plain = (text: string) => text.replaceAll(/\s/g, '');

/** A range of the record as slides read back, of its events one in so many, and the titles of those. */
async function recordSlides(range: Omit<SlideOf, 'dataset'>, keepEvery = 1) {
  const input = slideInput({ dataset: readRecord(), ...range });
  const rows = input.rows.filter((row) => row % keepEvery === 0);
  const of = { ...input, rows, size: PAGE_SIZES.slide, includes: INCLUDES };
  const { pages } = runThrough(layoutPagesInSteps(of));
  const published = publish(
    pages.map(({ scene: drawn }) => pageOf(drawn)),
    { lang: range.lang },
  );
  const file = readPptx(await writePptx(published));
  const titles = rows.map((row) => {
    const state = input.table.stateOf(row);
    return plain(state ? textIn(state.title, input.lang).text : '');
  });
  return { published, file, titles, slides: pages.map((_, i) => slideOf(file, i + 1)) };
}

/** Groups within those of lanes. */
function eventGroups(slide: XmlElement): readonly XmlElement[] {
  const lanes = elementsOf(slide, 'p:grpSp').filter((group) =>
    namesOf(group).name.startsWith('lane '),
  );
  return lanes.flatMap(({ children }) => children.filter(({ name }) => name === 'p:grpSp'));
}

const textsIn = (group: XmlElement) =>
  plain(elementsOf(group, 'p:txBody').map(textOfShape).join(''));

describe('a slide of the record', () => {
  const range = { from: '2023-05-01', to: '2023-06-15', asOf: '2023-06-12' };
  const slidesOf = memoize((lang: 'en' | 'ja') => recordSlides({ ...range, lang }), 2);

  it.each(['en', 'ja'] as const)(
    'names every event once, in a group of its own, in %s',
    async (lang) => {
      const { slides, titles } = await slidesOf(lang);
      const groups = slides.flatMap(eventGroups);
      expect(groups).toHaveLength(titles.length);
      expect(groups.length).toBeGreaterThan(15);
      for (const title of titles) {
        const own = groups.filter((group) => textsIn(group).startsWith(title));
        expect(own, title).toHaveLength(1);
        const { name, descr } = namesOf(own[0] ?? groups[0]!);
        expect(plain(name).startsWith(title.slice(0, 60)), name).toBe(true);
        expect(plain(descr).startsWith(title), descr).toBe(true);
      }
    },
  );

  it('is a package whose parts are all there, typed, and referred to', async () => {
    expect(packageFaults((await slidesOf('en')).file)).toEqual([]);
  });

  it('gives no two shapes one id', async () => {
    const { slides } = await slidesOf('en');
    const ids = slides.flatMap((slide) =>
      elementsOf(slide, 'p:cNvPr').map(({ attributes }) => attributes['id']),
    );
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps groups around what they hold', async () => {
    const { slides } = await slidesOf('en');
    const shapes = new Set(['p:sp', 'p:cxnSp', 'p:grpSp']);
    for (const group of slides.flatMap((slide) => elementsOf(slide, 'p:grpSp'))) {
      const children = group.children.filter(({ name }) => shapes.has(name)).map(boxOf);
      expect(boxOf(group)).toEqual({
        x: Math.min(...children.map(({ x }) => x)),
        y: Math.min(...children.map(({ y }) => y)),
        right: Math.max(...children.map(({ right }) => right)),
        bottom: Math.max(...children.map(({ bottom }) => bottom)),
      });
    }
  });

  it('is the same bytes for the same pages', async () => {
    const { published } = await slidesOf('ja');
    const [once, again] = [await writePptx(published), await writePptx(published)];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  it('holds exactly the events of any range and filter', { timeout: 60_000 }, async () => {
    const ranges = fc.record({
      startDay: fc.integer({ min: 18_900, max: 20_500 }),
      days: fc.integer({ min: 1, max: 30 }),
      lang: fc.constantFrom('en' as const, 'ja' as const),
      keepEvery: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(ranges, async ({ startDay, days, lang, keepEvery }) => {
        const [from, to] = [formatIsoDay(startDay), formatIsoDay(startDay + days)];
        const { slides, titles } = await recordSlides({ from, to, asOf: to, lang }, keepEvery);
        const texts = slides.flatMap(eventGroups).map(textsIn);
        expect(texts).toHaveLength(titles.length);
        for (const title of titles) {
          expect(
            texts.some((written) => written.includes(title)),
            title,
          ).toBe(true);
        }
      }),
      { numRuns: tries(6) },
    );
  });
});

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
const STROKE = { ink: 'ink-1', widthPx: 1e9, dash: [0, 0, 5] } as const;
const scene = (...nodes: Scene['nodes']): Scene => ({ widthPx: 1920, heightPx: 1080, nodes });

describe('a presentation', () => {
  it('has the drawn title as the title of its slide, and one only', async () => {
    const title = text('Japan and the United States', {
      font: { family: 'text', sizePx: 44, weight: 600 },
    });
    const pages = [
      pageOf(scene({ kind: 'group', label: 'head', nodes: [title, text('50 events')] })),
      pageOf(scene({ kind: 'circle', x: 5, y: 5, r: 5, fill: 'dip' }), { title: 'Only a dot' }),
    ];
    const file = readPptx(await writePptx(publish(pages)));
    const titles = [1, 2].map((number) =>
      elementsOf(slideOf(file, number), 'p:sp')
        .filter((shape) => elementsOf(shape, 'p:ph').length > 0)
        .map(textOfShape),
    );
    expect(titles).toEqual([['Japan and the United States'], ['Only a dot']]);
    expect(elementsOf(slideOf(file), 'a:t').map((of) => of.text)).toEqual([
      'Japan and the United States',
      '50 events',
    ]);
  });

  it('has sources with their addresses, and what the page shows, in the notes', async () => {
    const sources = [
      {
        number: 3,
        title: 'Readout of the call',
        publisher: 'The White House',
        published: '18 May 2023',
        url: 'https://example.org/readout?a=1&b=2',
      },
      { number: 12, title: 'A book', publisher: 'A press', published: '', url: undefined },
    ];
    const page = pageOf(scene(text('a')), { alt: 'Fifty events in three lanes.', sources });
    const file = readPptx(await writePptx(publish([page], { words: { sources: '出典' } })));
    const notes = partOf(file, 'ppt/notesSlides/notesSlide1.xml');
    expect(textOfShape(notes)).toBe(
      [
        'Fifty events in three lanes.',
        '',
        '出典',
        '3  Readout of the call',
        'The White House · 18 May 2023 · https://example.org/readout?a=1&b=2',
        '12  A book',
        'A press',
      ].join('\n'),
    );
    const links = relationsOf(file, 'ppt/notesSlides/notesSlide1.xml').filter(
      ({ attributes }) => attributes['TargetMode'] === 'External',
    );
    expect(links.map(({ attributes }) => attributes['Target'])).toEqual([
      'https://example.org/readout?a=1&b=2',
    ]);
  });

  it('says what the page shows once on the slide', async () => {
    const nodes = ['ground', 'axis'].map((label) => ({
      kind: 'group' as const,
      label,
      nodes: [{ kind: 'circle' as const, x: 5, y: 5, r: 5, fill: 'dip' as const }],
    }));
    const file = readPptx(await writePptx(publish([pageOf(scene(...nodes))])));
    const described = elementsOf(slideOf(file), 'p:cNvPr').map((of) => of.attributes['descr']);
    expect(described.filter(Boolean)).toEqual(['What it shows', 'axis']);
  });

  it('has the background of the page as that of the slide', async () => {
    const ground = { kind: 'rect', x: 0, y: 0, width: 1920, height: 1080, fill: 'canvas' } as const;
    const pages = [pageOf(scene(ground, text('a')))];
    const slide = slideOf(readPptx(await writePptx(publish(pages, { palette: DARK }))));
    const background = elementsOf(slide, 'p:bg').flatMap((of) => elementsOf(of, 'a:srgbClr'));
    expect(background.map(({ attributes }) => `#${attributes['val']}`)).toEqual([DARK.canvas]);
    expect(elementsOf(slide, 'p:sp')).toHaveLength(1);
  });

  it('says its title, language and program, and no time unless one is given', async () => {
    const properties = async (more: Parameters<typeof publish>[1]) => {
      const file = readPptx(await writePptx(publish([pageOf(scene())], more)));
      const core = partOf(file, 'docProps/core.xml').children.map((of) => [of.name, of.text]);
      const app = partOf(file, 'docProps/app.xml').children.map((of) => [of.name, of.text]);
      return Object.fromEntries([...core, ...app]) as Record<string, string>;
    };
    expect(await properties({ title: '日本と米国', lang: 'ja' })).toEqual({
      'dc:title': '日本と米国',
      'dc:language': 'ja-JP',
      Application: 'Entente',
      Slides: '1',
      Notes: '1',
    });
    const madeAt = '2026-11-22T09:30:00Z';
    const made = await properties({ madeAt });
    expect(made['dcterms:created']).toBe(madeAt);
    expect(made['dcterms:modified']).toBe(madeAt);
  });

  it('has slides as large as its largest page, within what PowerPoint knows', async () => {
    const sizeOf = async (...sides: readonly (readonly [number, number])[]) => {
      const pages = sides.map(([widthPx, heightPx]) =>
        pageOf({ widthPx, heightPx, nodes: [text('a', { x: widthPx, y: heightPx })] }),
      );
      const file = readPptx(await writePptx(publish(pages)));
      const { cx, cy } =
        elementsOf(partOf(file, 'ppt/presentation.xml'), 'p:sldSz')[0]?.attributes ?? {};
      return [Number(cx), Number(cy)];
    };
    expect(await sizeOf([1920, 1080])).toEqual([12_192_000, 6_858_000]);
    expect(await sizeOf([440, 400], [440, 1250])).toEqual([2_794_000, 7_937_500]);
    expect(await sizeOf([20, 20])).toEqual([914_400, 914_400]);
    expect(await sizeOf([1920, 20_000])).toEqual([4_915_814, 51_206_400]);
  });

  it('tells of each slide, and ends when nobody wants it any more', async () => {
    const pages = [1, 2, 3].map((number) => pageOf(scene(text(`page ${number}`))));
    const told: string[] = [];
    await writePptx(publish(pages), { onPage: (at, count) => void told.push(`${at}/${count}`) });
    expect(told).toEqual(['1/3', '2/3', '3/3']);

    const stop = new AbortController();
    const seen: number[] = [];
    const onPage = (at: number) => {
      seen.push(at);
      // As a message would come in, between two slides.
      setTimeout(() => {
        stop.abort(new Error('not wanted'));
      });
    };
    const writing = writePptx(publish(pages), { onPage, signal: stop.signal });
    await expect(writing).rejects.toThrow('not wanted');
    expect(seen.length).toBeLessThan(3);
  });

  it('stays well-formed whatever is written', { timeout: 30_000 }, async () => {
    const hostile = fc.oneof(
      anyText(),
      fc.constantFrom(
        '<a:t>]]>&amp;"\'',
        'x'.repeat(500),
        '\u0000\u0008\uFFFE\uD83D half',
        'مؤتمر القمة 2023',
        '👩🏽‍🚀🇯🇵',
        'javascript:alert(1)',
        'https://example.org/%zz"<>#a#b',
      ),
    );
    const sizes = fc.constantFrom(0.001, 1, 12, 9999);
    const nodes = fc.tuple(hostile, hostile, hostile, sizes).map(([a, b, c, sizePx]) => {
      const font = { family: 'ui', sizePx, weight: 400 } as const;
      const shown = text(a, { lang: b, href: c, font, x: sizePx * 1e9 });
      const points = [sizePx, -sizePx, Number.NaN, 1e12, 0, 0];
      const line = { kind: 'polygon', points, closed: false, stroke: STROKE } as const;
      const dot = { kind: 'circle', x: sizePx, y: Number.NaN, r: -sizePx, fill: 'dip' } as const;
      const drawn = [shown, line, text(c), dot, text(b)];
      return { kind: 'group' as const, eventId: c, label: b, nodes: drawn };
    });
    const pages = fc
      .tuple(fc.array(nodes, { maxLength: 3 }), hostile, hostile, hostile)
      .map(([drawn, title, alt, url]) => {
        const source = { number: 1, title: alt, publisher: title, published: url, url };
        return pageOf(scene(...drawn), { title, alt, sources: [source] });
      });
    await fc.assert(
      fc.asyncProperty(pages, hostile, async (page, title) => {
        const file = readPptx(await writePptx(publish([page], { title })));
        expect(packageFaults(file)).toEqual([]);
        const numbersOf = (name: string, attribute: string) =>
          elementsOf(slideOf(file), name).map((of) => Number(of.attributes[attribute]));
        // What the format's schema allows.
        expect(numbersOf('a:rPr', 'sz').every((size) => size >= 100 && size <= 400_000)).toBe(true);
        expect(numbersOf('a:spcPts', 'val').every((points) => points <= 158_400)).toBe(true);
        const boxes = elementsOf(slideOf(file), 'a:xfrm').flatMap(({ children }) => children);
        const sides = boxes.flatMap(({ attributes }) => ['cx', 'cy'].map((of) => attributes[of]));
        expect(sides.filter((side) => side !== undefined && !(Number(side) >= 0))).toEqual([]);
      }),
      { numRuns: tries(20) },
    );
  });

  it('sets the widths of boxes by the measure it is given', async () => {
    const page = pageOf(scene(text('a'), text('b', { y: 90 })));
    const file = readPptx(await writePptx(publish([page]), { measure: () => 100 }));
    const { x, right } = boxOf(elementsOf(slideOf(file), 'p:sp').at(-1) ?? slideOf(file));
    expect(right - x).toBe(104 * 6350);
  });
});
