import type { Importance } from '../model/dataset';
import type { DomainStyle } from './domain-style';
import { barShape, capOf, open, pointHalfWidth, pointShape } from './mark-geometry';
import { RADIUS_PX } from './mark-input';
import type { Ink, Shape, Stroke } from './scene';

/** The place that a postponed event left; all in px. */
export interface GhostInput {
  readonly style: DomainStyle;
  readonly importance: Importance;
  /** The old date. */
  readonly startX: number;
  readonly endX: number;
  /** The box of the mark at the new date, left and right. */
  readonly toLeftX: number;
  readonly toRightX: number;
  readonly y: number;
  readonly surface: Ink;
  readonly viewLeftX: number;
  readonly viewRightX: number;
}

const GREY: Stroke = { ink: 'line-3', widthPx: 1.25, dash: [2, 2] };
const ARROW: Stroke = { ink: 'ink-2', widthPx: 1.2 };
const CUT_PX = 20;
const START_GAP_PX = 4;
const TIP_GAP_PX = 6;
const LEAST_ARROW_PX = 10;

/** A grey outline at the old date and an arrow from it to the new mark, where there is room for one. */
export function ghostMark(input: GhostInput): Shape[] {
  const { startX, endX, viewLeftX, viewRightX } = input;
  const [least, most] = [viewLeftX - CUT_PX, viewRightX + CUT_PX];
  const [left, right] = [clamp(startX, least, most), clamp(endX, least, most)];
  const r = RADIUS_PX[input.importance];
  const isPoint = endX - startX < 2 * r + 2;
  const middle = (left + right) / 2;
  const half = isPoint ? pointHalfWidth(input.style.shape, r) : (right - left) / 2;
  const body = isPoint ? ghostPoint(input, middle, r) : ghostBar(input, left, right);
  return [...body, ...arrow(input, { left: middle - half, right: middle + half, least, most })];
}

function ghostPoint({ style, y, surface }: GhostInput, x: number, r: number): Shape[] {
  return [
    pointShape(style.shape, { x, y, r, growPx: 1.25 }, { fill: surface }),
    pointShape(style.shape, { x, y, r }, { stroke: GREY }),
  ];
}

function ghostBar(
  { style, importance, y, surface }: GhostInput,
  left: number,
  right: number,
): Shape[] {
  const cap = capOf(style.shape);
  const height = Math.max(6, 1.72 * RADIUS_PX[importance]);
  const place = { left, right, y, height, leftCap: cap, rightCap: cap };
  return [barShape(place, { fill: surface, stroke: GREY })];
}

function arrow(
  { toLeftX, toRightX, y }: GhostInput,
  ghost: { left: number; right: number; least: number; most: number },
): Shape[] {
  const forward = toLeftX >= ghost.right;
  const [way, from, to] = forward
    ? [1, ghost.right + START_GAP_PX, toLeftX - TIP_GAP_PX]
    : [-1, ghost.left - START_GAP_PX, toRightX + TIP_GAP_PX];
  const [start, tip] = [clamp(from, ghost.least, ghost.most), clamp(to, ghost.least, ghost.most)];
  if ((tip - start) * way < LEAST_ARROW_PX) return [];
  return [
    open([start, y, tip, y], ARROW),
    open([tip - way * 5, y - 3.5, tip, y, tip - way * 5, y + 3.5], ARROW),
  ];
}

function clamp(x: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, x));
}
