import { type EventTable, FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Span } from '../time/day';
import { FIRST_ROW_PX, STEM_ROW_PX } from './capital-lanes';
import { createCrossings, STEM_APART_PX, type Standing } from './capital-standing';
import { isPeriod } from './columns';
import { type Name, statusOf } from './names';
import { markEdges, type ScaleInput, type Seat } from './place-names';
import { STEM_GAP_PX } from './place-stems';
import type { Skyline } from './skyline';

/** Of half a mark's width: so far from its middle a stem still rises from it. */
const IN_MARK = 0.75;
/** A name's box holds its stem and so much beyond it. */
const BESIDE_PX = 2;
const AFTER_PX = 7;
/** Between a mark and the name over it. */
const CLEAR_PX = 1;
/** Past this share of the record names stand left of their stems, so that they don't run out of it. */
const MIRROR_FROM = 0.97;
const WRONG_SIDE_COST = 4;
const ROW_COST = 0.55;
const PX_PER_COST = 60;

export interface StackedNames extends ScaleInput {
  readonly rowCount: number;
  /** How high marks may stand at this scale and at closer ones. */
  readonly skyline: Skyline;
  /** All that the record covers. Names stay inside. */
  readonly extent: Span;
}

/** The middle of a mark, which is its first day where that is known. Undefined where neither end is. */
export function anchorDay({ startDay, endDay, flags }: EventTable, row: number) {
  const own = flags[row] ?? 0;
  const [start, end] = [startDay[row] ?? 0, endDay[row] ?? 0];
  const [isOpenStart, isOpenEnd] = [(own & FLAG.openStart) !== 0, (own & FLAG.openEnd) !== 0];
  if (isOpenStart) return isOpenEnd ? undefined : end - 0.5;
  const isSoft = (own & (FLAG.approximate | FLAG.uncertain | FLAG.coarse)) !== 0;
  return isSoft && !isOpenEnd ? (start + end) / 2 : start + 0.5;
}

/** Long periods ahead hold their names or have none: their stem would cross all that stands on them. */
export function hasStem(table: EventTable, row: number): boolean {
  const isOpen = ((table.flags[row] ?? 0) & (FLAG.openStart | FLAG.openEnd)) !== 0;
  return !liesAhead(statusOf(table, row)) || !(isOpen || isPeriod(table, row));
}

/** The x of a stem in px from day 0. */
export function stemX({ table, pxPerDay }: ScaleInput, { row, stemPx = 0 }: Seat): number {
  return (anchorDay(table, row) ?? 0) * pxPerDay + stemPx;
}

/** Left and right of a name on its stem, in px from day 0. */
export function stackedNameSpan(input: ScaleInput, seat: Seat): [number, number] {
  const x = stemX(input, seat);
  const widthPx = input.nameOf(seat.row).forms[seat.form]?.widthPx ?? 0;
  return seat.side === 'left'
    ? [x - STEM_GAP_PX - widthPx, x - STEM_GAP_PX]
    : [x + STEM_GAP_PX, x + STEM_GAP_PX + widthPx];
}

/** What a name on its stem takes; undefined where it would leave the record, or stand over marks to no end. */
export function standingOf(input: StackedNames, seat: Seat): Standing | undefined {
  const anchor = anchorDay(input.table, seat.row);
  if (anchor === undefined || !hasStem(input.table, seat.row)) return undefined;
  const { pxPerDay, extent, nameOf, skyline } = input;
  const x = stemX(input, seat);
  const [left, right] = stackedNameSpan(input, seat);
  const isLeft = seat.side === 'left';
  const x0 = isLeft ? left - AFTER_PX : x - BESIDE_PX;
  const x1 = isLeft ? x + BESIDE_PX : right + AFTER_PX;
  if (x0 < extent.startDay * pxPerDay || x1 > extent.endDay * pxPerDay) return undefined;
  const markTopPx = skyline.highest(x0, x1);
  if (markTopPx === Infinity) return undefined;
  const leastRow = Math.ceil((markTopPx + CLEAR_PX - FIRST_ROW_PX) / STEM_ROW_PX);
  const rowCount = nameOf(seat.row).forms[seat.form]?.rowCount ?? 1;
  return { seat, anchor, x, x0, x1, leastRow: Math.max(0, leastRow), rowCount };
}

