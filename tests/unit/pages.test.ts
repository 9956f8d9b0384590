import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_SIZES, type PageSizeId } from '../../src/scene/page-size';
import { layoutPagesInSteps, type Page, type Pages } from '../../src/scene/pages';
import type { TextShape } from '../../src/scene/scene';
import { formatIsoDay } from '../../src/time/day';
import { faultsOfPages, layoutPages, type PagesOf, pagesInput } from '../support/pages';
import { drawn, isText } from '../support/scene-faults';
import { readRecord } from '../support/slide';
import { recordOf, slideDay, slideEvent } from '../support/slide-records';
import { tries } from '../support/tries';

const HALF = { from: '2023-01-01', to: '2023-06-30', asOf: '2023-06-12', lang: 'en' } as const;

/** Pages of the bundled record. */
function pagesOfRecord(of: Partial<PagesOf> = {}): Pages {
  return layoutPages(pagesInput({ dataset: readRecord(), ...HALF, ...of }));
}

function textsOn({ scene }: Page): TextShape[] {
  return drawn(scene.nodes).flatMap(({ shape }) => (isText(shape) ? [shape] : []));
}

function wordsOn(pages: readonly Page[]): string {
  return pages
    .flatMap(textsOn)
    .map(({ text }) => text)
    .join(' ');
}

const plain = (text: string) => text.replaceAll(/\s/g, '');

describe('pages of the record', { timeout: 30_000 }, () => {
  it.each([
    ['2023-03-09', '2023-06-15'],
    ['2023-01-01', '2023-06-30'],
    ['2023-02-01', '2023-03-31'],
    ['2023-05-01', '2023-05-31'],
  ])('are one slide of 1080 px from %s to %s: there is room for all', (from, to) => {
    const { pages } = pagesOfRecord({ from, to });
    expect(pages.map(({ scene }) => scene.heightPx)).toEqual([1080]);
    expect(wordsOn(pages)).not.toContain('Page 1');
  });

  it('are two slides for a year, parted at its middle, each told by its months and number', () => {
    const { pages } = pagesOfRecord({ to: '2023-12-31', asOf: '2026-02-20' });
    expect(pages.map(({ span }) => formatIsoDay(span.startDay))).toEqual([
      '2023-01-01',
      '2023-07-01',
    ]);
    expect(wordsOn(pages.slice(0, 1))).toMatch(/January to June 2023.*Page 1 of 2/);
    expect(wordsOn(pages.slice(1))).toMatch(/July to December 2023.*Page 2 of 2/);
  });

  it('are evenly filled', () => {
    const { pages } = pagesOfRecord({ from: '1945-01-01', to: '2027-12-31', size: PAGE_SIZES.a4 });
    const counts = pages.map(({ rows }) => rows.length);
    expect(Math.min(...counts)).toBeGreaterThan(0.7 * Math.max(...counts));
  });

  it.each([
    ...Object.keys(PAGE_SIZES).map((size) => [size as PageSizeId, 'en'] as const),
    ['column', 'ja'] as const,
    ['a4', 'ja'] as const,
  ])('keep every text clear on %s in %s', (size, lang) => {
    const range = { to: '2023-09-30', lang, size: PAGE_SIZES[size] };
    const includes = { summaries: true, links: true };
    const input = pagesInput({ dataset: readRecord(), ...HALF, ...range, includes });
    expect(faultsOfPages(input, layoutPages(input))).toEqual([]);
  });

  it('end under what they hold where they may be low', () => {
    const { pages } = pagesOfRecord({
      from: '2023-02-01',
      to: '2023-02-28',
      size: PAGE_SIZES.column,
    });
    expect(pages.map(({ scene }) => scene.heightPx < 800)).toEqual([true]);
  });

  it('are the same each time', () => {
    expect(pagesOfRecord({ size: PAGE_SIZES.a4 })).toEqual(pagesOfRecord({ size: PAGE_SIZES.a4 }));
  });

  it('are laid out in steps, some for each event', () => {
    const input = pagesInput({ dataset: readRecord(), ...HALF });
    expect([...layoutPagesInSteps(input)].length).toBeGreaterThan(5 * input.rows.length);
  });
});

