/** How much time an estimate of the tenor looks at: half of it before the day, half after. */
export interface TenorWindow {
  readonly unit: 'month' | 'year';
  readonly count: number;
  readonly days: number;
}

const UNIT_DAYS = { month: 30.436875, year: 365.2425 };

const STEPS: readonly TenorWindow[] = [
  ...[1, 2, 3, 6].map((count) => stepOf('month', count)),
  ...[1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => stepOf('year', count)),
];

/**
 * Ten times less time on screen gets a window nearly six times as short: not ten times, since the events in it become
 * fewer too. At 16 px a year it comes to three years.
 */
const LEAST_DAYS = 94;
const EXPONENT = 0.75;
/** Scales that differ by rounding alone, as those of a panned view do, get the same window. */
const ROUNDING = 1 - 1e-9;

/**
 * The shortest of the steps (1, 2, 3, 6 months, 1, 2, 3, 5, 10 … 1000 years) of at least 94 p^−¾ days, p being px a day. It
 * depends on the scale alone: panning never changes it, zooming does at 15 levels.
 */
export function tenorWindowAt(pxPerDay: number): TenorWindow {
  const leastDays = LEAST_DAYS * pxPerDay ** -EXPONENT * ROUNDING;
  return STEPS.find(({ days }) => days >= leastDays) ?? stepOf('year', 1000);
}

function stepOf(unit: TenorWindow['unit'], count: number): TenorWindow {
  return { unit, count, days: count * UNIT_DAYS[unit] };
}
