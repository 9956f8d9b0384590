import { memoize } from '../lib/memoize';
import { inStretches, type Steps } from '../lib/steps';
import { STATUSES } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { matchingRows } from '../query/window';
import type { Day } from '../time/day';
import { isPeriod } from './columns';
import type { DensityLevel, LevelBuilder } from './density-levels';

/** What of a filter is drawn in a lane; rows in time order. */
export interface LaneRows {
  readonly rows: Uint32Array;
  /** Those that stand in columns: all but the periods. */
  readonly short: Uint32Array;
  readonly periods: Uint32Array;
  /** Those that lie ahead. */
  readonly plans: Uint32Array;
  /** Columns of single days over `short`, where they were asked for. */
  readonly days: DensityLevel | undefined;
}

export interface SurveyInput {
  readonly table: EventTable;
  /** One byte a row, 0 for a match. */
  readonly masks: Uint8Array;
  /** By domain or all in one. */
  readonly grouping: 'domain' | 'none';
  /** The domains that the filter of the masks leaves: what matches has one of them. Empty for all. */
  readonly domains: readonly string[];
  /** Counts by day while the rows are at hand; large sets alone have use for it. */
  readonly createDays?: ((columns: number) => LevelBuilder) | undefined;
}

/**
 * Parts the matching rows by the lane in which each is drawn, one lane for each domain of the dataset. Two plain
 * passes over them, some 30 ns a row together.
 */
export function* surveyRows(input: SurveyInput): Steps<readonly LaneRows[]> {
  const { table, masks, grouping, createDays } = input;
  const { rows } = matchingRows(table, masks);
  const laneCount = grouping === 'domain' ? table.dataset.domains.length : 1;
  const laneOf = new Uint8Array(rows.length);
  const days = daysOf(table, rows);
  const builders = Array.from({ length: laneCount }, () => createDays?.(days));
  const sums = yield* countLanes(input, { rows, laneOf, builders });
  const lists = yield* listRows(table, { rows, laneOf, sums });
  return lists.map((list, lane) => ({
    ...list,
    days: builders[lane]?.end(list.short.length),
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
  readonly rows: Uint32Array;
  /** To be filled, by place in `rows`. */
  readonly laneOf: Uint8Array;
  /** To be given the columns of days. */
  readonly builders: readonly (LevelBuilder | undefined)[];
}

function* countLanes(input: SurveyInput, { rows, laneOf, builders }: Counted): Steps<Sums> {
  const { table } = input;
  const { domain, startDay } = table;
  const codes = codesOf(table);
  const { laneOfDomain, chosenBits } = choiceOf(input);
  const counts = new Uint32Array(builders.length * CODES);
  const short = new Uint32Array(builders.length);
  const close = (day: Day, seen: number) => {
    for (let bits = seen; bits !== 0; bits &= bits - 1) {
      const lane = 31 - Math.clz32(bits & -bits);
      const first = short[lane] ?? 0;
      const place = { startDay: day, endDay: day + 1, first };
      short[lane] = first + (builders[lane]?.add(counts, lane * CODES, place) ?? 0);
    }
  };
  let lastDay = startDay[rows[0] ?? 0] ?? 0;
  let lastSeen = 0;
  yield* inStretches(rows.length, (from, to) => {
    // Names of their own: what outlives the pass is slower to get at.
    let day = lastDay;
    let seen = lastSeen;
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      const start = startDay[row] ?? 0;
      if (start !== day) {
        close(day, seen);
        day = start;
        seen = 0;
      }
      const usual = laneOfDomain[domain[row] ?? 0] ?? OTHER;
      const lane = usual === OTHER ? drawnIn(table, row, chosenBits) : usual;
      laneOf[at] = lane;
      seen |= 1 << lane;
      const place = lane * CODES + (codes[row] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    lastDay = day;
    lastSeen = seen;
  });
  close(lastDay, lastSeen);
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

interface Listed {
  readonly rows: Uint32Array;
  readonly laneOf: Uint8Array;
  readonly sums: Sums;
}

function* listRows(
  table: EventTable,
  { rows, laneOf, sums: { all, short } }: Listed,
): Steps<readonly Omit<LaneRows, 'days'>[]> {
  const codes = codesOf(table);
  const lists = Array.from(all, (count) => (count === rows.length ? rows : new Uint32Array(count)));
  const shorts = lists.map((list, lane) =>
    list.length === short[lane] ? list : new Uint32Array((short[lane] ?? 0) + 1),
  );
  const others = lists.map(() => ({ periods: [] as number[], plans: [] as number[] }));
  const next = new Uint32Array(all.length);
  const nextShort = new Uint32Array(all.length);
  yield* inStretches(rows.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0;
      const lane = laneOf[at] ?? 0;
      const code = codes[row] ?? 0;
      const place = next[lane] ?? 0;
      const shortPlace = nextShort[lane] ?? 0;
      write(lists[lane], place, row);
      // A period is written over by what comes next.
      write(shorts[lane], shortPlace, row);
      next[lane] = place + 1;
      nextShort[lane] = shortPlace + (code < LONG ? 1 : 0);
      if (code >= LONG) others[lane]?.periods.push(row);
      if ((code & 1) === AHEAD) others[lane]?.plans.push(row);
    }
  });
  return lists.map((list, lane) => ({
    rows: list,
    short: shorts[lane]?.subarray(0, short[lane]) ?? list,
    periods: Uint32Array.from(others[lane]?.periods ?? []),
    plans: Uint32Array.from(others[lane]?.plans ?? []),
  }));
}

function write(list: Uint32Array | undefined, place: number, row: number) {
  if (list) list[place] = row;
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

/** By an event's main domain, the lane where it is drawn if that hangs on nothing else. */
function choiceOf({ table, grouping, domains }: SurveyInput) {
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
  const own = (domainMask[row] ?? 0) & chosenBits;
  // The lowest bit that is set.
  return own === 0 ? main : 31 - Math.clz32(own & -own);
}
