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

// Years are counted from March, so that the leap day comes last; 400 of them always have 146,097 days. Day 719,468 of
// that count, from 0000-03-01, is 1970-01-01. Method: Howard Hinnant, "chrono-compatible low-level date algorithms".
const DAYS_PER_400_YEARS = 146_097;
const EPOCH_SHIFT = 719_468;

/** The day of a civil date; months and days out of range carry over, as in `Date`. */
export function dayOf(year: number, month: number, day: number): Day {
  const carriedYear = year + Math.floor((month - 1) / 12);
  const monthFromMarch = (((month - 3) % 12) + 12) % 12;
  const yearFromMarch = monthFromMarch >= 10 ? carriedYear - 1 : carriedYear;
  const cycle = Math.floor(yearFromMarch / 400);
  const yearOfCycle = yearFromMarch - cycle * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * DAYS_PER_400_YEARS + yearOfCycle * 365 + leapDays + dayOfYear - EPOCH_SHIFT;
}

export function civilOf(day: Day): CivilDate {
  const shifted = Math.floor(day) + EPOCH_SHIFT;
  const cycle = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOfCycle = shifted - cycle * DAYS_PER_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
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
  if (month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  return dayOfMonth <= daysInMonth(year, month) ? dayOf(year, month, dayOfMonth) : undefined;
}

/** `YYYY-MM-DD`, with a minus and four digits before year 0. */
export function formatIsoDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const yyyy = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  return `${yyyy}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
