import type { CircleShape, CurveShape, PolygonShape, RectShape, Shape } from '../../scene/scene';

/** All that is drawn but for texts. */
export type PathShape = RectShape | CircleShape | PolygonShape | CurveShape;

export type Point = [x: number, y: number];

/** Edges of a box, in px. */
export interface Edges {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function isText(shape: Shape): shape is Extract<Shape, { kind: 'text' }> {
  return shape.kind === 'text';
}

/** The box that holds a shape, without its line's width; of a curve, that which holds its controls. */
export function edgesOf(shape: PathShape): Edges {
  switch (shape.kind) {
    case 'rect':
      return {
        x0: shape.x,
        y0: shape.y,
        x1: shape.x + Math.max(0, shape.width),
        y1: shape.y + Math.max(0, shape.height),
      };
    case 'circle': {
      const { x, y } = shape;
      const r = Math.max(0, shape.r);
      return { x0: x - r, y0: y - r, x1: x + r, y1: y + r };
    }
    case 'polygon':
    case 'curve':
      return edgesOfPoints(pairs(shape.points));
  }
}

export function edgesOfPoints(points: readonly Point[]): Edges {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return points.length === 0 ? { x0: 0, y0: 0, x1: 0, y1: 0 } : { x0, y0, x1, y1 };
}

/** x0, y0, x1, y1, … as points. */
export function pairs(points: readonly number[]): Point[] {
  const found: Point[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) found.push([points[i] ?? 0, points[i + 1] ?? 0]);
  return found;
}
