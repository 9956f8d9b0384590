import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeFonts } from '../../src/cli/node-fonts';
import type { FontEngine } from '../../src/formats/fonts/font-engine';
import type { Publication } from '../../src/formats/publication';
import { readPictureStamp } from '../../src/formats/read-picture-stamp';
import { writePdf } from '../../src/formats/write-pdf';
import { textIn } from '../../src/model/text';
import { paintCanvas } from '../../src/paint/paint-canvas';
import { LIGHT } from '../../src/paint/palette';
import { PAGE_SIZES } from '../../src/scene/page-size';
import type { Group, Scene, SceneNode, TextShape } from '../../src/scene/scene';
import { formatIsoDay, parseIsoDay } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { markSheet } from '../golden/mark-sheet';
import { anyText } from '../support/any-text';
import { layoutPages, type PagesOf, pagesInput } from '../support/pages';
import { type Drawing, drawingsOfCanvas, drawingsOfPdf, fadesOfPdf } from '../support/pdf-drawing';
import { publish, publishScenes } from '../support/publication';
import { openPdfFile, type PdfNode, pdfItems, pdfStructure, pdfText } from '../support/read-pdf';
import { RecordingContext } from '../support/recording-context';
import { measureByLetters, readRecord } from '../support/slide';
import { tries } from '../support/tries';

let engine: FontEngine;
const files = new Map<Lang, { publication: Publication; bytes: Uint8Array }>();

const range = (lang: Lang): PagesOf => ({
  dataset: readRecord(),
  from: lang === 'en' ? '2023-05-01' : '2023-05-15',
  to: lang === 'en' ? '2023-06-30' : '2023-05-31',
  asOf: '2023-06-12',
  lang,
});

beforeAll(async () => {
  engine = await createNodeFonts();
  await engine.prepare(['AZ']);
  for (const lang of ['en', 'ja'] as const) {
    const publication = publish(range(lang), measureByLetters);
    files.set(lang, { publication, bytes: await writePdf(publication, { engine }) });
  }
}, 30_000);

function file(lang: Lang) {
  const found = files.get(lang);
  if (!found) throw new Error(`no file in ${lang}`);
  return found;
}

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
const scene = (...nodes: SceneNode[]): Scene => ({ widthPx: 400, heightPx: 100, nodes });

async function write(...scenes: Scene[]): Promise<Uint8Array> {
  return writePdf(publishScenes(...scenes), { engine });
}

function rolesOf(node: PdfNode): string[] {
  return [node.role, ...node.children.flatMap(rolesOf)];
}

function findAll(node: PdfNode, role: string): PdfNode[] {
  const below = node.children.flatMap((child) => findAll(child, role));
  return node.role === role ? [node, ...below] : below;
}

/** All that an element and those in it say. */
const said = (node: PdfNode) => node.text;

const plain = (words: string) => words.replaceAll(/\s/g, '');

