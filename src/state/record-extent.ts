import type { Dataset, EventState } from '../model/dataset';
import { civilOf, type Day, dayOf, type Span } from '../time/day';

const known = new WeakMap<Dataset, Span>();

/**
 * From the first day that an event touches to the day after the last, or after the record's end if that is later.
 * Open ends don't count. At least a year of the calendar, so that an empty record has a picture too. Computed once a dataset.
 */
export function recordExtent(dataset: Dataset): Span {
  const before = known.get(dataset);
  if (before) return before;
  const { firstDay, endOfDays } = dataset.packed ?? daysOf(dataset);
  const endDay = Math.max(endOfDays, dataset.recordedThrough + 1);
  const extent = { startDay: Math.min(firstDay, yearBefore(endDay)), endDay };
  known.set(dataset, extent);
  return extent;
}

/** The whole record with whole years, which is the widest view: 1945 to 2027. */
export function wholeSpan(extent: Span): Span {
  return {
    startDay: dayOf(civilOf(extent.startDay).year, 1, 1),
    endDay: dayOf(civilOf(extent.endDay - 1).year + 1, 1, 1),
  };
}

function daysOf({ events }: Dataset): { readonly firstDay: Day; readonly endOfDays: Day } {
  let firstDay = Number.POSITIVE_INFINITY;
  let endOfDays = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    for (const state of event.states) {
      firstDay = Math.min(firstDay, ...finiteDaysOf(state));
      endOfDays = Math.max(endOfDays, ...finiteDaysOf(state).map((day) => day + 1));
    }
  }
  return { firstDay, endOfDays };
}

function yearBefore(end: Day): Day {
  const { year, month, day } = civilOf(end);
  return dayOf(year - 1, month, day);
}

/** With the days beside them, of a state that has those by another calendar. */
function finiteDaysOf({ date, time, place }: EventState): Day[] {
  const isTimed = time !== undefined && place?.timeZone !== undefined;
  const ends = [date.start?.minDay, date.start?.maxDay, date.end?.minDay, date.end?.maxDay];
  if (isTimed) ends.push(date.minDay - 1, date.maxDay + 1);
  return ends.filter((day): day is Day => day !== undefined && Number.isFinite(day));
}
