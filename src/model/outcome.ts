import type { Day } from '../time/day';
import type { EdtfDate } from '../time/edtf';
import type { EventState, Place } from './dataset';
import { isForecast, liesAhead } from './state-as-of';

/** By how many days something began after (negative: before) what had been said: a range where a date is not exact. */
export interface DayGap {
  readonly minDays: number;
  readonly maxDays: number;
}

export const OUTCOMES = [
  'as-said',
  'earlier',
  'later',
  'elsewhere',
  'lapsed',
  'cancelled',
  'open',
] as const;
/** What came of a statement. Each has one: earlier and later go before elsewhere. */
export type Outcome = (typeof OUTCOMES)[number];

export interface Verdict {
  readonly outcome: Outcome;
  /** Of what came about, where both dates can be compared. */
  readonly gap: DayGap | undefined;
  /** It came about at another place, at whatever time. */
  readonly isElsewhere: boolean;
  /** Of what is open: days since the last day given; 0 while that is to come or no last day was given. */
  readonly overdueDays: number;
}

/**
 * What came of a statement as known on a day, of which `current` is the state of the same event.
 *
 * The measure: the day on which the event began is held against all days that the date given could mean. A day among them
 * is 0 days off, so an expected month is met by any of its days, and an event of several days by beginning within them;
 * else the days to the nearest of them count. Of an inexact beginning the gap is a range; it holds as said where the range
 * has 0 in it. "About" and "?" widen nothing. An end that is left open is never overstepped.
 */
export function judge(said: EventState, current: EventState, asOfDay: Day): Verdict {
  const { status } = current;
  const none = { gap: undefined, isElsewhere: false, overdueDays: 0 };
  if (status === 'lapsed' || status === 'cancelled') return { ...none, outcome: status };
  if (liesAhead(status)) {
    const overdueDays = Math.max(0, asOfDay - said.date.maxDay);
    return { ...none, outcome: 'open', overdueDays };
  }
  const gap = gapBetween(said.date, current.date);
  const isElsewhere = isOtherPlace(said.place, current.place);
  const timing = gap ? timingOf(gap) : 'as-said';
  const outcome = timing === 'as-said' && isElsewhere ? 'elsewhere' : timing;
  return { outcome, gap, isElsewhere, overdueDays: 0 };
}

export function timingOf({ minDays, maxDays }: DayGap): 'as-said' | 'earlier' | 'later' {
  if (minDays > 0) return 'later';
  return maxDays < 0 ? 'earlier' : 'as-said';
}

/** Undefined where the beginning of what came is unknown. */
export function gapBetween(said: EdtfDate, came: EdtfDate): DayGap | undefined {
  const { start } = came;
  if (!start) return undefined;
  return { minDays: daysOff(said, start.minDay), maxDays: daysOff(said, start.maxDay) };
}

function daysOff({ minDay, maxDay }: EdtfDate, day: Day): number {
  if (day < minDay) return day - minDay;
  return day > maxDay ? day - maxDay : 0;
}

/** A summit moved across a capital has not moved. */
const SAME_PLACE_KM = 50;

/**
 * Whether the record says that two places differ: more than 50 km apart, or, where one has no coordinates, in two
 * countries. Anything less sure counts as the same.
 */
export function isOtherPlace(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return false;
  const km = distanceKm(a, b);
  if (km !== undefined) return km > SAME_PLACE_KM;
  return a.country !== undefined && b.country !== undefined && a.country !== b.country;
}

const EARTH_RADIUS_KM = 6371;

/** Along a great circle, by the haversine formula; undefined without all four coordinates. */
function distanceKm(a: Place, b: Place): number | undefined {
  const { lat: lat1, lon: lon1 } = a;
  const { lat: lat2, lon: lon2 } = b;
  if (lat1 === undefined || lon1 === undefined || lat2 === undefined || lon2 === undefined) {
    return undefined;
  }
  const cosines = Math.cos((lat1 * Math.PI) / 180) * Math.cos((lat2 * Math.PI) / 180);
  const h = haversine(lat2 - lat1) + cosines * haversine(lon2 - lon1);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function haversine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 360) ** 2;
}

/**
 * Whether a state is a statement about the future: a forecast, or a postponement that names a new date (one that names
 * none takes a date back and gives nothing to be held to). A state replaced on its very day was never to be read.
 */
export function isStatement(states: readonly EventState[], index: number): boolean {
  const state = states[index];
  if (!state || states[index + 1]?.known === state.known) return false;
  if (isForecast(state.status)) return true;
  const before = states[index - 1];
  return state.status === 'postponed' && before !== undefined && !isSameDate(before, state);
}

export function isSameDate({ date: a }: EventState, { date: b }: EventState): boolean {
  return a.minDay === b.minDay && a.maxDay === b.maxDay;
}
