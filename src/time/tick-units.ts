import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';
import { civilOf, type Day, dayOf } from './day';

const MS_PER_DAY = 86_400_000;

/** Equal steps through time, counted from a fixed start, so that a tick's index never depends on the view. */
export interface TickUnit {
  /** The index of the step that a day lies in. */
  readonly indexOf: (day: Day) => number;
  /** The first day of a step. */
  readonly dayOf: (index: number) => Day;
  /** Length of the shortest step. */
  readonly leastDays: number;
  /** How many steps from one label to the next, tried in order until labels keep their distance. */
  readonly strides: readonly number[];
}

const YEAR_0 = dayOf(0, 1, 1);
const STRIDES = [1, 2, 4];

export const DAYS = unitOf(utcDay, { leastDays: 1, strides: STRIDES });
/** From Monday; 5 January 1970 was one. */
export const WEEKS = unitOf(utcMonday, { firstDay: 4, leastDays: 7, strides: STRIDES });
export const MONTHS = unitOf(utcMonth, { firstDay: YEAR_0, leastDays: 28, strides: [1, 2, 3, 6] });
export const QUARTERS = unitOf(utcMonth, {
  firstDay: YEAR_0,
  every: 3,
  leastDays: 90,
  strides: STRIDES,
});
export const YEARS = unitOf(utcYear, {
  firstDay: YEAR_0,
  leastDays: 365,
  strides: [1, 2, 5, 10],
});

interface UnitPlan extends Pick<TickUnit, 'leastDays' | 'strides'> {
  /** Of step 0; left out: 1 January 1970. */
  readonly firstDay?: Day;
  /** How many intervals make a step; `interval.every` can't count, so they are counted here. */
  readonly every?: number;
}

function unitOf(
  interval: CountableTimeInterval,
  { firstDay = 0, every = 1, leastDays, strides }: UnitPlan,
): TickUnit {
  const first = dateOf(firstDay);
  return {
    indexOf: (day) => Math.floor(interval.count(first, dateOf(day)) / every),
    dayOf: (index) => interval.offset(first, index * every).getTime() / MS_PER_DAY,
    leastDays,
    strides,
  };
}

/** The first moment of a day in UTC. */
function dateOf(day: Day): Date {
  return new Date(Math.floor(day) * MS_PER_DAY);
}

/**
 * Steps of many years that begin at round numbers on both sides of the era: … 20 BCE, 10 BCE, 1 CE, 10, 20 …
 * Step 0 holds the years 1 to `count` − 1, step −1 the years `count` BCE to 1 BCE. Not `utcYear.every(count)`: that counts
 * with a year 0, so its steps before the era would begin at 21 BCE, 11 BCE.
 */
export function manyYears(count: number): TickUnit {
  return {
    indexOf: (day) => {
      const { year } = civilOf(day);
      return Math.floor((year < 1 ? year - 1 : year) / count);
    },
    dayOf: (index) => dayOf(firstYearOf(index, count), 1, 1),
    leastDays: 365 * (count - 1),
    strides: [1, 2, 4],
  };
}

function firstYearOf(index: number, count: number): number {
  return index > 0 ? index * count : index * count + 1;
}
