import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, type EventState, STATUSES } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { peopleOf } from '../../src/model/people';
import { FACETS, type Facet, type Filter, NO_FILTER } from '../../src/query/filter';
import { facetBit, rejectMasks } from '../../src/query/match';
import { rowSetOf } from '../../src/query/row-set';
import { createSearch } from '../../src/query/search';
import { createRowIndex, forEachRowIn, matchingRowsIn } from '../../src/query/window';
import { formatIsoDay } from '../../src/time/day';
import { eventJson, spans, tableOf, tables } from '../support/model-dataset';
import { onRoad } from '../support/on-road';
import { filters } from '../support/query-filters';
import { statesOf } from '../support/states-of';

/** The rules of a filter in the plainest words, to hold the quick ones against. */
function accepts(
  facet: Facet,
  state: EventState,
  { filter, table, isSaid }: { filter: Filter; table: EventTable; isSaid: boolean },
): boolean {
  const anyIn = (chosen: readonly string[], own: readonly string[]) =>
    chosen.length === 0 || chosen.some((word) => own.includes(word));
  switch (facet) {
    case 'domains':
      return anyIn(filter.domains, state.domains);
    case 'kinds':
      return anyIn(filter.kinds, [state.kind]);
    case 'statuses':
      return anyIn(filter.statuses, [state.status]);
    case 'tags':
      return anyIn(filter.tags, state.tags);
    case 'importance':
      return state.importance >= filter.importance[0] && state.importance <= filter.importance[1];
    case 'road':
      return !filter.road || onRoad(filter.road, table).has(state.id);
    case 'text':
      return filter.text.trim() === '' || isSaid;
    case 'who': {
      if (filter.actors.length + filter.countries.length === 0) return true;
      const named = new Set(state.actors.map(({ actor }) => actor));
      const people = peopleOf(table.dataset);
      const behind = [
        ...filter.actors.flatMap((id) => [...people.ofActor(id)]),
        ...filter.countries.flatMap((code) => [...people.ofCountry(code)]),
      ];
      return (
        filter.actors.some((id) => named.has(id)) ||
        filter.countries.some((code) => state.parties.includes(code)) ||
        (filter.withPeople && behind.some((id) => named.has(id)))
      );
    }
  }
}

describe('rejectMasks', () => {
  it('sets the bit of each facet that rejects a row, and no other', () => {
    fc.assert(
      fc.property(tables, filters, (table, filter) => {
        const { dataset } = table;
        const search = createSearch(dataset);
        const masks = rejectMasks(table, filter, search);
        const said = search.find(table, filter.text);
        statesOf(table).forEach((state, row) => {
          for (const facet of FACETS) {
            const isRejected = ((masks[row] ?? 0) & facetBit(facet)) !== 0;
            expect(isRejected).toBe(
              !accepts(facet, state, { filter, table, isSaid: said?.[row] === 1 }),
            );
          }
        });
      }),
    );
  });

  it('rejects nothing by a text whose answer is on its way', () => {
    const table = tableOf({ events: [eventJson()] });
    const filter = { ...NO_FILTER, text: 'elsewhere' };
    expect(rejectMasks(table, filter, { find: () => undefined })[0]).toBe(0);
    expect(rejectMasks(table, filter, { find: () => Uint8Array.of(0) })[0]).not.toBe(0);
  });

  it('rejects nothing without a filter', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(rejectMasks(table, NO_FILTER).every((mask) => mask === 0)).toBe(true);
      }),
    );
  });

  it('never matches less when a facet gets another choice', () => {
    fc.assert(
      fc.property(tables, filters, fc.constantFrom(...EVENT_KINDS), (table, filter, kind) => {
        fc.pre(filter.kinds.length > 0);
        const fewer = rejectMasks(table, filter);
        const more = rejectMasks(table, { ...filter, kinds: [...filter.kinds, kind] });
        fewer.forEach((mask, row) => {
          if (mask === 0) expect(more[row]).toBe(0);
        });
      }),
    );
  });

  it('never matches more when another facet gets its first choice', () => {
    fc.assert(
      fc.property(tables, filters, fc.constantFrom(...STATUSES), (table, filter, status) => {
        const open = rejectMasks(table, { ...filter, statuses: [] });
        const narrowed = rejectMasks(table, { ...filter, statuses: [status] });
        narrowed.forEach((mask, row) => {
          if (mask === 0) expect(open[row]).toBe(0);
        });
      }),
    );
  });

  it('finds a minister under his government and country, unless people are left out', () => {
    const table = tableOf({
      actors: [
        { id: 'gov', name: 'Gov', kind: 'government', party: 'JP' },
        { id: 'meti', name: 'METI', kind: 'government', party: 'JP', memberOf: ['gov'] },
        { id: 'minister', name: 'M', kind: 'person', party: 'JP' },
      ],
      events: [eventJson({ actors: ['minister'], parties: ['US'] })],
    });
    const isMatch = (given: Partial<Filter>) =>
      rejectMasks(table, { ...NO_FILTER, ...given })[0] === 0;
    expect(isMatch({ actors: ['gov'] })).toBe(true);
    expect(isMatch({ countries: ['JP'] })).toBe(true);
    expect(isMatch({ actors: ['meti'] })).toBe(false);
    expect(isMatch({ actors: ['gov'], withPeople: false })).toBe(false);
    expect(isMatch({ countries: ['JP'], withPeople: false })).toBe(false);
    expect(isMatch({ actors: ['gov'], countries: ['US'], withPeople: false })).toBe(true);
  });

  it('matches nothing by a choice that the dataset does not hold', () => {
    const table = tableOf({ events: [eventJson()] });
    for (const given of [
      { domains: ['x'] },
      { tags: ['x'] },
      { actors: ['x'] },
      { countries: ['XX'] },
    ]) {
      expect(rejectMasks(table, { ...NO_FILTER, ...given })[0]).not.toBe(0);
    }
  });
});

