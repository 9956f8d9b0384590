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
      set({ asOf, asOfMove: { fromDay, toDay }, asOfMoving: false, ...stepOf(get(), mode) });
    },
    moveAsOf: (day, mode) => {
      const state = get();
      const asOf = day === undefined ? undefined : Math.floor(day);
      if (asOf === state.asOf) return;
      // Steps up to where the hand rests are one move.
      const begun = state.asOfMoving ? state.asOfMove : undefined;
      const fromDay = begun?.fromDay ?? state.asOf ?? today;
      const asOfMove = { fromDay, toDay: asOf ?? today };
      set({ asOf, asOfMove, asOfMoving: true, ...stepOf(state, mode) });
    },
    restAsOf: () => {
      if (get().asOfMoving) set({ asOfMoving: false });
    },
    asOfMoving: false,
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