/** Ways to set a name right of its stem, best first: two lines are narrow and low. */
export function formsOf(name: Name): readonly number[] {
  return name.forms
    .map((form, i) => ({ form: i, ...form }))
    .filter(({ hasBelow }) => !hasBelow)
    .toSorted((a, b) => Math.abs(a.lines.length - 2.1) - Math.abs(b.lines.length - 2.1))
    .map(({ form }) => form);
}

/** Where a stem may stand in its mark, in px from its middle. */
export function stemOffsets(input: ScaleInput, row: number): readonly number[] {
  const mostPx = -IN_MARK * markEdges(input.table, row, 0).left;
  return [0, 1, -1, 2, -2].map((n) => n * STEM_APART_PX).filter((px) => Math.abs(px) <= mostPx);
}

/**
 * Adds a name for each candidate that finds room over the stacks, in the candidates' order: clear of marks, names and
 * stems, and with a stem that crosses no name. What was seated at a wider scale keeps its place: every name stands beside
 * its own stem, and stems keep their order in time, so all distances but those on one day grow with the scale.
 */
export function addStackedNames(
  input: StackedNames,
  inherited: readonly Seat[],
  candidates: readonly number[],
): readonly Seat[] {
  return addSeats(input, inherited, candidates, (row, crossings) =>
    findSeat(input, row, crossings),
  );
}

/** As `addStackedNames`, but names may stand in no other seat than the one that is planned for them. */
export function addPlannedNames(
  input: StackedNames,
  inherited: readonly Seat[],
  planned: readonly Seat[],
): readonly Seat[] {
  const seatOf = new Map(planned.map((seat) => [seat.row, seat]));
  return addSeats(input, inherited, [...seatOf.keys()], (row, crossings) => {
    const seat = seatOf.get(row);
    const standing = seat && standingOf(input, seat);
    return standing && isFree(input, standing, crossings) ? standing : undefined;
  });
}

type Crossings = ReturnType<typeof createCrossings>;

function addSeats(
  input: StackedNames,
  inherited: readonly Seat[],
  candidates: readonly number[],
  find: (row: number, crossings: Crossings) => Standing | undefined,
): readonly Seat[] {
  const crossings = createCrossings();
  for (const seat of inherited) {
    const standing = standingOf(input, seat);
    if (standing) crossings.add(standing);
  }
  const seats = [...inherited];
  const seated = new Set(inherited.map((seat) => seat.row));
  for (const row of candidates) {
    if (seated.has(row)) continue;
    const found = find(row, crossings);
    if (!found) continue;
    crossings.add(found);
    seats.push(found.seat);
  }
  return seats;
}

function isFree({ rowCount }: StackedNames, standing: Standing, crossings: Crossings): boolean {
  const { laneRow } = standing.seat;
  if (laneRow < standing.leastRow || laneRow + standing.rowCount > rowCount) return false;
  return crossings.isFree(standing, laneRow);
}

function findSeat(input: StackedNames, row: number, crossings: Crossings): Standing | undefined {
  const isMirrored = isLate(input, row);
  let best: Standing | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const side of ['right', 'left'] as const) {
    for (const form of formsOf(input.nameOf(row))) {
      for (const stemPx of stemOffsets(input, row)) {
        const standing = standingOf(input, { row, laneRow: 0, side, form, stemPx });
        if (!standing) continue;
        const base =
          ((side === 'left') === isMirrored ? 0 : WRONG_SIDE_COST) +
          (standing.x1 - standing.x0) / PX_PER_COST;
        if (base + standing.leastRow * ROW_COST >= bestCost) continue;
        const laneRow = crossings.lowestRow(standing, input.rowCount);
        if (laneRow === undefined || base + laneRow * ROW_COST >= bestCost) continue;
        bestCost = base + laneRow * ROW_COST;
        best = { ...standing, seat: { ...standing.seat, laneRow } };
      }
    }
  }
  return best;
}

function isLate({ table, extent }: StackedNames, row: number): boolean {
  const day = anchorDay(table, row) ?? 0;
  return (day - extent.startDay) / (extent.endDay - extent.startDay) > MIRROR_FROM;
}
