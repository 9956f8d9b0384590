import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import type { CalendarSlice } from './state';

export const createCalendarSlice: StateCreator<CalendarSlice & Stepped, [], [], CalendarSlice> = (
  set,
  get,
) => ({
  calendar: undefined,
  setCalendar: (calendar) => {
    set({ calendar, ...stepOf(get(), 'push') });
  },
  calendarOf: undefined,
  setCalendarOf: (calendarOf) => {
    set({ calendarOf });
  },
});
