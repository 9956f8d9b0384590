import { inStretches, runThrough, type Steps } from '../lib/steps';
import { type EventTable, OPEN_START_DAY } from '../model/event-table';
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
/** Counts are kept by day, or by a power of two of days where a record is longer than some 11,000 years. */
const MOST_BINS = 2 ** 22;
const LEAST_COLUMN_PX = 4;

/**
 * The scale from which single marks have room: the widest of the zoom levels from 168 px a year on at which windows of
 * 1,200 px seldom hold more than 1,500 events. The same wherever the view is. One pass over the rows, then some
 * thousands of windows a level.
 */
export function marksFromPxPerDay(table: EventTable, lanes: readonly Pick<Lane, 'rows'>[]): number {
  return runThrough(findMarksFrom(table, lanes));
}

/** As `marksFromPxPerDay`, in steps. */
export function* findMarksFrom(
  table: EventTable,
  lanes: readonly Pick<Lane, 'rows'>[],
): Steps<number> {
  const counts = yield* countTouching(table, lanes);
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

/** From the first to the last start of any event: how many begin before each bin, and how many end by its start. */
interface Touching {
  readonly binDays: number;
  readonly binCount: number;
  readonly begun: Uint32Array;
  readonly ended: Uint32Array;
}

function* countTouching(
  { startDay, endDay }: EventTable,
  lanes: readonly Pick<Lane, 'rows'>[],
): Steps<Touching | undefined> {
  const span = startsOf(startDay, lanes);
  if (!span) return undefined;
  const first = span.startDay;
  const shift = Math.max(0, Math.ceil(Math.log2((span.endDay - first) / MOST_BINS)));
  const binDays = 2 ** shift;
  const binCount = Math.ceil((span.endDay - first) / binDays);
  // The last place is for what begins or ends after all of it.
  const begun = new Uint32Array(binCount + 2);
  const ended = new Uint32Array(binCount + 2);
  for (const { rows } of lanes) {
    yield* inStretches(rows.length, (from, to) => {
      for (let place = from; place < to; place++) {
        const row = rows[place] ?? 0;
        const start = Math.max(0, ((startDay[row] ?? 0) - first) >> shift) + 1;
        // What ends within a bin still touches all of it.
        const last = ((endDay[row] ?? 0) - 1 - first) >> shift;
        const end = Math.min(Math.max(0, last), binCount) + 1;
        begun[start] = (begun[start] ?? 0) + 1;
        ended[end] = (ended[end] ?? 0) + 1;
      }
    });
  }
  for (let bin = 1; bin <= binCount; bin++) {
    begun[bin] = (begun[bin] ?? 0) + (begun[bin - 1] ?? 0);
    ended[bin] = (ended[bin] ?? 0) + (ended[bin - 1] ?? 0);
  }
  return { binDays, binCount, begun, ended };
}

/** Rows are in time order. Open starts don't count. */
function startsOf(startDay: Int32Array, lanes: readonly Pick<Lane, 'rows'>[]): Span | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { rows } of lanes) {
    const known = rows.find((row) => (startDay[row] ?? 0) > OPEN_START_DAY);
    if (known === undefined) continue;
    first = Math.min(first, startDay[known] ?? 0);
    last = Math.max(last, startDay[rows.at(-1) ?? 0] ?? 0);
  }
  return first <= last ? { startDay: first, endDay: last + 1 } : undefined;
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
