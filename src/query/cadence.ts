import { STATUSES, type Status } from '../model/dataset';
import { type EventTable, FLAG, OPEN_START_DAY } from '../model/event-table';
import { isForecast, liesAhead } from '../model/state-as-of';
import { civilOf, type Day, dayOf } from '../time/day';

/** Days, both inclusive, on which something may have begun, and the one that counts for all of them: the middle. */
export interface StartRange {
  readonly day: Day;
  readonly minDay: Day;
  readonly maxDay: Day;
}

/** One or more events that took place and began on the same day. */
export interface Occasion extends StartRange {
  /** Rows of the table, rising. */
  readonly rows: readonly number[];
}

/** From one occasion to the next, in days between their starts; a range where a start is not exact. */
export interface CadenceGap {
  readonly from: Occasion;
  readonly to: Occasion;
  readonly days: number;
  readonly minDays: number;
  readonly maxDays: number;
}

/** How the gaps are spread; all in days. */
export interface Rhythm {
  readonly meanDays: number;
  readonly medianDays: number;
  /** Quartiles: half of the gaps lie between them. */
  readonly lowerDays: number;
  readonly upperDays: number;
  /** Of equally long ones the latest. */
  readonly longest: CadenceGap;
}

/** From the start of the last occasion to the day through which the record tells. */
export interface Silence {
  readonly days: number;
  readonly minDays: number;
  readonly maxDays: number;
  /** Longer than every gap before it; false where there is none. */
  readonly isLongest: boolean;
  /** Days since the next was due by the median; 0 while it is not. Undefined with fewer than two gaps: no rhythm. */
  readonly overdueDays: number | undefined;
}

export interface PlannedNext extends StartRange {
  readonly row: number;
  readonly status: Status;
}

export interface Cadence {
  readonly asOfDay: Day;
  /** The as-of day, or the last day of the record where that is earlier: what came since is not silence. */
  readonly throughDay: Day;
  /** In time order. */
  readonly occasions: readonly Occasion[];
  /** One fewer than occasions, in the same order. */
  readonly gaps: readonly CadenceGap[];
  /** Events that took place; those of the same day are one occasion. */
  readonly eventCount: number;
  /** Events that took place but whose record gives no first day; they are in no occasion. */
  readonly startlessCount: number;
  /** Undefined without a gap. */
  readonly rhythm: Rhythm | undefined;
  /** Undefined before the first occasion. */
  readonly silence: Silence | undefined;
  /** The nearest event that lies ahead. */
  readonly next: PlannedNext | undefined;
}

/** More rows than this have no cadence to speak of, and would take longer than a frame. */
export const MOST_CADENCE_ROWS = 50_000;

const TOOK_PLACE = Uint8Array.from(STATUSES, (status) =>
  status === 'happened' || status === 'under-way' ? 1 : 0,
);
const AHEAD = Uint8Array.from(STATUSES, (status) => (liesAhead(status) ? 1 : 0));
/** A coarse date of no more days is a month, which need not be read from the event's own words. */
const MONTH_DAYS = 31;

/**
 * How often what matches took place, as of the table's day; nothing later is looked at. Undefined for more than
 * MOST_CADENCE_ROWS rows.
 *
 * The measure: days between starts. An event counts if it happened or is under way and had begun by the as-of day; those
 * that began on the same exact day are one occasion. A start known only to the month or year may be any of those days that
 * had come, and counts as their middle; "about" and "?" widen nothing. Quartiles are by linear interpolation (type 7 of
 * Hyndman & Fan, "Sample quantiles in statistical packages", 1996). The next is the event that lies ahead, its last
 * possible day not yet past, whose start is nearest by the same middle; of equally near ones the surest. O(rows), and
 * sorting those that are inexact. Rows must rise.
 */
