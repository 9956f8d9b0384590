import type { ColumnUnit } from './columns';

const DAYS_PER_YEAR = 365.2425;
/** Thinner columns can't be told apart. */
const LEAST_PX = 3;

/** The unit of the columns that are drawn: in a record of many centuries years too thin to be seen stand together. */
export function shownUnitOf(unit: ColumnUnit, pxPerDay: number): ColumnUnit {
  const pxPerYear = pxPerDay * DAYS_PER_YEAR;
  if (unit !== 'years' || pxPerYear >= LEAST_PX) return unit;
  return pxPerYear * 10 >= LEAST_PX ? 'decades' : 'centuries';
}
