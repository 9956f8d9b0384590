import type { Day, Span } from '../time/day';
import { type ColumnUnit, columnEnd, columnStart } from './columns';

/**
 * Classes of events by weight and by whether they lie ahead, as they stack from the base line: the strongest lowest,
 * what is past under what lies ahead.
 */
const CLASS_COUNT = 12;
const MOST_IMPORTANCE = 5;

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
  const counts = new Uint32Array(CLASS_COUNT);
  let startDay = days.startDay[0] ?? 0;
  let endDay = Number.NEGATIVE_INFINITY;
  let first = 0;
  for (let i = 0; i < days.length; i++) {
    const day = days.startDay[i] ?? 0;
    if (day >= endDay) {
      builder.add(counts, 0, { startDay, endDay, first });
      startDay = columnStart(day, unit);
      endDay = columnEnd(startDay, unit);
      first = days.first[i] ?? 0;
    }
    const last = days.entryFrom[i + 1] ?? 0;
    for (let at = days.entryFrom[i] ?? 0; at < last; at++) {
      const code = days.entryClass[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + (days.entryCount[at] ?? 0);
    }
  }
  builder.add(counts, 0, { startDay, endDay, first });
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

/** A column and the place of the first of what stands in it. */
export interface ColumnPlace {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly first: number;
}

export interface LevelBuilder {
  /** Adds a column with the counts by class that stand from `at` on, unless all are 0; these are 0 then. Tells their sum. */
  add: (counts: Uint32Array, at: number, place: ColumnPlace) => number;
  /** With the number of all that stand in columns. */
  end: (count: number) => DensityLevel;
}

/** Takes columns in time order. `columns` is how many are expected: more cost more. */
export function createLevelBuilder(columns: number): LevelBuilder {
  let startDay = new Int32Array(columns + 2);
  let endDay = new Int32Array(columns + 2);
  let first = new Uint32Array(columns + 2);
  let entryFrom = new Uint32Array(columns + 2);
  // More, where most columns have more than so many classes.
  let entryClass = new Uint8Array(4 * columns + CLASS_COUNT);
  let entryCount = new Uint32Array(4 * columns + CLASS_COUNT);
  let length = 0;
  let entries = 0;
  return {
    add: (counts, at, place) => {
      const from = entries;
      let sum = 0;
      for (let code = 0; code < CLASS_COUNT; code++) {
        const count = counts[at + code] ?? 0;
        if (count === 0) continue;
        counts[at + code] = 0;
        entryClass[entries] = code;
        entryCount[entries] = count;
        entries += 1;
        sum += count;
      }
      if (sum === 0) return 0;
      startDay[length] = place.startDay;
      endDay[length] = place.endDay;
      first[length] = place.first;
      entryFrom[length] = from;
      length += 1;
      // Room for the next one, and for the end of the last.
      if (length + 2 > startDay.length) {
        startDay = twice(startDay, Int32Array);
        endDay = twice(endDay, Int32Array);
        first = twice(first, Uint32Array);
        entryFrom = twice(entryFrom, Uint32Array);
      }
      if (entries + CLASS_COUNT > entryClass.length) {
        entryClass = twice(entryClass, Uint8Array);
        entryCount = twice(entryCount, Uint32Array);
      }
      return sum;
    },
    end: (place) => {
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
