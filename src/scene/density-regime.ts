import { type EventTable, OPEN_END_DAY, OPEN_START_DAY } from '../model/event-table';
import type { Span } from '../time/day';
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
/** Counts are kept by day, or by several where a record is longer than some 11,000 years. */
const MOST_BINS = 2 ** 22;
const LEAST_COLUMN_PX = 4;

/**
 * The scale from which single marks have room: the widest of the zoom levels from 168 px a year on at which windows of
 * 1,200 px seldom hold more than 1,500 events. The same wherever the view is. One pass over the rows, then some
 * thousands of windows a level.
 */
export function marksFromPxPerDay(table: EventTable, lanes: readonly Pick<Lane, 'rows'>[]): number {
  const counts = countTouching(table, lanes);
  if (!counts || !hasRoom(counts, CLOSEST_PX_PER_DAY)) {
    return counts ? CLOSEST_PX_PER_DAY : pxPerDayOfLevel(0);
  }
  const last = levelOf(CLOSEST_PX_PER_DAY);
  for (let level = 0; level <= last; level++) {
    if (hasRoom(counts, pxPerDayOfLevel(level))) return pxPerDayOfLevel(level);
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

/** Of all events: how many begin before each bin, and how many end by its start. */
interface Touching {
  readonly firstDay: number;
  readonly binDays: number;
  readonly binCount: number;
  readonly begun: Uint32Array;
  readonly ended: Uint32Array;
}

function countTouching(
  { startDay, endDay }: EventTable,
  lanes: readonly Pick<Lane, 'rows'>[],
): Touching | undefined {
  const span = extentOf({ startDay, endDay }, lanes);
  if (!span) return undefined;
  const binDays = Math.max(1, Math.ceil((span.endDay - span.startDay + 1) / MOST_BINS));
  const binCount = Math.ceil((span.endDay - span.startDay + 1) / binDays);
  const begun = new Uint32Array(binCount + 1);
  const ended = new Uint32Array(binCount + 1);
  const binOf = (day: number) => Math.min(Math.floor((day - span.startDay) / binDays), binCount);
  for (const { rows } of lanes) {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      const start = Math.max(0, binOf(startDay[row] ?? 0)) + 1;
      // What ends within a bin still touches all of it.
      const end = binOf((endDay[row] ?? 0) - 1) + 1;
      if (start <= binCount) begun[start] = (begun[start] ?? 0) + 1;
      if (end <= binCount) ended[end] = (ended[end] ?? 0) + 1;
    }
  }
  for (let bin = 1; bin <= binCount; bin++) {
    begun[bin] = (begun[bin] ?? 0) + (begun[bin - 1] ?? 0);
    ended[bin] = (ended[bin] ?? 0) + (ended[bin - 1] ?? 0);
  }
  return { firstDay: span.startDay, binDays, binCount, begun, ended };
}

/** From the first to the last day of any event; open ends don't count. */
function extentOf(
  { startDay, endDay }: Pick<EventTable, 'startDay' | 'endDay'>,
  lanes: readonly Pick<Lane, 'rows'>[],
): Span | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { rows } of lanes) {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      const start = startDay[row] ?? 0;
      const end = endDay[row] ?? 0;
      if (start > OPEN_START_DAY) {
        if (start < first) first = start;
        if (start >= last) last = start + 1;
      }
      if (end < OPEN_END_DAY) {
        if (end > last) last = end;
        if (end <= first) first = end - 1;
      }
    }
  }
  return first < last ? { startDay: first, endDay: last } : undefined;
}

function hasRoom(counts: Touching, pxPerDay: number): boolean {
  const { binDays, binCount, begun, ended } = counts;
  const bins = WINDOW_PX / pxPerDay / binDays;
  const windows = Math.ceil(binCount / bins);
  const step = Math.max(1, Math.ceil(windows / MOST_WINDOWS));
  let held = 0;
  let full = 0;
  for (let window = 0; window < windows; window += step) {
    const from = Math.floor(window * bins);
    const to = Math.min(binCount, Math.ceil((window + 1) * bins - 1e-9));
    const count = (begun[to] ?? 0) - (ended[from] ?? 0);
    if (count > MOST_EVENTS) full += 1;
    if (count > 0) held += 1;
    // Nothing runs here: go on where the next one begins.
    else window = Math.max(window, Math.floor(nextBegin(counts, to) / bins) - step);
  }
  return full <= held * (1 - SHARE);
}

/** The first bin from `bin` on in which an event begins. */
function nextBegin({ begun, binCount }: Touching, bin: number): number {
  const so = begun[bin] ?? 0;
  let low = bin;
  let high = binCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begun[middle + 1] ?? 0) > so) high = middle;
    else low = middle + 1;
  }
  return low;
}
