import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';

/** Rows [first, end): all that can touch a span lie in here, but not all in here touch it. Two binary searches. */
export function rowsIn(
  { startDay, maxEndDay, count }: EventTable,
  span: Span,
): { readonly first: number; readonly end: number } {
  const first = firstWhere(count, (row) => (maxEndDay[row] ?? 0) > span.startDay);
  const end = firstWhere(count, (row) => (startDay[row] ?? 0) >= span.endDay);
  return { first: Math.min(first, end), end };
}

/** Visits the rows that can touch a span, in time order. */
export function forEachRowIn(table: EventTable, span: Span, visit: (row: number) => void): void {
  const { first, end } = rowsIn(table, span);
  for (let row = first; row < end; row++) {
    if ((table.endDay[row] ?? 0) > span.startDay) visit(row);
  }
}

/** The rows of a span that no facet rejects, in time order. */
export function matchingRowsIn(table: EventTable, masks: Uint8Array, span: Span): Uint32Array {
  const rows: number[] = [];
  forEachRowIn(table, span, (row) => {
    if (masks[row] === 0) rows.push(row);
  });
  return Uint32Array.from(rows);
}

/** The first of [0, count) for which a test holds that, once it holds, holds to the end; else `count`. */
function firstWhere(count: number, holds: (row: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
