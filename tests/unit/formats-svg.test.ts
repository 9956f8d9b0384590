// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeFonts } from '../../src/cli/node-fonts';
import type { FontEngine } from '../../src/formats/fonts/font-engine';
import type { Publication } from '../../src/formats/publication';
import { readSvgStamp } from '../../src/formats/svg-stamp';
import { writeSvg } from '../../src/formats/write-svg';
import { LIGHT } from '../../src/paint/palette';
import { PAGE_SIZES } from '../../src/scene/page-size';
import type { SceneNode, TextShape } from '../../src/scene/scene';
import { formatIsoDay, parseIsoDay } from '../../src/time/day';
import { layoutPages, pagesInput } from '../support/pages';
import { publishScenes } from '../support/publication';
import { readRecord } from '../support/slide';
import { tries } from '../support/tries';

let engine: FontEngine;
beforeAll(async () => {
  engine = await createNodeFonts();
});

const text = (words: string, more: Partial<TextShape> = {}): TextShape => ({
  kind: 'text',
  text: words,
  lang: 'en',
  x: 100,
  y: 50,
  font: { family: 'ui', sizePx: 12, weight: 450 },
  ink: 'ink-1',
  align: 'start',
  ...more,
});
const NODES: readonly SceneNode[] = [
  {
    kind: 'group',
    label: 'lane security',
    nodes: [
      {
        kind: 'group',
        eventId: 'treaty',
        label: 'Treaty & <peace>',
        nodes: [
          text('Treaty & <peace> 日本'),
          text('7', { role: 'source-number', href: 'https://example.org/?a=1&b=2' }),
          text('8', { role: 'source-number', href: 'javascript:alert(1)' }),
        ],
      },
    ],
  },
];
const STAMP = { view: 'v=1&from=2023-01-01', dataset: 'japan-us', hash: 'a'.repeat(64) };

function publication(nodes = NODES, more: Partial<Publication> = {}): Publication {
  const scene = { widthPx: 400, heightPx: 200, nodes };
  return {
    pages: [{ scene, title: 'Treaties', alt: 'Treaties of 1951', sources: [] }],
    title: 'Treaties',
    lang: 'en',
    palette: LIGHT,
    pointsPerPx: PAGE_SIZES.slide.pointsPerPx,
    words: { sources: 'Sources' },
    ...more,
  };
}

async function write(
  of: Publication,
  mode: 'fonts' | 'outlines' = 'fonts',
): Promise<{ svg: string; root: Element }> {
  const svg = await writeSvg(of, 0, { text: mode, engine });
  const root = new DOMParser().parseFromString(svg, 'application/xml').documentElement;
  expect(root.querySelector('parsererror')).toBeNull();
  return { svg, root };
}

const namesOf = (root: Element) =>
  [...root.querySelectorAll('g')].map((group) =>
    ['id', 'inkscape:label', 'inkscape:groupmode'].map((name) => group.getAttribute(name)),
  );

