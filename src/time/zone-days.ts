import type { DayRange } from './date-text';
import { type Day, dayOf } from './day';

const MS_PER_DAY = 86_400_000;

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

/** An instant (ms since 1970 UTC) → what the clocks there show, as ms since 1970 on that clock. */
type Clock = (instantMs: number) => number;

const clocks = new Map<string, Clock | undefined>();

function findClock(zone: string): Clock | undefined {
  if (!clocks.has(zone)) clocks.set(zone, createClock(zone));
  return clocks.get(zone);
}

function createClock(zone: string): Clock | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return (instantMs) => clockMs(format.formatToParts(instantMs));
  } catch {
    // RangeError: no such zone.
    return undefined;
  }
}

function clockMs(parts: readonly Intl.DateTimeFormatPart[]): number {
  const textOf = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '0';
  const numberOf = (type: Intl.DateTimeFormatPartTypes) => Number(textOf(type));
  const year = textOf('era').startsWith('B') ? 1 - numberOf('year') : numberOf('year');
  const day = dayOf(year, numberOf('month'), numberOf('day'));
  const seconds = numberOf('hour') * 3600 + numberOf('minute') * 60 + numberOf('second');
  return day * MS_PER_DAY + seconds * 1000;
}

function dayOn(clock: Clock, instantMs: number): Day {
  return Math.floor(clock(instantMs) / MS_PER_DAY);
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
