/** Heights over a line, in steps. Looking up costs O(log n) and the steps met, raising O(n). */
export interface Skyline {
  /** Over [x0, x1). */
  highest: (x0: number, x1: number) => number;
  /** [x0, x1) is so high from now on, whatever it was. */
  raise: (x0: number, x1: number, height: number) => void;
}

export function createSkyline(ground: number): Skyline {
  /** Each step reaches to the start of the next. */
  const starts: number[] = [Number.NEGATIVE_INFINITY];
  const heights: number[] = [ground];
  return {
    highest: (x0, x1) => {
      let most = ground;
      for (let i = lastFrom(starts, x0); i < starts.length && (starts[i] ?? 0) < x1; i++) {
        most = Math.max(most, heights[i] ?? ground);
      }
      return most;
    },
    raise: (x0, x1, height) => {
      const first = lastFrom(starts, x0);
      const last = lastFrom(starts, x1);
      const after = heights[last] ?? ground;
      const from = starts[first] === x0 ? first : first + 1;
      const isStep = starts[last] === x1;
      const count = last - from + (isStep ? 0 : 1);
      starts.splice(from, count, ...(isStep ? [x0] : [x0, x1]));
      heights.splice(from, count, ...(isStep ? [height] : [height, after]));
    },
  };
}

/** The last step that begins at x or before. */
function lastFrom(starts: readonly number[], x: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
