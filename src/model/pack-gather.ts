import type { RowLists } from './event-table';
import type { Column, ListColumn } from './pack-columns';

export type Allocate = (byteLength: number) => ArrayBufferLike | Stretch;

/** A part of a buffer. */
export interface Stretch {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
}

/** Hands out one buffer stretch by stretch: what is asked for must add up to no more, the wider elements first. */
export function createArena(byteLength: number): Allocate {
  const buffer = new ArrayBuffer(byteLength);
  let next = 0;
  return (bytes) => {
    const byteOffset = next;
    next += bytes;
    return { buffer, byteOffset };
  };
}

const ownBuffer: Allocate = (byteLength) => new ArrayBuffer(byteLength);

type Kept = Uint8Array | Uint16Array | Int32Array | Uint32Array;
type Kind<T extends Kept> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
  new (length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

export function allocated<T extends Kept>(Kind: Kind<T>, length: number, allocate: Allocate): T {
  const place = allocate(length * Kind.BYTES_PER_ELEMENT);
  return 'byteOffset' in place
    ? new Kind(place.buffer, place.byteOffset, length)
    : new Kind(place, 0, length);
}

export function copied<T extends Kept>(Kind: Kind<T>, values: T, allocate: Allocate): T {
  const copy = allocated(Kind, values.length, allocate);
  copy.set(values);
  return copy;
}

/** Which entries are wanted, in which order, and where they come to lie. */
export interface Picking {
  readonly order: Uint32Array;
  /** Left out: a buffer for each. */
  readonly allocate?: Allocate;
  /** Of the order, as `runsOf` finds them; worth while for many columns of many entries. */
  readonly runs?: Uint32Array;
}

export function pick<T extends Kept>(
  Kind: Kind<T>,
  values: T,
  { order, allocate = ownBuffer, runs }: Picking,
): T {
  const found = allocated(Kind, order.length, allocate);
  if (runs) copyRuns(values, found, { order, runs });
  else for (let i = 0; i < order.length; i++) found[i] = values[order[i] ?? 0] ?? 0;
  return found;
}

/** Entries that follow each other stay together in most orders: where such a run begins, and last the end. */
export function runsOf(order: Uint32Array): Uint32Array {
  const begins = (i: number) => i === 0 || order[i] !== (order[i - 1] ?? 0) + 1;
  let count = 0;
  for (let i = 0; i < order.length; i++) if (begins(i)) count += 1;
  const starts = new Uint32Array(count + 1);
  count = 0;
  for (let i = 0; i < order.length; i++) if (begins(i)) starts[count++] = i;
  starts[count] = order.length;
  return starts;
}

/** Shorter ones are copied one by one. */
const LONG_RUN = 16;

function copyRuns<T extends Kept>(
  values: T,
  found: T,
  { order, runs }: { readonly order: Uint32Array; readonly runs: Uint32Array },
): void {
  for (let run = 0; run + 1 < runs.length; run++) {
    const [start, end] = [runs[run] ?? 0, runs[run + 1] ?? 0];
    const from = order[start] ?? 0;
    if (end - start >= LONG_RUN) found.set(values.subarray(from, from + end - start), start);
    else for (let i = start; i < end; i++) found[i] = values[from + i - start] ?? 0;
  }
}

/** As `pick`; the column is then let go, so that no more than one at a time is there twice. */
export function gather<T extends Kept>(Kind: Kind<T>, column: Column<T>, picking: Picking): T {
  const found = pick(Kind, column.values, picking);
  column.values = new Kind(0);
  return found;
}

/** With values as wide as they were, unless told otherwise. */
export function pickLists(
  { offsets, values }: RowLists,
  { order, allocate = ownBuffer }: Picking,
  isNarrow = values instanceof Uint16Array,
): RowLists {
  const ends = allocated(Uint32Array, order.length + 1, allocate);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] ?? 0;
    count += (offsets[entry + 1] ?? 0) - (offsets[entry] ?? 0);
    ends[i + 1] = count;
  }
  const found = isNarrow
    ? allocated(Uint16Array, count, allocate)
    : allocated(Uint32Array, count, allocate);
  count = 0;
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] ?? 0;
    const end = offsets[entry + 1] ?? 0;
    for (let at = offsets[entry] ?? 0; at < end; at++) found[count++] = values[at] ?? 0;
  }
  return { offsets: ends, values: found };
}

/** So many fit two bytes. */
const NARROW_CODES = 1 << 16;

/** Lists with each value changed to its new code; −1 leaves it out. The column is let go. */
export function gatherLists(lists: ListColumn, codes: Int32Array, picking: Picking): RowLists {
  const [offsets, values] = [lists.offsets.values, lists.values.values];
  const entryCount = lists.offsets.length - 1;
  // In place: what is written never overtakes what is read.
  let count = 0;
  let at = 0;
  for (let entry = 0; entry < entryCount; entry++) {
    for (const end = offsets[entry + 1] ?? 0; at < end; at++) {
      const code = codes[values[at] ?? 0] ?? -1;
      if (code >= 0) values[count++] = code;
    }
    offsets[entry + 1] = count;
  }
  const isNarrow = codes.every((code) => code < NARROW_CODES);
  const found = pickLists({ offsets, values }, picking, isNarrow);
  lists.offsets.values = new Uint32Array();
  lists.values.values = new Uint32Array();
  return found;
}
