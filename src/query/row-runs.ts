/** Runs of rows without a gap, one after the other: run i is rows bounds[2 i] … bounds[2 i + 1] − 1. */
export interface RowRuns {
  readonly bounds: Uint32Array;
  /** Twice the number of runs. */
  readonly length: number;
}

/** Room for the runs of so many rows; `findPassing` fills it anew each time. */
export function createRuns(rowCount: number): Uint32Array {
  return new Uint32Array(rowCount + 2);
}

export interface PassingInput {
  readonly masks: Uint8Array;
  readonly first: number;
  readonly end: number;
  /** Rows that this facet rejects pass, too; 0 for none. */
  readonly bit: number;
}

/** The rows of [first, end) that no facet rejects. Without a branch, of which half would be guessed wrong. */
export function findPassing(bounds: Uint32Array, input: PassingInput): RowRuns {
  const { masks, first, end, bit } = input;
  const others = 0xff & ~bit;
  let length = 0;
  let passed = 0;
  for (let row = first; row < end; row++) {
    const passes = (((masks[row] ?? 0) & others) - 1) >>> 31;
    bounds[length] = row;
    length += passes ^ passed;
    passed = passes;
  }
  bounds[length] = end;
  return { bounds, length: length + passed };
}

/** All rows of [first, end). */
export function oneRun(bounds: Uint32Array, first: number, end: number): RowRuns {
  bounds[0] = first;
  bounds[1] = end;
  return { bounds, length: 2 };
}
