import { type EventTable, FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Day, Span } from '../time/day';
import type { Lane } from './lanes';
import { type Name, statusOf } from './names';
import { createRowSpace, type RowSpace } from './row-space';

/** Where a name stands: its row, its side of the mark and its number of lines. The same at every scale from then on. */
export interface Seat {
  /** Row of the table. */
  readonly row: number;
  /** Row of the lane in which mark and first line stand; in columns, the lowest line, counted from the base line. */
  readonly laneRow: number;
  readonly side: 'right' | 'left' | 'inside';
  /** Index into `Name.forms`. */
  readonly form: number;
  /** Over a stack of marks: how far its stem stands from the middle of its mark. */
  readonly stemPx?: number;
}

export const NAME_GAP_PX = 6;
export const INSIDE_GAP_PX = 12;
const BEFORE_PX = 5;
const AFTER_PX = 8;
/** Ahead spans wider than this are tall and may hold their name. */
export const TALL_SPAN_PX = 130;
/** Other bars from this width on may hold theirs in a gap, with so much of the bar before and after it. */
const LONG_BAR_PX = 160;
const GAP_IN_BAR_PX = 22;
const MINOR_SPAN_DAYS = 120;
/** More than half a row: in a view that begins with an event its name should not lie off the left edge. */
const LEFT_COST = 2.6;
const LEFT_FROM_PX_PER_DAY = 1.8;
const ROW_COST = 0.55;
/** A year across a window. */
const READ_PX_PER_DAY = 3;
/** The question mark after an uncertain date. */
const QUESTION_PX = 15;

/** Events and their names at a scale. */
export interface ScaleInput {
  readonly table: EventTable;
  readonly nameOf: (row: number) => Name;
  readonly pxPerDay: number;
}

export interface PlaceInput extends ScaleInput {
  readonly lane: Pick<Lane, 'rowCount' | 'heightPx'>;
  readonly asOfDay: Day;
  /** What is added stays inside; left out: anywhere. */
  readonly within?: Span | undefined;
}

/** Rows of a lane with the names that stand in them. */
export interface Ground {
  readonly seats: readonly Seat[];
  /** Seats a name where it finds room. */
  readonly add: (row: number) => Seat | undefined;
}

/** What a mark takes at a scale, in px from day 0. It holds the mark as a point and as a bar, so it only grows. */
export function markEdges(table: EventTable, row: number, pxPerDay: number) {
  const startX = (table.startDay[row] ?? 0) * pxPerDay;
  const endX = (table.endDay[row] ?? 0) * pxPerDay;
  const half = HALF_PX[table.importance[row] ?? 3] ?? 6;
  const middle = (startX + endX) / 2;
  const isUncertain = ((table.flags[row] ?? 0) & FLAG.uncertain) !== 0;
  const left = Math.min(startX, middle - half);
  const right = Math.max(endX, middle + half);
  return {
    startX,
    endX,
    left,
    right: right + (isUncertain ? QUESTION_PX : 0),
    /** Inside the mark: the middle of a point, close to the end of a bar. */
    nearStart: left + half,
    nearEnd: right - half,
  };
}

/** Half the widest shape (a diamond) for each importance. */
const HALF_PX = [0, 2.75, 3.5, 4.5, 6, 7.5].map((r) => Math.ceil(r * 1.253));

/**
 * Adds to the inherited seats of a lane one for each candidate that finds room, in the candidates' order.
 *
 * What was seated at a wider scale keeps row, side and lines: boxes hold their own time, so gaps between boxes
 * only grow with the scale and an inherited seat stays free. O(candidates × forms × rows × log seats).
 */
export function placeNames(
  input: PlaceInput,
  inherited: readonly Seat[],
  candidates: readonly number[],
): readonly Seat[] {
  const ground = createNameGround(input, inherited);
  const seated = new Set(inherited.map((seat) => seat.row));
  for (const row of candidates) if (!seated.has(row)) ground.add(row);
  return ground.seats;
}

