import type { StateCreator } from 'zustand/vanilla';
import { NO_FILTER } from '../query/filter';
import { type Stepped, stepOf } from './history-step';
import type { FilterSlice } from './state';

export const createFilterSlice: StateCreator<FilterSlice & Stepped, [], [], FilterSlice> = (
  set,
  get,
) => ({
  filter: NO_FILTER,
  changeFilter: (change, mode = 'push') => {
    set({ filter: { ...get().filter, ...change }, ...stepOf(get(), mode) });
  },
  clearFilter: () => {
    set({ filter: NO_FILTER, ...stepOf(get(), 'push') });
  },
});
