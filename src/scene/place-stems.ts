import type { Span } from '../time/day';
import type { Column } from './columns';
import { LANE_HEAD_PX } from './lanes';
import type { Ground, PlaceInput, ScaleInput, Seat } from './place-names';
import { createRowSpace, type RowSpace } from './row-space';

/** Lines of names over columns. */
export const STEM_ROW_PX = 15;
/** The base line stands so far above the foot of the lane: room for the bars of long periods. */
export const BASE_PX = 12;
export const STEM_GAP_PX = 5;
/** Room for the number on a pressed column. */
const NUMBER_PX = 15;
const STEM_APART_PX = 2.6;
/** A name's box holds its stem and so much beyond it. */
const BESIDE_PX = 2;
const AFTER_PX = 7;
/** Past this share of the record, names stand left of their stems, so that they don't run out of it. */
const MIRROR_FROM = 0.7;

export interface StemInput extends PlaceInput {
  readonly columns: readonly Pick<Column, 'startDay' | 'endDay' | 'heightPx' | 'isPressed'>[];
  /** All that the record covers. Names stay inside. */
  readonly extent: Span;
}

interface Stem {
  readonly x: number;
  /** Rows below the name that it crosses, [fromRow, toRow), counted from the base line. */
  readonly fromRow: number;
  readonly toRow: number;
}

interface StemSpace {
  readonly space: RowSpace;
  readonly stems: Stem[];
}

/** How high a column may be so that it and its number stay under the lane's head. */
export function columnRoomPx(laneHeightPx: number): number {
  return laneHeightPx - LANE_HEAD_PX - BASE_PX - NUMBER_PX;
}

/** How many lines of names fit over the base line. */
export function stemRowCount(laneHeightPx: number): number {
  return Math.max(0, Math.floor((laneHeightPx - LANE_HEAD_PX - BASE_PX) / STEM_ROW_PX));
}

/**
 * Names on stems over columns: as `placeNames`, with rows counted from the base line upward. A name stands clear of
 * names, columns and stems, and its stem crosses no name. Names lie beside their own stem and keep their row, so
 * all that is free at one scale is free at each closer one.
 */
export function placeStems(
  input: StemInput,
  inherited: readonly Seat[],
  candidates: readonly number[],
): readonly Seat[] {
  const ground = createStemGround(input, inherited);
  const seated = new Set(inherited.map((seat) => seat.row));
  for (const row of candidates) if (!seated.has(row)) ground.add(row);
  return ground.seats;
}

/**
 * A lane's columns at a scale with the names that were seated at a wider one. What is added must please `accepts`,
 * which is asked last.
 */
export function createStemGround(
  input: StemInput,
  inherited: readonly Seat[],
  accepts: (seat: Seat) => boolean = () => true,
): Ground {
  const space = createStemSpace(input);
  for (const seat of inherited) take(space, shapeOf(input, seat), seat.laneRow);
  const seats = [...inherited];
  return {
    seats,
    add: (row) => {
      const seat = findSeat(input, space, row);
      if (!seat || !accepts(seat)) return undefined;
      take(space, shapeOf(input, seat), seat.laneRow);
      seats.push(seat);
      return seat;
    },
  };
}

function createStemSpace({ lane }: StemInput): StemSpace {
  return { space: createRowSpace(stemRowCount(lane.heightPx)), stems: [] };
}

/**
 * As `placeStems` with nothing inherited, but each candidate may move all that were taken before it: names right of
 * their stems are set from right to left, mirrored ones from left to right, each as low as it can stand, so that
 * stairs descend away from the stems. A candidate with which not all find room is left out. O(candidates × seats²).
 */
export function placeStemsAfresh(input: StemInput, candidates: readonly number[]): readonly Seat[] {
  const wishes: Wish[] = [];
  let seats: readonly Seat[] = [];
  for (const row of candidates) {
    for (const wish of wishesOf(input, row)) {
      wishes.push(wish);
      const next = stackAll(input, wishes);
      if (next) {
        seats = next;
        break;
      }
      wishes.pop();
    }
  }
  return seats;
}

/** A seat whose row is still open, with what it takes in any. */
interface Wish {
  readonly seat: Seat;
  readonly shape: StemShape;
}

/** Ways to set a name, best first: two lines are narrow and low. */
function wishesOf(input: StemInput, row: number): Wish[] {
  const mirrored = isMirrored(input, row);
  const forms = input
    .nameOf(row)
    .forms.map((form, i) => ({ form: i, lines: form.lines.length, hasBelow: form.hasBelow }))
    .filter((each) => !each.hasBelow)
    .toSorted((a, b) => Math.abs(a.lines - 2.1) - Math.abs(b.lines - 2.1));
  const sides = mirrored ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return sides.flatMap((side) =>
    forms.map(({ form }) => {
      const seat = { row, laneRow: 0, side, form };
      return { seat, shape: shapeOf(input, seat) };
    }),
  );
}

/** Undefined where one of them finds no place. */
function stackAll(input: StemInput, wishes: readonly Wish[]): readonly Seat[] | undefined {
  const ground = createStemSpace(input);
  const rights = wishes.filter(({ seat }) => seat.side !== 'left');
  const lefts = wishes.filter(({ seat }) => seat.side === 'left');
  rights.sort((a, b) => b.seat.row - a.seat.row);
  lefts.sort((a, b) => a.seat.row - b.seat.row);
  const seats: Seat[] = [];
  for (const { seat, shape } of [...rights, ...lefts]) {
    if (isTooClose(ground, shape.x)) return undefined;
    const laneRow = lowestFree(ground, shape);
    if (laneRow === undefined) return undefined;
    take(ground, shape, laneRow);
    seats.push({ ...seat, laneRow });
  }
  return seats;
}

