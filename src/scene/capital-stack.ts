import type { Importance } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { FIRST_MARK_PX } from './capital-lanes';
import { domainStyle } from './domain-style';
import { RADIUS_PX } from './mark';
import { pointBox } from './mark-geometry';
import { statusOf } from './names';
import { markEdges, TALL_SPAN_PX } from './place-names';
import { createSkyline, type Skyline } from './skyline';

/** Between two marks of a stack. */
const GAP_PX = 2.2;
/** Marks closer than this touch. */
const TOUCH_PX = 1;
/** Half of what the number of a stack's end takes. */
export const COUNT_HALF_PX = 16;
const LONG_DAYS = 31;
const HALF_SIGN_PX = { question: 6.5, chevron: 4.5 };

export interface StackInput {
  readonly table: EventTable;
  /** In the order of `stackOrder`. */
  readonly order: readonly number[];
  readonly pxPerDay: number;
  readonly roomPx: number;
}

/** How far from the axis line the middle of each mark stands; infinite for one that finds no room. */
export type Stack = ReadonlyMap<number, number>;

/**
 * Marks that touch stand on each other, in an order that is the same at every scale: so no mark ever stands higher than
 * at a wider scale, where it touches all that it touches here.
 */
export function stackMarks(input: StackInput): Stack {
  return drop(input, (row) => halfPx(input.table, row, input.pxPerDay)).stack;
}

/**
 * How high stacks reach at a scale and at all closer ones up to the next level, by px from day 0. Infinite where a stack
 * has no room, and where its number stands.
 */
export function stackSkyline(input: StackInput): Skyline {
  const { table, order, pxPerDay } = input;
  const { stack, skyline } = drop(input, (row) => mostHalfPx(table, row));
  for (const row of order) {
    if (stack.get(row) !== Infinity) continue;
    const { left, right } = markEdges(table, row, pxPerDay);
    skyline.raise(left - COUNT_HALF_PX, right + COUNT_HALF_PX, Infinity);
  }
  return skyline;
}

function drop({ table, order, pxPerDay, roomPx }: StackInput, halfOf: (row: number) => number) {
  const skyline = createSkyline(FIRST_MARK_PX);
  const stack = new Map<number, number>();
  for (const row of order) {
    const { left, right } = markEdges(table, row, pxPerDay);
    const [x0, x1] = [left - TOUCH_PX / 2, right + TOUCH_PX / 2];
    const half = halfOf(row);
    const below = skyline.highest(x0, x1);
    const foot = below === FIRST_MARK_PX ? below : below + GAP_PX;
    const hasRoom = foot + 2 * half <= roomPx;
    stack.set(row, hasRoom ? foot + half : Infinity);
    skyline.raise(x0, x1, hasRoom ? foot + 2 * half : Infinity);
  }
  return { stack, skyline };
}

/**
 * Long spans lie lowest, the longest first; then the weightiest. Of equals neighbours in time come far apart, else a row
 * of marks of which each touches the next would rise like a stair.
 */
export function stackOrder(table: EventTable, rows: Uint32Array): readonly number[] {
  const daysOf = (row: number) => (table.endDay[row] ?? 0) - (table.startDay[row] ?? 0);
  const longOf = (row: number) => (daysOf(row) > LONG_DAYS ? daysOf(row) : 0);
  const importanceOf = (row: number) => table.importance[row] ?? 3;
  const spread = new Map(Array.from(rows, (row, i) => [row, reversedBits(i)]));
  return Array.from(rows).toSorted(
    (a, b) =>
      longOf(b) - longOf(a) ||
      importanceOf(b) - importanceOf(a) ||
      (spread.get(a) ?? 0) - (spread.get(b) ?? 0),
  );
}

function reversedBits(value: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 20; bit++) reversed = (reversed << 1) | ((value >>> bit) & 1);
  return reversed;
}

/** Half the height of a mark at a scale. */
function halfPx(table: EventTable, row: number, pxPerDay: number): number {
  const { r, isOpen, isAhead } = lookOf(table, row);
  const widthPx = ((table.endDay[row] ?? 0) - (table.startDay[row] ?? 0)) * pxPerDay;
  const isPoint = widthPx < 2 * r + 2 && !isOpen;
  const isTall = isAhead && (isOpen || widthPx > TALL_SPAN_PX);
  const own = isPoint ? pointHalfPx(table, row, r) : barHalfPx(r, isTall);
  return Math.max(own, signHalfPx(table, row));
}

/** Half the height that it has at any scale. */
function mostHalfPx(table: EventTable, row: number): number {
  const { r, isAhead } = lookOf(table, row);
  return Math.max(pointHalfPx(table, row, r), barHalfPx(r, isAhead), signHalfPx(table, row));
}

function lookOf(table: EventTable, row: number) {
  return {
    r: RADIUS_PX[(table.importance[row] ?? 3) as Importance],
    isOpen: ((table.flags[row] ?? 0) & (FLAG.openStart | FLAG.openEnd)) !== 0,
    isAhead: liesAhead(statusOf(table, row)),
  };
}

function pointHalfPx(table: EventTable, row: number, r: number): number {
  const { shape } = domainStyle(table.domain[row] ?? 0);
  const { y, height } = pointBox(shape, { x: 0, y: 0, r });
  return Math.max(-y, y + height);
}

function barHalfPx(r: number, isTall: boolean): number {
  return Math.max(isTall ? 12 : 6, 1.72 * r) / 2;
}

function signHalfPx(table: EventTable, row: number): number {
  const flags = table.flags[row] ?? 0;
  if ((flags & FLAG.uncertain) !== 0) return HALF_SIGN_PX.question;
  return (flags & (FLAG.openStart | FLAG.openEnd)) !== 0 ? HALF_SIGN_PX.chevron : 0;
}
