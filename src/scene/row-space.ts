/**
 * What is taken in each row of a lane: disjoint intervals [x0, x1) in px, sorted. Rows count from 0.
 * Looking up costs O(log n), adding O(n) in a row.
 */
export interface RowSpace {
  readonly rowCount: number;
  isFree: (row: number, x0: number, x1: number) => boolean;
  take: (row: number, x0: number, x1: number) => void;
}

export function createRowSpace(rowCount: number): RowSpace {
  const starts: number[][] = Array.from({ length: rowCount }, () => []);
  const ends: number[][] = Array.from({ length: rowCount }, () => []);
  return {
    rowCount,
    isFree: (row, x0, x1) => {
      const at = firstEndingAfter(ends[row] ?? [], x0);
      const next = starts[row]?.[at];
      return next === undefined || next >= x1;
    },
    take: (row, x0, x1) => {
      const at = firstEndingAfter(ends[row] ?? [], x0);
      starts[row]?.splice(at, 0, x0);
      ends[row]?.splice(at, 0, x1);
    },
  };
}

function firstEndingAfter(ends: readonly number[], x: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
