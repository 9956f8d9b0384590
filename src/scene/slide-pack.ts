/** A rectangle of the lane that is taken: x in px, rows in units, both half-open. */
export interface TakenBox {
  readonly x0: number;
  readonly x1: number;
  readonly from: number;
  readonly to: number;
}

/** What is taken of a lane, boxes sorted by `from`. */
export interface TakenRoom {
  /** O(log n), and moving the boxes below. */
  readonly add: (box: TakenBox) => void;
  /** The lowest unit at which a box of `units` height between x0 and x1 meets none of the boxes already there. O(n) at most. */
  readonly findFreeUnit: (box: {
    readonly x0: number;
    readonly x1: number;
    readonly units: number;
  }) => number;
  /** The end of the lowest box. */
  readonly endUnit: () => number;
}

export function createTakenRoom(): TakenRoom {
  const taken: TakenBox[] = [];
  return {
    add: (box) => {
      taken.splice(placeFor(taken, box.from), 0, box);
    },
    findFreeUnit: ({ x0, x1, units }) => {
      let unit = 0;
      for (const other of taken) {
        if (other.from >= unit + units) break;
        if (other.to > unit && other.x0 < x1 && other.x1 > x0) unit = other.to;
      }
      return unit;
    },
    endUnit: () => taken.reduce((most, { to }) => Math.max(most, to), 0),
  };
}

function placeFor(taken: readonly TakenBox[], from: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle]?.from ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return low;
}
