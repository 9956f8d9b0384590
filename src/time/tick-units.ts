import { civilOf, type Day, dayOf } from './day';

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

export const DAYS: TickUnit = {
  indexOf: (day) => Math.floor(day),
  dayOf: (index) => index,
  leastDays: 1,
  strides: [1, 2, 4],
};

/** From Monday; 5 January 1970 was one. */
export const WEEKS: TickUnit = {
  indexOf: (day) => Math.floor((Math.floor(day) - 4) / 7),
  dayOf: (index) => index * 7 + 4,
  leastDays: 7,
  strides: [1, 2, 4],
};

export const MONTHS = monthsUnit(1, 28, [1, 2, 3, 6]);
export const QUARTERS = monthsUnit(3, 90, [1, 2, 4]);
export const YEARS = monthsUnit(12, 365, [1, 2, 5, 10]);

function monthsUnit(count: number, leastDays: number, strides: readonly number[]): TickUnit {
  return {
    indexOf: (day) => {
      const { year, month } = civilOf(day);
      return Math.floor((year * 12 + month - 1) / count);
    },
    dayOf: (index) => dayOf(0, index * count + 1, 1),
    leastDays,
    strides,
  };
}

/**
 * Steps of many years that begin at round numbers on both sides of the era: … 20 BCE, 10 BCE, 1 CE, 10, 20 …
 * Step 0 holds the years 1 to `count` − 1, step −1 the years `count` BCE to 1 BCE.
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
