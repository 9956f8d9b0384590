import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/query/filter';
import { createSearch } from '../../src/query/search';
import { activeFiltersOf } from '../../src/state/active-filters';
import {
  asOfDayOf,
  deriveActiveFilters,
  deriveAdvice,
  deriveMasks,
  deriveMatching,
  deriveTable,
  deriveVisibleCount,
  deriveVisibleRows,
  hasFilter,
} from '../../src/state/derive';
import { dayOf } from '../../src/time/day';
import { newStore, openedStore, TODAY } from '../support/opened-store';

const YEAR = { startDay: dayOf(2023, 1, 1), endDay: dayOf(2024, 1, 1) };

function visibleIds(store: ReturnType<typeof newStore>) {
  const state = store.getState();
  const table = deriveTable(state);
  return [...(deriveVisibleRows(state) ?? [])].map((row) => table?.idOf(row));
}

describe('what is derived', () => {
  it('is nothing before there is a dataset', () => {
    const state = newStore().getState();
    const all = [deriveTable, deriveMasks, deriveMatching, deriveVisibleRows, deriveAdvice];
    expect(all.map((derive) => derive(state))).toEqual(all.map(() => undefined));
  });

  it('reads Latest as today', () => {
    expect(asOfDayOf({ asOf: undefined, today: TODAY })).toBe(TODAY);
    expect(asOfDayOf({ asOf: 5, today: TODAY })).toBe(5);
  });

  it('gives the rows that match in the visible span, in time order', () => {
    const store = openedStore();
    expect(visibleIds(store)).toEqual(['visit', 'hiroshima', 'detroit', 'talks']);
    store.getState().changeFilter({ domains: ['economy'] });
    expect(visibleIds(store)).toEqual(['detroit', 'talks']);
    store.getState().setView({ startDay: dayOf(2023, 5, 1), endDay: dayOf(2023, 6, 1) }, 'replace');
    expect(visibleIds(store)).toEqual(['detroit']);
  });

  it('searches a text once the search is there', () => {
    const store = openedStore();
    const { dataset, changeFilter, setSearch } = store.getState();
    changeFilter({ text: 'Hiroshima' });
    expect(visibleIds(store)).toHaveLength(4);
    if (dataset) setSearch(dataset, createSearch(dataset));
    expect(visibleIds(store)).toEqual(['hiroshima']);
  });

  it('knows on an earlier day only what was known then', () => {
    const store = openedStore();
    store.getState().setAsOf(dayOf(2023, 2, 1));
    expect(visibleIds(store)).toEqual(['visit']);
  });

  it('gives the same objects while its inputs are the same', () => {
    const store = openedStore();
    const all = [deriveTable, deriveMasks, deriveMatching, deriveVisibleRows, deriveActiveFilters];
    const before = all.map((derive) => derive(store.getState()));
    store.getState().select('visit');
    store.getState().setTheme('dark');
    all.forEach((derive, i) => expect(derive(store.getState())).toBe(before[i]));
  });

  it('keeps the rows’ list while panning changes none of them', () => {
    const store = openedStore();
    const before = deriveVisibleRows(store.getState());
    store.getState().setView({ ...YEAR, endDay: YEAR.endDay + 0.5 }, 'replace');
    expect(deriveVisibleRows(store.getState())).toBe(before);
    store.getState().setView({ ...YEAR, endDay: dayOf(2023, 8, 1) }, 'replace');
    expect(deriveVisibleRows(store.getState())).not.toBe(before);
  });

  it('counts what is in view without listing it', () => {
    const store = openedStore();
    store.getState().changeFilter({ domains: ['economy'] });
    expect(deriveVisibleCount(store.getState())).toBe(2);
    expect(deriveMatching(store.getState())?.rows).toHaveLength(2);
    store.getState().setView({ startDay: dayOf(2023, 5, 1), endDay: dayOf(2023, 6, 1) }, 'replace');
    expect(deriveVisibleCount(store.getState())).toBe(1);
    expect(deriveMatching(store.getState())?.rows).toHaveLength(2);
  });

  it('has no advice while something matches, nor without a filter', () => {
    const store = openedStore();
    expect(deriveAdvice(store.getState())).toBeUndefined();
    store.getState().setView({ startDay: dayOf(1950, 1, 1), endDay: dayOf(1951, 1, 1) }, 'replace');
    expect(deriveVisibleCount(store.getState())).toBe(0);
    expect(deriveAdvice(store.getState())).toBeUndefined();
  });

  it('names the facet to drop where nothing matches', () => {
    const store = openedStore();
    store.getState().changeFilter({ kinds: ['ruling'], domains: ['economy'] });
    expect(visibleIds(store)).toEqual([]);
    expect(JSON.stringify(deriveAdvice(store.getState()))).toContain('kinds');
  });
});

describe('active filters', () => {
  it('are none without a filter, and withPeople alone is none', () => {
    expect(activeFiltersOf(NO_FILTER)).toEqual([]);
    expect(hasFilter({ filter: { ...NO_FILTER, withPeople: false, text: '  ' } })).toBe(false);
    expect(hasFilter({ filter: { ...NO_FILTER, importance: [2, 5] } })).toBe(true);
  });

  it('hold one for each choice, each with what lifts just it', () => {
    const filter = {
      ...NO_FILTER,
      domains: ['security', 'economy'],
      actors: ['g7'],
      countries: ['KR'],
      importance: [3, 5],
      text: 'missile',
    } as const;
    const found = activeFiltersOf(filter);
    expect(found.map(({ key, facet, value }) => [key, facet, value])).toEqual([
      ['domains:security', 'domains', 'security'],
      ['domains:economy', 'domains', 'economy'],
      ['actors:g7', 'who', 'g7'],
      ['countries:KR', 'who', 'KR'],
      ['importance', 'importance', '3-5'],
      ['text', 'text', 'missile'],
    ]);
    expect(found[0]?.removal).toEqual({ domains: ['economy'] });
    const lifted = Object.assign({}, filter, ...found.slice(1).map(({ removal }) => removal));
    expect(activeFiltersOf(lifted).map(({ key }) => key)).toEqual(['domains:security']);
  });
});
