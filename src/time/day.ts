/** Days since 1970-01-01 in the proleptic Gregorian calendar. Whole for dates, fractional for positions on screen. */
export type Day = number;

/** A stretch of days, [startDay, endDay). */
export interface Span {
  readonly startDay: Day;
  readonly endDay: Day;
}

export interface CivilDate {
  /** Astronomical: year 0 is 1 BCE. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;

/** The day of a civil date; months and days out of range carry over, as in `Date`. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

export function civilOf(day: Day): CivilDate {
  const date = new Date(Math.floor(day) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function isoWeekdayOf(day: Day): number {
  return ((((Math.floor(day) + 3) % 7) + 7) % 7) + 1;
}

/** Reads `YYYY-MM-DD` (year −9999 to 9999); undefined where it is not a day of the calendar. */
export function parseIsoDay(text: string): Day | undefined {
  const found = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found || found[1] === '-0000') return undefined;
  const [year, month, dayOfMonth] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const day = dayOf(year, month, dayOfMonth);
  const civil = civilOf(day);
  return civil.month === month && civil.day === dayOfMonth ? day : undefined;
}

/** `YYYY-MM-DD`, with a minus and four digits before year 0. */
export function formatIsoDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const yyyy = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  return `${yyyy}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
