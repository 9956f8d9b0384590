import { areClear, areStemsApart, createCrossings, type Standing } from './capital-standing';
import { formsOf, type StackedNames, standingOf, stemOffsets } from './capital-stems';
import type { Seat } from './place-names';

/** A name right of its stem; its row is as low as others let it be. */
interface Planned {
  readonly standing: Standing;
  laneRow: number;
}

interface Plan {
  readonly input: StackedNames;
  /** From left to right. */
  readonly rights: Planned[];
  /** Names left of their stems stay where they are put. */
  readonly lefts: ReturnType<typeof createCrossings>;
  /** The widest of all names. */
  mostPx: number;
}

/** Wider ones would hold up many others. */
const MOST_LINE_PX = 170;
/** A name left of its stem costs as much as lifting others by so many rows. */
const LEFT_COST = 3;
/** As many stems to either side can be too close. */
const NEAR = 8;

/**
 * Rows for names at one scale. Names right of their stems stand over those whose stems they would meet, so that stairs
 * descend to the right; one that would lift many of them stands left of its stem, where there is room. The candidates'
 * order says who is left out. Lifting is why this is done once, for a scale at which names are read: wider scales show
 * what has room of it, closer ones add to it.
 */
export function planStackedNames(
  input: StackedNames,
  candidates: readonly number[],
): readonly Seat[] {
  const plan: Plan = { input, rights: [], lefts: createCrossings(), mostPx: 0 };
  const found = new Map<number, Seat>();
  for (const row of candidates) {
    const seat = addLeft(plan, row);
    if (seat) found.set(row, seat);
  }
  for (const { standing, laneRow } of plan.rights) {
    found.set(standing.seat.row, { ...standing.seat, laneRow });
  }
  return candidates.flatMap((row) => found.get(row) ?? []);
}

/** Gives the seat of a name left of its stem; those right of theirs are taken up into the plan. */
function addLeft(plan: Plan, row: number): Seat | undefined {
  const right = lowestCost(plan, row);
  const left = findLeft(plan, row);
  const isLeft = left && left.seat.laneRow + LEFT_COST < (right?.cost ?? Number.POSITIVE_INFINITY);
  if (isLeft) {
    plan.lefts.add(left);
    widen(plan, left);
    return left.seat;
  }
  if (right) {
    widen(plan, right.standing);
    lift(plan, right.standing);
  }
  return undefined;
}

function widen(plan: Plan, { x0, x1 }: Standing): void {
  plan.mostPx = Math.max(plan.mostPx, x1 - x0);
}

/** What it costs in rows to set the name right of its stem, in the form in which that costs least. */
function lowestCost(plan: Plan, row: number) {
  let best: { standing: Standing; cost: number } | undefined;
  for (const standing of standingsOf(plan, row, 'right')) {
    const lifted = lift({ ...plan, mostPx: Math.max(plan.mostPx, widthOf(standing)) }, standing);
    if (!lifted) continue;
    lifted.undo();
    if (!best || lifted.cost < best.cost) best = { standing, cost: lifted.cost };
  }
  return best;
}

function widthOf({ x0, x1 }: Standing): number {
  return x1 - x0;
}

/** In each form, on a stem that is clear of the other stems. */
function standingsOf(plan: Plan, row: number, side: 'right' | 'left'): Standing[] {
  const { input } = plan;
  const { forms } = input.nameOf(row);
  const narrow = formsOf(input.nameOf(row)).filter(
    (form) => forms.length === 1 || (forms[form]?.widthPx ?? 0) <= MOST_LINE_PX,
  );
  return narrow.flatMap((form) => {
    for (const stemPx of stemOffsets(input, row)) {
      const standing = standingOf(input, { row, laneRow: 0, side, form, stemPx });
      if (standing && hasRoomForStem(plan, standing)) return [standing];
    }
    return [];
  });
}

function hasRoomForStem({ rights, lefts }: Plan, standing: Standing): boolean {
  const at = placeFor(rights, standing.x);
  const near = rights.slice(Math.max(0, at - NEAR), at + NEAR);
  return (
    near.every((other) => areStemsApart(standing, other.standing)) && lefts.hasRoomForStem(standing)
  );
}

/** The lowest seat left of its stem. */
function findLeft(plan: Plan, row: number): Standing | undefined {
  const { input, rights, lefts } = plan;
  let best: Standing | undefined;
  for (const standing of standingsOf(plan, row, 'left')) {
    const from = placeFor(rights, standing.x0 - plan.mostPx);
    const near = rights
      .slice(from, placeFor(rights, standing.x1 + plan.mostPx))
      .map((each) => seatIn(each.standing, each.laneRow));
    const last = Math.min(input.rowCount - standing.rowCount, (best?.seat.laneRow ?? Infinity) - 1);
    for (let laneRow = standing.leastRow; laneRow <= last; laneRow++) {
      if (!lefts.isFree(standing, laneRow)) continue;
      if (near.some((other) => !areClear(standing, laneRow, other))) continue;
      best = seatIn(standing, laneRow);
      break;
    }
  }
  return best;
}

function seatIn(standing: Standing, laneRow: number): Standing {
  return { ...standing, seat: { ...standing.seat, laneRow } };
}

/** Takes up a name, and lifts what must then stand higher. Undefined, and all as before, where rows do not suffice. */
function lift(plan: Plan, standing: Standing): { cost: number; undo: () => void } | undefined {
  const { rights, input, mostPx } = plan;
  const at = placeFor(rights, standing.x);
  rights.splice(at, 0, { standing, laneRow: 0 });
  const before: { each: Planned; laneRow: number }[] = [];
  const undo = () => {
    for (const step of before) step.each.laneRow = step.laneRow;
    rights.splice(at, 1);
  };
  let cost = 0;
  let changedX = standing.x;
  for (let i = at; i >= 0; i--) {
    const each = rights[i];
    if (!each || each.standing.x + mostPx < changedX) break;
    const laneRow = rowOver(plan, i);
    if (laneRow === each.laneRow && i < at) continue;
    before.push({ each, laneRow: each.laneRow });
    if (laneRow === undefined || laneRow + each.standing.rowCount > input.rowCount) {
      undo();
      return undefined;
    }
    cost += laneRow - each.laneRow;
    each.laneRow = laneRow;
    changedX = Math.min(changedX, each.standing.x);
  }
  return { cost, undo };
}

/** The lowest row over all marks and over the names of the stems in the way. */
function rowOver({ rights, lefts, input }: Plan, at: number): number | undefined {
  const own = rights[at]?.standing;
  if (!own) return undefined;
  let row = own.leastRow;
  for (let i = at + 1; i < rights.length; i++) {
    const other = rights[i];
    if (!other || other.standing.x0 - 1 > own.x1) break;
    row = Math.max(row, other.laneRow + other.standing.rowCount);
  }
  for (; row + own.rowCount <= input.rowCount; row++) if (lefts.isFree(own, row)) return row;
  return undefined;
}

function placeFor(rights: readonly Planned[], x: number): number {
  let low = 0;
  let high = rights.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rights[middle]?.standing.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
