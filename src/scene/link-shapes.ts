import { overlap } from './boxes';
import { type Cubic, cutCubic, type Piece } from './cubic';
import type { LinkEnd } from './link-curves';
import type { Box, FadeFill, Shape, Stroke } from './scene';

/** How an arrow looks. */
export interface LinkLook {
  readonly line: Stroke;
  readonly haloPx: number;
  readonly head: { readonly length: number; readonly half: number };
  /** Whether the line is left out where it meets a name, and not only pale. */
  readonly isBroken?: boolean;
}

/** Where it must cross a name the line steps back. */
const IN_NAME = 0.3;

export interface CurveStyle {
  /** Where the surface under the curve changes. */
  readonly asOfX: number;
  readonly names: readonly Box[];
  readonly look: LinkLook;
}

/** A visible bit shorter than that between two names is a speck. */
const SPECK_PX = 3;

/** A curve with its halo and an open head; where it crosses a name it steps back, or is left out. */
export function curveShapes(points: Cubic, { asOfX, names, look }: CurveStyle): Shape[] {
  const [x0, y0, ax, ay, bx, by, x1, y1] = points;
  const xs = [x0, ax, bx, x1];
  const ys = [y0, ay, by, y1];
  const reach = { x: Math.min(...xs), y: Math.min(...ys), width: 0, height: 0 };
  reach.width = Math.max(...xs) - reach.x;
  reach.height = Math.max(...ys) - reach.y;
  const halo = haloStroke(asOfX, reach.x, reach.x + reach.width);
  // A cubic keeps within the hull of its points.
  const near = names.filter((box) => overlap(box, reach));
  const isInName = (x: number, y: number) =>
    near.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  const all =
    near.length === 0 ? [{ points, isWithin: false }] : cutCubic(points, isInName, look.isBroken);
  const pieces = look.isBroken ? all.filter((piece) => isSeen(piece, points)) : all;
  return [
    ...(look.haloPx > 0
      ? [{ kind: 'curve', points, stroke: { ...halo, widthPx: look.haloPx } } as const]
      : []),
    ...pieces.map(
      (piece): Shape => ({
        kind: 'curve',
        points: piece.points,
        stroke: look.line,
        ...(piece.isWithin ? { opacity: IN_NAME } : {}),
      }),
    ),
    headShape([bx, by], [x1, y1], look),
  ];
}

function isSeen({ points: [x0, y0, , , , , x1, y1], isWithin }: Piece, whole: Cubic): boolean {
  if (isWithin) return false;
  const isEnd = (x0 === whole[0] && y0 === whole[1]) || (x1 === whole[6] && y1 === whole[7]);
  return isEnd || Math.hypot(x1 - x0, y1 - y0) >= SPECK_PX;
}

/** The surface is not the same on both sides of the as-of line. */
function haloStroke(asOfX: number, x0: number, x1: number): Omit<Stroke, 'widthPx'> {
  if (asOfX >= x1) return { ink: 'canvas' };
  if (asOfX <= x0) return { ink: 'ahead' };
  const offset = (asOfX - x0) / (x1 - x0);
  const stops: FadeFill['stops'] = [
    { offset, ink: 'canvas', opacity: 1 },
    { offset, ink: 'ahead', opacity: 1 },
  ];
  return { ink: 'canvas', fade: { x0, x1, stops } };
}

/** An open arrowhead at `tip`. */
function headShape(
  [fromX, fromY]: readonly [number, number],
  [x, y]: readonly [number, number],
  { line, head }: LinkLook,
): Shape {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const [backX, backY] = [x - head.length * dx, y - head.length * dy];
  const [sideX, sideY] = [-head.half * dy, head.half * dx];
  return {
    kind: 'polygon',
    points: [backX + sideX, backY + sideY, x, y, backX - sideX, backY - sideY],
    closed: false,
    stroke: { ...line, cap: 'round' },
  };
}

/** Where a curve begins and ends. */
export function endsOf(points: Cubic): [number, number][] {
  return [
    [points[0], points[1]],
    [points[6], points[7]],
  ];
}

/** The way from ring to ring. */
export function apart({ box: a, offPx }: LinkEnd, { box: b, offPx: otherOffPx }: LinkEnd): number {
  const dx = gapBetween(a.x, a.x + a.width, b.x, b.x + b.width);
  const dy = gapBetween(a.y, a.y + a.height, b.y, b.y + b.height);
  return Math.max(0, Math.hypot(dx, dy) - offPx - otherOffPx);
}

function gapBetween(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, b0 - a1, a0 - b1);
}
