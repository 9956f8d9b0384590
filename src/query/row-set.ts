/**
 * Some rows of a table as bits: row r is bit r % 32 of word r >> 5. How many come before a row is told in O(1), the row
 * at a place in O(log n), so that a million rows need no list of them. After Jacobson, "Space-efficient static trees and
 * graphs" (1989): rank and select by counts of blocks.
 */
export interface RowSet {
  readonly words: Uint32Array;
  /** How many rows come before each block of words; after the last block, how many there are. */
  readonly before: Uint32Array;
}

const BLOCK_WORDS = 16;
const BLOCK_SHIFT = 4;

export function wordsFor(rowCount: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array((rowCount + 31) >>> 5);
}

/** The bits are not copied. O(n / 32). */
export function createRowSet(words: Uint32Array): RowSet {
  const blocks = Math.ceil(words.length / BLOCK_WORDS);
  const before = new Uint32Array(blocks + 1);
  let count = 0;
  for (let block = 0; block < blocks; block++) {
    before[block] = count;
    const end = Math.min(words.length, (block + 1) * BLOCK_WORDS);
    for (let at = block * BLOCK_WORDS; at < end; at++) count += bitCount(words[at] ?? 0);
  }
  before[blocks] = count;
  return { words, before };
}

/** Of rows in any order. */
export function rowSetOf(rowCount: number, rows: Iterable<number>): RowSet {
  const words = wordsFor(rowCount);
  for (const row of rows) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  return createRowSet(words);
}

/** The rows whose byte is 0. */
export function unmaskedRows(masks: Uint8Array): RowSet {
  return createRowSet(unmaskedBits(masks, 0xff));
}

/** The rows whose byte has none of the bits, as bits. */
export function unmaskedBits(masks: Uint8Array, bits: number): Uint32Array<ArrayBuffer> {
  const words = wordsFor(masks.length);
  for (let at = 0; at < words.length; at++) {
    const first = at << 5;
    const end = Math.min(masks.length, first + 32);
    let word = 0;
    // The sign bit where nothing is left, without a branch, which would often be guessed wrong.
    for (let row = first; row < end; row++) {
      word |= ((((masks[row] ?? 0) & bits) - 1) >>> 31) << (row & 31);
    }
    words[at] = word;
  }
  return words;
}

export function sizeOf({ before }: RowSet): number {
  return before[before.length - 1] ?? 0;
}

export function holds({ words }: RowSet, row: number): boolean {
  return (((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** How many of the rows come before one, itself in the set or not. */
export function countBefore({ words, before }: RowSet, row: number): number {
  const word = row >>> 5;
  if (word >= words.length) return before[before.length - 1] ?? 0;
  const block = word >>> BLOCK_SHIFT;
  let count = before[block] ?? 0;
  for (let at = block << BLOCK_SHIFT; at < word; at++) count += bitCount(words[at] ?? 0);
  return count + bitCount((words[word] ?? 0) & ~(-1 << (row & 31)));
}

/** The row at a place, counted from 0; undefined past the last. */
export function rowAt({ words, before }: RowSet, place: number): number | undefined {
  const blocks = before.length - 1;
  if (place < 0 || place >= (before[blocks] ?? 0)) return undefined;
  let low = 0;
  let high = blocks - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((before[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  let left = place - (before[low] ?? 0);
  let word = low << BLOCK_SHIFT;
  for (let own = bitCount(words[word] ?? 0); own <= left; own = bitCount(words[word] ?? 0)) {
    left -= own;
    word += 1;
  }
  let bits = words[word] ?? 0;
  for (; left > 0; left--) bits &= bits - 1;
  return (word << 5) + lowestBit(bits);
}

/** Those of [first, end), rising. */
export function rowsBetween(set: RowSet, first: number, end: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(Math.max(0, countBefore(set, end) - countBefore(set, first)));
  if (rows.length > 0) fillRows(rows, set.words, first, end);
  return rows;
}

function fillRows(rows: Uint32Array, words: Uint32Array, first: number, end: number): void {
  let count = 0;
  for (let at = first >>> 5; count < rows.length; at++) {
    for (let bits = wordWithin(words, at, first, end); bits !== 0; bits &= bits - 1) {
      rows[count] = (at << 5) + lowestBit(bits);
      count += 1;
    }
  }
}

/** Some of the rows of a set, side by side: those at places [first, end). */
export interface RowRange {
  readonly set: RowSet;
  readonly first: number;
  readonly end: number;
}

export function rowsOfRange({ set, first, end }: RowRange): Uint32Array<ArrayBuffer> {
  const from = rowAt(set, first);
  const last = rowAt(set, end - 1);
  if (from === undefined || last === undefined) return new Uint32Array();
  return rowsBetween(set, from, last + 1);
}

/** The place of a row in the range, counted from its first, else −1. */
export function placeInRange({ set, first, end }: RowRange, row: number): number {
  if (!holds(set, row)) return -1;
  const place = countBefore(set, row);
  return place >= first && place < end ? place - first : -1;
}

/** A word of the bits, without those of rows outside [first, end). */
export function wordWithin(words: Uint32Array, at: number, first: number, end: number): number {
  let bits = words[at] ?? 0;
  if (at === first >>> 5) bits &= -1 << (first & 31);
  if (at === end >>> 5) bits &= ~(-1 << (end & 31));
  return bits;
}

/** Those in both. */
export function commonRows(a: RowSet, b: RowSet): RowSet {
  const words = new Uint32Array(a.words.length);
  for (let at = 0; at < words.length; at++) words[at] = (a.words[at] ?? 0) & (b.words[at] ?? 0);
  return createRowSet(words);
}

/** Those in either. */
export function allRows(a: RowSet, b: RowSet): RowSet {
  const words = new Uint32Array(a.words.length);
  for (let at = 0; at < words.length; at++) words[at] = (a.words[at] ?? 0) | (b.words[at] ?? 0);
  return createRowSet(words);
}

/** Those of the first that are not in the second. */
export function otherRows(a: RowSet, b: RowSet): RowSet {
  const words = new Uint32Array(a.words.length);
  for (let at = 0; at < words.length; at++) words[at] = (a.words[at] ?? 0) & ~(b.words[at] ?? 0);
  return createRowSet(words);
}

/** Place of the lowest bit that is set. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** How many bits of a word are set. Hacker's Delight, 5-1: sums of pairs, of fours, of bytes. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
