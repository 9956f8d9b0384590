import type { EventTable } from '../../model/event-table';

/** Rows of all matching events of the dataset, rising, that is in time order. */
export type MatchingRows = ArrayLike<number>;

/** The matching event after the selected one in time order; the first where none is selected; undefined at the end. */
export function selectNext(
  table: EventTable,
  rows: MatchingRows,
  selectedId: string | undefined,
): string | undefined {
  const row = rowOf(table, selectedId);
  if (row === undefined) return idAt(table, rows, 0);
  const at = lowerBound(rows, row);
  return idAt(table, rows, rows[at] === row ? at + 1 : at);
}

/** The matching event before the selected one; the last where none is selected; undefined at the start. */
export function selectPrevious(
  table: EventTable,
  rows: MatchingRows,
  selectedId: string | undefined,
): string | undefined {
  const row = rowOf(table, selectedId);
  return idAt(table, rows, row === undefined ? rows.length - 1 : lowerBound(rows, row) - 1);
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

/** Index of the first value not below `row`. */
function lowerBound(rows: MatchingRows, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
