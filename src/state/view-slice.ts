import type { StateCreator } from 'zustand/vanilla';
import { dayOf, type Span } from '../time/day';
import { type Stepped, stepOf } from './history-step';
import type { ViewSlice } from './state';

/** The calendar's own ends: years −9999 to 9999. */
const FIRST_DAY = dayOf(-9999, 1, 1);
const DAY_AFTER_LAST = dayOf(10_000, 1, 1);

export const createViewSlice: StateCreator<ViewSlice & Stepped, [], [], ViewSlice> = (
  set,
  get,
) => ({
  view: undefined,
  setView: (view, mode) => {
    const kept = clampToCalendar(view);
    if (kept) set({ view: kept, ...stepOf(get(), mode) });
  },
});

/** Undefined for a span that is empty, reversed or no number at all. */
function clampToCalendar({ startDay, endDay }: Span): Span | undefined {
  const span = {
    startDay: Math.max(startDay, FIRST_DAY),
    endDay: Math.min(endDay, DAY_AFTER_LAST),
  };
  return span.startDay < span.endDay ? span : undefined;
}
