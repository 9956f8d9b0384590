import type { Codes, RowLists } from '../model/event-table';
import { bitCount, wordsFor } from './row-set';

/** For each value of a column the rows that have it: as bits where these are many, else one after the other. */
export interface ValueSets {
  /** By value; undefined for those that are listed. */
  readonly bits: readonly (Uint32Array | undefined)[];
  /** The rows of the listed ones, rising; of one with bits none. */
  readonly listed: RowLists;
}

/** A row in a list costs so much more to count than a word of bits: with fewer rows than words / this they are listed. */
const WORDS_PER_ROW = 2;

/** O(entries). Rows name each value once. */
export function valueSetsOf(
  { offsets, values }: RowLists,
  rowCount: number,
  valueCount: number,
): ValueSets {
  const counts = countOf(values, valueCount, offsets[rowCount] ?? 0);
  const least = Math.max(1, rowCount / 32 / WORDS_PER_ROW);
  const bits = Array.from(counts, (count) => (count >= least ? wordsFor(rowCount) : undefined));
  const rowsFrom = new Uint32Array(valueCount + 1);
  for (let value = 0; value < valueCount; value++) {
    rowsFrom[value + 1] = (rowsFrom[value] ?? 0) + (bits[value] ? 0 : (counts[value] ?? 0));
  }
  const next = rowsFrom.slice();
  const rows = new Uint32Array(rowsFrom[valueCount] ?? 0);
  for (let row = 0; row < rowCount; row++) {
    const end = offsets[row + 1] ?? 0;
    for (let i = offsets[row] ?? 0; i < end; i++) {
      const value = values[i] ?? 0;
      const words = bits[value];
      if (words) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
      else {
        const at = next[value] ?? 0;
        rows[at] = row;
        next[value] = at + 1;
      }
    }
  }
  return { bits, listed: { offsets: rowsFrom, values: rows } };
}

/** Of a column with one value a row. */
export function codeSetsOf(codes: Uint8Array, valueCount: number): ValueSets {
  const bits: (Uint32Array | undefined)[] = Array.from({ length: valueCount }, () => undefined);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const words = (bits[code] ??= wordsFor(codes.length));
    words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  const none = new Uint32Array(valueCount + 1);
  return { bits, listed: { offsets: none, values: new Uint32Array() } };
}

function countOf(values: Codes, valueCount: number, length: number): Uint32Array {
  const counts = new Uint32Array(valueCount);
  for (let i = 0; i < length; i++) {
    const value = values[i] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** Some rows as bits: all that hold any are words [from, to), and where these are few, those of `at`. */
export interface PickedRows {
  readonly words: Uint32Array;
  readonly from: number;
  readonly to: number;
  readonly at: Uint32Array | undefined;
}

/** Of the rows of a set those that are in another too. */
export function pickRows(set: Uint32Array, { words, ...where }: PickedRows): PickedRows {
  const picked = new Uint32Array(words.length);
  for (let at = where.from; at < where.to; at++) picked[at] = (set[at] ?? 0) & (words[at] ?? 0);
  return { words: picked, ...where };
}

export function countPicked(picked: PickedRows): number {
  return countCommon(picked.words, picked);
}

/** How many of the picked rows have each value. O(words × values with bits + rows of the others). */
export function countValues({ bits, listed }: ValueSets, picked: PickedRows): Uint32Array {
  const counts = new Uint32Array(bits.length);
  for (let value = 0; value < counts.length; value++) {
    const words = bits[value];
    counts[value] = words ? countCommon(words, picked) : countListed(listed, value, picked.words);
  }
  return counts;
}

function countCommon(bits: Uint32Array, { words, from, to, at }: PickedRows): number {
  if (!at) return commonCount(bits, words, from, to);
  let count = 0;
  for (let i = 0; i < at.length; i++) {
    const word = at[i] ?? 0;
    count += bitCount((bits[word] ?? 0) & (words[word] ?? 0));
  }
  return count;
}

const PAIRS = 8;

/** How many bits two lists of words share. Sums of fours are added up for two words, sums of bytes for sixteen. */
function commonCount(a: Uint32Array, b: Uint32Array, from: number, to: number): number {
  const whole = to - ((to - from) % (2 * PAIRS));
  let count = 0;
  for (let first = from; first < whole; first += 2 * PAIRS) {
    let bytes = 0;
    for (let at = first; at < first + 2 * PAIRS; at += 2) {
      const fours = sumsOfFours((a[at] ?? 0) & (b[at] ?? 0));
      const both = fours + sumsOfFours((a[at + 1] ?? 0) & (b[at + 1] ?? 0));
      bytes += (both & 0x0f0f_0f0f) + ((both >>> 4) & 0x0f0f_0f0f);
    }
    const halves = (bytes & 0x00ff_00ff) + ((bytes >>> 8) & 0x00ff_00ff);
    count += (halves & 0xffff) + (halves >>> 16);
  }
  for (let at = whole; at < to; at++) count += bitCount((a[at] ?? 0) & (b[at] ?? 0));
  return count;
}

function sumsOfFours(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  return (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
}

function countListed({ offsets, values }: RowLists, value: number, words: Uint32Array): number {
  const end = offsets[value + 1] ?? 0;
  let count = 0;
  for (let i = offsets[value] ?? 0; i < end; i++) {
    const row = values[i] ?? 0;
    count += ((words[row >>> 5] ?? 0) >>> (row & 31)) & 1;
  }
  return count;
}

/** How many of [first, end) there are. */
export function countBetween(words: Uint32Array, first: number, end: number): number {
  if (end <= first) return 0;
  const [from, to] = [first >>> 5, end >>> 5];
  const low = -1 << (first & 31);
  const high = ~(-1 << (end & 31));
  if (from === to) return bitCount((words[from] ?? 0) & low & high);
  let count = bitCount((words[from] ?? 0) & low) + bitCount((words[to] ?? 0) & high);
  for (let at = from + 1; at < to; at++) count += bitCount(words[at] ?? 0);
  return count;
}
