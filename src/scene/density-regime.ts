import { type EventTable, OPEN_START_DAY } from '../model/event-table';
import type { Day, Span } from '../time/day';
import type { Lane } from './lanes';
import { CLOSEST_PX_PER_DAY, levelOf, pxPerDayOfLevel, type Regime, regimeOf } from './zoom-levels';

/** So much time as a window shows at a scale. */
const WINDOW_PX = 1200;
/** More events than this in a window are columns. A frame with as many stays cheap, and the foot strip can be read. */
const MOST_EVENTS = 1500;
/** Of all windows that hold any event, so many must keep under it. */
const SHARE = 0.95;
/** At close scales so many windows, evenly apart, stand for all. */
const MOST_WINDOWS = 4096;
const LEAST_COLUMN_PX = 4;

/**
 * The scale from which single marks have room: the widest of the zoom levels from 168 px a year on at which in windows of
 * 1,200 px seldom more than 1,500 events begin. The same wherever the view is. O(windows × log rows), some thousands
 * of windows at most for each level that has no room.
 */
export function marksFromPxPerDay(
  { startDay }: EventTable,
  lanes: readonly Pick<Lane, 'rows'>[],
): number {
  const begins = lanes.map(({ rows }) => createBegins(startDay, rows));
  const span = spanOf(begins);
  if (!span) return pxPerDayOfLevel(0);
  const last = levelOf(CLOSEST_PX_PER_DAY);
  for (let level = 0; level <= last; level++) {
    if (hasRoom(begins, span, pxPerDayOfLevel(level))) return pxPerDayOfLevel(level);
  }
  return CLOSEST_PX_PER_DAY;
}

/** What is drawn of a large set: columns of a unit that is at least 4 px wide but for years, and marks where they have room. */
export function denseRegimeOf(pxPerDay: number, marksFrom: number): Regime {
  // A hair's breadth of rounding must not turn marks back into columns.
  if (pxPerDay >= marksFrom * (1 - 1e-9)) return 'marks';
  if (pxPerDay >= LEAST_COLUMN_PX) return 'days';
  if (pxPerDay * 7 >= LEAST_COLUMN_PX) return 'weeks';
  return regimeOf(pxPerDay) === 'years' ? 'years' : 'months';
}

/** The starts of a lane's events, in time order. Open ones don't count. */
interface Begins {
  /** How many begin before a day. */
  before: (day: Day) => number;
  /** The first start on a day or after it; Infinity for none. */
  from: (day: Day) => Day;
  /** −Infinity for none. */
  readonly last: Day;
}

function createBegins(startDay: Int32Array, rows: Uint32Array): Begins {
  const at = (place: number) => startDay[rows[place] ?? 0] ?? 0;
  const before = (day: Day) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(middle) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    before,
    last: rows.length > 0 ? at(rows.length - 1) : Number.NEGATIVE_INFINITY,
    from: (day) => {
      const place = before(day);
      return place < rows.length ? at(place) : Number.POSITIVE_INFINITY;
    },
  };
}

/** From the first start of all to the last. */
function spanOf(begins: readonly Begins[]): Span | undefined {
  const startDay = firstFrom(begins, OPEN_START_DAY + 1);
  const last = Math.max(...begins.map((each) => each.last));
  return Number.isFinite(startDay) ? { startDay, endDay: last + 1 } : undefined;
}

function firstFrom(begins: readonly Begins[], day: Day): Day {
  return Math.min(...begins.map(({ from }) => from(day)));
}

function hasRoom(begins: readonly Begins[], { startDay, endDay }: Span, pxPerDay: number): boolean {
  const days = WINDOW_PX / pxPerDay;
  const windows = Math.ceil((endDay - startDay) / days);
  const step = Math.max(1, Math.ceil(windows / MOST_WINDOWS));
  let held = 0;
  let full = 0;
  for (let window = 0; window < windows; window += step) {
    const day = startDay + window * days;
    const count = begins.reduce((sum, each) => sum + each.before(day + days) - each.before(day), 0);
    if (count > MOST_EVENTS) full += 1;
    if (count > 0) held += 1;
    // Nothing begins here: go on where the next one does.
    else
      window = Math.max(
        window,
        Math.floor((firstFrom(begins, day + days) - startDay) / days) - step,
      );
  }
  return full <= held * (1 - SHARE);
}
