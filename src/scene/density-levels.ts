import type { EventTable } from '../model/event-table';
import { lowestBit, type RowSet, sizeOf, wordWithin } from '../query/row-set';
import type { Day, Span } from '../time/day';
import type { ColumnUnit } from './columns';
import { CLASS_COUNT, classesOf } from './row-classes';
import { tableColumns } from './table-columns';

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

/** Room is made for so many columns at first. */
const MOST_EXPECTED = 100_000;

/** The columns of a unit that hold any of the rows, which are counted: some 3 ns a row. */
export function countLevel(table: EventTable, unit: ColumnUnit, set: RowSet): DensityLevel {
  const { startDay, endDay, firstRow, length } = tableColumns(table, unit);
  const classes = classesOf(table);
  const builder = createLevelBuilder(Math.min(length, sizeOf(set), MOST_EXPECTED));
  const counts = new Uint32Array(CLASS_COUNT);
  let first = 0;
  for (let column = 0; column < length; column++) {
    countClasses({ counts, classes, words: set.words }, firstRow[column], firstRow[column + 1]);
    first += builder.add(counts, {
      startDay: startDay[column] ?? 0,
      endDay: endDay[column] ?? 0,
      first,
    });
  }
  return builder.end(first);
}

interface Counted {
  readonly counts: Uint32Array;
  readonly classes: Uint8Array;
  readonly words: Uint32Array;
}

function countClasses({ counts, classes, words }: Counted, first = 0, end = 0): void {
  for (let at = first >>> 5; at << 5 < end; at++) {
    for (let bits = wordWithin(words, at, first, end); bits !== 0; bits &= bits - 1) {
      const code = classes[(at << 5) + lowestBit(bits)] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
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
interface ColumnPlace {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly first: number;
}

interface LevelBuilder {
  /** Adds a column with the counts by class, unless all are 0; these are 0 then. Tells their sum. */
  add: (counts: Uint32Array, place: ColumnPlace) => number;
  /** With the number of all that stand in columns. */
  end: (count: number) => DensityLevel;
}

/** Takes columns in time order. `columns` is how many are expected: more cost more. */
function createLevelBuilder(columns: number): LevelBuilder {
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
    add: (counts, place) => {
      const from = entries;
      let sum = 0;
      for (let code = 0; code < CLASS_COUNT; code++) {
        const count = counts[code] ?? 0;
        if (count === 0) continue;
        counts[code] = 0;
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
      // Copied to what they hold: room was made for some four times as much, and levels are kept.
      return {
        length,
        startDay: startDay.slice(0, length),
        endDay: endDay.slice(0, length),
        first: first.slice(0, length + 1),
        entryFrom: entryFrom.slice(0, length + 1),
        entryClass: entryClass.slice(0, entries),
        entryCount: entryCount.slice(0, entries),
      };
    },
  };
}

type Column = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

function twice<T extends Column>(values: T, make: new (length: number) => T): T {
  const grown = new make(2 * values.length);
  grown.set(values);
  return grown;
}
