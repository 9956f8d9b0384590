import { memoize } from '../lib/memoize';
import { forEachEndingAfter } from '../model/end-tree';
import type { EventTable } from '../model/event-table';
import type { Day, Span } from '../time/day';
import {
  countBefore,
  holds,
  type RowSet,
  rowAt,
  rowsBetween,
  sizeOf,
  unmaskedRows,
} from './row-set';
import { firstFrom } from './rows-in-span';

/** Visits the rows that touch a span, in time order. O(log n + found). */
export function forEachRowIn(table: EventTable, span: Span, visit: (row: number) => void): void {
  const { startDay, ends, count } = table;
  const first = firstFrom(startDay, count, span.startDay);
  forEachEndingAfter(ends, { end: first, day: span.startDay }, visit);
  for (let row = first; row < count && (startDay[row] ?? 0) < span.endDay; row++) visit(row);
}

/** The rows of a span that no facet rejects, in time order. */
export function matchingRowsIn(table: EventTable, masks: Uint8Array, span: Span): Uint32Array {
  return matchingRows(table, masks).rowsIn(span);
}

/** All rows that no facet rejects, to be asked for those of a span. O(n). */
export function matchingRows(table: EventTable, masks: Uint8Array): RowIndex {
  return createRowIndex(table, unmaskedRows(masks));
}

/** Some rows of a table in time order, to be asked for those of a span. */
export interface RowIndex {
  readonly set: RowSet;
  readonly count: number;
  /** All in one list, made when first asked for: four bytes each. */
  readonly rows: Uint32Array;
  has: (row: number) => boolean;
  /** The row at a place, counted from 0. O(log n). */
  rowAt: (place: number) => number | undefined;
  /** The rows that touch the span. O(log n + found, and those of the table that began before it and reach into it). */
  rowsIn: (span: Span) => Uint32Array;
  /** O(log n + those of the table that began before the span and reach into it). */
  countIn: (span: Span) => number;
  /** Places, [first, end), of those that begin in the span. Two binary searches. */
  beginningIn: (span: Span) => { readonly first: number; readonly end: number };
}

export function createRowIndex(table: EventTable, set: RowSet): RowIndex {
  const { startDay, count: rowCount } = table;
  let all: Uint32Array | undefined;
  const beginningIn = (span: Span) => {
    const first = countBefore(set, firstFrom(startDay, rowCount, span.startDay));
    const end = countBefore(set, firstFrom(startDay, rowCount, span.endDay));
    return { first, end: Math.max(first, end) };
  };
  /** What began before a day and reaches past it: one frame asks for two days several times. */
  const ownBefore = memoize(
    (day: number) => startedBefore(table, day).filter((row) => holds(set, row)),
    2,
  );
  return {
    set,
    count: sizeOf(set),
    get rows() {
      return (all ??= rowsBetween(set, 0, rowCount));
    },
    has: (row) => holds(set, row),
    rowAt: (place) => rowAt(set, place),
    beginningIn,
    countIn: (span) => {
      const { first, end } = beginningIn(span);
      // Nothing begins before the whole record: that question need not cost a pass over the rows.
      return end - first + (first === 0 ? 0 : ownBefore(partOf(span.startDay)).length);
    },
    rowsIn: (span) => {
      const from = firstFrom(startDay, rowCount, span.startDay);
      const to = Math.max(from, firstFrom(startDay, rowCount, span.endDay));
      const begun = rowsBetween(set, from, to);
      const before = ownBefore(partOf(span.startDay));
      if (before.length === 0) return begun;
      const found = new Uint32Array(before.length + begun.length);
      found.set(before);
      found.set(begun, before.length);
      return found;
    },
  };
}

/** The same all day long, since rows begin and end with whole days: a pan finds again what it found a frame ago. */
function partOf(day: Day): Day {
  return Number.isInteger(day) ? day : Math.floor(day) + 0.5;
}

/** The rows, matching or not, that begin before a day and reach past it. All lanes of a frame ask for the same day. */
const startedBefore = memoize((table: EventTable, day: number): readonly number[] => {
  const { startDay, ends, count } = table;
  const found: number[] = [];
  forEachEndingAfter(ends, { end: firstFrom(startDay, count, day), day }, (row) => {
    found.push(row);
  });
  return found;
}, 4);
