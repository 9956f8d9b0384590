import { keepIfEqual, memoize } from '../lib/memoize';
import { createEventTable } from '../model/create-event-table';
import type { Dataset } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { facetToDrop } from '../query/advice';
import { countFacets } from '../query/facets';
import type { Filter } from '../query/filter';
import { rejectMasks } from '../query/match';
import type { Search } from '../query/search';
import { matchingRowsIn } from '../query/window';
import type { Day, Span } from '../time/day';
import { type ActiveFilter, activeFiltersOf } from './active-filters';
import type { State } from './state';

export type Masks = ReturnType<typeof rejectMasks>;
export type FacetCounts = ReturnType<typeof countFacets>;
export type Advice = ReturnType<typeof facetToDrop>;

const tableOf = memoize((dataset: Dataset, asOfDay: Day) => createEventTable(dataset, asOfDay));
const masksOf = memoize((table: EventTable, filter: Filter, search: Search | undefined) =>
  rejectMasks(table, filter, search),
);
const countKeeperOf = memoize((_table: EventTable) => keepIfEqual(isSameCounts));
const countsOf = memoize(
  (table: EventTable, masks: Masks, span: Span, withPeople: boolean): FacetCounts =>
    countKeeperOf(table)(countFacets(table, masks, span, { withPeople })),
);
// Per table: rows of the same numbers are other events in another table.
const rowKeeperOf = memoize((_table: EventTable) => keepIfEqual(isSameList));
const rowsOf = memoize((table: EventTable, masks: Masks, span: Span) =>
  rowKeeperOf(table)(matchingRowsIn(table, masks, span)),
);
const adviceOf = memoize((table: EventTable, masks: Masks, span: Span) =>
  facetToDrop(table, masks, span),
);
const activeOf = memoize(activeFiltersOf);

/** The day that the record is read as of; Latest is the reader's today. */
export function asOfDayOf(state: Pick<State, 'asOf' | 'today'>): Day {
  return state.asOf ?? state.today;
}

/** Undefined, as all below, until there is a dataset. Each gives the same object for the same inputs. */
export function deriveTable(state: State): EventTable | undefined {
  return state.dataset && tableOf(state.dataset, asOfDayOf(state));
}

/** Per row, the facets that reject it. */
export function deriveMasks(state: State): Masks | undefined {
  const table = deriveTable(state);
  // Without a text what can be searched makes no difference.
  const search = state.filter.text === '' ? undefined : state.search;
  return table && masksOf(table, state.filter, search);
}

/** In the visible span; each facet's counts obey all other facets. */
export function deriveFacetCounts(state: State): FacetCounts | undefined {
  return derived(state, countsOf);
}

/** The matching rows in the visible span, in time order. */
export function deriveVisibleRows(state: State): Uint32Array | undefined {
  return derived(state, rowsOf);
}

/** Which facet to drop where nothing matches in the visible span. */
export function deriveAdvice(state: State): Advice | undefined {
  return derived(state, adviceOf);
}

export function deriveActiveFilters(state: Pick<State, 'filter'>): readonly ActiveFilter[] {
  return activeOf(state.filter);
}

export function hasFilter(state: Pick<State, 'filter'>): boolean {
  return deriveActiveFilters(state).length > 0;
}

function derived<R>(
  state: State,
  compute: (table: EventTable, masks: Masks, span: Span, withPeople: boolean) => R,
): R | undefined {
  const table = deriveTable(state);
  const masks = deriveMasks(state);
  return table && masks && state.view && compute(table, masks, state.view, state.filter.withPeople);
}

function isSameList(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}

function isSameCounts(a: FacetCounts, b: FacetCounts): boolean {
  const { total, ...lists } = a;
  return (
    total === b.total &&
    (Object.keys(lists) as (keyof typeof lists)[]).every((key) => isSameList(lists[key], b[key]))
  );
}
