import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Day, Span } from '../time/day';
import { columnsTouching } from './density-levels';
import { statusOf } from './names';

/** Long periods that overlap, as one bar. */
export interface PeriodBar {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly isAhead: boolean;
  readonly rows: Uint32Array;
}

export interface PeriodBars {
  /** In time order, those that are past first. Bars closer than `apartDays` are one. O(log n + found). */
  barsIn: (span: Span, apartDays: number) => readonly PeriodBar[];
}

/** Rows in time order. */
export function createPeriodBars(table: EventTable, rows: Uint32Array): PeriodBars {
  const isAhead = (row: number) => liesAhead(statusOf(table, row));
  const kinds = [
    {
      isAhead: false,
      union: unite(
        table,
        rows.filter((row) => !isAhead(row)),
      ),
    },
    { isAhead: true, union: unite(table, rows.filter(isAhead)) },
  ];
  return {
    barsIn: (span, apartDays) =>
      kinds.flatMap(({ isAhead: ahead, union }) => unionIn(union, span, apartDays, ahead)),
  };
}

/** Disjoint stretches; each begins with the row at its `first`. */
interface Union {
  readonly rows: Uint32Array;
  readonly length: number;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly first: readonly number[];
}

function unite({ startDay, endDay }: EventTable, rows: Uint32Array): Union {
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
    rows,
    length: first.length,
    startDay: Int32Array.from(starts),
    endDay: Int32Array.from(ends),
    first: [...first, rows.length],
  };
}

function unionIn(union: Union, span: Span, apartDays: number, isAhead: boolean): PeriodBar[] {
  const { rows, startDay, endDay, first } = union;
  const [from, to] = columnsTouching(union, span);
  const bars: PeriodBar[] = [];
  let begun = from;
  for (let at = from; at < to; at++) {
    const next = at + 1 < to ? (startDay[at + 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (next - (endDay[at] ?? 0) < apartDays) continue;
    bars.push({
      startDay: startDay[begun] ?? 0,
      endDay: endDay[at] ?? 0,
      isAhead,
      rows: rows.subarray(first[begun], first[at + 1]),
    });
    begun = at + 1;
  }
  return bars;
}