function isMirrored({ table, extent }: StemInput, row: number): boolean {
  const share = (stemDay({ table }, row) - extent.startDay) / (extent.endDay - extent.startDay);
  return share > MIRROR_FROM;
}

function isTooClose({ stems }: StemSpace, x: number): boolean {
  return stems.some((stem) => Math.abs(stem.x - x) < STEM_APART_PX);
}

/** Where the stem of an event stands, in days: the middle of its first day. */
export function stemDay(input: { table: PlaceInput['table'] }, row: number): number {
  return (input.table.startDay[row] ?? 0) + 0.5;
}

/** Left and right of a name on its stem, in px from day 0. */
export function stemNameSpan(input: ScaleInput, seat: Seat): [number, number] {
  const x = stemDay(input, seat.row) * input.pxPerDay;
  const widthPx = input.nameOf(seat.row).forms[seat.form]?.widthPx ?? 0;
  return seat.side === 'left'
    ? [x - STEM_GAP_PX - widthPx, x - STEM_GAP_PX]
    : [x + STEM_GAP_PX, x + STEM_GAP_PX + widthPx];
}

/** Rows that a column takes over the base line. */
function columnRows(column: StemInput['columns'][number]): number {
  return Math.ceil((column.heightPx + 4 + (column.isPressed ? NUMBER_PX : 0)) / STEM_ROW_PX);
}

/** The tallest column that [x0, x1) touches, in rows. */
function rowsUnder({ columns, pxPerDay }: StemInput, x0: number, x1: number): number {
  let rows = 0;
  for (const column of columns) {
    if (column.startDay * pxPerDay >= x1) break;
    if (column.endDay * pxPerDay > x0) rows = Math.max(rows, columnRows(column));
  }
  return rows;
}

/** What a name takes over its columns, in px from day 0 and rows from the base line. */
interface StemShape {
  readonly x: number;
  /** The name with the stem along it. */
  readonly x0: number;
  readonly x1: number;
  readonly rowCount: number;
  /** Where the stem rises from its own column. */
  readonly fromRow: number;
  /** The lowest row clear of all columns under the name. */
  readonly baseRow: number;
  readonly isInside: boolean;
}

function shapeOf(input: StemInput, seat: Seat): StemShape {
  const [left, right] = stemNameSpan(input, seat);
  const x = stemDay(input, seat.row) * input.pxPerDay;
  const isLeft = seat.side === 'left';
  const x0 = Math.min(x - BESIDE_PX, isLeft ? left - AFTER_PX : x);
  const x1 = Math.max(x + BESIDE_PX, isLeft ? x : right + AFTER_PX);
  const { startDay, endDay } = input.extent;
  return {
    x,
    x0,
    x1,
    rowCount: input.nameOf(seat.row).forms[seat.form]?.rowCount ?? 1,
    fromRow: rowsUnder(input, x, x + 0.01),
    baseRow: rowsUnder(input, x0, x1),
    isInside: x0 >= startDay * input.pxPerDay && x1 <= endDay * input.pxPerDay,
  };
}

/** Whether a name on its stem stands over all columns under it, as these now are. */
export function clearsColumns(input: StemInput, seat: Seat): boolean {
  return shapeOf(input, seat).baseRow <= seat.laneRow;
}

function take({ space, stems }: StemSpace, shape: StemShape, laneRow: number): void {
  for (let i = 0; i < shape.rowCount; i++) space.take(laneRow + i, shape.x0, shape.x1);
  stems.push({ x: shape.x, fromRow: Math.min(shape.fromRow, laneRow), toRow: laneRow });
}

function findSeat(input: StemInput, ground: StemSpace, row: number): Seat | undefined {
  if (isTooClose(ground, stemDay(input, row) * input.pxPerDay)) return undefined;
  const mirrored = isMirrored(input, row);
  let best: Seat | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const { seat, shape } of wishesOf(input, row)) {
    const laneRow = lowestFree(ground, shape);
    if (laneRow === undefined) continue;
    const isPreferred = (seat.side === 'left') === mirrored;
    // Narrow names leave room for neighbours: two or three lines come before one.
    const cost = laneRow * 0.55 + (isPreferred ? 0 : 4) + (shape.x1 - shape.x0) / 60;
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = { ...seat, laneRow };
  }
  return best;
}

function lowestFree(ground: StemSpace, shape: StemShape): number | undefined {
  const { x, rowCount, fromRow, baseRow } = shape;
  if (!shape.isInside) return undefined;
  for (let laneRow = fromRow; laneRow + rowCount <= ground.space.rowCount; laneRow++) {
    if (laneRow >= baseRow && isClear(ground, shape, laneRow)) return laneRow;
    // From here up the stem would cross the name that stands in this row.
    if (!ground.space.isFree(laneRow, x - 1.3, x + 1.3)) return undefined;
  }
  return undefined;
}

function isClear({ space, stems }: StemSpace, shape: StemShape, laneRow: number): boolean {
  for (let i = 0; i < shape.rowCount; i++) {
    if (!space.isFree(laneRow + i, shape.x0, shape.x1)) return false;
  }
  return !stems.some(
    (stem) =>
      stem.x > shape.x0 - 0.6 &&
      stem.x < shape.x1 + 0.6 &&
      stem.fromRow < laneRow + shape.rowCount &&
      stem.toRow > laneRow,
  );
}