export function cadenceOf(table: EventTable, rows: ArrayLike<number>): Cadence | undefined {
  if (rows.length > MOST_CADENCE_ROWS) return undefined;
  const { asOfDay } = table;
  const { occasions, eventCount, startlessCount } = gather(table, rows);
  const gaps = gapsBetween(occasions);
  const last = occasions.at(-1);
  const throughDay = Math.min(
    asOfDay,
    Math.max(table.dataset.recordedThrough, last?.maxDay ?? -Infinity),
  );
  const rhythm = rhythmOf(gaps);
  return {
    asOfDay,
    throughDay,
    occasions,
    gaps,
    eventCount,
    startlessCount,
    rhythm,
    silence: last && silenceOf(last, throughDay, { rhythm, gapCount: gaps.length }),
    next: findNext(table, rows),
  };
}

type Found = StartRange & { readonly rows: number[] };

function gather(table: EventTable, rows: ArrayLike<number>) {
  const { asOfDay, status, startDay } = table;
  // Those of an exact day come in order, as rows do; to sort the others alone is quicker.
  const exact: Found[] = [];
  const vague: Found[] = [];
  let last: Found | undefined;
  let eventCount = 0;
  let startlessCount = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (TOOK_PLACE[status[row] ?? 0] !== 1) continue;
    if (isExact(table, row)) {
      const day = startDay[row] ?? 0;
      if (day > asOfDay) continue;
      eventCount++;
      if (last?.day === day) last.rows.push(row);
      else {
        last = { day, minDay: day, maxDay: day, rows: [row] };
        exact.push(last);
      }
      continue;
    }
    const start = startOf(table, row);
    if (start && start.minDay > asOfDay) continue;
    eventCount++;
    if (!start) startlessCount++;
    else vague.push(foundBy(asOfDay, start, row));
  }
  return {
    occasions: joinDays(merged(exact, vague.toSorted(inOrder))),
    eventCount,
    startlessCount,
  };
}

/** Of an inexact start only days that had come are left, which may be one. */
function foundBy(asOfDay: Day, start: Omit<StartRange, 'day'>, row: number): Found {
  const maxDay = Math.min(start.maxDay, asOfDay);
  return { day: middleOf(start.minDay, maxDay), minDay: start.minDay, maxDay, rows: [row] };
}

function inOrder(a: Found, b: Found): number {
  return a.day - b.day || a.minDay - b.minDay || (a.rows[0] ?? 0) - (b.rows[0] ?? 0);
}

/** Two lists in order as one. */
function merged(a: readonly Found[], b: readonly Found[]): readonly Found[] {
  const all: Found[] = [];
  let at = 0;
  for (const each of a) {
    for (let other = b[at]; other && inOrder(other, each) < 0; other = b[at]) {
      all.push(other);
      at++;
    }
    all.push(each);
  }
  for (; at < b.length; at++) all.push(b[at] as Found);
  return all;
}

/** Those that began on the same exact day as one. */
function joinDays(sorted: readonly Found[]): Found[] {
  const joined: Found[] = [];
  let exact: Found | undefined;
  for (const each of sorted) {
    if (each.minDay !== each.maxDay) {
      joined.push(each);
    } else if (exact?.day === each.day) {
      exact.rows.push(...each.rows);
      exact.rows.sort((a, b) => a - b);
    } else {
      exact = each;
      joined.push(each);
    }
  }
  return joined;
}

function isExact({ flags, startDay }: EventTable, row: number): boolean {
  const isSoft = ((flags[row] ?? 0) & (FLAG.openStart | FLAG.coarse)) !== 0;
  return !isSoft && startDay[row] !== OPEN_START_DAY;
}

/** The days on which an event can have begun; undefined where its start is open. */
function startOf(table: EventTable, row: number): Omit<StartRange, 'day'> | undefined {
  const flags = table.flags[row] ?? 0;
  const minDay = table.startDay[row] ?? OPEN_START_DAY;
  if ((flags & FLAG.openStart) !== 0 || minDay === OPEN_START_DAY) return undefined;
  if ((flags & FLAG.coarse) === 0) return { minDay, maxDay: minDay };
  const lastDay = (table.endDay[row] ?? minDay + 1) - 1;
  if (lastDay - minDay < MONTH_DAYS) return { minDay, maxDay: lastDay };
  // To read what is said of an event takes long, and nearly all that is left are years.
  if (isWholeYear(minDay, lastDay)) return { minDay, maxDay: lastDay };
  return { minDay, maxDay: table.stateOf(row)?.date.start?.maxDay ?? lastDay };
}

