import { memoize } from '../lib/memoize';
import { inStretches, type Steps } from '../lib/steps';
import { STATUSES } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Day } from '../time/day';
import { isPeriod } from './columns';
import type { DensityLevel, LevelBuilder } from './density-levels';

/** What of a filter is drawn in a lane; rows in time order. */
export interface LaneRows {
  readonly rows: Uint32Array;
  /** Those that stand in columns, all but the periods, where days are counted. */
  readonly short: Uint32Array | undefined;
  readonly periods: Uint32Array;
  /** Those that lie ahead. */
  readonly plans: Uint32Array;
  /** Columns of single days over `short`. */
  readonly days: DensityLevel | undefined;
}

export interface SurveyInput {
  readonly table: EventTable;
  /** The rows that match, in time order. */
  readonly rows: Uint32Array;
  /** By domain or all in one. */
  readonly grouping: 'domain' | 'none';
  /** The domains that the filter leaves: what matches has one of them. Empty for all. */
  readonly domains: readonly string[];
  /** Counts by day while the rows are at hand; large sets alone have use for it. */
  readonly createDays?: ((columns: number) => LevelBuilder) | undefined;
}

/**
 * Parts the matching rows by the lane in which each is drawn, one lane for each domain of the dataset. Two plain
 * passes over them, some 30 ns a row together.
 */
export function* surveyRows(input: SurveyInput): Steps<readonly LaneRows[]> {
  const { table, rows, grouping, createDays } = input;
  const laneCount = grouping === 'domain' ? table.dataset.domains.length : 1;
  const laneOf = new Uint8Array(rows.length);
  const days = daysOf(table, rows);
  const builders = Array.from({ length: laneCount }, () => createDays?.(days));
  const sums = yield* countLanes(input, { laneOf, builders });
  const lists = yield* listRows(input, { laneOf, sums });
  return lists.map((list, lane) => ({
    ...list,
    days: builders[lane]?.end(sums.short[lane] ?? 0),
  }));
}

/** So many days have events at most, as far as room is made for at first. */
function daysOf({ startDay }: EventTable, rows: Uint32Array): number {
  const days = (startDay[rows.at(-1) ?? 0] ?? 0) - (startDay[rows[0] ?? 0] ?? 0) + 1;
  return Math.min(rows.length, days, MOST_EXPECTED);
}

const MOST_EXPECTED = 100_000;

/** How many rows each lane holds, and how many of these are no periods. */
interface Sums {
  readonly all: Uint32Array;
  readonly short: Uint32Array;
}

interface Counted {
  /** To be filled, by place in `rows`. */
  readonly laneOf: Uint8Array;
  /** To be given the columns of days. */
  readonly builders: readonly (LevelBuilder | undefined)[];
}

function* countLanes(input: SurveyInput, { laneOf, builders }: Counted): Steps<Sums> {
  const { table, rows } = input;
  const { domain, domainMask, startDay } = table;
  const counts = new Uint32Array(builders.length * CODES);
  const short = new Uint32Array(builders.length);
  const count: Count = {
    rows,
    laneOf,
    counts,
    short,
    builders,
    domain,
    domainMask,
    startDay,
    ...choiceOf(input),
    codes: codesOf(table),
    day: startDay[rows[0] ?? 0] ?? 0,
    seen: 0,
  };
  yield* inStretches(rows.length, (from, to) => {
    countStretch(count, from, to);
  });
  closeDay(count, count.day, count.seen);
  const all = short.slice();
  for (let place = 0; place < counts.length; place++) {
    // What no builder took.
    const lane = Math.floor(place / CODES);
    const left = counts[place] ?? 0;
    all[lane] = (all[lane] ?? 0) + left;
    if (place % CODES < LONG) short[lane] = (short[lane] ?? 0) + left;
  }
  return { all, short };
}

interface Count extends Counted, Pick<EventTable, 'domain' | 'domainMask' | 'startDay'>, Choice {
  readonly rows: Uint32Array;
  readonly codes: Uint8Array;
  /** Of the rows of a day by lane and code; of a lane's rows in columns so far. */
  readonly counts: Uint32Array;
  readonly short: Uint32Array;
  /** The day that is being counted, and a bit for each lane that has something of it. */
  day: Day;
  seen: number;
}

// Each pass is a function of its own, which takes all that it reads as values of its own: what a closure holds is
// twice as slow to get at.

