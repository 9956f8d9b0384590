import type { StateCreator } from 'zustand/vanilla';
import type { Day } from '../time/day';
import { type Stepped, stepOf } from './history-step';
import type { AsOfSlice } from './state';

export function createAsOfSlice(today: Day): StateCreator<AsOfSlice & Stepped, [], [], AsOfSlice> {
  return (set, get) => ({
    asOf: undefined,
    setAsOf: (day, mode = 'push') => {
      const asOf = day === undefined ? undefined : Math.floor(day);
      const fromDay = get().asOf ?? today;
      const toDay = asOf ?? today;
      set({ asOf, asOfMove: { fromDay, toDay }, ...stepOf(get(), mode) });
    },
    asOfMove: undefined,
    today,
    showLater: false,
    setShowLater: (show) => {
      if (show !== get().showLater) set({ showLater: show, ...stepOf(get(), 'push') });
    },
    highlightedIds: [],
    highlight: (ids) => set({ highlightedIds: ids }),
  });
}
