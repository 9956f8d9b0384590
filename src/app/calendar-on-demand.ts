import type { CalendarSlice } from '../state/state';
import type { AppStore } from '../state/store';

export interface CalendarOnDemand {
  readonly store: AppStore;
  /** Brings the code, which no reader needs who is content with the days of the places. */
  readonly load: () => Promise<{ calendarOf: NonNullable<CalendarSlice['calendarOf']> }>;
  readonly beginBusy: () => () => void;
}

/** Fetches the calendars once one is chosen. Gives back an end. */
export function startCalendarOnDemand({ store, load, beginBusy }: CalendarOnDemand): () => void {
  let isAsked = false;
  const fetchCalendars = async () => {
    isAsked = true;
    const end = beginBusy();
    try {
      const { calendarOf } = await load();
      store.getState().setCalendarOf(calendarOf);
    } catch {
      // The code did not come; the next choice tries again.
      isAsked = false;
    }
    end();
  };
  let chosen: string | undefined;
  const look = () => {
    const { calendar, calendarOf } = store.getState();
    const isNew = calendar !== chosen;
    chosen = calendar;
    if (isNew && calendar !== undefined && !calendarOf && !isAsked) void fetchCalendars();
  };
  look();
  return store.subscribe(look);
}
