import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, STATUSES } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { facetToDrop } from '../../src/query/advice';
import { countFacets } from '../../src/query/facets';
import { FACETS, type Filter, NO_FILTER } from '../../src/query/filter';
import { binCounts, yearCounts } from '../../src/query/histogram';
import { rejectMasks } from '../../src/query/match';
import { matchingRowsIn } from '../../src/query/window';
import type { Span } from '../../src/time/day';
import { eventJson, isoDay, spans, tableOf, tables } from '../support/model-dataset';
import { filters } from '../support/query-filters';

const ALL_TIME: Span = { startDay: -9_000_000, endDay: 9_000_000 };
const matches = (table: EventTable, filter: Filter, span: Span) =>
  matchingRowsIn(table, rejectMasks(table, filter), span).length;

describe('countFacets', () => {
  it('says of each choice how many events choosing it alone in its facet would show', () => {
    fc.assert(
      fc.property(tables, filters, spans, (table, given, span) => {
        const filter = { ...given, text: '' };
        const counts = countFacets(table, rejectMasks(table, filter), span, filter);
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
      }),
      { numRuns: 60 },
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

describe('binCounts', () => {
  it('adds up, domain by domain, to the facet’s counts', () => {
    fc.assert(
      fc.property(
        tables,
        filters,
        spans,
        fc.integer({ min: 1, max: 65 }),
        (table, filter, span, bins) => {
          const masks = rejectMasks(table, filter);
          const { happened, ahead, highest } = binCounts({
            table,
            masks,
            span,
            bins,
            facet: 'domains',
          });
          const sums = table.dataset.domains.map((_, domain) => {
            let sum = 0;
            for (let bin = 0; bin < bins; bin++) {
              const at = domain * bins + bin;
              const both = (happened[at] ?? 0) + (ahead[at] ?? 0);
              expect(both).toBeLessThanOrEqual(highest);
              sum += both;
            }
            return sum;
          });
          expect(sums).toEqual([...countFacets(table, masks, span).domains]);
        },
      ),
    );
  });

  it('puts an event in the bin of its first day, what lies ahead apart', () => {
    const table = tableOf({
      events: [
        eventJson({ id: 'a', date: '2023-01-01' }),
        eventJson({ id: 'b', date: '2023-01-10', status: 'scheduled' }),
        eventJson({ id: 'c', date: '2022-12-01/2023-01-10' }),
      ],
    });
    const span = { startDay: isoDay('2023-01-01'), endDay: isoDay('2023-01-11') };
    const { happened, ahead, highest } = binCounts({
      table,
      masks: rejectMasks(table, NO_FILTER),
      span,
      bins: 2,
    });
    expect([...happened]).toEqual([0, 0, 2, 0, 0, 0]);
    expect([...ahead]).toEqual([0, 0, 0, 1, 0, 0]);
    expect(highest).toBe(2);
  });
});

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
