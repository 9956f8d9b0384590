import { memoize } from '../lib/memoize';
import { STATUSES } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { createRowSet, type RowSet, wordsFor } from '../query/row-set';
import { isPeriod } from './columns';

/**
 * Classes of events by weight and by whether they lie ahead, as they stack from the base line: the strongest lowest,
 * what is past under what lies ahead.
 */
export const CLASS_COUNT = 12;
const MOST_IMPORTANCE = 5;

export function importanceOfClass(code: number): number {
  return MOST_IMPORTANCE - (code >> 1);
}

export function isAheadClass(code: number): boolean {
  return (code & 1) === 1;
}

/** By 8 × the status's code + importance. */
const CLASSES = Uint8Array.from({ length: 8 * STATUSES.length }, (_, at) => {
  const status = STATUSES[at >> 3];
  const importance = Math.min(MOST_IMPORTANCE, Math.max(1, at & 7));
  return 2 * (MOST_IMPORTANCE - importance) + (status && liesAhead(status) ? 1 : 0);
});

/** The class of each row. */
export const classesOf = memoize((table: EventTable): Uint8Array => {
  const { status, importance, count } = table;
  const classes = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    classes[row] = CLASSES[8 * (status[row] ?? 0) + (importance[row] ?? 3)] ?? 0;
  }
  return classes;
});

/** The rows that lie ahead. */
export const aheadRows = memoize((table: EventTable): RowSet => {
  const classes = classesOf(table);
  return rowsWhere(table, (row) => (classes[row] ?? 0) & 1);
});

/** The rows that are bars under columns. */
export const periodRows = memoize(
  (table: EventTable): RowSet => rowsWhere(table, (row) => (isPeriod(table, row) ? 1 : 0)),
);

function rowsWhere({ count }: EventTable, bitOf: (row: number) => number): RowSet {
  const words = wordsFor(count);
  for (let at = 0; at < words.length; at++) {
    const end = Math.min(count, (at + 1) << 5);
    let bits = 0;
    for (let row = at << 5; row < end; row++) bits |= bitOf(row) << (row & 31);
    words[at] = bits;
  }
  return createRowSet(words);
}
