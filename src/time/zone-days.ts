import type { DayRange } from './date-text';
import type { Day } from './day';
import { type Clock, dayOn, findClock, MS_PER_DAY } from './zone-clock';

/**
 * The calendar days that day `day` at `placeZone` covers in `otherZone`: 12 July 2023 in New York is 12 to 13 July in
 * Tokyo. Undefined for an unknown zone, and for a day that was left out at the place (Apia had no 30 December 2011).
 */
export function zoneDays(day: Day, placeZone: string, otherZone: string): DayRange | undefined {
  const placeClock = findClock(placeZone);
  const otherClock = findClock(otherZone);
  if (!placeClock || !otherClock) return undefined;
  const startMs = firstInstantOf(day, placeClock);
  const endMs = firstInstantOf(day + 1, placeClock);
  if (startMs === endMs) return undefined;
  // The clock is read to the second, so the last moment is a second before the next day.
  return { firstDay: dayOn(otherClock, startMs), lastDay: dayOn(otherClock, endMs - 1000) };
}

/** When the clock first shows the day or, where clocks jumped past its midnight, something later. */
function firstInstantOf(day: Day, clock: Clock): number {
  const midnightMs = day * MS_PER_DAY;
  const offsetAt = (instantMs: number) => clock(instantMs) - instantMs;
  // Offsets stay within a day of UTC, so these two hold before and after any change at this midnight.
  const early = midnightMs - offsetAt(midnightMs - 1.5 * MS_PER_DAY);
  const late = midnightMs - offsetAt(midnightMs + 1.5 * MS_PER_DAY);
  const [low, high] = [Math.min(early, late), Math.max(early, late)];
  if (clock(low) === midnightMs) return low;
  if (clock(high) === midnightMs) return high;
  return firstInstantAtOrAfter(midnightMs, { clock, low, high });
}

function firstInstantAtOrAfter(
  wantedMs: number,
  search: { clock: Clock; low: number; high: number },
): number {
  let { low, high } = search;
  while (high - low > 1000) {
    const middle = Math.round((low + high) / 2000) * 1000;
    if (middle <= low || middle >= high) break;
    if (search.clock(middle) >= wantedMs) high = middle;
    else low = middle;
  }
  return high;
}
