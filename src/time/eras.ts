import { dayOf } from './day';

/** Japan's eras since Meiji, the latest first, each from its first day. */
const ERAS = [
  { name: '令和', year: 2019, startDay: dayOf(2019, 5, 1) },
  { name: '平成', year: 1989, startDay: dayOf(1989, 1, 8) },
  { name: '昭和', year: 1926, startDay: dayOf(1926, 12, 25) },
  { name: '大正', year: 1912, startDay: dayOf(1912, 7, 30) },
  { name: '明治', year: 1868, startDay: dayOf(1868, 10, 23) },
] as const;
const LONGEST_YEARS = 100;

/**
 * The year in Japan's calendar, as in 令和5年. Where an era ends within the year or month that is asked for, both:
 * 平成31年/令和元年. Undefined before Meiji, that is 23 October 1868, and so far ahead that no one counts in the last era.
 */
export function eraYearText(year: number, month?: number, day?: number): string | undefined {
  const firstDay = dayOf(year, month ?? 1, day ?? 1);
  const lastDay = firstDayAfter(year, month, day) - 1;
  const eras = ERAS.filter(
    (era, i) =>
      era.startDay <= lastDay &&
      (i === 0 || ERAS[i - 1]!.startDay > firstDay) &&
      year < era.year + LONGEST_YEARS,
  );
  if (eras.length === 0) return undefined;
  return eras
    .toReversed()
    .map((era) => `${era.name}${era.year === year ? '元' : year - era.year + 1}年`)
    .join('/');
}

function firstDayAfter(year: number, month?: number, day?: number): number {
  if (month === undefined) return dayOf(year + 1, 1, 1);
  return day === undefined ? dayOf(year, month + 1, 1) : dayOf(year, month, day + 1);
}
