import type { Seat } from './place-names';

/** A name on its stem, in px from day 0 and rows from the axis line. */
export interface Standing {
  readonly seat: Seat;
  /** Where the middle of its mark is, in days. */
  readonly anchor: number;
  readonly x: number;
  /** The name with the stem along it. */
  readonly x0: number;
  readonly x1: number;
  /** The lowest row clear of all marks under the name. */
  readonly leastRow: number;
  readonly rowCount: number;
}

/** Between two stems. */
export const STEM_APART_PX = 2.6;
/** Farther from each other two names leave each other's stems apart. */
const APART_PX = 8;
const BUCKET_PX = 256;
const ASIDE_PX = 0.5;
/** What rounding may take. */
const HAIR_PX = 1e-6;

/** What stands in a lane, to be asked whether one more name has room. */
export function createCrossings() {
  const buckets = new Map<number, Standing[]>();
  let mostPx = 0;
  const near = (standing: Standing): Standing[] => {
    const found: Standing[] = [];
    const last = bucketOf(standing.x1 + mostPx);
    for (let at = bucketOf(standing.x0 - mostPx); at <= last; at++) {
      for (const other of buckets.get(at) ?? []) {
        if (other.x0 - APART_PX < standing.x1 && other.x1 + APART_PX > standing.x0)
          found.push(other);
      }
    }
    return found;
  };
  return {
    add: (standing: Standing): void => {
      const at = bucketOf(standing.x);
      const own = buckets.get(at);
      if (own) own.push(standing);
      else buckets.set(at, [standing]);
      mostPx = Math.max(mostPx, standing.x1 - standing.x0);
    },
    hasRoomForStem: (standing: Standing): boolean =>
      near(standing).every((other) => areStemsApart(standing, other)),
    /** The lowest free row of so many, from the least that the marks leave it. */
    lowestRow: (standing: Standing, rowCount: number): number | undefined => {
      const others = near(standing);
      if (!others.every((other) => areStemsApart(standing, other))) return undefined;
      const last = rowCount - standing.rowCount;
      for (let row = standing.leastRow; row <= last; row++) {
        if (others.every((other) => areClear(standing, row, other))) return row;
      }
      return undefined;
    },
    isFree: (standing: Standing, laneRow: number): boolean =>
      near(standing).every(
        (other) => areStemsApart(standing, other) && areClear(standing, laneRow, other),
      ),
  };
}

function bucketOf(x: number): number {
  return Math.floor(x / BUCKET_PX);
}

/** So far apart, and in the order of their days, so that they stay so when the scale grows. */
export function areStemsApart(a: Standing, b: Standing): boolean {
  const px = a.x - b.x;
  if (a.anchor > b.anchor) return px >= STEM_APART_PX - HAIR_PX;
  if (a.anchor < b.anchor) return -px >= STEM_APART_PX - HAIR_PX;
  return Math.abs(px) >= STEM_APART_PX - HAIR_PX;
}

/** Whether `a`, in a row, and `b`, in its own, leave each other's name clear of name and stem. */
export function areClear(a: Standing, laneRow: number, b: Standing): boolean {
  const [aTop, bRow] = [laneRow + a.rowCount, b.seat.laneRow];
  const bTop = bRow + b.rowCount;
  if (a.x0 < b.x1 && b.x0 < a.x1 && laneRow < bTop && bRow < aTop) return false;
  // A stem runs from the marks along its name.
  if (isUnder(a.x, b) && aTop > bRow) return false;
  return !(isUnder(b.x, a) && bTop > laneRow);
}

function isUnder(x: number, { x0, x1 }: Standing): boolean {
  return x > x0 - ASIDE_PX && x < x1 + ASIDE_PX;
}