function countStretch(count: Count, from: number, to: number): void {
  const { rows, laneOf, counts, codes, domain, domainMask, startDay } = count;
  const { laneOfDomain, chosenBits } = count;
  let { day, seen } = count;
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? 0;
    const start = startDay[row] ?? 0;
    if (start !== day) {
      closeDay(count, day, seen);
      day = start;
      seen = 0;
    }
    const main = domain[row] ?? 0;
    const usual = laneOfDomain[main] ?? OTHER;
    const lane = usual === OTHER ? firstChosen(domainMask[row] ?? 0, chosenBits, main) : usual;
    laneOf[at] = lane;
    seen |= 1 << lane;
    const place = lane * CODES + (codes[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  count.day = day;
  count.seen = seen;
}

function closeDay({ builders, counts, short }: Count, day: Day, seen: number): void {
  for (let bits = seen; bits !== 0; bits &= bits - 1) {
    const lane = 31 - Math.clz32(bits & -bits);
    const first = short[lane] ?? 0;
    const place = { startDay: day, endDay: day + 1, first };
    short[lane] = first + (builders[lane]?.add(counts, lane * CODES, place) ?? 0);
  }
}

interface Listed {
  readonly laneOf: Uint8Array;
  readonly sums: Sums;
}

function* listRows(
  { table, rows, createDays }: SurveyInput,
  { laneOf, sums: { all, short } }: Listed,
): Steps<readonly Omit<LaneRows, 'days'>[]> {
  const codes = codesOf(table);
  const lanes: Listing[] = Array.from(all, (count, lane) => {
    const list = count === rows.length ? rows : new Uint32Array(count);
    // Only what is counted by day has columns.
    const hasPeriods = createDays !== undefined && short[lane] !== count;
    // A period is written over by what comes next, even at the end.
    const own = hasPeriods ? new Uint32Array((short[lane] ?? 0) + 1) : undefined;
    return { list, short: own, next: 0, nextShort: 0, periods: [], plans: [] };
  });
  yield* inStretches(rows.length, (from, to) => {
    listStretch({ rows, laneOf, codes, lanes }, from, to);
  });
  return lanes.map(({ list, short: own, periods, plans }, lane) => ({
    rows: list,
    short: createDays && (own ?? list).subarray(0, short[lane]),
    periods: Uint32Array.from(periods),
    plans: Uint32Array.from(plans),
  }));
}

interface Listing {
  readonly list: Uint32Array;
  /** Undefined where it is the list itself, or nobody asks for it. */
  readonly short: Uint32Array | undefined;
  readonly periods: number[];
  readonly plans: number[];
  next: number;
  nextShort: number;
}

function listStretch(
  {
    rows,
    laneOf,
    codes,
    lanes,
  }: Pick<Count, 'rows' | 'laneOf' | 'codes'> & { readonly lanes: readonly Listing[] },
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? 0;
    const code = codes[row] ?? 0;
    const lane = lanes[laneOf[at] ?? 0];
    if (!lane) continue;
    lane.list[lane.next] = row;
    lane.next += 1;
    if (lane.short) lane.short[lane.nextShort] = row;
    lane.nextShort += code < LONG ? 1 : 0;
    if (code >= LONG) lane.periods.push(row);
    if ((code & 1) === AHEAD) lane.plans.push(row);
  }
}

/**
 * A row's class in a byte, by weight and by whether it lies ahead, as they stack from the base line: the strongest lowest,
 * what is past under what lies ahead. From LONG on they are periods.
 */
const codesOf = memoize((table: EventTable): Uint8Array => {
  const { status, importance, count } = table;
  const codes = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const code = CLASSES[8 * (status[row] ?? 0) + (importance[row] ?? 3)] ?? 0;
    codes[row] = isPeriod(table, row) ? LONG + code : code;
  }
  return codes;
});

const AHEAD = 1;
const LONG = 16;
const CODES = 32;
const MOST_IMPORTANCE = 5;

/** By 8 × the status's code + importance. */
const CLASSES = Uint8Array.from({ length: 8 * STATUSES.length }, (_, at) => {
  const status = STATUSES[at >> 3];
  const importance = Math.min(MOST_IMPORTANCE, Math.max(1, at & 7));
  return 2 * (MOST_IMPORTANCE - importance) + (status && liesAhead(status) ? AHEAD : 0);
});

/** No lane of its own: the row's other domains tell. */
const OTHER = 255;

interface Choice {
  /** By an event's main domain, the lane where it is drawn if that hangs on nothing else. */
  readonly laneOfDomain: Uint8Array;
  readonly chosenBits: number;
}

function choiceOf({ table, grouping, domains }: SurveyInput): Choice {
  const chosenBits = domainBits(table, domains);
  const laneOfDomain = Uint8Array.from(table.dataset.domains, (_, domain) => {
    if (grouping === 'none') return 0;
    return chosenBits === 0 || (chosenBits & (1 << domain)) !== 0 ? domain : OTHER;
  });
  return { laneOfDomain, chosenBits };
}

/** One bit for each chosen domain; 0 for all. */
export function domainBits({ dataset }: EventTable, chosen: readonly string[]): number {
  return dataset.domains.reduce(
    (bits, { id }, i) => (chosen.includes(id) ? bits | (1 << i) : bits),
    0,
  );
}

/** The domain in which an event is drawn: its main one, or if that is not chosen the first in lane order of its own that is. */
export function drawnIn(
  { domain, domainMask }: EventTable,
  row: number,
  chosenBits: number,
): number {
  const main = domain[row] ?? 0;
  if (chosenBits === 0 || (chosenBits & (1 << main)) !== 0) return main;
  return firstChosen(domainMask[row] ?? 0, chosenBits, main);
}

function firstChosen(mask: number, chosenBits: number, main: number): number {
  const own = mask & chosenBits;
  // The lowest bit that is set.
  return own === 0 ? main : 31 - Math.clz32(own & -own);
}