function isWholeYear(firstDay: Day, lastDay: Day): boolean {
  const { year, month, day } = civilOf(firstDay);
  return month === 1 && day === 1 && lastDay + 1 === dayOf(year + 1, 1, 1);
}

function middled(minDay: Day, maxDay: Day): StartRange {
  return { day: middleOf(minDay, maxDay), minDay, maxDay };
}

function middleOf(minDay: Day, maxDay: Day): Day {
  return Math.floor((minDay + maxDay) / 2);
}

function gapsBetween(occasions: readonly Occasion[]): CadenceGap[] {
  return occasions.slice(1).map((to, i) => {
    // One fewer than occasions: there is one before each.
    const from = occasions[i] as Occasion;
    return {
      from,
      to,
      days: to.day - from.day,
      minDays: Math.max(0, to.minDay - from.maxDay),
      maxDays: to.maxDay - from.minDay,
    };
  });
}

function rhythmOf(gaps: readonly CadenceGap[]): Rhythm | undefined {
  const [first] = gaps;
  if (!first) return undefined;
  let longest = first;
  let sum = 0;
  const lengths = new Float64Array(gaps.length);
  for (const [i, gap] of gaps.entries()) {
    if (gap.days >= longest.days) longest = gap;
    lengths[i] = gap.days;
    sum += gap.days;
  }
  lengths.sort();
  return {
    meanDays: sum / gaps.length,
    medianDays: quantile(lengths, 0.5),
    lowerDays: quantile(lengths, 0.25),
    upperDays: quantile(lengths, 0.75),
    longest,
  };
}

/** Of at least one number, sorted. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

const LEAST_GAPS = 2;

function silenceOf(
  last: Occasion,
  throughDay: Day,
  { rhythm, gapCount }: { readonly rhythm: Rhythm | undefined; readonly gapCount: number },
): Silence {
  const days = throughDay - last.day;
  const hasRhythm = rhythm && gapCount >= LEAST_GAPS;
  return {
    days,
    minDays: Math.max(0, throughDay - last.maxDay),
    maxDays: throughDay - last.minDay,
    isLongest: rhythm !== undefined && days > rhythm.longest.days,
    overdueDays: hasRhythm ? Math.max(0, days - Math.round(rhythm.medianDays)) : undefined,
  };
}

/** Of equally near ones: fixed, then likely, then possible, then without a day. */
const SURENESS = STATUSES.filter((status) => isForecast(status) || status === 'postponed');

function findNext(table: EventTable, rows: ArrayLike<number>): PlannedNext | undefined {
  const { asOfDay, status: statuses, endDay } = table;
  let next: PlannedNext | undefined;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const code = statuses[row] ?? 0;
    if (AHEAD[code] !== 1 || (endDay[row] ?? 0) <= asOfDay) continue;
    const range = startAhead(table, row);
    const found = { ...range, row, status: STATUSES[code] ?? 'possible' };
    if (!next || isSooner(found, next)) next = found;
  }
  return next;
}

/**
 * What is spoken of as ahead has not begun, so of its days only those to come are left: where all days that its start was
 * said to be have passed, any up to its last.
 */
function startAhead(table: EventTable, row: number): StartRange {
  const start = startOf(table, row);
  const minDay = Math.max(start?.minDay ?? OPEN_START_DAY, table.asOfDay);
  if (start && start.maxDay >= minDay) return middled(minDay, start.maxDay);
  return middled(minDay, Math.max(minDay, (table.endDay[row] ?? 0) - 1));
}

function isSooner(a: PlannedNext, b: PlannedNext): boolean {
  const order = a.day - b.day || SURENESS.indexOf(a.status) - SURENESS.indexOf(b.status);
  return order < 0 || (order === 0 && a.row < b.row);
}
