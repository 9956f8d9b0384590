import type { CurveShape } from './scene';

/** One cubic: start, two controls, end. */
export type Cubic = CurveShape['points'];

/** A stretch of a cubic, itself a cubic. */
export interface Piece {
  readonly points: Cubic;
  readonly isWithin: boolean;
}

const PIECE_STEP_PX = 2;
const FINE_STEP_PX = 1;

export function curvePoint([x0, y0, ax, ay, bx, by, x1, y1]: Cubic, t: number): [number, number] {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [a * x0 + b * ax + c * bx + d * x1, a * y0 + b * ay + c * by + d * y1];
}

/** Places along a curve, both ends among them, about so far apart. */
function sampleCubic(points: Cubic, stepPx: number): [number, number][] {
  const straightPx = Math.hypot(points[6] - points[0], points[7] - points[1]);
  const steps = Math.max(8, Math.ceil((1.3 * straightPx) / stepPx));
  return Array.from({ length: steps + 1 }, (_, i) => curvePoint(points, i / steps));
}

/** Places along a curve, both ends among them, none further from the next than that: no curve is faster than its legs. */
function sampleFinely(points: Cubic, stepPx: number): [number, number][] {
  const [x0, y0, ax, ay, bx, by, x1, y1] = points;
  const legs = [
    Math.hypot(ax - x0, ay - y0),
    Math.hypot(bx - ax, by - ay),
    Math.hypot(x1 - bx, y1 - by),
  ];
  const steps = Math.max(8, Math.ceil((3 * Math.max(...legs)) / stepPx));
  return Array.from({ length: steps + 1 }, (_, i) => curvePoint(points, i / steps));
}

/** The curve in stretches that lie within one of the boxes or outside all, in its own direction; to about 2 px, or to 1 px. */
export function cutCubic(
  points: Cubic,
  isWithin: (x: number, y: number) => boolean,
  isFine = false,
): Piece[] {
  const path = isFine ? sampleFinely(points, FINE_STEP_PX) : sampleCubic(points, PIECE_STEP_PX);
  const within = path.map(([x, y]) => isWithin(x, y));
  const last = path.length - 1;
  const pieces: Piece[] = [];
  let from = 0;
  for (let i = 1; i <= last; i++) {
    if (i < last && within[i] === within[from]) continue;
    pieces.push({
      points: stretchOf(points, from / last, i / last),
      isWithin: within[from] ?? false,
    });
    from = i;
  }
  return pieces;
}

/** The part of a cubic from t0 to t1, by its polar form. */
function stretchOf([x0, y0, ax, ay, bx, by, x1, y1]: Cubic, t0: number, t1: number): Cubic {
  const xs = [x0, ax, bx, x1] as const;
  const ys = [y0, ay, by, y1] as const;
  return [
    polar(xs, [t0, t0, t0]),
    polar(ys, [t0, t0, t0]),
    polar(xs, [t0, t0, t1]),
    polar(ys, [t0, t0, t1]),
    polar(xs, [t0, t1, t1]),
    polar(ys, [t0, t1, t1]),
    polar(xs, [t1, t1, t1]),
    polar(ys, [t1, t1, t1]),
  ];
}

type Four = readonly [number, number, number, number];

function polar([a, b, c, d]: Four, [r, s, t]: readonly [number, number, number]): number {
  const [ab, bc, cd] = [mix(a, b, r), mix(b, c, r), mix(c, d, r)];
  return mix(mix(ab, bc, s), mix(bc, cd, s), t);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