describe('the text of a PDF', () => {
  it.each(['en', 'ja'] as const)(
    'names every event in full, in time order, in %s',
    async (lang) => {
      const { table, rows, words } = pagesInput(range(lang));
      const all = plain(await pdfText(await openPdfFile(file(lang).bytes)));
      const byDomain = table.dataset.domains.map((_, domain) =>
        rows.filter((row) => table.domain[row] === domain),
      );
      const titles = byDomain
        .flat()
        .map((row) => textIn(table.stateOf(row)?.title ?? '', lang).text);
      let at = 0;
      for (const title of titles) {
        const found = all.indexOf(plain(title), at);
        expect(found, title).toBeGreaterThan(-1);
        at = found;
      }
      expect(titles.length).toBeGreaterThan(9);
      expect(all.indexOf(plain(words.sources), at)).toBeGreaterThan(at);
    },
  );

  it('can be searched for a name that was broken into lines', async () => {
    const found = await pdfText(await openPdfFile(file('en').bytes));
    expect(found).toContain('Micron pledges up to 500bn yen for its Hiroshima plant');
    expect(found).toContain('Possible three-way summit in Washington or at Vilnius');
  });

  it('stands where the scene says, and is as wide', async () => {
    const title = text('Kishida meets Biden', { x: 200, align: 'middle' });
    const kerned = text('AVATAR To Wa', { x: 390, y: 40, align: 'end' });
    const mixed = text('第2回「2+2」、（東京）', { y: 60, lang: 'ja' });
    const shapes = [title, kerned, mixed];
    await engine.prepare(shapes.map((shape) => shape.text));
    const reader = await openPdfFile(await write(scene(...shapes)));
    const items = await pdfItems(reader, 1);
    for (const shape of shapes) {
      const own = items.filter(({ y }) => Math.abs(y - (50 - shape.y / 2)) < 0.01);
      const left = 2 * Math.min(...own.map(({ x }) => x));
      const right = 2 * Math.max(...own.map(({ x, width }) => x + width));
      const width = engine.measure(shape.text, shape.font);
      const shift = { start: 0, middle: 0.5, end: 1 }[shape.align];
      expect(Math.abs(left - (shape.x - shift * width)), shape.text).toBeLessThan(0.1);
      expect(Math.abs(right - left - width), shape.text).toBeLessThan(1);
    }
  });

  it('can be any text: what no font has is a box that can be searched', async () => {
    const odd = [
      '👩‍👩‍👧 family',
      'שלום עולם',
      'مرحبا',
      'half \uD83D pair',
      'a\u0000b\tc\nd',
      '',
      ' ',
    ];
    const shapes = odd.map((content, i) => text(content, { y: 12 * (i + 1) }));
    const found = await pdfText(await openPdfFile(await write(scene(...shapes))));
    expect(found).toContain('👩‍👩‍👧 family');
    expect(found).toContain('שלום');
    expect(found).toContain('ab c d');
  });

  it('comes back as it went in, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText(1), { maxLength: 12 }), async (contents) => {
        const shapes = contents.map((content, i) => text(content, { y: 8 * (i + 1) }));
        const bytes = await write(scene(...shapes));
        const reader = await openPdfFile(bytes);
        // Marks of no width, and letters that readers turn into others of the same meaning, are left out.
        const seen = contents.flatMap((content) =>
          Array.from(content).filter((l) => /[\p{L}\p{N}]/u.test(l)),
        );
        const found = new Set((await pdfText(reader)).normalize('NFKC'));
        const missing = seen.filter((letter) =>
          Array.from(letter.normalize('NFKC')).some(
            (part) => !/\p{M}/u.test(part) && !found.has(part),
          ),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: tries(12) },
    );
  });
});

