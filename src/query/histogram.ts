import { type EventTable, OPEN_END_DAY, OPEN_START_DAY } from '../model/event-table';
import { civilOf, dayOf } from '../time/day';
import { firstFrom } from './rows-in-span';

/** Events by domain and bin, at `domain * bins + bin`: each under each of its domains, in the bin of its first day; what began before the span in the first bin. */
export interface BinCounts {
  readonly bins: number;
  /** What happened or is under way: drawn solid. */
  readonly happened: Uint32Array;
  /** What lies ahead, and what never came about: drawn hollow. */
  readonly ahead: Uint32Array;
  /** The tallest bin, both counts together, over all domains. */
  readonly highest: number;
}

/** Matching events by year and main domain, at `(year - firstYear) * domains + domain`. */
export interface YearCounts {
  readonly firstYear: number;
  readonly years: number;
  readonly domains: number;
  readonly counts: Uint32Array;
}

/** By the year of the first day, or of the last where the start is open. The years are those of all rows, matching or not. */
export function yearCounts(table: EventTable, masks: Uint8Array): YearCounts {
  const { startDay, domain, count } = table;
  const { firstYear, lastYear, dated } = yearsOf(table);
  const domains = table.dataset.domains.length;
  const years = lastYear - firstYear + 1;
  const counts = new Uint32Array(years * domains);
  for (let row = 0; row < dated; row++) {
    const year = yearOfEnd(table, row);
    if (year !== undefined)
      countRows({ counts, masks, domain }, (year - firstYear) * domains, row, row + 1);
  }
  for (let row = dated; row < count; ) {
    const { year } = civilOf(startDay[row] ?? 0);
    const end = firstFrom(startDay, count, dayOf(year + 1, 1, 1));
    countRows({ counts, masks, domain }, (year - firstYear) * domains, row, end);
    row = end;
  }
  return { firstYear, years, domains, counts };
}

interface Counting {
  readonly counts: Uint32Array;
  readonly masks: Uint8Array;
  readonly domain: Uint8Array;
}

function countRows(
  { counts, masks, domain }: Counting,
  base: number,
  first: number,
  end: number,
): void {
  for (let row = first; row < end; row++) {
    const at = base + (domain[row] ?? 0);
    // 1 where nothing rejects it, without a branch.
    counts[at] = (counts[at] ?? 0) + (((masks[row] ?? 0) - 1) >>> 31);
  }
}

/** The years of all rows, and the first row with a first day: those without one come before all others. */
function yearsOf(table: EventTable) {
  const { startDay, count } = table;
  const dated = firstFrom(startDay, count, OPEN_START_DAY + 1);
  let firstYear = Infinity;
  let lastYear = -Infinity;
  const add = (year: number | undefined) => {
    if (year === undefined) return;
    firstYear = Math.min(firstYear, year);
    lastYear = Math.max(lastYear, year);
  };
  for (let row = 0; row < dated; row++) add(yearOfEnd(table, row));
  for (const row of dated < count ? [dated, count - 1] : []) add(civilOf(startDay[row] ?? 0).year);
  return lastYear < firstYear
    ? { firstYear: 0, lastYear: -1, dated }
    : { firstYear, lastYear, dated };
}

/** Undefined where both ends are open. */
function yearOfEnd({ endDay }: EventTable, row: number): number | undefined {
  const end = endDay[row] ?? OPEN_END_DAY;
  return end === OPEN_END_DAY ? undefined : civilOf(end - 1).year;
}