describe('what pages include', { timeout: 30_000 }, () => {
  it('sources: numbers and a list with links, the same numbers throughout', () => {
    const { pages, sources } = pagesOfRecord({ size: PAGE_SIZES.column });
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1));
    const numbers = pages.flatMap(textsOn).filter(({ role }) => role === 'source-number');
    expect(numbers.length).toBeGreaterThan(40);
    for (const { text, href } of numbers) {
      expect(href).toBe(sources[Number(text) - 1]?.source.url);
    }
  });

  it('no sources: no number, no list, no sign that one is missing', () => {
    const { pages, sources } = pagesOfRecord({ includes: { sources: false } });
    expect(sources).toEqual([]);
    expect(pages.flatMap(textsOn).filter(({ role, href }) => role !== undefined || href)).toEqual(
      [],
    );
    expect(wordsOn(pages)).not.toMatch(/Sources|No source/);
  });

  it('the signs, or not', () => {
    expect(wordsOn(pagesOfRecord().pages)).toContain('Date not exact');
    expect(wordsOn(pagesOfRecord({ includes: { legend: false } }).pages)).not.toContain(
      'Date not exact',
    );
  });

  it('the as-of day on the axis, or in the foot alone', () => {
    const count = (pages: readonly Page[]) => wordsOn(pages).split('As of 12 June 2023').length - 1;
    expect(count(pagesOfRecord().pages)).toBe(2);
    expect(count(pagesOfRecord({ includes: { asOf: false } }).pages)).toBe(1);
  });

  it('arrows with words between linked events, or none', () => {
    const curves = (of: Partial<PagesOf>) =>
      pagesOfRecord(of).pages.flatMap(({ scene }) =>
        drawn(scene.nodes).filter(
          ({ shape }) => shape.kind === 'curve' && shape.stroke?.ink === 'ink-2',
        ),
      ).length;
    expect(curves({})).toBe(0);
    expect(curves({ includes: { links: true } })).toBeGreaterThan(10);
    expect(wordsOn(pagesOfRecord({ includes: { links: true } }).pages)).toMatch(
      / leads to .* prepares /,
    );
  });

  it('summaries, whole, after the pictures', () => {
    const { pages } = pagesOfRecord({ includes: { summaries: true } });
    const kinds = pages.map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.toSorted());
    const text = plain(wordsOn(pages.filter(({ kind }) => kind === 'text')));
    const { table, rows } = pagesInput({ dataset: readRecord(), ...HALF });
    for (const row of rows) {
      const summary = table.stateOf(row)?.summary;
      if (typeof summary === 'object') expect(text).toContain(plain(summary['en'] ?? ''));
    }
  });

  it('a footer of one’s own', () => {
    const input = pagesInput({ dataset: readRecord(), ...HALF });
    const { pages } = layoutPages({ ...input, footer: 'Made for the desk' });
    expect(wordsOn(pages)).toContain('Made for the desk');
  });
});

const meeting = { domains: ['security'], status: 'happened', importance: 3, sources: ['one'] };

