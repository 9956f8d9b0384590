const known = new WeakMap<Uint8Array, Uint8Array>();

/** 1 for each code that a column holds; looked through once for each column. */
export function codesIn(column: Uint8Array): Uint8Array {
  const earlier = known.get(column);
  if (earlier) return earlier;
  const present = new Uint8Array(256);
  for (let row = 0; row < column.length; row++) present[column[row] ?? 0] = 1;
  known.set(column, present);
  return present;
}