describe('windows', () => {
  it('hold just the rows that can touch the span, in time order', () => {
    fc.assert(
      fc.property(tables, spans, (table, span) => {
        const rows: number[] = [];
        forEachRowIn(table, span, (row) => rows.push(row));
        const expected = Array.from({ length: table.count }, (_, row) => row).filter(
          (row) =>
            (table.startDay[row] ?? 0) < span.endDay && (table.endDay[row] ?? 0) > span.startDay,
        );
        expect(rows).toEqual(expected);
      }),
    );
  });

  it('hold, of some rows, those that touch the span, and count them', () => {
    fc.assert(
      fc.property(tables, spans, fc.array(fc.boolean()), (table, span, isLeftOut) => {
        const { startDay, endDay } = table;
        const some = Uint32Array.from({ length: table.count }, (_, row) => row).filter(
          (row) => isLeftOut[row] !== true,
        );
        const index = createRowIndex(table, rowSetOf(table.count, some));
        const expected = some.filter(
          (row) => (startDay[row] ?? 0) < span.endDay && (endDay[row] ?? 0) > span.startDay,
        );
        expect([...index.rowsIn(span)]).toEqual([...expected]);
        expect(index.countIn(span)).toBe(expected.length);
        const { first, end } = index.beginningIn(span);
        const isInside = (row: number) =>
          (startDay[row] ?? 0) >= span.startDay && (startDay[row] ?? 0) < span.endDay;
        expect(some.subarray(first, end)).toEqual(some.filter(isInside));
      }),
    );
  });

  it('hold the same whatever spans they were asked for before', () => {
    const parts = fc.constantFrom(0, 0.25, 0.5, 0.999);
    fc.assert(
      fc.property(tables, fc.array(fc.tuple(spans, parts, parts)), (table, asked) => {
        const { startDay, endDay, count } = table;
        const all = Array.from({ length: count }, (_, row) => row);
        const index = createRowIndex(table, rowSetOf(count, all));
        for (const [span, later, longer] of asked) {
          const part = { startDay: span.startDay + later, endDay: span.endDay + later + longer };
          const expected = all.filter(
            (row) => (startDay[row] ?? 0) < part.endDay && (endDay[row] ?? 0) > part.startDay,
          );
          expect([...index.rowsIn(part)]).toEqual(expected);
          expect(index.countIn(part)).toBe(expected.length);
        }
      }),
    );
  });

  it('look at what began before a day once, however often a view begins in it', () => {
    const events = Array.from({ length: 400 }, (_, day) =>
      eventJson({ id: `e-${day}`, date: `${formatIsoDay(day)}/${formatIsoDay(day + 49)}` }),
    );
    const table = tableOf({ events });
    let looks = 0;
    const days = new Proxy(table.ends.days, {
      get: (target, key) => {
        looks += 1;
        return Reflect.get(target, key, target) as unknown;
      },
    });
    const watched = { ...table, ends: { ...table.ends, days } };
    const index = createRowIndex(watched, rowSetOf(400, Array(400).keys()));
    expect(index.countIn({ startDay: 200.25, endDay: 210 })).toBe(59);
    const first = looks;
    expect(first).toBeGreaterThan(0);
    expect(index.countIn({ startDay: 200.75, endDay: 210 })).toBe(59);
    expect(looks).toBe(first);
    expect(index.countIn({ startDay: 201, endDay: 210 })).toBe(58);
    expect(looks).toBeGreaterThan(first);
  });

  it('give the rows that no facet rejects', () => {
    fc.assert(
      fc.property(tables, filters, spans, (table, filter, span) => {
        const masks = rejectMasks(table, filter);
        const rows = matchingRowsIn(table, masks, span);
        let count = 0;
        forEachRowIn(table, span, (row) => {
          if (masks[row] === 0) count += 1;
        });
        expect(rows).toHaveLength(count);
        expect([...rows].every((row) => masks[row] === 0)).toBe(true);
      }),
    );
  });
});