describe('an SVG file', () => {
  it('names its groups by lane and event, lanes as layers', async () => {
    const { root } = await write(publication());
    expect(namesOf(root)).toEqual([
      ['lane-security', 'lane security', 'layer'],
      ['event-treaty', 'Treaty & <peace>', null],
    ]);
  });

  it('links to the web and to nothing else', async () => {
    const { root } = await write(publication());
    const links = [...root.querySelectorAll('a')].map((link) => [
      link.getAttribute('xlink:href'),
      link.textContent,
    ]);
    expect(links).toEqual([['https://example.org/?a=1&b=2', '7']]);
  });

  it('measures millimetres on paper and px elsewhere', async () => {
    const { pointsPerPx } = PAGE_SIZES.a4;
    const onPaper = (await write(publication(NODES, { pointsPerPx }))).root;
    expect([onPaper.getAttribute('width'), onPaper.getAttribute('height')]).toEqual([
      '80mm',
      '40mm',
    ]);
    expect(onPaper.getAttribute('viewBox')).toBe('0 0 400 200');
    expect((await write(publication())).root.getAttribute('width')).toBe('400');
  });

  it('says what it shows, opens again, and tells when it was made only if asked to', async () => {
    const made = publication(NODES, { stamp: STAMP, madeAt: '2023-06-12T09:30:00Z' });
    const { svg, root } = await write(made);
    expect(readSvgStamp(svg)).toEqual({ kind: 'stamp', stamp: STAMP });
    expect(root.querySelector('metadata')?.textContent).toContain('2023-06-12T09:30:00Z');
    expect(root.querySelector('title')?.textContent).toBe('Treaties');
    expect(root.querySelector('desc')?.textContent).toBe('Treaties of 1951');
    expect((await write(publication())).root.querySelector('metadata')).toBeNull();
  });

  it('brings along the letters of its texts, for each weight and face, and no others', async () => {
    const { root } = await write(publication());
    const css = root.querySelector('style')?.textContent ?? '';
    const rules = [
      ...css.matchAll(/font-family:"([^"]*)";font-weight:(\d+);unicode-range:([^;]*)/g),
    ];
    expect(rules.map(([, ...parts]) => parts)).toEqual([
      [
        'Inter Variable',
        '450',
        'U+20,U+26,U+37-38,U+3C,U+3E,U+54,U+61,U+63,U+65,U+70,U+72,U+74,U+79',
      ],
      ['Noto Sans JP Variable', '450', 'U+65E5'],
      ['Noto Sans JP Variable', '450', 'U+672C'],
    ]);
  });

  it('turned to outlines has no text but its names, each where its text stood', async () => {
    const { root } = await write(
      publication([
        text('Peace'),
        text('Peace', { align: 'end' }),
        text('Peace', { align: 'middle' }),
      ]),
      'outlines',
    );
    expect(root.querySelectorAll('text, style')).toHaveLength(0);
    const groups = [...root.querySelectorAll('g')];
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual(Array(3).fill('Peace'));
    const width = engine.measure('Peace', { family: 'ui', sizePx: 12, weight: 450 });
    const lefts = groups.map((group) =>
      Number(/translate\(([\d.]+) 50\)/.exec(group.getAttribute('transform') ?? '')?.[1]),
    );
    expect(lefts[0]).toBe(100);
    expect(lefts[1]).toBeCloseTo(100 - width, 2);
    expect(lefts[2]).toBeCloseTo(100 - width / 2, 2);
    expect(root.querySelector('path')?.getAttribute('d')).toMatch(/^M[-\d. MLQCZ]+Z$/);
  });

  it('has a halo under the letters also in programs that know no order of paint', async () => {
    const nodes = [text('Peace', { halo: { ink: 'canvas', widthPx: 3 } })];
    const real = (await write(publication(nodes))).root;
    const [below, letters] = [...real.querySelectorAll('text')];
    expect([below?.getAttribute('stroke-width'), below?.getAttribute('fill')]).toEqual([
      '6',
      'none',
    ]);
    expect(letters?.getAttribute('stroke')).toBeNull();
    const drawn = (await write(publication(nodes), 'outlines')).root;
    expect([...drawn.querySelectorAll('path')].map((path) => path.getAttribute('fill'))).toEqual([
      'none',
      LIGHT['ink-1'],
    ]);
  });

  it('is the same whatever was written before it', async () => {
    const before = await write(publication());
    await write(publication([text('サンフランシスコ平和条約 ※ “—” Ω')]));
    expect((await write(publication())).svg).toBe(before.svg);
    const { svg } = await write(publication(), 'outlines');
    const other = await createNodeFonts();
    expect(await writeSvg(publication(), 0, { text: 'outlines', engine: other })).toBe(svg);
  });
});

describe('the SVG files of a range', () => {
  const firstDay = parseIsoDay('1990-01-01') ?? 0;
  const ranges = fc.record({
    from: fc.integer({ min: firstDay, max: firstDay + 13_000 }),
    days: fc.integer({ min: 1, max: 120 }),
    domain: fc.nat(3),
    mode: fc.constantFrom('fonts' as const, 'outlines' as const),
  });

  it('hold each event of any range and filter, and no other', async () => {
    const dataset = readRecord();
    await fc.assert(
      fc.asyncProperty(ranges, async ({ from, days, domain, mode }) => {
        const [first, last] = [formatIsoDay(from), formatIsoDay(from + days)];
        const input = pagesInput({
          dataset,
          from: first,
          to: last,
          asOf: '2026-02-20',
          lang: 'en',
        });
        const rows = input.rows.filter((row) => domain === 3 || input.table.domain[row] === domain);
        const { pages } = layoutPages({ ...input, rows });
        const pictures = publishScenes(...pages.map(({ scene }) => scene));
        const found = new Set<string>();
        for (const page of pages.keys()) {
          const svg = await writeSvg(pictures, page, { text: mode, engine });
          for (const [, id] of svg.matchAll(/ data-event="([^"]*)"/g)) found.add(id ?? '');
        }
        const wanted = rows.map((row) => input.table.stateOf(row)?.id ?? '');
        expect([...found].toSorted()).toEqual([...new Set(wanted)].toSorted());
      }),
      { numRuns: tries(6) },
    );
  });
});
