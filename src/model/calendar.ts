import type { Day } from '../time/day';
import { formatIsoDay } from '../time/day';
import { parseEdtf } from '../time/parse-edtf';
import { formatTimeOfDay, parseTimeOfDay } from '../time/time-of-day';
import { type LocalTime, timeInZone } from '../time/zone-time';
import { capitalOf } from './capitals';
import type { Country, Dataset, EventState } from './dataset';
import type { Calendar } from './event-table';

const calendars = new Map<Country, Calendar>();

/** The calendar of a country's capital, the same object each time; undefined where the capital is not known. */
export function calendarOf(country: Country): Calendar | undefined {
  const earlier = calendars.get(country);
  if (earlier) return earlier;
  const capital = capitalOf(country);
  if (!capital) return undefined;
  const calendar = createCalendar(country, capital.timeZone);
  calendars.set(country, calendar);
  return calendar;
}

function createCalendar(country: Country, timeZone: string): Calendar {
  const told = new WeakMap<EventState, EventState>();
  return {
    country,
    timeZone,
    tell: (state) => {
      if (state.time === undefined) return state;
      const found = told.get(state) ?? tellIn(state, timeZone);
      told.set(state, found);
      // What is told already stays as it is.
      told.set(found, found);
      return found;
    },
  };
}

function tellIn(state: EventState, timeZone: string): EventState {
  const there = localTimeIn(state, timeZone);
  const date = there && parseEdtf(formatIsoDay(there.day));
  if (!there || !date) return state;
  const time = formatTimeOfDay(there.minutes);
  const isSame = there.day === state.date.minDay && time === state.time;
  return isSame ? state : { ...state, date, time };
}

/**
 * What calendar and clock show in a zone at the time of a state as the record has it; undefined where it has no time of
 * day, or none in a zone that is known.
 */
export function localTimeIn(state: EventState, timeZone: string): LocalTime | undefined {
  const { date, time, place } = state;
  const minutes = time === undefined ? undefined : parseTimeOfDay(time);
  if (minutes === undefined || place?.timeZone === undefined) return undefined;
  const day: Day = date.minDay;
  return timeInZone({ day, minutes }, place.timeZone, timeZone);
}

const timed = new WeakMap<Dataset, boolean>();

/** Whether any state of any event can fall on another day by another calendar. Looked for once a dataset. */
export function hasTimes(dataset: Dataset): boolean {
  const known = timed.get(dataset);
  if (known !== undefined) return known;
  const found = dataset.packed ? dataset.packed.timedEntries.length > 0 : hasTimedState(dataset);
  timed.set(dataset, found);
  return found;
}

function hasTimedState({ events }: Dataset): boolean {
  for (const { states } of events) {
    if (states.some(({ time, place }) => time !== undefined && place?.timeZone)) return true;
  }
  return false;
}
