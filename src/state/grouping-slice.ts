import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import type { GroupingSlice } from './state';

export const createGroupingSlice: StateCreator<GroupingSlice & Stepped, [], [], GroupingSlice> = (
  set,
  get,
) => ({
  grouping: 'domain',
  setGrouping: (grouping) => {
    set({ grouping, ...stepOf(get(), 'push') });
  },
});
