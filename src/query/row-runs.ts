/** Runs of rows without a gap, one after the other: run i is rows bounds[2 i] … bounds[2 i + 1] − 1. */
export interface RowRuns {
  readonly bounds: Uint32Array;
  /** Twice the number of runs. */
  readonly length: number;
}

/**
 * Finds the rows of [first, end) that no facet rejects but for the one of a bit. What it gives holds until it is asked
 * again; at most `most` rows are asked for.
 */
export function createRunFinder(
  masks: Uint8Array,
  most: number,
): (first: number, end: number, bit: number) => RowRuns {
  const bounds = new Uint32Array(most + 2);
  let known = { first: -1, end: -1, bit: 0, rejecting: 0, runs: { bounds, length: 0 } };
  return (first, end, bit) => {
    // A facet that rejects none of them makes no difference.
    const isKnown = first === known.first && end === known.end;
    if (!isKnown || (bit !== known.bit && (known.rejecting & (bit | known.bit)) !== 0)) {
      const { length, rejecting } = findRuns(bounds, { masks, first, end, bit });
      known = { first, end, bit, rejecting, runs: { bounds, length } };
    }
    return known.runs;
  };
}

interface Sought {
  readonly masks: Uint8Array;
  readonly first: number;
  readonly end: number;
  readonly bit: number;
}

/** Without a branch, of which half would be guessed wrong. By itself, not inside the finder: twice as quick. */
function findRuns(bounds: Uint32Array, { masks, first, end, bit }: Sought) {
  const others = 0xff & ~bit;
  let length = 0;
  let passed = 0;
  let rejecting = 0;
  for (let row = first; row < end; row++) {
    const mask = masks[row] ?? 0;
    const isIn = ((mask & others) - 1) >>> 31;
    rejecting |= mask;
    bounds[length] = row;
    length += isIn ^ passed;
    passed = isIn;
  }
  bounds[length] = end;
  return { length: length + passed, rejecting };
}
