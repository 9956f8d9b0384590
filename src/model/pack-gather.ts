import type { RowLists } from './event-table';
import type { Column, ListColumn } from './pack-columns';

export type Allocate = (byteLength: number) => ArrayBufferLike;

type Kept = Uint8Array | Uint16Array | Int32Array | Uint32Array;
type Kind<T extends Kept> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
  new (length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

export function allocated<T extends Kept>(Kind: Kind<T>, length: number, allocate: Allocate): T {
  return new Kind(allocate(length * Kind.BYTES_PER_ELEMENT), 0, length);
}

export function copied<T extends Kept>(Kind: Kind<T>, values: T, allocate: Allocate): T {
  const copy = allocated(Kind, values.length, allocate);
  copy.set(values);
  return copy;
}

/** Which entries are wanted, in which order, and where they come to lie. */
export interface Picking {
  readonly order: Uint32Array;
  readonly allocate: Allocate;
}

export function pick<T extends Kept>(Kind: Kind<T>, values: T, { order, allocate }: Picking): T {
  const found = allocated(Kind, order.length, allocate);
  for (let i = 0; i < order.length; i++) found[i] = values[order[i] ?? 0] ?? 0;
  return found;
}

/** As `pick`; the column is then let go, so that no more than one at a time is there twice. */
export function gather<T extends Kept>(Kind: Kind<T>, column: Column<T>, picking: Picking): T {
  const found = pick(Kind, column.values, picking);
  column.values = new Kind(0);
  return found;
}

export function pickLists({ offsets, values }: RowLists, { order, allocate }: Picking): RowLists {
  const ends = allocated(Uint32Array, order.length + 1, allocate);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] ?? 0;
    count += (offsets[entry + 1] ?? 0) - (offsets[entry] ?? 0);
    ends[i + 1] = count;
  }
  const found = allocated(Uint32Array, count, allocate);
  count = 0;
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] ?? 0;
    const end = offsets[entry + 1] ?? 0;
    for (let at = offsets[entry] ?? 0; at < end; at++) found[count++] = values[at] ?? 0;
  }
  return { offsets: ends, values: found };
}

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
  const found = pickLists({ offsets, values }, picking);
  lists.offsets.values = new Uint32Array();
  lists.values.values = new Uint32Array();
  return found;
}

/** Pairs as lists by their key, each in the order in which its pairs come. */
export function groupPairs(
  keys: Column<Uint32Array>,
  values: Column<Uint32Array>,
  { count, allocate }: { count: number; allocate: Allocate },
): RowLists {
  const offsets = allocated(Uint32Array, count + 1, allocate);
  for (let i = 0; i < keys.length; i++) {
    const next = (keys.values[i] ?? 0) + 1;
    offsets[next] = (offsets[next] ?? 0) + 1;
  }
  for (let key = 0; key < count; key++) {
    offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0);
  }
  const found = allocated(Uint32Array, keys.length, allocate);
  const places = offsets.slice();
  for (let i = 0; i < keys.length; i++) {
    const key = keys.values[i] ?? 0;
    const place = places[key] ?? 0;
    found[place] = values.values[i] ?? 0;
    places[key] = place + 1;
  }
  return { offsets, values: found };
}
