/** A rectangle of the lane that is taken: x in px, rows in units, both half-open. */
export interface TakenBox {
  readonly x0: number;
  readonly x1: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The lowest unit at which a box of `units` height between x0 and x1 meets none of the boxes already there.
 * `taken` need not be sorted. O(n log n).
 */
export function findFreeUnit(
  taken: readonly TakenBox[],
  box: { readonly x0: number; readonly x1: number; readonly units: number },
): number {
  const inTheWay = taken
    .filter((other) => other.x0 < box.x1 && other.x1 > box.x0)
    .toSorted((a, b) => a.from - b.from);
  let unit = 0;
  for (const other of inTheWay) {
    if (other.from >= unit + box.units) break;
    unit = Math.max(unit, other.to);
  }
  return unit;
}
