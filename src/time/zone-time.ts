import { type Day, dayOf } from './day';
import { type Clock, findClock, MS_PER_DAY } from './zone-clock';

/** What calendar and clock show at a place. */
export interface LocalTime {
  readonly day: Day;
  /** After midnight, 0 to 1439. */
  readonly minutes: number;
}

const MS_PER_MINUTE = 60_000;
/** As far as dates go: years −9999 to 9999. */
const FIRST_DAY = dayOf(-9999, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);

/**
 * What calendar and clock show in `otherZone` when they show `local` in `placeZone`. A time that comes twice, as clocks go
 * back, is the first of the two; one that never comes, as clocks go forward or a day is left out, is read by the clock
 * from before the change, and so falls after it (the rule of RFC 5545 and of Temporal's “compatible”). Undefined for an
 * unknown zone, and for a day that no date can name.
 */
export function timeInZone(
  local: LocalTime,
  placeZone: string,
  otherZone: string,
): LocalTime | undefined {
  const placeClock = findClock(placeZone);
  const otherClock = findClock(otherZone);
  if (!placeClock || !otherClock) return undefined;
  const thereMs = otherClock(instantOf(local, placeClock));
  const day = Math.floor(thereMs / MS_PER_DAY);
  if (day < FIRST_DAY || day > LAST_DAY) return undefined;
  return { day, minutes: Math.floor((thereMs - day * MS_PER_DAY) / MS_PER_MINUTE) };
}

/** The instant (ms since 1970 UTC) at which a clock shows a time, by the rules of `timeInZone`. */
function instantOf({ day, minutes }: LocalTime, clock: Clock): number {
  const localMs = day * MS_PER_DAY + minutes * MS_PER_MINUTE;
  const offsetAt = (instantMs: number) => clock(instantMs) - instantMs;
  // Offsets stay within a day of UTC, so these two hold before and after any change about this time.
  const byFormer = localMs - offsetAt(localMs - 1.5 * MS_PER_DAY);
  const byLatter = localMs - offsetAt(localMs + 1.5 * MS_PER_DAY);
  const [first, second] = [Math.min(byFormer, byLatter), Math.max(byFormer, byLatter)];
  if (clock(first) === localMs) return first;
  return clock(second) === localMs ? second : byFormer;
}
