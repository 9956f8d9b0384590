import type { EventTable } from '../model/event-table';
import { commonRows, otherRows, type RowRange, type RowSet, rowsBetween } from '../query/row-set';
import type { Day, Span } from '../time/day';
import { columnsTouching } from './density-levels';
import { aheadRows } from './row-classes';

/** Long periods that overlap, as one bar. */
export interface PeriodBar {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly isAhead: boolean;
  readonly range: RowRange;
}

export interface PeriodBars {
  /** In time order, those that are past first. Bars closer than `apartDays` are one. O(log n + found). */
  barsIn: (span: Span, apartDays: number) => readonly PeriodBar[];
}

export function createPeriodBars(table: EventTable, rows: RowSet): PeriodBars {
  const ahead = aheadRows(table);
  const past = unite(table, otherRows(rows, ahead));
  const later = unite(table, commonRows(rows, ahead));
  return {
    barsIn: (span, apartDays) => [
      ...unionIn(past, span, apartDays).map((bar) => ({ ...bar, isAhead: false })),
      ...unionIn(later, span, apartDays).map((bar) => ({ ...bar, isAhead: true })),
    ],
  };
}

/** Disjoint stretches; each begins with the row at its `first`. */
interface Union {
  readonly set: RowSet;
  readonly length: number;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly first: readonly number[];
}

function unite({ startDay, endDay, count }: EventTable, set: RowSet): Union {
  const rows = rowsBetween(set, 0, count);
  const starts: number[] = [];
  const ends: number[] = [];
  const first: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const start = startDay[row] ?? 0;
    if (start > reach) {
      starts.push(start);
      ends.push(start);
      first.push(place);
    }
    reach = Math.max(reach, endDay[row] ?? 0);
    ends[ends.length - 1] = reach;
  }
  return {
    set,
    length: first.length,
    startDay: Int32Array.from(starts),
    endDay: Int32Array.from(ends),
    first: [...first, rows.length],
  };
}

function unionIn(union: Union, span: Span, apartDays: number): Omit<PeriodBar, 'isAhead'>[] {
  const { set, startDay, endDay, first } = union;
  const [from, to] = columnsTouching(union, span);
  const bars: Omit<PeriodBar, 'isAhead'>[] = [];
  let begun = from;
  for (let at = from; at < to; at++) {
    const next = at + 1 < to ? (startDay[at + 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (next - (endDay[at] ?? 0) < apartDays) continue;
    bars.push({
      startDay: startDay[begun] ?? 0,
      endDay: endDay[at] ?? 0,
      range: { set, first: first[begun] ?? 0, end: first[at + 1] ?? 0 },
    });
    begun = at + 1;
  }
  return bars;
}
