import { type EventTable, OPEN_START_DAY } from '../model/event-table';
import { countBefore } from '../query/row-set';
import { firstFrom } from '../query/rows-in-span';
import type { RowIndex } from '../query/window';
import type { Day } from '../time/day';
import type { ColumnUnit } from './columns';
import { CLOSEST_PX_PER_DAY, levelOf, pxPerDayOfLevel, type Regime, regimeOf } from './zoom-levels';

/** So much time as a window shows at a scale. */
const WINDOW_PX = 1200;
/** More events than this in a window are columns. A frame with as many stays cheap, and the foot strip can be read. */
const MOST_EVENTS = 1500;
/** Of all windows that hold any event, so many must keep under it. */
const SHARE = 0.95;
/** At close scales so many windows, evenly apart, stand for all. */
const MOST_WINDOWS = 1024;
const LEAST_COLUMN_PX = 4;

/**
 * The scale from which single marks have room: the widest of the zoom levels from 168 px a year on at which in windows of
 * 1,200 px seldom more than 1,500 events begin. The same wherever the view is. O(windows × log n), some thousands of
 * windows at most, and for a level that has no room as many as show it.
 */
export function marksFromPxPerDay({ startDay, count }: EventTable, rows: RowIndex): number {
  const begins: Begins = {
    count: rows.count,
    dayAt: (place) => startDay[rows.rowAt(place) ?? 0] ?? 0,
    before: (day) => countBefore(rows.set, firstFrom(startDay, count, day)),
  };
  const last = levelOf(CLOSEST_PX_PER_DAY);
  for (let level = 0; level <= last; level++) {
    if (hasRoom(begins, pxPerDayOfLevel(level))) return pxPerDayOfLevel(level);
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

/** The units of columns that are ever drawn where marks have room from a scale on, the finest first. */
export function unitsBelow(marksFrom: number): readonly ColumnUnit[] {
  const wide: readonly ColumnUnit[] = ['months', 'years', 'decades', 'centuries'];
  if (marksFrom * 7 <= LEAST_COLUMN_PX) return wide;
  return marksFrom <= LEAST_COLUMN_PX ? ['weeks', ...wide] : ['days', 'weeks', ...wide];
}

/** The starts of events, in time order. */
interface Begins {
  readonly count: number;
  readonly dayAt: (place: number) => Day;
  /** How many begin before a day. */
  readonly before: (day: Day) => number;
}

function hasRoom({ count, dayAt, before }: Begins, pxPerDay: number): boolean {
  // Open starts don't count.
  const first = before(OPEN_START_DAY + 1);
  if (first === count) return true;
  const days = WINDOW_PX / pxPerDay;
  const startDay = dayAt(first);
  const windows = Math.ceil((dayAt(count - 1) + 1 - startDay) / days);
  const step = Math.max(1, Math.ceil(windows / MOST_WINDOWS));
  const most = Math.ceil(windows / step) * (1 - SHARE);
  let held = 0;
  let full = 0;
  for (let window = 0; window < windows && full <= most; window += step) {
    const from = before(startDay + window * days);
    const to = before(startDay + (window + 1) * days);
    if (to - from > MOST_EVENTS) full += 1;
    if (to > from) held += 1;
    // Nothing begins here: go on where the next one does.
    else window = Math.max(window, Math.floor((dayAt(to) - startDay) / days) - step);
  }
  return full <= held * (1 - SHARE);
}
