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
  readonly linePx: number;
  /** Half the width of its mark where that is a point. */
  readonly halfPx: number;
}

export function createEstimateItem(
  item: Pick<EstimateItem, 'startDay' | 'endDay' | 'name' | 'halfPx'>,
): EstimateItem {
  return { ...item, linePx: firstLinePx(item.name.text, DENSITY) };
}

/**
 * About how high a lane becomes at its tightest, in px: at each place across the page the heights of the names that
 * could stand there, those with room on both sides of their mark shared between them; the highest place counts.
 */
export interface Heights {
  /** Makes ready for a lane on a plot of its own scale. */
  begin: (plot: SlidePlot) => void;
  add: (item: EstimateItem) => void;
  lanePx: () => number;
}

export function createHeights(first: SlidePlot): Heights {
  const bins = new Float64Array(BINS);
  let plot = first;
  return {
    begin: (next) => {
      bins.fill(0);
      plot = next;
    },
    add: (item) => {
      addItem(item, plot, bins);
    },
    lanePx: () => {
      let most = 0;
      for (const px of bins) most = Math.max(most, px);
      return Math.max(plot.style.laneMinPx, 2 * lanePadPx(DENSITY) + most);
    },
  };
}

function addItem(item: EstimateItem, plot: SlidePlot, bins: Float64Array): void {
  const { name, halfPx } = item;
  let x0 = Math.max(plot.left, plot.xOf(item.startDay));
  let x1 = Math.min(plot.right, plot.xOf(item.endDay));
  if (x1 - x0 < 2 * halfPx) {
    const middle = Math.min(plot.right, Math.max(plot.left, (x0 + x1) / 2));
    x0 = middle - halfPx;
    x1 = middle + halfPx;
  }
  const roomRight = plot.right - x1 - MARK_GAP_PX;
  const roomLeft = x0 - plot.left - MARK_GAP_PX;
  const isLong = x1 - x0 >= LONG_BAR_PX;
  for (const { lines, widthPx } of name.settings) {
    const heightPx = heightOf(item, plot, lines.length);
    if (isLong && widthPx <= x1 - x0) {
      raise(bins, plot, { x0, x1, heightPx: heightPx + 2 * insideAbovePx(DENSITY) });
      return;
    }
    const right = widthPx <= roomRight;
    const left = widthPx <= roomLeft;
    if (!right && !left) continue;
    raise(bins, plot, { x0, x1, heightPx });
    const share = right && left ? heightPx / 2 : heightPx;
    if (right) raise(bins, plot, { x0: x1 + 1, x1: x1 + MARK_GAP_PX + widthPx, heightPx: share });
    if (left) raise(bins, plot, { x0: x0 - MARK_GAP_PX - widthPx, x1: x0 - 1, heightPx: share });
    return;
  }
  const { lines, dateLines, widthPx } = name.fallback;
  const textX = Math.max(plot.left, Math.min(x0, plot.right - widthPx));
  const heightPx = heightOf(item, plot, lines.length + dateLines.length) + 2 * halfPx;
  raise(bins, plot, { x0: Math.min(x0, textX), x1: Math.max(x1, textX + widthPx), heightPx });
}

function heightOf({ linePx }: EstimateItem, { style }: SlidePlot, lineCount: number): number {
  return Math.max(style.rowPx * DENSITY, lineCount * linePx + CLEAR_PX);
}

function raise(
  bins: Float64Array,
  { left, right }: SlidePlot,
  { x0, x1, heightPx }: { readonly x0: number; readonly x1: number; readonly heightPx: number },
): void {
  const perPx = BINS / (right - left);
  const from = Math.max(0, Math.floor((x0 - left) * perPx));
  const to = Math.min(BINS - 1, Math.floor((x1 - left) * perPx));
  for (let bin = from; bin <= to; bin++) bins[bin] = (bins[bin] ?? 0) + heightPx;
}
