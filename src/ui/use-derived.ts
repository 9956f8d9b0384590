import type { EventTable } from '../model/event-table';
import type { RowIndex } from '../query/window';
import type { ActiveFilter } from '../state/active-filters';
import {
  type Advice,
  asOfDayOf,
  deriveActiveFilters,
  deriveAdvice,
  deriveMasks,
  deriveMatching,
  deriveTable,
  deriveVisibleCount,
  hasFilter,
  type Masks,
} from '../state/derive';
import type { Day } from '../time/day';
import { useAppState } from './app-store';

export function useAsOfDay(): Day {
  return useAppState(asOfDayOf);
}

/** Undefined, as all below, until there is a dataset. */
export function useTable(): EventTable | undefined {
  return useAppState(deriveTable);
}

export function useMasks(): Masks | undefined {
  return useAppState(deriveMasks);
}

/** All matching rows, in view or not. */
export function useMatching(): RowIndex | undefined {
  return useAppState(deriveMatching);
}

/** Whether any match in the visible span; true until there is a dataset. */
export function useHasVisible(): boolean {
  return useAppState((state) => deriveVisibleCount(state) !== 0);
}

/** How many match in the visible span. */
export function useVisibleCount(): number | undefined {
  return useAppState(deriveVisibleCount);
}

export function useAdvice(): Advice | undefined {
  return useAppState(deriveAdvice);
}

export function useActiveFilters(): readonly ActiveFilter[] {
  return useAppState(deriveActiveFilters);
}

export function useHasFilter(): boolean {
  return useAppState(hasFilter);
}
