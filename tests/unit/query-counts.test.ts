import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, STATUSES } from '../../src/model/dataset';
import { type EventTable, OPEN_END_DAY, OPEN_START_DAY } from '../../src/model/event-table';
import { facetToDrop } from '../../src/query/advice';
import { countFacets } from '../../src/query/facets';
import { FACETS, type Filter, NO_FILTER } from '../../src/query/filter';
import { yearCounts } from '../../src/query/histogram';
import { facetBit, rejectMasks } from '../../src/query/match';
import { forEachRowIn, matchingRowsIn } from '../../src/query/window';
import { civilOf, type Span } from '../../src/time/day';
import { eventJson, isoDay, spans, tableOf, tables } from '../support/model-dataset';
import { filters } from '../support/query-filters';
import { tries } from '../support/tries';

const ALL_TIME: Span = { startDay: -9_000_000, endDay: 9_000_000 };
const matches = (table: EventTable, filter: Filter, span: Span) =>
  matchingRowsIn(table, rejectMasks(table, filter), span).length;

describe('countFacets', () => {
  it('says of each choice how many events choosing it alone in its facet would show', () => {
    fc.assert(
      fc.property(tables, filters, spans, (table, given, span) => {
        const filter = { ...given, text: '' };
        const masks = rejectMasks(table, filter);
        const { counts, named } = countFacets({ ...filter, table, masks, span, bins: 3 });
        const wanted = (change: Partial<Filter>) => matches(table, { ...filter, ...change }, span);
        expect(counts.total).toBe(wanted({}));
        expect([...counts.domains]).toEqual(
          table.dataset.domains.map(({ id }) => wanted({ domains: [id] })),
        );
        expect([...counts.actors]).toEqual(
          table.actorIds.map((id) => wanted({ actors: [id], countries: [] })),
        );
        expect([...counts.countries]).toEqual(
          table.countryCodes.map((code) => wanted({ actors: [], countries: [code] })),
        );
        expect([...counts.kinds]).toEqual(EVENT_KINDS.map((kind) => wanted({ kinds: [kind] })));
        expect([...counts.statuses]).toEqual(
          STATUSES.map((status) => wanted({ statuses: [status] })),
        );
        expect([...counts.importance]).toEqual([
          0,
          ...([1, 2, 3, 4, 5] as const).map((stop) => wanted({ importance: [stop, stop] })),
        ]);
        expect([...counts.tags]).toEqual(table.tagNames.map((tag) => wanted({ tags: [tag] })));
        const alone = { withPeople: false, actors: [], countries: [] };
        expect([...named.actors]).toEqual(
          table.actorIds.map((id) => wanted({ ...alone, actors: [id] })),
        );
        expect([...named.countries]).toEqual(
          table.countryCodes.map((code) => wanted({ ...alone, countries: [code] })),
        );
      }),
      { numRuns: tries(60) },
    );
  });
});

describe('facetToDrop', () => {
  it('names the facet without which most events show', () => {
    fc.assert(
      fc.property(tables, filters, spans, (table, given, span) => {
        const filter = { ...given, text: '' };
        const masks = rejectMasks(table, filter);
        const advice = facetToDrop(table, masks, span);
        if (matches(table, filter, span) > 0) {
          expect(advice).toBeUndefined();
          return;
        }
        const without: readonly Partial<Filter>[] = [
          { domains: [] },
          { actors: [], countries: [] },
          { kinds: [] },
          { statuses: [] },
          { importance: [1, 5] },
          { tags: [] },
          {},
          { road: undefined },
        ];
        const gains = without.map((change) => matches(table, { ...filter, ...change }, span));
        expect(advice?.count ?? 0).toBe(Math.max(...gains));
        if (advice) expect(gains[FACETS.indexOf(advice.facet)]).toBe(advice.count);
        else expect(matches(table, NO_FILTER, span)).toBe(0);
      }),
    );
  });

  it('names the facet that rejects most where no single one is enough', () => {
    const table = tableOf({
      events: [
        eventJson({ id: 'a', tags: ['x'] }),
        eventJson({ id: 'b', kind: 'visit' }),
        eventJson({ id: 'c' }),
      ],
    });
    const masks = rejectMasks(table, {
      ...NO_FILTER,
      domains: ['economy'],
      kinds: ['ruling'],
      tags: ['x'],
    });
    expect(facetToDrop(table, masks, ALL_TIME)).toEqual({ facet: 'domains', count: 0 });
  });

  it('has no advice where there is nothing in the span', () => {
    const table = tableOf({ events: [eventJson()] });
    const masks = rejectMasks(table, { ...NO_FILTER, kinds: ['ruling'] });
    expect(facetToDrop(table, masks, { startDay: 0, endDay: 10 })).toBeUndefined();
  });
});

