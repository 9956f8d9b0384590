import type { Day } from '../time/day';

const BLOCK = 32;

/** Days with the maxima of their blocks of 32, of the blocks of those, and so on: some 3 % more than the days alone. */
export interface EndTree {
  readonly days: Int32Array;
  /** The finest first. */
  readonly maxima: readonly Int32Array[];
}

/** O(n). */
export function createEndTree(days: Int32Array): EndTree {
  const maxima: Int32Array[] = [];
  for (let below = days; below.length > BLOCK; ) {
    const level = blockMaxima(below);
    maxima.push(level);
    below = level;
  }
  return { days, maxima };
}

function blockMaxima(below: Int32Array): Int32Array {
  const level = new Int32Array(Math.ceil(below.length / BLOCK));
  for (let block = 0; block < level.length; block++) {
    const end = Math.min(below.length, (block + 1) * BLOCK);
    let max = below[block * BLOCK] ?? 0;
    for (let i = block * BLOCK + 1; i < end; i++) max = Math.max(max, below[i] ?? 0);
    level[block] = max;
  }
  return level;
}

/** Visits, in order, the places in [0, end) whose day is later than `day`. O(log n + found) blocks are looked at. */
export function forEachEndingAfter(
  tree: EndTree,
  { end, day }: { readonly end: number; readonly day: Day },
  visit: (place: number) => void,
): void {
  // The days, and over them their blocks: of each level as many as begin before the end.
  const levels = [tree.days, ...tree.maxima];
  const counts = levels.map((_, level) => Math.ceil(end / BLOCK ** level));
  const look = (level: number, first: number, last: number) => {
    const values = levels[level] ?? tree.days;
    for (let i = first; i < last; i++) {
      if ((values[i] ?? 0) <= day) continue;
      if (level === 0) visit(i);
      else look(level - 1, i * BLOCK, Math.min((i + 1) * BLOCK, counts[level - 1] ?? 0));
    }
  };
  const top = tree.maxima.length;
  look(top, 0, counts[top] ?? 0);
}
