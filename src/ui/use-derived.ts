import type { EventTable } from '../model/event-table';
import type { ActiveFilter } from '../state/active-filters';
import {
  type Advice,
  asOfDayOf,
  deriveActiveFilters,
  deriveAdvice,
  deriveFacetCounts,
  deriveMasks,
  deriveTable,
  deriveVisibleRows,
  type FacetCounts,
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

/** New at every step of a pan: keep what renders by it small. */
export function useFacetCounts(): FacetCounts | undefined {
  return useAppState(deriveFacetCounts);
}

/** Matching rows in the visible span, in time order; the same object as long as they are the same rows. */
export function useVisibleRows(): Uint32Array | undefined {
  return useAppState(deriveVisibleRows);
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
