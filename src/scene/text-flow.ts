import type { SceneNode } from './scene';

/** A line of running text, or whatever else stands in a column. */
export interface FlowLine {
  readonly heightPx: number;
  /** Not at the end of a column, if what follows can stand with it. */
  readonly keepsWithNext?: boolean;
  /** Nothing but distance: left out at the top of a column. */
  readonly isGap?: boolean;
  /** The event whose name begins in this line. */
  readonly row?: number;
  readonly draw: (place: { readonly x: number; readonly top: number }) => readonly SceneNode[];
}

/** A page of text: columns side by side. */
export type FlowPage = readonly (readonly FlowLine[])[];

/** At most so many lines are kept together. */
const MOST_KEPT = 6;

/**
 * Lines in columns of a height, page after page. Those of the last page are of like height. A line that is higher than
 * a column stands in one alone.
 */
export function flowIntoPages(
  lines: readonly FlowLine[],
  { columns, heightPx }: { readonly columns: number; readonly heightPx: number },
): FlowPage[] {
  const all = fillColumns(lines, heightPx);
  const pages: FlowPage[] = [];
  for (let i = 0; i < all.length; i += columns) pages.push(all.slice(i, i + columns));
  const last = pages.pop();
  return last ? [...pages, balance(last.flat(), { columns, heightPx })] : [];
}

/** The lowest columns that hold the lines. By halving. */
function balance(
  lines: readonly FlowLine[],
  { columns, heightPx }: { readonly columns: number; readonly heightPx: number },
): FlowPage {
  let [low, high] = [0, heightPx];
  let best = fillColumns(lines, heightPx);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const filled = fillColumns(lines, middle);
    const fits = filled.length <= columns && filled.every((column) => columnPx(column) <= middle);
    if (fits) {
      best = filled;
      high = middle;
    } else low = middle;
  }
  return best;
}

export function columnPx(column: readonly FlowLine[]): number {
  return column.reduce((sum, { heightPx }) => sum + heightPx, 0);
}

function fillColumns(lines: readonly FlowLine[], heightPx: number): FlowLine[][] {
  const columns: FlowLine[][] = [];
  let column: FlowLine[] = [];
  let takenPx = 0;
  for (const line of lines) {
    if (takenPx + line.heightPx > heightPx && column.length > 0) {
      const kept = takeKept(column, heightPx - line.heightPx);
      columns.push(column);
      column = kept;
      takenPx = columnPx(kept);
    }
    if (line.isGap && column.length === 0) continue;
    column.push(line);
    takenPx += line.heightPx;
  }
  if (column.length > 0) columns.push(column);
  return columns;
}

/** Takes from the end of a column what must stand with the line that follows, unless that is all of it, or too high. */
function takeKept(column: FlowLine[], mostPx: number): FlowLine[] {
  let count = 0;
  while (count < MOST_KEPT && column.at(-1 - count)?.keepsWithNext) count += 1;
  const isSome = count > 0 && count < column.length;
  const fits = columnPx(column.slice(-count)) <= mostPx;
  const kept = isSome && fits ? column.splice(-count) : [];
  while (column.at(-1)?.isGap) column.pop();
  return kept;
}
