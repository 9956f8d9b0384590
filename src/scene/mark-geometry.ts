import type { DomainStyle } from './domain-style';
import type { Box, FadeFill, PolygonShape, Shape, Stroke } from './scene';

type Cap = 'round' | 'flat' | 'point';

/** Square side, half diagonal of the diamond and radius about the triangle that give the area of a circle of radius 1. */
const SQUARE_SIDE = 1.772;
const DIAMOND_HALF = 1.253;
const TRIANGLE_RADIUS = 1.555;
/** Triangles and diamonds are high over their centre: large ones are lowered so that they stay out of the row above. */
const MOST_OVER_CENTRE_PX = 9;
const ARC_STEPS = 8;

type Style = Pick<PolygonShape, 'fill' | 'stroke' | 'opacity'>;

export interface PointPlace {
  readonly x: number;
  readonly y: number;
  /** Radius of the circle of equal area. */
  readonly r: number;
  /** Every edge is moved out by this; negative moves it in. */
  readonly growPx?: number;
}

/** The shape of a domain about a point; all four have the same area at `growPx` 0. */
export function pointShape(
  shape: DomainStyle['shape'],
  { x, y, r, growPx = 0 }: PointPlace,
  style: Style,
): Shape {
  switch (shape) {
    case 'circle':
      return { kind: 'circle', x, y, r: r + growPx, ...style };
    case 'square': {
      const half = (SQUARE_SIDE / 2) * r + growPx;
      return {
        kind: 'rect',
        x: x - half,
        y: y - half,
        width: 2 * half,
        height: 2 * half,
        ...style,
      };
    }
    case 'diamond': {
      const half = DIAMOND_HALF * r + growPx * Math.SQRT2;
      const centre = loweredCentre(y, DIAMOND_HALF * r);
      return closed(
        [x, centre - half, x + half, centre, x, centre + half, x - half, centre],
        style,
      );
    }
    case 'triangle': {
      const radius = TRIANGLE_RADIUS * r + 2 * growPx;
      const half = (radius * Math.sqrt(3)) / 2;
      const centre = loweredCentre(y, TRIANGLE_RADIUS * r);
      const foot = centre + radius / 2;
      return closed([x, centre - radius, x + half, foot, x - half, foot], style);
    }
  }
}

function loweredCentre(y: number, overCentrePx: number): number {
  return y + Math.max(0, overCentrePx - MOST_OVER_CENTRE_PX);
}

/** Half the width of a domain's shape at radius r. */
export function pointHalfWidth(shape: DomainStyle['shape'], r: number): number {
  switch (shape) {
    case 'circle':
      return r;
    case 'square':
      return (SQUARE_SIDE / 2) * r;
    case 'diamond':
      return DIAMOND_HALF * r;
    case 'triangle':
      return ((TRIANGLE_RADIUS * Math.sqrt(3)) / 2) * r;
  }
}

export function pointBox(shape: DomainStyle['shape'], { x, y, r }: PointPlace): Box {
  const half = pointHalfWidth(shape, r);
  const isTriangle = shape === 'triangle';
  const overPx = isTriangle ? TRIANGLE_RADIUS * r : half;
  const isPointed = isTriangle || shape === 'diamond';
  const top = (isPointed ? loweredCentre(y, overPx) : y) - overPx;
  return { x: x - half, y: top, width: 2 * half, height: (isTriangle ? 1.5 : 2) * overPx };
}

export function capOf(shape: DomainStyle['shape']): Cap {
  if (shape === 'circle') return 'round';
  return shape === 'square' ? 'flat' : 'point';
}

export interface BarPlace {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly leftCap: Cap;
  readonly rightCap: Cap;
}

/** A closed bar; a plain or rounded rectangle where its ends allow one. */
export function barShape(bar: BarPlace, style: Style): Shape {
  const { left, right, y, height, leftCap, rightCap } = bar;
  if (leftCap === rightCap && leftCap !== 'point') {
    const rect = { kind: 'rect', x: left, y: y - height / 2, width: right - left, height } as const;
    if (leftCap === 'flat') return { ...rect, ...style };
    return { ...rect, radius: Math.min(height, right - left) / 2, ...style };
  }
  const points = [...capPoints(bar, 'left'), ...capPoints(bar, 'right')];
  return closed(points, style);
}

/**
 * The edges of a bar of which only some ends are drawn: both long edges, and the end itself where it is `true`.
 */
export function barEdges(
  bar: BarPlace,
  ends: { readonly left: boolean; readonly right: boolean },
  stroke: Stroke,
): Shape[] {
  if (ends.left && ends.right) return [barShape(bar, { stroke })];
  const { left, right, y, height } = bar;
  const [top, foot] = [y - height / 2, y + height / 2];
  if (ends.left) return [open([right, foot, ...capPoints(bar, 'left'), right, top], stroke)];
  if (ends.right) return [open([left, top, ...capPoints(bar, 'right'), left, foot], stroke)];
  return [open([left, top, right, top], stroke), open([left, foot, right, foot], stroke)];
}

/** The outline of one end: the left one from foot to top, the right one from top to foot, so that they join. */
function capPoints(bar: BarPlace, side: 'left' | 'right'): number[] {
  const { left, right, y, height } = bar;
  const cap = side === 'left' ? bar.leftCap : bar.rightCap;
  const [edge, inward] = side === 'left' ? [left, 1] : [right, -1];
  const half = height / 2;
  const [first, last] = [y + inward * half, y - inward * half];
  const depth = Math.min(half, (right - left) / 2);
  if (cap === 'flat') return [edge, first, edge, last];
  const neck = edge + inward * depth;
  if (cap === 'point') return [neck, first, edge, y, neck, last];
  return Array.from({ length: ARC_STEPS + 1 }, (_, i) => {
    const angle = (Math.PI * i) / ARC_STEPS;
    return [neck - inward * depth * Math.sin(angle), y + inward * half * Math.cos(angle)];
  }).flat();
}

export function open(points: readonly number[], stroke: Stroke): PolygonShape {
  return { kind: 'polygon', points, closed: false, stroke };
}

function closed(points: readonly number[], style: Style): PolygonShape {
  return { kind: 'polygon', points, closed: true, ...style };
}

/** Softness of a span's ends in px; 0 for an exact end. */
export interface Softness {
  readonly left: number;
  readonly right: number;
}

/** Full between the soft ends, nothing at them. Undefined where no end is soft. */
export function fadeOf(
  ink: FadeFill['stops'][number]['ink'],
  { left, right }: { readonly left: number; readonly right: number },
  soft: Softness,
): FadeFill | undefined {
  const width = right - left;
  if ((soft.left <= 0 && soft.right <= 0) || width <= 0) return undefined;
  const start = Math.min(1, soft.left / width);
  const end = Math.max(start, 1 - soft.right / width);
  const stops = [
    ...(soft.left > 0 ? [{ offset: 0, ink, opacity: 0 }] : []),
    { offset: start, ink, opacity: 1 },
    { offset: end, ink, opacity: 1 },
    ...(soft.right > 0 ? [{ offset: 1, ink, opacity: 0 }] : []),
  ];
  return { x0: left, x1: right, stops };
}
