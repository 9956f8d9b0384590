import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticDataset } from '../../scripts/make-synthetic.mjs';
import { ownSize, PAGE_SIZES, type PageSizeId } from '../../src/scene/page-size';
import type { Pages } from '../../src/scene/pages';
import {
  type ColumnPageOf,
  columnPageInput,
  drawnLanes,
  faultsOfColumns,
  layoutColumnPage,
} from '../support/column-page';
import type { Json } from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { drawn, isText } from '../support/scene-faults';
import { readRecord } from '../support/slide';
import { recordOf, slideDay, slideEvent } from '../support/slide-records';
import { tries } from '../support/tries';

const ALL = { from: '1945-01-01', to: '2027-12-31', asOf: '2026-02-20', lang: 'en' } as const;

/** Of the bundled record. */
function pageOf(of: Partial<ColumnPageOf> = {}) {
  const input = columnPageInput({ dataset: readRecord(), ...ALL, ...of });
  return { input, made: layoutColumnPage(input) };
}

const whole = pageOf();

function wordsOn({ pages }: Pages): string {
  return pages
    .flatMap(({ scene }) => drawn(scene.nodes))
    .flatMap(({ shape }) => (isText(shape) ? [shape.text] : []))
    .join(' ');
}

describe('the record as a page of columns', { timeout: 30_000 }, () => {
  it.each([
    ['a4', 'en'],
    ['column', 'ja'],
    ['square', 'ja'],
  ] as const satisfies readonly (readonly [PageSizeId, string])[])(
    'counts each event once and keeps texts clear on %s in %s',
    (size, lang) => {
      const { input, made } = pageOf({ lang, size: PAGE_SIZES[size] });
      expect(made.pages.map(({ kind }) => kind)).toEqual(['columns']);
      expect(faultsOfColumns(input, made)).toEqual([]);
      expect(made.pages[0]?.rows.length).toBeGreaterThan(10);
    },
  );

  it.each([
    ['2023-01-01', '2023-12-31', 'weeks'],
    ['2023-05-01', '2023-06-30', 'days'],
    ['2015-03-10', '2024-05-05', 'months'],
    ['1200-01-01', '2027-12-31', 'decades'],
  ])('from %s to %s has columns of %s', (from, to, unit) => {
    const { input, made } = pageOf({ from, to });
    expect(made.pages[0]?.tally?.unit).toBe(unit);
    expect(faultsOfColumns(input, made)).toEqual([]);
  });

  it('says what it is: how many events, how many named, and where all are', () => {
    const { input, made } = whole;
    expect(faultsOfColumns(input, made)).toEqual([]);
    expect(wordsOn(made)).toContain(
      `${input.matching.count} events in columns by year, ${made.pages[0]?.rows.length} named.`,
    );
    expect(wordsOn(made)).toContain('All stand by name on pages and in the data files.');
  });

  it('counts what the filter leaves', () => {
    const { input, made } = pageOf({ filter: { domains: ['security'], importance: [3, 5] } });
    expect(made.pages[0]?.tally?.count).toBe(input.matching.count);
    expect(drawnLanes(made).map(({ id }) => id)).toEqual(['security']);
    expect(faultsOfColumns(input, made)).toEqual([]);
  });

  it.each(['none', 'actor', 'capital'] as const)('stands in lanes by %s', (grouping) => {
    const { input, made } = pageOf({ grouping });
    expect(faultsOfColumns(input, made)).toEqual([]);
    const stands = made.pages[0]?.tally?.lanes.reduce((sum, { count }) => sum + count, 0) ?? 0;
    expect(wordsOn(made).includes('An event of several lanes counts in each.')).toBe(
      stands > input.matching.count,
    );
  });

  it('puts lanes for which a page is too low into one', () => {
    const { input, made } = pageOf({ grouping: 'actor', size: ownSize(700, 400, 'px') });
    expect(made.pages[0]?.tally?.lanes).toMatchObject([{ id: 'all', count: input.matching.count }]);
    expect(faultsOfColumns(input, made)).toEqual([]);
  });

  it('numbers the sources of what it names', () => {
    const { pages, sources } = whole.made;
    const shapes = drawn(pages[0]?.scene.nodes ?? []).map(({ shape }) => shape);
    const numbers = shapes.filter(isText).filter(({ role }) => role === 'source-number');
    expect(numbers).toHaveLength(pages[0]?.rows.length ?? 0);
    for (const { text, href } of numbers) {
      expect(href).toBe(sources[Number(text) - 1]?.source.url);
    }
  });

  it('tells no source where none is wanted', () => {
    const { made } = pageOf({ includes: { sources: false } });
    expect(made.sources).toEqual([]);
    expect(wordsOn(made)).not.toMatch(/one for each named event|No source/);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(pageOf().made)).toBe(JSON.stringify(whole.made));
  });

  it('is the same of a packed set', () => {
    const file = JSON.parse(readFileSync('data/japan-us.json', 'utf8')) as Json;
    // Which source speaks for an event is judged by all events, or by those of the picture.
    const of = { includes: { sources: false } };
    const { made } = pageOf({ ...of, dataset: packedOf(file).dataset });
    expect(JSON.stringify(made)).toBe(JSON.stringify(pageOf(of).made));
  });

  it('has a page of text behind only for a title that has no room', () => {
    const { made } = pageOf({ title: 'An overlong title '.repeat(60).trim() });
    expect(made.pages.map(({ kind }) => kind)).toEqual(['columns', 'text']);
  });

  it('says that no event is there', () => {
    const { made } = pageOf({ from: '1900-01-01', to: '1900-12-31' });
    expect(made.pages[0]).toMatchObject({ rows: [], tally: { count: 0, lanes: [] } });
    expect(wordsOn(made)).toContain('No events');
  });
});

describe('thousands of events as a page of columns', { timeout: 30_000 }, () => {
  const { head, events } = syntheticDataset({ events: 4000 });
  const { dataset } = packedOf({ ...head, events: [...events] });

  it.each([
    ['1945-01-01', '2027-12-31', 'slide'],
    ['1945-01-01', '2027-12-31', 'column'],
    ['2022-11-10', '2024-02-02', 'square'],
  ] as const)('counts each once and keeps texts clear from %s to %s on %s', (from, to, size) => {
    const { input, made } = pageOf({ dataset, from, to, size: PAGE_SIZES[size] });
    expect(faultsOfColumns(input, made)).toEqual([]);
  });
});

describe('any record as a page of columns', { timeout: 30_000 }, () => {
  it('counts each event once and keeps texts clear', () => {
    fc.assert(
      fc.property(
        fc.array(slideEvent, { maxLength: 60, size: 'max' }),
        fc.tuple(slideDay, slideDay).map((days) => days.toSorted()),
        slideDay,
        fc.constantFrom('en', 'ja'),
        fc.constantFrom(...Object.values(PAGE_SIZES), ownSize(400, 400, 'px')),
        fc.boolean(),
        (events, [from = '', to = ''], asOf, lang, size, sources) => {
          const dataset = recordOf(events);
          const of = { dataset, from, to, asOf, lang, size, includes: { sources } } as const;
          const input = columnPageInput(of);
          expect(faultsOfColumns(input, layoutColumnPage(input))).toEqual([]);
        },
      ),
      { numRuns: tries(12) },
    );
  });
});
