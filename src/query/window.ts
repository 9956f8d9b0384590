import { memoize } from '../lib/memoize';
import { forEachEndingAfter } from '../model/end-tree';
import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';

/** Visits the rows that touch a span, in time order. O(log n + found). */
export function forEachRowIn(table: EventTable, span: Span, visit: (row: number) => void): void {
  const { startDay, ends, count } = table;
  const first = firstWhere(count, (row) => (startDay[row] ?? 0) >= span.startDay);
  forEachEndingAfter(ends, { end: first, day: span.startDay }, visit);
  for (let row = first; row < count && (startDay[row] ?? 0) < span.endDay; row++) visit(row);
}

/** The rows of a span that no facet rejects, in time order. */
export function matchingRowsIn(table: EventTable, masks: Uint8Array, span: Span): Uint32Array {
  return matchingRows(table, masks).rowsIn(span);
}

/** All rows that no facet rejects, to be asked for those of a span. O(n). */
export function matchingRows(table: EventTable, masks: Uint8Array): RowIndex {
  let matches = 0;
  for (let row = 0; row < masks.length; row++) matches += ((masks[row] ?? 0) - 1) >>> 31;
  // One place more, for what does not match and is written over.
  const rows = new Uint32Array(matches + 1);
  let count = 0;
  for (let row = 0; row < masks.length; row++) {
    rows[count] = row;
    // One more where nothing rejects: without a branch, which would often be guessed wrong.
    count += ((masks[row] ?? 0) - 1) >>> 31;
  }
  return createRowIndex(table, rows.subarray(0, matches));
}

/** Some rows of a table in time order, to be asked for those of a span. */
export interface RowIndex {
  readonly rows: Uint32Array;
  /** The rows that touch the span. O(log n + found, and those of the table that began before it × log n). */
  rowsIn: (span: Span) => Uint32Array;
  /** O(log n + those that began before the span). */
  countIn: (span: Span) => number;
  /** Places in `rows`, [first, end), of those that begin in the span. Two binary searches. */
  beginningIn: (span: Span) => { readonly first: number; readonly end: number };
}

export function createRowIndex(table: EventTable, rows: Uint32Array): RowIndex {
  const { startDay } = table;
  const placeOf = (day: number) =>
    firstWhere(rows.length, (place) => (startDay[rows[place] ?? 0] ?? 0) >= day);
  const beginningIn = (span: Span) => {
    const first = placeOf(span.startDay);
    return { first, end: Math.max(first, placeOf(span.endDay)) };
  };
  /** What began before a day and reaches past it: one frame asks for the same day several times. */
  const placesBefore = memoize((day: number) => placesOf(rows, startedBefore(table, day)));
  return {
    rows,
    beginningIn,
    countIn: (span) => {
      const { first, end } = beginningIn(span);
      // Nothing begins before the whole record: that question need not cost a pass over the rows.
      return end - first + (first === 0 ? 0 : placesBefore(span.startDay).length);
    },
    rowsIn: (span) => {
      const { first, end } = beginningIn(span);
      const before = first === 0 ? [] : placesBefore(span.startDay);
      // Most often nothing reaches into the span, and a view of the list will do.
      if (before.length === 0) return rows.subarray(first, end);
      const found = new Uint32Array(before.length + end - first);
      for (let i = 0; i < before.length; i++) found[i] = rows[before[i] ?? 0] ?? 0;
      found.set(rows.subarray(first, end), before.length);
      return found;
    },
  };
}

/** The places in `rows` of those wanted that it holds; both rise, so each search goes on from the last. */
function placesOf(rows: Uint32Array, wanted: readonly number[]): readonly number[] {
  const places: number[] = [];
  let low = 0;
  for (const row of wanted) {
    let high = low;
    for (let step = 1; high < rows.length && (rows[high] ?? 0) < row; step *= 2) {
      low = high + 1;
      high += step;
    }
    high = Math.min(high, rows.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    if (rows[low] === row) places.push(low);
  }
  return places;
}

/** The rows, matching or not, that begin before a day and reach past it. All lanes of a frame ask for the same day. */
const startedBefore = memoize((table: EventTable, day: number): readonly number[] => {
  const { startDay, ends, count } = table;
  const found: number[] = [];
  const end = firstWhere(count, (row) => (startDay[row] ?? 0) >= day);
  forEachEndingAfter(ends, { end, day }, (row) => {
    found.push(row);
  });
  return found;
}, 4);

/** The first of [0, count) for which a test holds that, once it holds, holds to the end; else `count`. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