describe('what time cannot part', { timeout: 30_000 }, () => {
  it.each([
    ['hundreds of events on one day', '2022-06-01'],
    ['hundreds of long periods', '2021-02-01/2023-11-30'],
  ])('stands on pages of one span: %s', (_, date) => {
    const events = Array.from({ length: 150 }, (__, i) => ({
      ...meeting,
      date,
      title: `Meeting ${i}`,
    }));
    const range = { from: '2020-01-01', to: '2024-12-31', asOf: '2025-01-01', lang: 'en' } as const;
    const input = pagesInput({ dataset: recordOf(events), ...range });
    const pages = layoutPages(input);
    expect(faultsOfPages(input, pages)).toEqual([]);
    expect(pages.pages.length).toBeGreaterThan(2);
    expect(new Set(pages.pages.map(({ span }) => span.startDay)).size).toBe(1);
  });

  it('is left to earlier pages where too much runs on, and the page says so', () => {
    const long = Array.from({ length: 40 }, (_, i) => ({
      ...meeting,
      date: `2020-0${1 + (i % 9)}-01/2024-12-31`,
      title: `Plan ${i}`,
    }));
    const short = Array.from({ length: 160 }, (_, i) => ({
      ...meeting,
      date: `202${1 + (i % 3)}-0${1 + (i % 9)}-1${i % 10}`,
      title: `Meeting ${i}`,
    }));
    const range = { from: '2020-01-01', to: '2024-12-31', asOf: '2025-01-01', lang: 'en' } as const;
    const dataset = recordOf([...long, ...short]);
    const input = pagesInput({ dataset, ...range, size: PAGE_SIZES.column });
    const pages = layoutPages(input);
    expect(faultsOfPages(input, pages)).toEqual([]);
    expect(wordsOn(pages.pages)).toMatch(/more events began earlier and run on/);
  });
});

describe('what is too long for a picture', { timeout: 30_000 }, () => {
  const LONG = 'A name of very many words '.repeat(200).trim();

  it('is there by its beginning, and whole on a text page', () => {
    const event = { ...meeting, date: '2022-06-01', title: LONG };
    const range = { from: '2022-01-01', to: '2022-12-31', asOf: '2025-01-01', lang: 'en' } as const;
    const input = pagesInput({ dataset: recordOf([event]), ...range, size: PAGE_SIZES.square });
    const pages = layoutPages(input);
    expect(faultsOfPages(input, pages)).toEqual([]);
    const [picture, ...texts] = pages.pages;
    expect(wordsOn(picture ? [picture] : [])).toContain('…');
    expect(plain(wordsOn(texts))).toContain(plain(LONG));
  });

  it.each(['title', 'subtitle', 'note', 'footer'] as const)('%s: so it is', (use) => {
    const input = { ...pagesInput({ dataset: readRecord(), ...HALF }), [use]: LONG };
    const pages = layoutPages(input);
    expect(faultsOfPages(input, pages)).toEqual([]);
    expect(plain(wordsOn(pages.pages.slice(-1)))).toContain(plain(LONG));
  });
});

const sizes = fc.oneof(
  fc.constantFrom(...Object.values(PAGE_SIZES)),
  fc.record({
    widthPx: fc.integer({ min: 300, max: 2400 }),
    heightPx: fc.integer({ min: 300, max: 1600 }),
    isLow: fc.boolean(),
    pointsPerPx: fc.constant(0.5),
  }),
);

const includes = fc.record({
  legend: fc.boolean(),
  sources: fc.boolean(),
  links: fc.boolean(),
  asOf: fc.boolean(),
  summaries: fc.boolean(),
});

describe('pages of any record', { timeout: 30_000 }, () => {
  it('name every event in whole, are never higher than asked for, and no text meets another', () => {
    fc.assert(
      fc.property(
        fc.array(slideEvent, { maxLength: 40 }),
        fc.constantFrom('domain' as const, 'none' as const),
        fc.constantFrom('en' as const, 'ja' as const),
        slideDay,
        fc.tuple(sizes, includes),
        (events, grouping, lang, asOf, [size, parts]) => {
          const range = { from: '2020-03-01', to: '2024-08-31', asOf, lang, grouping };
          const dataset = recordOf(events);
          const input = pagesInput({ dataset, ...range, size, includes: parts });
          expect(faultsOfPages(input, layoutPages(input))).toEqual([]);
        },
      ),
      { numRuns: tries(16) },
    );
  });

  it('say so where a range holds no event', () => {
    const range = { from: '2022-01-01', to: '2022-12-31', asOf: '2022-06-01', lang: 'en' } as const;
    const { pages } = layoutPages(pagesInput({ dataset: recordOf([]), ...range }));
    expect(wordsOn(pages)).toContain('No events in this range match the filters.');
  });
});
