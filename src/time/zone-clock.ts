import { type Day, dayOf } from './day';

export const MS_PER_DAY = 86_400_000;

/** An instant (ms since 1970 UTC) → what the clocks there show, as ms since 1970 on that clock. */
export type Clock = (instantMs: number) => number;

/** As many days are remembered for each zone: some hundred years, and a few MB. */
const MOST_DAYS = 40_000;

const clocks = new Map<string, Clock | undefined>();

/** The clocks of an IANA zone, with all changes that this platform knows of; undefined for an unknown zone. */
export function findClock(zone: string): Clock | undefined {
  if (!clocks.has(zone)) {
    const clock = createClock(zone);
    clocks.set(zone, clock && withSteadyDays(clock));
  }
  return clocks.get(zone);
}

export function dayOn(clock: Clock, instantMs: number): Day {
  return Math.floor(clock(instantMs) / MS_PER_DAY);
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

/**
 * The same clock, some fifty times as fast for instants on days seen before: a day of UTC that begins and ends with one
 * offset has that offset throughout (no zone ever went to and fro within a day).
 */
function withSteadyDays(clock: Clock): Clock {
  const starts = new Map<Day, number>();
  const offsetAtStart = (day: Day): number => {
    let offset = starts.get(day);
    if (offset === undefined) {
      offset = clock(day * MS_PER_DAY) - day * MS_PER_DAY;
      if (starts.size >= MOST_DAYS) starts.clear();
      starts.set(day, offset);
    }
    return offset;
  };
  return (instantMs) => {
    const day = Math.floor(instantMs / MS_PER_DAY);
    const offset = offsetAtStart(day);
    return offset === offsetAtStart(day + 1) ? instantMs + offset : clock(instantMs);
  };
}
