import { type BoundingBox, clipPolygon, clipPolyline } from 'lineclip';
import type { Box, PolygonShape } from '../../scene/scene';
import { edgesOf, type PathShape, type Point, pairs } from './path-shape';

const CIRCLE_STEPS = 48;
const CURVE_STEPS = 32;

/**
 * What of a shape lies in a box, since slides know no clips: the shape itself where it fits, nothing where it lies
 * outside, else its area and the pieces of its line. Round lines become lines of many corners.
 */
export function clipShape(shape: PathShape, box: Box): readonly PathShape[] {
  const { x0, y0, x1, y1 } = edgesOf(shape);
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if (x0 >= box.x && y0 >= box.y && x1 <= right && y1 <= bottom) return [shape];
  if (x0 > right || y0 > bottom || x1 < box.x || y1 < box.y) return [];
  if (shape.kind === 'rect' && !shape.radius && !shape.stroke) {
    const [x, y] = [Math.max(x0, box.x), Math.max(y0, box.y)];
    return [{ ...shape, x, y, width: Math.min(x1, right) - x, height: Math.min(y1, bottom) - y }];
  }
  const corners: BoundingBox = [box.x, box.y, right, bottom];
  const { points, isClosed } = outlineOf(shape);
  const { fill, stroke, opacity } = shape;
  const style = opacity === undefined ? {} : { opacity };
  const pieces: PathShape[] = [];
  if (fill) {
    const area = clipPolygon(points, corners);
    if (area.length > 2) pieces.push({ ...polygon(area, true), fill, ...style });
  }
  if (stroke) {
    const line = isClosed && points[0] ? [...points, points[0]] : points;
    const parts = clipPolyline(line, corners).filter((part) => part.length > 1);
    for (const part of parts) pieces.push({ ...polygon(part, false), stroke, ...style });
  }
  return pieces;
}

function polygon(points: readonly Point[], closed: boolean): PolygonShape {
  return { kind: 'polygon', points: points.flat(), closed };
}

function outlineOf(shape: PathShape): { readonly points: Point[]; readonly isClosed: boolean } {
  switch (shape.kind) {
    case 'rect':
      return { points: rectOutline(shape), isClosed: true };
    case 'circle':
      return { points: arc(shape.x, shape.y, shape.r, [0, 2 * Math.PI]), isClosed: true };
    case 'polygon':
      return { points: pairs(shape.points), isClosed: shape.closed };
    case 'curve':
      return { points: curveOutline(shape.points), isClosed: false };
  }
}

function rectOutline({ x, y, width, height, radius = 0 }: PathShape & { kind: 'rect' }): Point[] {
  const [right, bottom] = [x + width, y + height];
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0)
    return [
      [x, y],
      [right, y],
      [right, bottom],
      [x, bottom],
    ];
  const quarter = Math.PI / 2;
  return [
    ...arc(right - r, y + r, r, [-quarter, 0]),
    ...arc(right - r, bottom - r, r, [0, quarter]),
    ...arc(x + r, bottom - r, r, [quarter, 2 * quarter]),
    ...arc(x + r, y + r, r, [2 * quarter, 3 * quarter]),
  ];
}

function arc(x: number, y: number, r: number, [from, to]: readonly [number, number]): Point[] {
  const steps = Math.ceil((CIRCLE_STEPS * (to - from)) / (2 * Math.PI));
  return Array.from({ length: steps + 1 }, (_, i): Point => {
    const angle = from + ((to - from) * i) / steps;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
}

function curveOutline([x0, y0, ax, ay, bx, by, x1, y1]: (PathShape & {
  kind: 'curve';
})['points']): Point[] {
  return Array.from({ length: CURVE_STEPS + 1 }, (_, i): Point => {
    const t = i / CURVE_STEPS;
    const s = 1 - t;
    const at = (p0: number, a: number, b: number, p1: number) =>
      s * s * s * p0 + 3 * s * s * t * a + 3 * s * t * t * b + t * t * t * p1;
    return [at(x0, ax, bx, x1), at(y0, ay, by, y1)];
  });
}