describe('a PDF', () => {
  it('says its title, its language and who made it, and no time', async () => {
    const reader = await openPdfFile(file('ja').bytes);
    const { info, metadata } = await reader.getMetadata();
    expect(info).toMatchObject({
      Title: '日本と米国、2023年1月〜6月',
      Creator: 'Entente',
      Language: 'ja',
    });
    expect(info).not.toHaveProperty('CreationDate');
    expect(metadata.get('dc:title')).toBe('日本と米国、2023年1月〜6月');
    expect(metadata.getRaw()).not.toContain('CreateDate');
    expect(await reader.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(await reader.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('says when it was made where that is asked for', async () => {
    const publication = { ...publishScenes(scene()), madeAt: '2026-11-22T09:30:00Z' };
    const reader = await openPdfFile(await writePdf(publication, { engine }));
    const { info, metadata } = await reader.getMetadata();
    expect(info).toMatchObject({ CreationDate: 'D:20261122093000Z' });
    expect(metadata.get('xmp:createdate')).toBe('2026-11-22T09:30:00Z');
  });

  it('holds any title', async () => {
    const title = '</x> & "Talks" (1\\2)\u0000 会談 😀';
    const reader = await openPdfFile(
      await writePdf({ ...publishScenes(scene()), title }, { engine }),
    );
    const { info, metadata } = await reader.getMetadata();
    expect(info).toMatchObject({ Title: '</x> & "Talks" (1\\2) 会談 😀' });
    expect(metadata.get('dc:title')).toBe('</x> & "Talks" (1\\2) 会談 😀');
  });

  it('has the sizes of its pages in points', async () => {
    const { pointsPerPx, widthPx, heightPx } = PAGE_SIZES.a4;
    const a4 = { ...publishScenes({ widthPx, heightPx, nodes: [] }), pointsPerPx };
    const reader = await openPdfFile(await writePdf(a4, { engine }));
    const [, , width, height] = (await reader.getPage(1)).view;
    expect(width).toBeCloseTo(595.28, 1);
    expect(height).toBeCloseTo(841.89, 1);
    const slide = await openPdfFile(file('en').bytes);
    expect((await slide.getPage(1)).view).toEqual([0, 0, 960, 540]);
  });

  it('has a page for each page, and bookmarks to several', async () => {
    const reader = await openPdfFile(await write(scene(text('one')), scene(text('two'))));
    expect(reader.numPages).toBe(2);
    expect(await pdfText(reader)).toBe('one two');
    expect((await reader.getOutline()).map(({ title }) => title)).toEqual(['Page 1', 'Page 2']);
    expect(await (await openPdfFile(file('en').bytes)).getOutline()).toBeNull();
  });

  it('opens the addresses of sources, and none that is not of the web', async () => {
    const shapes = [
      text('safe', { href: 'https://example.org/a(b)?q=日' }),
      text('trap', { y: 40, href: 'javascript:alert(1)' }),
      text('broken', { y: 60, href: 'http://' }),
    ];
    const reader = await openPdfFile(await write(scene(...shapes)));
    const links = (await (await reader.getPage(1)).getAnnotations()) as readonly {
      readonly url: string;
      readonly rect: readonly number[];
    }[];
    expect(links.map(({ url }) => url)).toEqual(['https://example.org/a(b)?q=%E6%97%A5']);
    const [left = 0, bottom = 0, right = 0, top = 0] = links[0]?.rect ?? [];
    expect([left, bottom < 40, top > 44]).toEqual([5, true, true]);
    expect(right - left).toBeCloseTo(engine.measure('safe', text('').font) / 2, 1);
  });

  it('links every source of the record that has an address', async () => {
    const { publication, bytes } = file('en');
    const hrefs = new Set(
      publication.pages
        .flatMap(({ scene: { nodes } }) => textsIn(nodes))
        .flatMap(({ href }) => href ?? []),
    );
    const page = await (await openPdfFile(bytes)).getPage(1);
    const links = (await page.getAnnotations()) as readonly { readonly url: string }[];
    expect(hrefs.size).toBeGreaterThan(9);
    expect(new Set(links.map(({ url }) => url))).toEqual(
      new Set([...hrefs].map((href) => new URL(href).href)),
    );
  });

  it('is the same for the same publication, and another for another', async () => {
    const page = scene(text('Kishida meets Biden'), text('日米首脳会談', { y: 40, lang: 'ja' }));
    const again = await writePdf(publishScenes(page), { engine: await createNodeFonts() });
    expect(Buffer.compare(again, await write(page))).toBe(0);
    const idOf = async (title: string) => {
      const one = await writePdf({ ...publishScenes(scene()), title }, { engine });
      return (await openPdfFile(one)).fingerprints[0];
    };
    expect(await idOf('A')).toBe(await idOf('A'));
    expect(await idOf('A')).not.toBe(await idOf('B'));
  });

  it('opens again as the view it shows, unless that is not wished', async () => {
    const stamp = { view: 'v=1&q=日米(2)', dataset: 'japan-us', hash: 'ab'.repeat(32) };
    const stamped = await writePdf({ ...publishScenes(scene()), stamp }, { engine });
    expect(readPictureStamp(stamped)).toEqual({ kind: 'stamp', stamp });
    expect(readPictureStamp(await write(scene()))).toEqual({ kind: 'none' });
  });

  it('waits after each page, and stops where that throws', async () => {
    const done: number[] = [];
    const pages = publishScenes(scene(), scene(), scene());
    const onPage = async (count: number) => {
      await new Promise((resolve) => setTimeout(resolve));
      done.push(count);
      if (count === 2) throw new Error('stopped');
    };
    await expect(writePdf(pages, { engine, onPage })).rejects.toThrow('stopped');
    expect(done).toEqual([1, 2]);
  });
});

function textsIn(nodes: readonly SceneNode[]): TextShape[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsIn(node.nodes);
    return node.kind === 'text' ? [node] : [];
  });
}

describe('the structure of a PDF', () => {
  it('is headings, a figure told in words, lists of events and of sources', async () => {
    const root = await pdfStructure(await openPdfFile(file('en').bytes), 1);
    expect(findAll(root, 'H1').map(said)).toEqual([
      'Japan and the United States, January to June 2023',
    ]);
    expect(findAll(root, 'Figure').map(({ alt }) => alt)).toEqual(['What page 1 shows']);
    expect(findAll(root, 'H2').map(said)).toEqual(['Diplomacy', 'Security', 'Economy', 'Sources']);
    const roles = rolesOf(root);
    expect(roles.indexOf('H1')).toBeLessThan(roles.indexOf('Figure'));
    expect(roles.indexOf('Figure')).toBeLessThan(roles.indexOf('H2'));
    const lists = findAll(root, 'L').map(({ children }) => children.length);
    const events = pagesInput(range('en')).rows.length;
    expect(lists.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(events);
    expect(lists).toHaveLength(4);
    expect(findAll(root, 'Link').length).toBeGreaterThan(9);
  });

  it('says as one what was broken into lines, and which language it is', async () => {
    const lines = (language: string) => [
      text('A name in', { lang: language }),
      text('two lines', { lang: language, y: 36 }),
      text('7', { y: 36, x: 90, role: 'source-number' }),
    ];
    const event = { kind: 'group', eventId: 'e', label: 'A name in two lines, 3 May' } as const;
    const root = await pdfStructure(
      await openPdfFile(await write(scene({ ...event, nodes: lines('fr') }))),
      1,
    );
    expect(findAll(root, 'Span')).toMatchObject([
      { alt: 'A name in two lines', lang: 'fr', text: 'A name intwo lines' },
    ]);
  });
});

describe('the structure of a page of columns', () => {
  it('reads a column as the time and the events that it stands for, under its lane', async () => {
    const column = {
      kind: 'group',
      label: '1951: 3 events',
      nodes: [text('3', { y: 60 })],
    } as const;
    const lane = {
      kind: 'group',
      label: 'lane security',
      nodes: [text('Security'), column],
    } as const;
    const root = await pdfStructure(await openPdfFile(await write(scene(lane))), 1);
    expect(findAll(root, 'H2').map(said)).toEqual(['Security']);
    const items = findAll(root, 'LI').flatMap((item) => findAll(item, 'Span'));
    expect(items).toMatchObject([{ alt: '1951: 3 events', text: '3' }]);
  });
});

describe('what a PDF shows', () => {
  /** Marks, fades, clips, halos and opacities, one of each. */
  const further: Group = {
    kind: 'group',
    clip: { x: 20, y: 10, width: 300, height: 70 },
    opacity: 0.5,
    nodes: [
      { kind: 'rect', x: 30, y: 20, width: 40, height: 20, radius: 6, fill: 'dip' },
      {
        kind: 'curve',
        points: [30, 60, 80, 10, 120, 110, 170, 60],
        stroke: { ink: 'sec', widthPx: 2 },
      },
    ],
  };

  it('is just what a canvas shows', async () => {
    const sheet = markSheet();
    const whole = { ...sheet, nodes: [...sheet.nodes, further] };
    const context = new RecordingContext();
    // At twice the size, where a canvas draws even small dots round.
    paintCanvas(context, whole, { palette: LIGHT, pixelRatio: 2 });
    const onCanvas = drawingsOfCanvas(context.draws);
    const onPage = await drawingsOfPdf(await openPdfFile(await write(whole)));
    const differences = onCanvas.flatMap((drawn, i) => {
      const difference = differenceOf(drawn, onPage[i]);
      return difference === undefined ? [] : [`${i}: ${difference}`];
    });
    expect(differences).toEqual([]);
    expect(onPage).toHaveLength(onCanvas.length);
  });

  it('fades as it does on a canvas', async () => {
    const stops = [
      { offset: 0, ink: 'dip', opacity: 0 },
      { offset: 0.25, ink: 'dip', opacity: 1 },
      { offset: 0.75, ink: 'dip', opacity: 0.5 },
    ] as const;
    const fade = { x0: 100, x1: 300, stops };
    const bar: SceneNode = { kind: 'rect', x: 90, y: 10, width: 220, height: 20, fill: fade };
    const [mask] = await fadesOfPdf(await openPdfFile(await write(scene(bar))));
    expect([mask?.x0, mask?.x1]).toEqual([100, 300]);
    for (const { offset, opacity } of [...stops, { offset: 1, opacity: 0.5 }]) {
      const [, grey = ''] = mask?.colours.find(([at]) => Math.abs(at - offset) < 0.01) ?? [];
      expect(Number.parseInt(grey.slice(1, 3), 16) / 255, String(offset)).toBeCloseTo(opacity, 1);
    }
  });

  it('has a halo behind letters that are there but once', async () => {
    const halo = { ink: 'canvas', widthPx: 3 } as const;
    const reader = await openPdfFile(await write(scene(text('Seoul', { halo }))));
    expect(await pdfText(reader)).toBe('Seoul');
    const [behind, letters] = await drawingsOfPdf(reader);
    expect(behind).toMatchObject({ call: 'stroke', colour: '#ffffff', line: '6.00 round []' });
    expect(behind?.bounds[0]).toBeGreaterThan(10);
    expect(letters).toMatchObject({ call: 'text', bounds: [10, 20, 10, 20] });
  });

  it('fills nothing where there is no room to fill', async () => {
    const flat: SceneNode = { kind: 'rect', x: 20, y: 20, width: 0, height: 20, fill: 'eco' };
    expect(await drawingsOfPdf(await openPdfFile(await write(scene(flat))))).toEqual([]);
  });

  it('names each event of any range and filter once, and no other', async () => {
    const dataset = readRecord();
    const ranges = fc.record({
      from: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
      days: fc.integer({ min: 1, max: 120 }),
      domain: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(ranges, async ({ from, days, domain }) => {
        const input = pagesInput({
          ...range('en'),
          dataset,
          from: formatIsoDay(from),
          to: formatIsoDay(from + days),
        });
        const rows = input.rows.filter((row) => domain === 3 || input.table.domain[row] === domain);
        const { pages } = layoutPages({ ...input, rows });
        const bytes = await write(...pages.map((page) => page.scene));
        const titles = rows.map((row) => textIn(input.table.stateOf(row)?.title ?? '', 'en').text);
        const named = (await eventsNamedIn(await openPdfFile(bytes))).map((name) => plain(name));
        expect(named).toHaveLength(titles.length);
        expect(
          titles.filter((title) => !named.some((name) => name.startsWith(plain(title)))),
        ).toEqual([]);
      }),
      { numRuns: tries(4) },
    );
  });
});

function dayOf(iso: string): number {
  return parseIsoDay(iso) ?? Number.NaN;
}

const FIRST_DAY = dayOf('1990-01-01');
const LAST_DAY = dayOf('2026-06-30');

/** Items of lists that have no number of their own. */
async function eventsNamedIn(reader: Awaited<ReturnType<typeof openPdfFile>>): Promise<string[]> {
  const names: string[] = [];
  for (let page = 1; page <= reader.numPages; page++) {
    const items = findAll(await pdfStructure(reader, page), 'LI');
    names.push(...items.filter((item) => findAll(item, 'Lbl').length === 0).map(said));
  }
  return names;
}

function differenceOf(wanted: Drawing, found: Drawing | undefined): string | undefined {
  if (!found) return 'nothing is drawn';
  const { bounds, ...look } = wanted;
  const { bounds: other, ...otherLook } = found;
  const isThere = bounds.every((edge, k) => Math.abs(edge - (other[k] ?? Number.NaN)) < 0.02);
  const isSame = JSON.stringify(look) === JSON.stringify(otherLook);
  return isThere && isSame ? undefined : `${JSON.stringify(wanted)} is ${JSON.stringify(found)}`;
}
