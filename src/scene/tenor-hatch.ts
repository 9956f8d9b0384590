import type { Shape } from './scene';
import type { Height } from './tenor-curve';

interface HatchInput {
  /** A line above and below zero, in px; what lies below is hatched. */
  readonly heights: readonly Height[];
  readonly zeroY: number;
  /** Lines pass a multiple of their distance from here: x of any fixed day, so that they move with the picture. */
  readonly originX: number;
  readonly leftX: number;
  readonly rightX: number;
  readonly strengthAt: (x: number) => number;
}

const DISTANCE_PX = 5;
const LINE_PX = 1.25;

/** Lines that rise to the right, from the curve up to the zero line: each cut to the area below zero. */
export function tenorHatch(input: HatchInput): Shape[] {
  const { heights, zeroY, originX, leftX, rightX, strengthAt } = input;
  const deepest = -Math.min(0, ...heights.map(([, height]) => height));
  if (deepest === 0) return [];
  const first = Math.ceil((leftX - originX) / DISTANCE_PX);
  const last = Math.floor((rightX + deepest - originX) / DISTANCE_PX);
  const lines: Shape[] = [];
  let from = 0;
  for (let i = first; i <= last; i++) {
    const topX = originX + i * DISTANCE_PX;
    while ((heights[from + 1]?.[0] ?? Infinity) < topX - deepest) from++;
    for (const [x0, x1] of piecesOf(heights, { topX, from })) {
      lines.push({
        kind: 'polygon',
        points: [x0, zeroY + topX - x0, x1, zeroY + topX - x1],
        closed: false,
        stroke: { ink: 'tenor-down', widthPx: LINE_PX },
        opacity: strengthAt((x0 + x1) / 2),
      });
    }
  }
  return lines;
}

type Piece = [x0: number, x1: number];

/** The stretches of x in which the line through (topX, zero) runs between zero and the curve. */
function piecesOf(
  heights: readonly Height[],
  { topX, from }: { readonly topX: number; readonly from: number },
): Piece[] {
  const pieces: Piece[] = [];
  for (let i = from; i + 1 < heights.length; i++) {
    const [ax, ay] = heights[i] ?? [0, 0];
    const [bx, by] = heights[i + 1] ?? [0, 0];
    if (ax > topX) break;
    const end = Math.min(bx, topX);
    if (end <= ax) continue;
    // How far the curve lies under the line, at both ends of the piece; the line is topX − x below zero.
    const a = -ay - (topX - ax);
    const b = -ay + ((ay - by) * (end - ax)) / (bx - ax) - (topX - end);
    if (a < 0 && b < 0) continue;
    const crossing = a === b ? ax : ax + (a / (a - b)) * (end - ax);
    const [x0, x1] = [a < 0 ? crossing : ax, b < 0 ? crossing : end];
    const before = pieces.at(-1);
    if (before && x0 - before[1] < 0.01) before[1] = x1;
    else if (x1 > x0) pieces.push([x0, x1]);
  }
  return pieces.filter(([x0, x1]) => x1 - x0 > 0.25);
}
