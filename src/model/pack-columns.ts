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

const LEAST = 1024;

export function bytesColumn(): Column<Uint8Array> {
  return { values: new Uint8Array(LEAST), length: 0 };
}

export function shortsColumn(): Column<Uint16Array> {
  return { values: new Uint16Array(LEAST), length: 0 };
}

export function intsColumn(): Column<Int32Array> {
  return { values: new Int32Array(LEAST), length: 0 };
}

export function countsColumn(): Column<Uint32Array> {
  return { values: new Uint32Array(LEAST), length: 0 };
}

export function numbersColumn(): Column<Float64Array> {
  return { values: new Float64Array(LEAST), length: 0 };
}

export function listColumn(): ListColumn {
  const offsets = countsColumn();
  push(offsets, 0);
  return { offsets, values: countsColumn() };
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
