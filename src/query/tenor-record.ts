import { STATUSES } from '../model/dataset';
import { type EventTable, OPEN_END_DAY, OPEN_START_DAY } from '../model/event-table';
import { tenorParts } from '../model/tenor-code';
import type { Day } from '../time/day';

export type RowTest = (row: number) => boolean;

/**
 * The events that the tenor is estimated from, sorted by first day, then last; those of the very same days as one entry.
 * All sums are of whole numbers, so the order in which events come makes no difference, not even by rounding.
 */
export interface TenorRecord {
  readonly asOfDay: Day;
  /** Entries. */
  readonly count: number;
  readonly startDay: Int32Array;
  /** The day after the last, at most the day after the as-of day. */
  readonly endDay: Int32Array;
  /** The highest `endDay` so far. */
  readonly reach: Int32Array;
  /** Sums over an entry's events, a being importance and y tenor in sixtieths: a, a y, a y², a². */
  readonly weight: Float64Array;
  readonly tenor: Float64Array;
  readonly squares: Float64Array;
  readonly weightSquares: Float64Array;
}

const TOOK_PLACE = Uint8Array.from(STATUSES, (status) =>
  status === 'happened' || status === 'under-way' ? 1 : 0,
);

/**
 * The first day on which a row adds to the tenor: it has one, took place or is under way, and had begun by the as-of day.
 * OPEN_END_DAY for a row that adds nothing. Of an open range the end that is known counts as its one day.
 */
export function tenorStartOf(table: EventTable, row: number): Day {
  if (!table.tenor[row] || TOOK_PLACE[table.status[row] ?? 0] !== 1) return OPEN_END_DAY;
  const start = table.startDay[row] ?? OPEN_START_DAY;
  const end = table.endDay[row] ?? OPEN_END_DAY;
  const first = start === OPEN_START_DAY ? end - 1 : start;
  return first > table.asOfDay ? OPEN_END_DAY : first;
}

/** The day after the last one: it counts over all days that it covers or could be meant, as far as they had come. */
export function tenorEndOf(table: EventTable, row: number, start: Day): Day {
  const end = table.endDay[row] ?? OPEN_END_DAY;
  return end === OPEN_END_DAY ? start + 1 : Math.min(end, table.asOfDay + 1);
}

/**
 * Of all rows, or of those that pass a test. O(n), some 1 ms for 20,000; keep it as long as table and test are the same.
 */
export function tenorRecordOf(table: EventTable, isIn?: RowTest): TenorRecord {
  const rows = new Uint32Array(table.count);
  const starts = new Int32Array(table.count);
  let found = 0;
  let isSorted = true;
  for (let row = 0; row < table.count; row++) {
    const start = tenorStartOf(table, row);
    if (start === OPEN_END_DAY || isIn?.(row) === false) continue;
    if (found > 0 && start < (starts[found - 1] ?? 0)) isSorted = false;
    rows[found] = row;
    starts[found] = start;
    found++;
  }
  return joined(
    table,
    isSorted ? rows.subarray(0, found) : inOrder(table, rows.subarray(0, found)),
  );
}

/** An open start stands among the days by its end, so the rows of its table are in another order. */
function inOrder(table: EventTable, rows: Uint32Array): Uint32Array {
  return rows.toSorted((a, b) => {
    const [first, second] = [tenorStartOf(table, a), tenorStartOf(table, b)];
    return first - second || tenorEndOf(table, a, first) - tenorEndOf(table, b, second) || a - b;
  });
}

function joined(table: EventTable, rows: Uint32Array): TenorRecord {
  const { asOfDay } = table;
  const startDay = new Int32Array(rows.length);
  const endDay = new Int32Array(rows.length);
  const weight = new Float64Array(rows.length);
  const tenor = new Float64Array(rows.length);
  const squares = new Float64Array(rows.length);
  const weightSquares = new Float64Array(rows.length);
  let at = -1;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const start = tenorStartOf(table, row);
    const end = tenorEndOf(table, row, start);
    if (at < 0 || startDay[at] !== start || endDay[at] !== end) at++;
    startDay[at] = start;
    endDay[at] = end;
    const a = table.importance[row] ?? 0;
    const y = tenorParts(table.tenor[row]) ?? 0;
    weight[at] = (weight[at] ?? 0) + a;
    tenor[at] = (tenor[at] ?? 0) + a * y;
    squares[at] = (squares[at] ?? 0) + a * y * y;
    weightSquares[at] = (weightSquares[at] ?? 0) + a * a;
  }
  const count = at + 1;
  const reach = endDay.slice(0, count);
  for (let i = 1; i < count; i++) reach[i] = Math.max(reach[i] ?? 0, reach[i - 1] ?? 0);
  return { asOfDay, count, startDay, endDay, reach, weight, tenor, squares, weightSquares };
}
