import type { SlideEvent } from './slide-lane';
import { lanePadPx } from './slide-lane';
import type { SlidePlot } from './slide-mark';
import { firstLinePx, insideAbovePx, MARK_GAP_PX, type SetName } from './slide-names';

/** Parts of a page's width in which heights are summed up. */
const BINS = 48;
/** The tightest that names are set. */
const DENSITY = 0.9;
/** Between rows, as they are placed. */
const CLEAR_PX = 3;
/** From this length on a name may stand in or under its bar. */
const LONG_BAR_PX = 160;

/** What of an event an estimate is made from. */
export interface EstimateItem {
  readonly startDay: number;
  readonly endDay: number;
  readonly name: SetName;
  /** Half the width of its mark where that is a point. */
  readonly halfPx: number;
}

/**
 * About how high a lane becomes at its tightest, in px: at each place across the page the heights of the names that
 * could stand there, those with room on both sides of their mark shared between them; the highest place counts.
 */
export function estimateLane(items: Iterable<EstimateItem>, plot: SlidePlot): number {
  const heights = new Float64Array(BINS);
  const binPx = (plot.right - plot.left) / BINS;
  const add = (x0: number, x1: number, heightPx: number) => {
    const from = Math.max(0, Math.floor((x0 - plot.left) / binPx));
    const to = Math.min(BINS - 1, Math.floor((x1 - plot.left) / binPx));
    for (let bin = from; bin <= to; bin++) heights[bin] = (heights[bin] ?? 0) + heightPx;
  };
  for (const item of items) addItem(item, plot, add);
  return Math.max(
    plot.style.laneMinPx,
    2 * lanePadPx(DENSITY) + heights.reduce((a, b) => Math.max(a, b), 0),
  );
}

function addItem(
  { startDay, endDay, name, halfPx }: EstimateItem,
  plot: SlidePlot,
  add: (x0: number, x1: number, heightPx: number) => void,
): void {
  let x0 = Math.max(plot.left, plot.xOf(startDay));
  let x1 = Math.min(plot.right, plot.xOf(endDay));
  if (x1 - x0 < 2 * halfPx) {
    const middle = Math.min(plot.right, Math.max(plot.left, (x0 + x1) / 2));
    [x0, x1] = [middle - halfPx, middle + halfPx];
  }
  const linePx = firstLinePx(name.text, DENSITY);
  const roomRight = plot.right - x1 - MARK_GAP_PX;
  const roomLeft = x0 - plot.left - MARK_GAP_PX;
  const isLong = x1 - x0 >= LONG_BAR_PX;
  const heightOf = (lineCount: number) =>
    Math.max(plot.style.rowPx * DENSITY, lineCount * linePx + CLEAR_PX);
  for (const { lines, widthPx } of name.settings) {
    const heightPx = heightOf(lines.length);
    if (isLong && widthPx <= x1 - x0) {
      add(x0, x1, heightPx + 2 * insideAbovePx(DENSITY));
      return;
    }
    const [right, left] = [widthPx <= roomRight, widthPx <= roomLeft];
    if (!right && !left) continue;
    add(x0, x1, heightPx);
    const share = right && left ? heightPx / 2 : heightPx;
    if (right) add(x1 + 1, x1 + MARK_GAP_PX + widthPx, share);
    if (left) add(x0 - MARK_GAP_PX - widthPx, x0 - 1, share);
    return;
  }
  const { lines, dateLines, widthPx } = name.fallback;
  const textX = Math.max(plot.left, Math.min(x0, plot.right - widthPx));
  const heightPx = heightOf(lines.length + dateLines.length) + 2 * halfPx;
  add(Math.min(x0, textX), Math.max(x1, textX + widthPx), heightPx);
}

/** The item of an event that is already made. */
export function itemOf(
  { name, mark }: SlideEvent,
  { startDay, endDay }: { readonly startDay: number; readonly endDay: number },
): EstimateItem {
  return { startDay, endDay, name, halfPx: mark.heightPx / 2 };
}
