import { inStretches, type Steps } from '../lib/steps';
import { STATUSES } from '../model/dataset';
import { type EventTable, OPEN_END_DAY } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Day, Span } from '../time/day';
import { type ColumnUnit, columnEnd, columnStart, PERIOD_DAYS } from './columns';

/**
 * Classes of events by weight and by whether they lie ahead, as they stack from the base line: the strongest lowest,
 * what is past under what lies ahead.
 */
const CLASS_COUNT = 12;
const MOST_IMPORTANCE = 5;

/** `ahead` is 1 for what lies ahead, else 0. */
function classOf(importance: number, ahead: number): number {
  return 2 * (MOST_IMPORTANCE - importance) + ahead;
}

export function importanceOfClass(code: number): number {
  return MOST_IMPORTANCE - (code >> 1);
}

export function isAheadClass(code: number): boolean {
  return (code & 1) === 1;
}

/** Columns of one unit in time order, empty ones left out, with the number of events of each class. */
export interface DensityLevel {
  readonly length: number;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  /** The events of column i are those at first[i] … first[i + 1] − 1 of the rows. */
  readonly first: Uint32Array;
  /** Its entries are those at entryFrom[i] … entryFrom[i + 1] − 1 of the two lists below, classes ascending. */
  readonly entryFrom: Uint32Array;
  readonly entryClass: Uint8Array;
  readonly entryCount: Uint32Array;
}

export interface DayCounts {
  readonly level: DensityLevel;
  /** The rows that stand in columns, in time order. */
  readonly rows: Uint32Array;
  /** Long ones, which are bars under the base line. */
  readonly periods: Uint32Array;
}

/** By 8 × the status's code + importance. */
const CLASSES = Uint8Array.from({ length: 8 * STATUSES.length }, (_, at) => {
  const status = STATUSES[at >> 3];
  return classOf(
    Math.min(MOST_IMPORTANCE, Math.max(1, at & 7)),
    status && liesAhead(status) ? 1 : 0,
  );
});

/** Counts by first day, in one pass over rows that are in time order. */
export function* countDays(table: EventTable, rows: Uint32Array): Steps<DayCounts> {
  const { startDay, endDay, importance, status } = table;
  const kept = new Uint32Array(rows.length);
  const periods: number[] = [];
  const days = (startDay[rows.at(-1) ?? 0] ?? 0) - (startDay[rows[0] ?? 0] ?? 0) + 1;
  const builder = createLevelBuilder(Math.min(rows.length, days, MOST_EXPECTED));
  const { counts } = builder;
  let keptCount = 0;
  // No day of a calendar.
  let lastDay = OPEN_END_DAY;
  yield* inStretches(rows.length, (from, to) => {
    // Names of its own: what outlives the pass is slower to get at.
    let count = keptCount;
    let day = lastDay;
    for (let place = from; place < to; place++) {
      const row = rows[place] ?? 0;
      const start = startDay[row] ?? 0;
      if ((endDay[row] ?? 0) - start > PERIOD_DAYS) {
        periods.push(row);
        continue;
      }
      if (start !== day) {
        day = start;
        builder.begin(start, start + 1, count);
      }
      const code = CLASSES[8 * (status[row] ?? 0) + (importance[row] ?? 3)] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
      kept[count] = row;
      count += 1;
    }
    keptCount = count;
    lastDay = day;
  });
  return {
    level: builder.end(keptCount),
    rows: periods.length === 0 ? rows : kept.subarray(0, keptCount),
    periods: Uint32Array.from(periods),
  };
}

/** Room is made for so many at first. */
const MOST_EXPECTED = 100_000;
const LEAST_DAYS = { weeks: 7, months: 28, years: 365, decades: 3652, centuries: 36_524 } as const;

/** The columns of a unit from those of single days. O(days with events). */
export function foldDays(days: DensityLevel, unit: ColumnUnit): DensityLevel {
  if (unit === 'days') return days;
  const span = (days.startDay[days.length - 1] ?? 0) - (days.startDay[0] ?? 0);
  const builder = createLevelBuilder(
    Math.min(days.length, Math.ceil(span / LEAST_DAYS[unit]) + 2, MOST_EXPECTED),
  );
  const { counts } = builder;
  let endDay = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < days.length; i++) {
    const day = days.startDay[i] ?? 0;
    if (day >= endDay) {
      const startDay = columnStart(day, unit);
      endDay = columnEnd(startDay, unit);
      builder.begin(startDay, endDay, days.first[i] ?? 0);
    }
    const last = days.entryFrom[i + 1] ?? 0;
    for (let at = days.entryFrom[i] ?? 0; at < last; at++) {
      const code = days.entryClass[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + (days.entryCount[at] ?? 0);
    }
  }
  return builder.end(days.first[days.length] ?? 0);
}

/** The columns [from, to) that touch a span. Two binary searches. */
export function columnsTouching(
  { length, startDay, endDay }: Pick<DensityLevel, 'length' | 'startDay' | 'endDay'>,
  span: Span,
): readonly [from: number, to: number] {
  const from = firstAbove(endDay, length, span.startDay);
  return [from, Math.max(from, firstAtLeast(startDay, length, span.endDay))];
}

/** The first place whose day is later. */
function firstAbove(days: Int32Array, length: number, day: Day): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) > day) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstAtLeast(days: Int32Array, length: number, day: Day): number {
  return firstAbove(days, length, Math.ceil(day) - 1);
}

/** Takes columns in time order, each followed by what stands in it. `columns` is how many are expected: more cost more. */
function createLevelBuilder(columns: number) {
  let startDay = new Int32Array(columns + 2);
  let endDay = new Int32Array(columns + 2);
  let first = new Uint32Array(columns + 2);
  let entryFrom = new Uint32Array(columns + 2);
  // More, where most columns have more than so many classes.
  let entryClass = new Uint8Array(4 * columns + CLASS_COUNT);
  let entryCount = new Uint32Array(4 * columns + CLASS_COUNT);
  const counts = new Uint32Array(CLASS_COUNT);
  let length = 0;
  let entries = 0;
  const close = () => {
    if (length === 0) return;
    if (entries + CLASS_COUNT > entryClass.length) {
      entryClass = twice(entryClass, Uint8Array);
      entryCount = twice(entryCount, Uint32Array);
    }
    for (let code = 0; code < CLASS_COUNT; code++) {
      const count = counts[code] ?? 0;
      if (count === 0) continue;
      entryClass[entries] = code;
      entryCount[entries] = count;
      entries += 1;
      counts[code] = 0;
    }
  };
  return {
    /** Of the column that was begun last, by class; to be added to. */
    counts,
    begin: (start: Day, end: Day, place: number) => {
      close();
      // Room for the end of the last one, too.
      if (length + 2 > startDay.length) {
        startDay = twice(startDay, Int32Array);
        endDay = twice(endDay, Int32Array);
        first = twice(first, Uint32Array);
        entryFrom = twice(entryFrom, Uint32Array);
      }
      startDay[length] = start;
      endDay[length] = end;
      first[length] = place;
      entryFrom[length] = entries;
      length += 1;
    },
    end: (place: number): DensityLevel => {
      close();
      first[length] = place;
      entryFrom[length] = entries;
      return { length, startDay, endDay, first, entryFrom, entryClass, entryCount };
    },
  };
}

type Column = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

function twice<T extends Column>(values: T, make: new (length: number) => T): T {
  const grown = new make(2 * values.length);
  grown.set(values);
  return grown;
}