describe('the bins of domains', () => {
  it('hold each event by its first day under each of its domains, obeying all other facets', () => {
    fc.assert(
      fc.property(
        tables,
        filters,
        spans,
        fc.integer({ min: 1, max: 65 }),
        (table, filter, span, bins) => {
          const masks = rejectMasks(table, { ...filter, text: '' });
          const found = countFacets({ table, masks, span, bins, withPeople: true });
          const expected = binsOneByOne(table, masks, span, bins);
          expect([...found.bins.happened]).toEqual(expected.happened);
          expect([...found.bins.ahead]).toEqual(expected.ahead);
          const both = expected.happened.map((count, at) => count + (expected.ahead[at] ?? 0));
          expect(found.bins.highest).toBe(Math.max(0, ...both));
          expect([...found.counts.domains]).toEqual(
            table.dataset.domains.map((_, domain) =>
              both.slice(domain * bins, (domain + 1) * bins).reduce((sum, count) => sum + count, 0),
            ),
          );
        },
      ),
    );
  });

  it('may be cut where a day is no whole number of bins', () => {
    fc.assert(
      fc.property(
        tables,
        fc.double({ min: 18_000, max: 20_000, noNaN: true }),
        fc.double({ min: 0.001, max: 900, noNaN: true }),
        (table, startDay, length) => {
          const span = { startDay, endDay: startDay + length };
          const masks = rejectMasks(table, NO_FILTER);
          const found = countFacets({ table, masks, span, bins: 13, withPeople: true });
          const expected = binsOneByOne(table, masks, span, 13);
          expect([...found.bins.happened]).toEqual(expected.happened);
        },
      ),
    );
  });

  it('put an event in the bin of its first day, what lies ahead apart', () => {
    const table = tableOf({
      events: [
        eventJson({ id: 'a', date: '2023-01-01' }),
        eventJson({ id: 'b', date: '2023-01-10', status: 'scheduled' }),
        eventJson({ id: 'c', date: '2022-12-01/2023-01-10' }),
      ],
    });
    const span = { startDay: isoDay('2023-01-01'), endDay: isoDay('2023-01-11') };
    const masks = rejectMasks(table, NO_FILTER);
    const { bins } = countFacets({ table, masks, span, bins: 2, withPeople: true });
    expect([...bins.happened]).toEqual([0, 0, 2, 0, 0, 0]);
    expect([...bins.ahead]).toEqual([0, 0, 0, 1, 0, 0]);
    expect(bins.highest).toBe(2);
  });
});

/** In the plainest way, to hold the quick one against. */
function binsOneByOne(table: EventTable, masks: Uint8Array, span: Span, bins: number) {
  const domains = table.dataset.domains.length;
  const happened = Array.from({ length: domains * bins }, () => 0);
  const ahead = [...happened];
  forEachRowIn(table, span, (row) => {
    if (((masks[row] ?? 0) & ~facetBit('domains')) !== 0) return;
    const share = (table.startDay[row]! - span.startDay) / (span.endDay - span.startDay);
    const perDay = bins / (span.endDay - span.startDay);
    const bin = Math.floor((table.startDay[row]! - span.startDay) * perDay);
    expect(share).toBeLessThan(1);
    const status = STATUSES[table.status[row]!]!;
    const counts = ['happened', 'under-way'].includes(status) ? happened : ahead;
    for (let domain = 0; domain < domains; domain++) {
      const isOwn = ((table.domainMask[row] ?? 0) & (1 << domain)) !== 0;
      if (isOwn) counts[domain * bins + Math.min(Math.max(bin, 0), bins - 1)]! += 1;
    }
  });
  return { happened, ahead };
}

describe('yearCounts', () => {
  it('counts each matching event once, in its first year under its main domain', () => {
    const table = tableOf({
      events: [
        eventJson({ id: 'a', date: '1951-09-08', domains: ['security', 'economy'] }),
        eventJson({ id: 'b', date: '1953/1955' }),
        eventJson({ id: 'c', date: '../1952-04', known: '1952-04-01' }),
        eventJson({ id: 'd', date: '1953', kind: 'visit' }),
      ],
    });
    const masks = rejectMasks(table, { ...NO_FILTER, kinds: ['meeting'] });
    const { firstYear, years, domains, counts } = yearCounts(table, masks);
    expect([firstYear, years, domains]).toEqual([1951, 3, 3]);
    expect([...counts]).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0]);
  });

  it('is empty for an empty table', () => {
    const table = tableOf({});
    expect(yearCounts(table, new Uint8Array())).toMatchObject({ years: 0 });
  });

  it('says of each year what walking over all rows says', () => {
    fc.assert(
      fc.property(tables, filters, (table, given) => {
        const masks = rejectMasks(table, { ...given, text: '' });
        const { firstYear, years, domains, counts } = yearCounts(table, masks);
        const expected = Array.from({ length: years * domains }, () => 0);
        for (let row = 0; row < table.count; row++) {
          const [start, end] = [table.startDay[row]!, table.endDay[row]!];
          if (start === OPEN_START_DAY && end === OPEN_END_DAY) continue;
          const { year } = civilOf(start === OPEN_START_DAY ? end - 1 : start);
          expect(year).toBeGreaterThanOrEqual(firstYear);
          expect(year).toBeLessThan(firstYear + years);
          if (masks[row] === 0) expected[(year - firstYear) * domains + table.domain[row]!]! += 1;
        }
        expect([...counts]).toEqual(expected);
      }),
    );
  });

  it('adds up to the matches', () => {
    fc.assert(
      fc.property(tables, filters, (table, filter) => {
        const masks = rejectMasks(table, filter);
        const sum = yearCounts(table, masks).counts.reduce((all, count) => all + count, 0);
        expect(sum).toBe(matchingRowsIn(table, masks, ALL_TIME).length);
      }),
    );
  });
});
