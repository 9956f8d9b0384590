import type { Day } from '../time/day';
import { type LocalTime, timeInZone } from '../time/zone-time';
import type { Calendar } from './event-table';
import { inTimeOrder } from './pack-order';
import type { PackedEvents } from './packed-events';
import { momentOf } from './packed-moments';

const DAY_MINUTES = 1440;

/** The days of all states by a calendar. */
export interface CalendarDays {
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  /** The entries of final states in the order of these days. */
  readonly finals: Uint32Array;
  /** Entries, each of another event, in the order of these days, then of the file. */
  inTimeOrder: (entries: Uint32Array) => Uint32Array;
}

const latest = new WeakMap<
  PackedEvents,
  { readonly calendar: Calendar; readonly days: CalendarDays }
>();

/** Of one calendar at a time the days are kept: 8 bytes a state. */
export function daysOn(packed: PackedEvents, calendar: Calendar): CalendarDays {
  const earlier = latest.get(packed);
  if (earlier?.calendar === calendar) return earlier.days;
  const days = createDays(packed, calendar);
  latest.set(packed, { calendar, days });
  return days;
}

function createDays(packed: PackedEvents, { timeZone }: Calendar): CalendarDays {
  const { timedEntries, moments, zoneNames, eventIndex, eventCount } = packed;
  const startDay = packed.startDay.slice();
  const endDay = packed.endDay.slice();
  const dayShifts = zoneNames.map((zone) => createDayShift(zone, timeZone));
  for (let i = 0; i < timedEntries.length; i++) {
    const entry = timedEntries[i] ?? 0;
    const { minutes, zone } = momentOf(moments[i] ?? 0);
    const day = startDay[entry] ?? 0;
    const there = day + (dayShifts[zone]?.({ day, minutes }) ?? 0);
    startDay[entry] = there;
    endDay[entry] = there + 1;
  }
  const sorted = (entries: Uint32Array) =>
    inTimeOrder(byEvent(entries, eventIndex, eventCount), startDay, endDay);
  const finals = inTimeOrder(packed.finalState, startDay, endDay);
  return { startDay, endDay, finals, inTimeOrder: sorted };
}

/**
 * By how many days a time of one zone falls on another day in the other. Most days keep one difference between the two
 * from end to end, which is remembered: where a million events lie on some thousand days, most cost one look-up.
 */
function createDayShift(placeZone: string, otherZone: string): (at: LocalTime) => number {
  const minutesAhead = (at: LocalTime): number | undefined => {
    const there = timeInZone(at, placeZone, otherZone);
    return there && (there.day - at.day) * DAY_MINUTES + there.minutes - at.minutes;
  };
  /** By day; NaN where it changes. */
  const steady = new Map<Day, number>();
  return (at) => {
    let ahead = steady.get(at.day);
    if (ahead === undefined) {
      const [first, last] = [0, DAY_MINUTES - 1].map((minutes) => minutesAhead({ ...at, minutes }));
      ahead = first !== undefined && first === last ? first : Number.NaN;
      steady.set(at.day, ahead);
    }
    const minutes = Number.isNaN(ahead) ? minutesAhead(at) : ahead;
    return minutes === undefined ? 0 : Math.floor((at.minutes + minutes) / DAY_MINUTES);
  };
}

/** Entries by the number of their event. */
function byEvent(entries: Uint32Array, eventIndex: Uint32Array, eventCount: number): Uint32Array {
  const entryOf = new Uint32Array(eventCount);
  for (const entry of entries) entryOf[eventIndex[entry] ?? 0] = entry + 1;
  const sorted = new Uint32Array(entries.length);
  let count = 0;
  for (const place of entryOf) if (place > 0) sorted[count++] = place - 1;
  return sorted;
}
