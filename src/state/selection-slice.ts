import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import type { SelectionSlice } from './state';

export const createSelectionSlice: StateCreator<
  SelectionSlice & Stepped,
  [],
  [],
  SelectionSlice
> = (set, get) => ({
  selectedId: undefined,
  select: (id) => {
    if (id !== get().selectedId) set({ selectedId: id, ...stepOf(get(), 'push') });
  },
  rangeSelection: undefined,
  selectRange: (span) => {
    set({ rangeSelection: span });
  },
});
