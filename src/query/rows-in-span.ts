import { forEachEndingAfter } from '../model/end-tree';
import type { EventTable } from '../model/event-table';
import type { Day, Span } from '../time/day';

/** Rows [first, end) without a gap. */
export type RowRun = (first: number, end: number) => void;

/** Tells the runs of rows that touch a span, in time order, for loops that are quicker than a call for each row. O(log n + runs). */
export function forEachRunIn(table: EventTable, span: Span, visit: RowRun): void {
  const { startDay, ends, count } = table;
  const first = firstFrom(startDay, count, span.startDay);
  let from = 0;
  let to = 0;
  forEachEndingAfter(ends, { end: first, day: span.startDay }, (row) => {
    if (row !== to) {
      if (to > from) visit(from, to);
      from = row;
    }
    to = row + 1;
  });
  const end = Math.max(first, firstFrom(startDay, count, span.endDay));
  if (to > from) visit(from, to);
  if (end > first) visit(first, end);
}

/** The first of so many rising days that is the day or later. */
export function firstFrom(days: Int32Array, count: number, day: Day): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}