/** A lane's rows at a scale with what was seated at a wider one. */
export function createNameGround(input: PlaceInput, inherited: readonly Seat[]): Ground {
  const space = createRowSpace(input.lane.rowCount);
  // In time order each row is filled at its end, which costs least.
  const seats = inherited.map((seat) => seatAt(input, seat)).toSorted((a, b) => a.row - b.row);
  for (const seat of seats) takeSeat(space, seat, shapeOf(input, seat));
  return {
    seats,
    add: (row) => {
      const seat = findSeat(input, space, row);
      if (!seat) return undefined;
      takeSeat(space, seat, shapeOf(input, seat));
      seats.push(seat);
      return seat;
    },
  };
}

/** What a seat takes, in px from day 0: mark and first line in its first row, the text alone in further ones. */
interface SeatShape {
  readonly rowCount: number;
  readonly firstX0: number;
  readonly firstX1: number;
  readonly textX0: number;
  readonly textX1: number;
}

function shapeOf(input: ScaleInput, seat: Seat): SeatShape {
  const { left, right, nearStart, nearEnd } = markEdges(input.table, seat.row, input.pxPerDay);
  const [x0, x1] = nameSpan(input, seat);
  const isInside = seat.side === 'inside';
  return {
    rowCount: isInside ? 1 : (input.nameOf(seat.row).forms[seat.form]?.rowCount ?? 1),
    firstX0: Math.min(left, x0) - BEFORE_PX,
    firstX1: Math.max(right, x1) + AFTER_PX,
    // Without the time at which the text hangs, a mark that ends after it would come closer with the scale.
    textX0: seat.side === 'right' ? nearEnd : x0 - BEFORE_PX,
    textX1: seat.side === 'left' ? nearStart : x1 + AFTER_PX,
  };
}

function takeSeat(space: RowSpace, { laneRow }: Seat, shape: SeatShape): void {
  space.take(laneRow, shape.firstX0, shape.firstX1);
  for (let i = 1; i < shape.rowCount; i++) space.take(laneRow + i, shape.textX0, shape.textX1);
}

function isFree(space: RowSpace, laneRow: number, shape: SeatShape): boolean {
  if (!space.isFree(laneRow, shape.firstX0, shape.firstX1)) return false;
  for (let i = 1; i < shape.rowCount; i++) {
    if (!space.isFree(laneRow + i, shape.textX0, shape.textX1)) return false;
  }
  return true;
}

/** The cheapest seat, costs as in the visual design: low rows, not across the as-of line, right before left, few lines. */
function findSeat(input: PlaceInput, space: RowSpace, row: number): Seat | undefined {
  let best: Seat | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const seat of seatForms(input, row)) {
    const base = formCost(input, seat);
    if (base >= bestCost) continue;
    const free = findFreeRow(input, space, seat);
    if (free === undefined || base + free.order * ROW_COST >= bestCost) continue;
    bestCost = base + free.order * ROW_COST;
    best = { ...seat, laneRow: free.laneRow };
  }
  return best;
}

/**
 * Where a name could stand. At wide scales only right of its mark, but for names that would cross the as-of line: there
 * left seats would be filled by crowded months, and in close views hang off the left edge.
 */
function seatForms(input: PlaceInput, row: number): Seat[] {
  if (hasRoomInside(input, row)) return [{ row, laneRow: 0, side: 'inside', form: 0 }];
  const isClose = input.pxPerDay >= LEFT_FROM_PX_PER_DAY;
  return input.nameOf(row).forms.flatMap((_, form) => {
    const right = { row, laneRow: 0, side: 'right' as const, form };
    const left = { row, laneRow: 0, side: 'left' as const, form };
    return isClose || crossesAsOf(input, right) ? [right, left] : [right];
  });
}

/**
 * Whether a past name lies across the as-of line. Judged at the scale at which names are read, else at wide scales all
 * of the last years would cross it.
 */
