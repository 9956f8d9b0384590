import { keepIfEqual, memoize } from '../lib/memoize';
import { createEventTable } from '../model/create-event-table';
import type { Dataset } from '../model/dataset';
import type { Calendar, EventTable } from '../model/event-table';
import { facetToDrop } from '../query/advice';
import type { Filter } from '../query/filter';
import { rejectMasks } from '../query/match';
import type { Search } from '../query/search';
import { matchingRows, type RowIndex } from '../query/window';
import type { Day, Span } from '../time/day';
import { type ActiveFilter, activeFiltersOf } from './active-filters';
import type { State } from './state';

export type Masks = ReturnType<typeof rejectMasks>;
export type Advice = ReturnType<typeof facetToDrop>;

const tableOf = memoize((dataset: Dataset, asOfDay: Day, calendar: Calendar | undefined) =>
  createEventTable(dataset, asOfDay, calendar),
);
const masksOf = memoize((table: EventTable, filter: Filter, search: Search | undefined) =>
  rejectMasks(table, filter, search),
);
const matchingOf = memoize((table: EventTable, masks: Masks) => matchingRows(table, masks));
// Per table: rows of the same numbers are other events in another table.
const rowKeeperOf = memoize((_table: EventTable) => keepIfEqual(isSameList));
const rowsOf = memoize((table: EventTable, masks: Masks, span: Span) =>
  rowKeeperOf(table)(matchingOf(table, masks).rowsIn(span)),
);
const countOf = memoize((table: EventTable, masks: Masks, span: Span) =>
  matchingOf(table, masks).countIn(span),
);
const adviceOf = memoize((table: EventTable, masks: Masks, span: Span) =>
  facetToDrop(table, masks, span),
);
const activeOf = memoize(activeFiltersOf);

/** The day that the record is read as of; Latest is the reader's today. */
export function asOfDayOf(state: Pick<State, 'asOf' | 'today'>): Day {
  return state.asOf ?? state.today;
}

/** The chosen calendar, once the code of calendars is there; undefined: events stand on the days of their places. */
export function deriveCalendar({
  calendar,
  calendarOf,
}: Pick<State, 'calendar' | 'calendarOf'>): Calendar | undefined {
  return calendar === undefined ? undefined : calendarOf?.(calendar);
}

/** Undefined, as all below, until there is a dataset. Each gives the same object for the same inputs. */
export function deriveTable(state: State): EventTable | undefined {
  return state.dataset && tableOf(state.dataset, asOfDayOf(state), deriveCalendar(state));
}

/** Per row, the facets that reject it. */
export function deriveMasks(state: State): Masks | undefined {
  const table = deriveTable(state);
  // Without a text what can be searched makes no difference.
  const search = state.filter.text === '' ? undefined : state.search;
  return table && masksOf(table, state.filter, search);
}

/** All matching rows, in view or not, in time order. */
export function deriveMatching(state: State): RowIndex | undefined {
  const table = deriveTable(state);
  const masks = deriveMasks(state);
  return table && masks && matchingOf(table, masks);
}

/** How many match in the visible span: cheaper than the rows themselves. */
export function deriveVisibleCount(state: State): number | undefined {
  return derived(state, countOf);
}

/** The matching rows in the visible span, in time order. */
export function deriveVisibleRows(state: State): Uint32Array | undefined {
  return derived(state, rowsOf);
}

/** Which facet to drop where filters leave nothing in the visible span. */
export function deriveAdvice(state: State): Advice | undefined {
  return hasFilter(state) && deriveVisibleCount(state) === 0 ? derived(state, adviceOf) : undefined;
}

export function deriveActiveFilters(state: Pick<State, 'filter'>): readonly ActiveFilter[] {
  return activeOf(state.filter);
}

export function hasFilter(state: Pick<State, 'filter'>): boolean {
  return deriveActiveFilters(state).length > 0;
}

function derived<R>(
  state: State,
  compute: (table: EventTable, masks: Masks, span: Span) => R,
): R | undefined {
  const table = deriveTable(state);
  const masks = deriveMasks(state);
  return table && masks && state.view && compute(table, masks, state.view);
}

/** Most lists are views of one list: told apart by where they lie. */
function isSameList(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  if (a.buffer === b.buffer) return a.byteOffset === b.byteOffset;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
