import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import type { Day } from '../time/day';
import { type ColumnUnit, columnEnd, columnStart } from './columns';

/** The columns of a unit in which any event of a table begins, matching or not, in time order. */
export interface TableColumns {
  readonly length: number;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  /** The rows of column i are firstRow[i] … firstRow[i + 1] − 1. */
  readonly firstRow: Uint32Array;
}

const UNITS = 6;

/** O(n) for days, then O(days). */
export const tableColumns = memoize((table: EventTable, unit: ColumnUnit): TableColumns => {
  if (unit === 'days') return dayColumns(table);
  const days = tableColumns(table, 'days');
  const startDays: Day[] = [];
  const endDays: Day[] = [];
  const firstRows: number[] = [];
  let endDay = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < days.length; i++) {
    const day = days.startDay[i] ?? 0;
    if (day < endDay) continue;
    const startDay = columnStart(day, unit);
    endDay = columnEnd(startDay, unit);
    startDays.push(startDay);
    endDays.push(endDay);
    firstRows.push(days.firstRow[i] ?? 0);
  }
  return columnsOf(table, { startDays, endDays, firstRows });
}, UNITS);

function dayColumns(table: EventTable): TableColumns {
  const { startDay, count } = table;
  const startDays: Day[] = [];
  const firstRows: number[] = [];
  let before = Number.NaN;
  for (let row = 0; row < count; row++) {
    const day = startDay[row] ?? 0;
    if (day === before) continue;
    before = day;
    startDays.push(day);
    firstRows.push(row);
  }
  return columnsOf(table, { startDays, endDays: startDays.map((day) => day + 1), firstRows });
}

interface Lists {
  readonly startDays: readonly Day[];
  readonly endDays: readonly Day[];
  readonly firstRows: readonly number[];
}

function columnsOf({ count }: EventTable, { startDays, endDays, firstRows }: Lists): TableColumns {
  return {
    length: startDays.length,
    startDay: Int32Array.from(startDays),
    endDay: Int32Array.from(endDays),
    firstRow: Uint32Array.from([...firstRows, count]),
  };
}
