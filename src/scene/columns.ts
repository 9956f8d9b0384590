import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { civilOf, type Day, dayOf, isoWeekdayOf } from '../time/day';
import { statusOf } from './names';

/** Cell height by importance 0 (unused) to 5. */
export const CELL_PX: readonly number[] = [0, 3.5, 5, 7, 10.5, 15];
export const CELL_GAP_PX = 1;
const MOST_COLUMN_PX = 96;
/** Longer ones are no cells but bars under the base line. */
export const PERIOD_DAYS = 450;

export interface Cell {
  readonly row: number;
  readonly importance: number;
  readonly isAhead: boolean;
  /** Above the base line. */
  readonly bottomPx: number;
  readonly heightPx: number;
}

/** The events of a year or a month, one cell each, the strongest lowest. */
export interface Column {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly cells: readonly Cell[];
  readonly heightPx: number;
  /** The cells were pressed together, so the count stands on top. */
  readonly isPressed: boolean;
}

/** Weeks begin on Monday. Only columns of a large set have other units than years and months. */
export type ColumnUnit = 'centuries' | 'decades' | 'years' | 'months' | 'weeks' | 'days';

/**
 * Columns of a lane by their start day, in time order. An event stands in the column of its first day. No column is
 * higher than `roomPx`, or 96 px.
 */
export function layoutColumns(
  table: EventTable,
  rows: Iterable<number>,
  unit: ColumnUnit,
  roomPx = MOST_COLUMN_PX,
): readonly Column[] {
  const mostPx = Math.min(roomPx, MOST_COLUMN_PX);
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    if (isPeriod(table, row)) continue;
    const start = columnStart(table.startDay[row] ?? 0, unit);
    const group = groups.get(start);
    if (group) group.push(row);
    else groups.set(start, [row]);
  }
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([startDay, members]) => {
      const endDay = columnEnd(startDay, unit);
      return { startDay, endDay, ...stackCells(table, members, mostPx) };
    });
}

export function isPeriod(table: EventTable, row: number): boolean {
  return (table.endDay[row] ?? 0) - (table.startDay[row] ?? 0) > PERIOD_DAYS;
}

export function columnStart(day: Day, unit: ColumnUnit): Day {
  if (unit === 'days') return day;
  if (unit === 'weeks') return day - isoWeekdayOf(day) + 1;
  const { year, month } = civilOf(day);
  if (unit === 'months') return dayOf(year, month, 1);
  const years = YEARS[unit];
  return dayOf(Math.floor(year / years) * years, 1, 1);
}

/** The day after the last one of the column that begins on a day. */
export function columnEnd(startDay: Day, unit: ColumnUnit): Day {
  if (unit === 'days') return startDay + 1;
  if (unit === 'weeks') return startDay + 7;
  const { year, month } = civilOf(startDay);
  return unit === 'months' ? dayOf(year, month + 1, 1) : dayOf(year + YEARS[unit], 1, 1);
}

const YEARS = { years: 1, decades: 10, centuries: 100 } as const;

function stackCells(
  table: EventTable,
  members: readonly number[],
  mostPx: number,
): Omit<Column, 'startDay' | 'endDay'> {
  const importanceOf = (row: number) => table.importance[row] ?? 3;
  const sorted = members.toSorted((a, b) => importanceOf(b) - importanceOf(a) || a - b);
  const heights = sorted.map((row) => CELL_PX[importanceOf(row)] ?? 7);
  const naturalPx = heights.reduce((sum, height) => sum + height + CELL_GAP_PX, 0) - CELL_GAP_PX;
  const scale = Math.min(1, mostPx / naturalPx);
  let bottomPx = 0;
  const cells = sorted.map((row, i) => {
    const heightPx = (heights[i] ?? 7) * scale;
    const cell = {
      row,
      importance: importanceOf(row),
      isAhead: liesAhead(statusOf(table, row)),
      bottomPx,
      heightPx,
    };
    bottomPx += heightPx + CELL_GAP_PX * scale;
    return cell;
  });
  return { cells, heightPx: Math.min(mostPx, naturalPx), isPressed: scale < 1 };
}
