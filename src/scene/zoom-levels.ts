const DAYS_PER_YEAR = 365.2425;

/** From here on single marks are drawn; below, columns of months, and below 48 px a year columns of years. */
export const MARKS_FROM_PX_PER_YEAR = 168;
export const MONTHS_FROM_PX_PER_YEAR = 48;

/** A factor √2 from one to the next, as the visual design asks: half the work of finer ones when a filter places all anew. */
const LEVELS_PER_DOUBLING = 2;

/** What is drawn: columns by a unit, or single marks. Only large sets have columns by week and day. */
export type Regime = 'years' | 'months' | 'weeks' | 'days' | 'marks';

export function regimeOf(pxPerDay: number): Regime {
  const pxPerYear = pxPerDay * DAYS_PER_YEAR;
  if (pxPerYear < MONTHS_FROM_PX_PER_YEAR) return 'years';
  return pxPerYear < MARKS_FROM_PX_PER_YEAR ? 'months' : 'marks';
}

/** Level 0 is the widest one with marks; closer levels are positive. */
export function pxPerDayOfLevel(level: number): number {
  return (MARKS_FROM_PX_PER_YEAR / DAYS_PER_YEAR) * 2 ** (level / LEVELS_PER_DOUBLING);
}

/** The closest level that is not closer than the scale: names placed there have room at the scale. */
export function levelOf(pxPerDay: number): number {
  const exact = LEVELS_PER_DOUBLING * Math.log2(pxPerDay / pxPerDayOfLevel(0));
  return Math.floor(exact + 1e-9);
}

/** A day across a wide screen: the closest scale at which names are placed. */
export const CLOSEST_PX_PER_DAY = 2000;
