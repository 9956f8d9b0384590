import type { EventTable } from '../../model/event-table';
import type { Span } from '../../time/day';

/** Rows of all matching events of the dataset, rising, that is in time order. */
export type MatchingRows = ArrayLike<number>;

/**
 * The matching event after the selected one in time order; undefined at the end. Where none is selected, the first that
 * begins in the view or after it, else the last of all.
 */
export function selectNext(
  table: EventTable,
  rows: MatchingRows,
  selectedId: string | undefined,
  view?: Span,
): string | undefined {
  const row = rowOf(table, selectedId);
  if (row === undefined) {
    const first = view ? firstFrom(table, rows, view.startDay) : 0;
    return idAt(table, rows, Math.min(first, rows.length - 1));
  }
  const at = lowerBound(rows, row);
  return idAt(table, rows, rows[at] === row ? at + 1 : at);
}

/**
 * The matching event before the selected one; undefined at the start. Where none is selected, the last that begins
 * before the view ends, else the first of all.
 */
export function selectPrevious(
  table: EventTable,
  rows: MatchingRows,
  selectedId: string | undefined,
  view?: Span,
): string | undefined {
  const row = rowOf(table, selectedId);
  if (row !== undefined) return idAt(table, rows, lowerBound(rows, row) - 1);
  const end = view ? firstFrom(table, rows, view.endDay) : rows.length;
  return idAt(table, rows, Math.max(end - 1, 0));
}

/** 1 for the first matching event in time order; undefined where the event is not among them. */
export function placeInOrder(
  table: EventTable,
  rows: MatchingRows,
  id: string | undefined,
): number | undefined {
  const row = rowOf(table, id);
  if (row === undefined) return undefined;
  const at = lowerBound(rows, row);
  return rows[at] === row ? at + 1 : undefined;
}

function rowOf(table: EventTable, id: string | undefined): number | undefined {
  return id === undefined ? undefined : table.rowOf(id);
}

function idAt(table: EventTable, rows: MatchingRows, at: number): string | undefined {
  const row = rows[at];
  return row === undefined ? undefined : table.idOf(row);
}

/** Index of the first that begins on a day or later. */
function firstFrom({ startDay }: EventTable, rows: MatchingRows, day: number): number {
  return lowerBound(rows, day, (row) => startDay[row] ?? Infinity);
}

/** Index of the first row not below `value`, or whose number, rising with the rows, is not. */
function lowerBound(rows: MatchingRows, value: number, of = (row: number) => row): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(rows[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
