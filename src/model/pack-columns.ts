type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A typed array that grows: the first `length` of `values` count. Throws a RangeError where memory runs out. */
export interface Column<T extends Numbers = Numbers> {
  values: T;
  length: number;
}

/** As RowLists, while it grows. */
export interface ListColumn {
  readonly offsets: Column<Uint32Array>;
  readonly values: Column<Uint32Array>;
}

/** Bytes that a column begins with. */
const LEAST_BYTES = 4096;

export function bytesColumn(roomBytes = LEAST_BYTES): Column<Uint8Array> {
  return { values: new Uint8Array(roomBytes), length: 0 };
}

export function shortsColumn(roomBytes = LEAST_BYTES): Column<Uint16Array> {
  return { values: new Uint16Array(roomBytes / 2), length: 0 };
}

export function intsColumn(roomBytes = LEAST_BYTES): Column<Int32Array> {
  return { values: new Int32Array(roomBytes / 4), length: 0 };
}

export function countsColumn(roomBytes = LEAST_BYTES): Column<Uint32Array> {
  return { values: new Uint32Array(roomBytes / 4), length: 0 };
}

export function numbersColumn(roomBytes = LEAST_BYTES): Column<Float64Array> {
  return { values: new Float64Array(roomBytes / 8), length: 0 };
}

export function listColumn(roomBytes = LEAST_BYTES): ListColumn {
  const offsets = countsColumn(roomBytes);
  pushCount(offsets, 0);
  return { offsets, values: countsColumn(roomBytes) };
}

// One for each kind of array, though they say the same: a store that meets several kinds takes some ten times as long.

export function pushByte(column: Column<Uint8Array>, value: number): void {
  const at = column.length++;
  if (at === column.values.length) column.values = doubled(column.values);
  column.values[at] = value;
}

export function pushShort(column: Column<Uint16Array>, value: number): void {
  const at = column.length++;
  if (at === column.values.length) column.values = doubled(column.values);
  column.values[at] = value;
}

export function pushInt(column: Column<Int32Array>, value: number): void {
  const at = column.length++;
  if (at === column.values.length) column.values = doubled(column.values);
  column.values[at] = value;
}

export function pushCount(column: Column<Uint32Array>, value: number): void {
  const at = column.length++;
  if (at === column.values.length) column.values = doubled(column.values);
  column.values[at] = value;
}

export function pushNumber(column: Column<Float64Array>, value: number): void {
  const at = column.length++;
  if (at === column.values.length) column.values = doubled(column.values);
  column.values[at] = value;
}

/** Ends the list of one entry: what was pushed to `values` since the last one. */
export function endList({ offsets, values }: ListColumn): void {
  pushCount(offsets, values.length);
}

function doubled<T extends Numbers>(values: T): T {
  const Kind = values.constructor as new (length: number) => T;
  const more = new Kind(values.length * 2);
  more.set(values);
  return more;
}
