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
  const pages: Column[][] = [];
  for (let i = 0; i < all.length; i += columns) pages.push(all.slice(i, i + columns));
  const last = pages.pop();
  if (!last) return [];
  // From the given lines, since gaps where columns ended may now stand within one.
  const rest = lines.slice(last[0]?.from);
  return [...pages.map(linesOf), linesOf(balance(rest, { columns, heightPx }))];
}

/** Lines, and the place of the first among those given. */
interface Column {
  readonly lines: FlowLine[];
  readonly from: number;
}

function linesOf(columns: readonly Column[]): FlowPage {
  return columns.map(({ lines }) => lines);
}

/** The lowest columns that hold the lines. By halving. */
function balance(
  lines: readonly FlowLine[],
  { columns, heightPx }: { readonly columns: number; readonly heightPx: number },
): readonly Column[] {
  let [low, high] = [0, heightPx];
  let best = fillColumns(lines, heightPx);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const filled = fillColumns(lines, middle);
    const fits =
      filled.length <= columns && filled.every((column) => columnPx(column.lines) <= middle);
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

function fillColumns(lines: readonly FlowLine[], heightPx: number): Column[] {
  const columns: Column[] = [];
  let column: FlowLine[] = [];
  let from = 0;
  let takenPx = 0;
  for (const [i, line] of lines.entries()) {
    if (takenPx + line.heightPx > heightPx && column.length > 0) {
      const kept = takeKept(column, heightPx - line.heightPx);
      columns.push({ lines: column, from });
      column = kept;
      from = i - kept.length;
      takenPx = columnPx(kept);
    }
    if (line.isGap && column.length === 0) continue;
    if (column.length === 0) from = i;
    column.push(line);
    takenPx += line.heightPx;
  }
  if (column.length > 0) columns.push({ lines: column, from });
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
