import { CELL_GAP_PX, CELL_PX } from './columns';
import type { DenseColumn, DenseShare } from './density';
import type { Box, Ink, SceneNode, Shape } from './scene';
import { cellStrength } from './timeline-columns';
import type { Frame } from './timeline-input';

const SLANT_PX = 2.5;
/** Higher shares stand apart from the one above. */
const APART_FROM_PX = 4;
const APART_PX = 0.75;
const AHEAD_DASH = [2, 1.5];
/** More plans than this are outlined together. */
const MOST_OUTLINES = 8;
/** Lower ones have no room for dashes. */
const OUTLINE_FROM_PX = 3;
const THIN_STRENGTH = 0.4;

interface ColumnLook {
  readonly column: DenseColumn;
  readonly box: Box;
  readonly ink: Ink;
  /** Cells are shapes of their own, for programs in which pictures are edited; else one broken line. */
  readonly hasOwnCells?: boolean;
}

/** Adds a shape for each share of a column; one that is higher than there is room for is cut aslant. */
export function layoutShares(
  frame: Pick<Frame, 'theme'>,
  { column, box, ink, hasOwnCells = false }: ColumnLook,
  nodes: SceneNode[],
) {
  const baseY = box.y + box.height;
  const top = column.shares.length - 1;
  for (let i = 0; i <= top; i++) {
    const share = column.shares[i];
    if (!share) continue;
    const y = baseY - share.bottomPx - share.heightPx;
    const place: Box = { x: box.x, y, width: box.width, height: share.heightPx };
    if (share.isAhead) nodes.push(...aheadShapes(share, { place, ink, column }));
    else {
      const opacity = cellStrength(frame, share.importance);
      const isTop = i === top;
      if (isTop && column.isPressed) nodes.push(cutShape(place, ink, opacity));
      else if (hasOwnCells && column.hasCells) nodes.push(...cells(share, { place, ink, opacity }));
      else nodes.push(pastShape(share, { place, ink, column, opacity, isTop }));
    }
  }
}

interface ShareLook {
  readonly place: Box;
  readonly ink: Ink;
  readonly column: DenseColumn;
}

function pastShape(
  share: DenseShare,
  { place, ink, column, opacity, isTop }: ShareLook & { opacity: number; isTop: boolean },
): Shape {
  if (column.hasCells && share.count > 1) return cellStack(share, { place, ink, opacity });
  const isApart = !column.hasCells && !isTop && place.height >= APART_FROM_PX;
  const apartPx = isApart ? APART_PX : 0;
  return {
    kind: 'rect',
    x: place.x,
    y: place.y + apartPx,
    width: place.width,
    height: place.height - apartPx,
    fill: ink,
    opacity,
  };
}

function cells(
  { importance, count }: DenseShare,
  { place, ink, opacity }: { place: Box; ink: Ink; opacity: number },
): Shape[] {
  const height = CELL_PX[importance] ?? 7;
  const low = place.y + place.height;
  return Array.from({ length: count }, (_, i) => {
    const y = low - height - i * (height + CELL_GAP_PX);
    return { kind: 'rect', x: place.x, y, width: place.width, height, fill: ink, opacity };
  });
}

/** Cells of one height with their gaps, as one broken line of the column's width. */
function cellStack(
  { importance }: DenseShare,
  { place, ink, opacity }: { place: Box; ink: Ink; opacity: number },
): Shape {
  const x = place.x + place.width / 2;
  const dash = [CELL_PX[importance] ?? 7, CELL_GAP_PX];
  return {
    kind: 'polygon',
    points: [x, place.y + place.height, x, place.y],
    closed: false,
    stroke: { ink, widthPx: place.width, dash },
    opacity,
  };
}

function cutShape(place: Box, ink: Ink, opacity: number): Shape {
  const { x, y, width } = place;
  const drop = Math.min(SLANT_PX, place.height);
  const low = y + place.height;
  const points = [x, y + drop, x + width, y, x + width, low, x, low];
  return { kind: 'polygon', points, closed: true, fill: ink, opacity };
}

function aheadShapes(share: DenseShare, { place, ink, column }: ShareLook): Shape[] {
  if (place.height < OUTLINE_FROM_PX) {
    return [{ kind: 'rect', ...place, fill: ink, opacity: THIN_STRENGTH }];
  }
  const isApart = column.hasCells && share.count <= MOST_OUTLINES;
  const count = isApart ? share.count : 1;
  const cellPx = isApart ? (CELL_PX[share.importance] ?? 7) : place.height;
  return Array.from({ length: count }, (_, i) => ({
    kind: 'rect',
    x: place.x + 0.5,
    y: place.y + i * (cellPx + CELL_GAP_PX) + 0.5,
    width: Math.max(1, place.width - 1),
    height: Math.max(0.5, cellPx - 1),
    stroke: { ink, widthPx: 1, dash: AHEAD_DASH },
  }));
}
