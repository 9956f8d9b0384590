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
  push(offsets, 0);
  return { offsets, values: countsColumn(roomBytes) };
}

export function push(column: Column, value: number): void {
  const { values, length } = column;
  if (length < values.length) values[length] = value;
  else {
    column.values = doubled(values);
    column.values[length] = value;
  }
  column.length = length + 1;
}

/** Ends the list of one entry: what was pushed to `values` since the last one. */
export function endList({ offsets, values }: ListColumn): void {
  push(offsets, values.length);
}

function doubled<T extends Numbers>(values: T): T {
  const Kind = values.constructor as new (length: number) => T;
  const more = new Kind(values.length * 2);
  more.set(values);
  return more;
}
