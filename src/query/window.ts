import { createEndTree, type EndTree, forEachEndingAfter } from '../model/end-tree';
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
  const rows = new Uint32Array(table.count);
  let count = 0;
  for (let row = 0; row < table.count; row++) if (masks[row] === 0) rows[count++] = row;
  return createRowIndex(table, rows.slice(0, count));
}

/** Some rows of a table in time order, to be asked for those of a span. */
export interface RowIndex {
  readonly rows: Uint32Array;
  /** The rows that touch the span. O(log n + found). */
  rowsIn: (span: Span) => Uint32Array;
  /** O(log n + those that began before the span). */
  countIn: (span: Span) => number;
  /** Places in `rows`, [first, end), of those that begin in the span. Two binary searches. */
  beginningIn: (span: Span) => { readonly first: number; readonly end: number };
}

export function createRowIndex(table: EventTable, rows: Uint32Array): RowIndex {
  const { startDay, endDay } = table;
  let tree: EndTree | undefined;
  const placeOf = (day: number) =>
    firstWhere(rows.length, (place) => (startDay[rows[place] ?? 0] ?? 0) >= day);
  const beginningIn = (span: Span) => {
    const first = placeOf(span.startDay);
    return { first, end: Math.max(first, placeOf(span.endDay)) };
  };
  const forEachBefore = (first: number, span: Span, visit: (place: number) => void) => {
    // Nothing begins before the whole record: that question need not cost a pass over the rows.
    if (first === 0) return;
    tree ??= createEndTree(daysOf(endDay, rows));
    forEachEndingAfter(tree, { end: first, day: span.startDay }, visit);
  };
  return {
    rows,
    beginningIn,
    countIn: (span) => {
      const { first, end } = beginningIn(span);
      let count = end - first;
      forEachBefore(first, span, () => {
        count += 1;
      });
      return count;
    },
    rowsIn: (span) => {
      const { first, end } = beginningIn(span);
      const before: number[] = [];
      forEachBefore(first, span, (place) => {
        before.push(rows[place] ?? 0);
      });
      // Most often nothing reaches into the span, and a view of the list will do.
      if (before.length === 0) return rows.subarray(first, end);
      const found = new Uint32Array(before.length + end - first);
      found.set(before);
      found.set(rows.subarray(first, end), before.length);
      return found;
    },
  };
}

function daysOf(days: Int32Array, rows: Uint32Array): Int32Array {
  const found = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) found[place] = days[rows[place] ?? 0] ?? 0;
  return found;
}

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