function crossesAsOf({ table, nameOf, asOfDay, pxPerDay }: PlaceInput, seat: Seat): boolean {
  if (liesAhead(statusOf(table, seat.row))) return false;
  const readPxPerDay = Math.max(pxPerDay, READ_PX_PER_DAY);
  const [x0, x1] = nameSpan({ table, nameOf, pxPerDay: readPxPerDay }, seat);
  const asOfX = (asOfDay + 1) * readPxPerDay;
  return x0 < asOfX && asOfX < x1;
}

/**
 * Whether a span can hold its name: a tall one inside, another in a gap of its bar. A name beside a long bar would be
 * out of view for most of it; inside it can go along with the view.
 */
function hasRoomInside({ table, nameOf, pxPerDay }: ScaleInput, row: number): boolean {
  const isTall = liesAhead(statusOf(table, row));
  if (!isTall && !hasGapForName(table, row)) return false;
  const widthPx = (table.endDay[row] ?? 0) * pxPerDay - (table.startDay[row] ?? 0) * pxPerDay;
  if (widthPx <= (isTall ? TALL_SPAN_PX : LONG_BAR_PX)) return false;
  return widthPx > nameOf(row).oneLinePx + 2 * insideGapPx(table, row);
}

/** Bars that carry no sign of their own in the middle. */
export function hasGapForName(table: EventTable, row: number): boolean {
  const status = statusOf(table, row);
  return status === 'happened' || status === 'under-way';
}

/** From the start of a span to the name inside. */
export function insideGapPx(table: EventTable, row: number): number {
  return hasGapForName(table, row) ? GAP_IN_BAR_PX : INSIDE_GAP_PX;
}

/**
 * The seat as it stands at a scale: a span that has grown wide enough takes its name in. That only gives up room, so
 * nothing else need move.
 */
export function seatAt(input: ScaleInput, seat: Seat): Seat {
  return hasRoomInside(input, seat.row) ? { ...seat, side: 'inside', form: 0 } : seat;
}

function findFreeRow(input: PlaceInput, space: RowSpace, seat: Seat) {
  const shape = shapeOf(input, seat);
  if (!isWithin(input, shape)) return undefined;
  const last = space.rowCount - shape.rowCount;
  const fromBelow = fillsFromBelow(input, seat.row);
  for (let order = 0; order <= last; order++) {
    const laneRow = fromBelow ? last - order : order;
    if (isFree(space, laneRow, shape)) return { laneRow, order };
  }
  return undefined;
}

function isWithin({ within, pxPerDay }: PlaceInput, shape: SeatShape): boolean {
  return (
    !within ||
    (shape.firstX0 >= within.startDay * pxPerDay && shape.firstX1 <= within.endDay * pxPerDay)
  );
}

/** Long spans of little weight lie at the foot of their lane. */
function fillsFromBelow({ table }: ScaleInput, row: number): boolean {
  const days = (table.endDay[row] ?? 0) - (table.startDay[row] ?? 0);
  return (table.importance[row] ?? 3) <= 3 && days > MINOR_SPAN_DAYS;
}

function formCost(input: PlaceInput, seat: Seat): number {
  const name = input.nameOf(seat.row);
  const form = name.forms[seat.form];
  const lacksBelow = form?.hasBelow === false && name.below !== undefined;
  return (
    (crossesAsOf(input, seat) ? 5.5 : 0) +
    (seat.side === 'left' ? LEFT_COST : 0) +
    ((form?.lines.length ?? 1) - 1) * 0.9 +
    (lacksBelow ? 1.2 : 0)
  );
}

/** Left and right of the text, in px from day 0. */
export function nameSpan({ table, nameOf, pxPerDay }: ScaleInput, seat: Seat): [number, number] {
  const { startX, left, right } = markEdges(table, seat.row, pxPerDay);
  const name = nameOf(seat.row);
  if (seat.side === 'inside') {
    const x0 = startX + insideGapPx(table, seat.row);
    return [x0, x0 + name.oneLinePx];
  }
  const widthPx = name.forms[seat.form]?.widthPx ?? 0;
  return seat.side === 'right'
    ? [right + NAME_GAP_PX, right + NAME_GAP_PX + widthPx]
    : [left - NAME_GAP_PX - widthPx, left - NAME_GAP_PX];
}
