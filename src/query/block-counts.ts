/** Adds what rows [first, end) count to `counts`, from the place `at` on. */
export type CountRows = (counts: Uint32Array, at: number, first: number, end: number) => void;

export interface BlockCounts {
  /** Rows in a block. */
  readonly block: number;
  /** Adds what rows [first, end) count. Whole blocks are counted once; of others no more than two are. */
  readonly add: (into: Uint32Array, first: number, end: number) => void;
}

export interface BlockCountsInput {
  readonly rowCount: number;
  /** How many numbers are counted. */
  readonly width: number;
  readonly countRows: CountRows;
}

const LEAST_BLOCK = 4096;
/** So many numbers are kept at most: where there is more to count, blocks are longer. */
const MOST_KEPT = 2 ** 18;

/** Counts of rows, kept by blocks of them, so that another span of the same rows costs the blocks and not the rows. */
export function createBlockCounts({ rowCount, width, countRows }: BlockCountsInput): BlockCounts {
  let block = LEAST_BLOCK;
  while ((rowCount / block) * width > MOST_KEPT && block < rowCount) block *= 2;
  const blocks = Math.floor(rowCount / block);
  const kept = new Uint32Array(blocks * width);
  const isKept = new Uint8Array(blocks);
  const addBlock = (into: Uint32Array, at: number) => {
    const from = at * width;
    if (isKept[at] === 0) {
      countRows(kept, from, at * block, (at + 1) * block);
      isKept[at] = 1;
    }
    for (let i = 0; i < width; i++) into[i] = (into[i] ?? 0) + (kept[from + i] ?? 0);
  };
  return {
    block,
    add: (into, first, end) => {
      const from = Math.ceil(first / block);
      const to = Math.floor(end / block);
      if (from >= to) {
        countRows(into, 0, first, end);
        return;
      }
      countRows(into, 0, first, from * block);
      for (let at = from; at < to; at++) addBlock(into, at);
      countRows(into, 0, to * block, end);
    },
  };
}
