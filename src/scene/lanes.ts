import { memoize } from '../lib/memoize';
import { inStretches, runThrough, type Steps } from '../lib/steps';
import { STATUSES, type Text } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { createRowIndex, matchingRows, type RowIndex } from '../query/window';
import { isPeriod } from './columns';

export const LANE_HEAD_PX = 23;
/** Strip at a lane's foot for marks without a name; its lowest px hold the ticks of events drawn in other lanes. */
export const LANE_FOOT_PX = 24;
export const TICKS_PX = 8;
export const ROW_PX = 16;
const LEAST_LANE_PX = 96;

/** A row of the drawing. */
export interface Lane {
  /** The domain's id, or `all`. */
  readonly id: string;
  /** Undefined where events are not grouped. */
  readonly name: Text | undefined;
  /** Position of the domain in the dataset, for its shape and colour. */
  readonly domainIndex: number | undefined;
  /** Matching rows of the table, in time order. */
  readonly rows: Uint32Array;
  /** The same rows, to be asked for those of a span. */
  readonly index: RowIndex;
  /** Those that lie ahead, and those that are bars under columns. */
  readonly plans: () => RowIndex;
  readonly periods: () => RowIndex;
  readonly topPx: number;
  readonly heightPx: number;
  /** How many rows of names it holds. */
  readonly rowCount: number;
}

export interface GroupsInput {
  readonly table: EventTable;
  /** One byte a row, 0 for a match. */
  readonly masks: Uint8Array;
  readonly grouping: 'domain' | 'none';
  /** Chosen domains; empty for all. */
  readonly domains: readonly string[];
}

export interface LanesInput extends GroupsInput {
  /** What there is for all lanes together. */
  readonly heightPx: number;
}

/** What a lane holds, wherever it stands. */
export type Group = Omit<Lane, 'topPx' | 'heightPx' | 'rowCount'>;

/**
 * Lanes share the height in proportion to their events, none under 96 px (then they overflow and scroll).
 * Their heights depend on filter and grouping, never on the window, so panning and zooming leave them in place.
 */
export function layoutLanes(input: LanesInput): readonly Lane[] {
  return stackLanes(groupRows(input), input.heightPx);
}

/** The groups in lane order. Two passes over the rows. */
export function groupRows(input: GroupsInput): readonly Group[] {
  return runThrough(groupRowsInSteps(input));
}

export function* groupRowsInSteps(input: GroupsInput): Steps<readonly Group[]> {
  return input.grouping === 'domain' ? yield* groupByDomain(input) : [groupAll(input)];
}

export function stackLanes(groups: readonly Group[], allPx: number): readonly Lane[] {
  const heights = shareHeight(
    groups.map((group) => group.rows.length),
    allPx,
  );
  let topPx = 0;
  return groups.map((group, i) => {
    const heightPx = heights[i] ?? LEAST_LANE_PX;
    const lane = {
      ...group,
      topPx,
      heightPx,
      rowCount: Math.max(1, Math.floor((heightPx - LANE_HEAD_PX - LANE_FOOT_PX) / ROW_PX)),
    };
    topPx += heightPx;
    return lane;
  });
}

/** The domain in which an event is drawn: its main one, or if that is not chosen the first in lane order of its own that is. */
export function drawnDomain(table: EventTable, row: number, chosen: readonly string[]): number {
  return drawnIn(table, row, bitsOf(table, chosen));
}

/** One bit for each chosen domain; 0 for all. */
function bitsOf({ dataset }: EventTable, chosen: readonly string[]): number {
  return dataset.domains.reduce(
    (bits, { id }, i) => (chosen.includes(id) ? bits | (1 << i) : bits),
    0,
  );
}

function drawnIn({ domain, domainMask }: EventTable, row: number, chosenBits: number): number {
  const main = domain[row] ?? 0;
  if (chosenBits === 0 || (chosenBits & (1 << main)) !== 0) return main;
  const own = (domainMask[row] ?? 0) & chosenBits;
  // The lowest bit that is set.
  return own === 0 ? main : 31 - Math.clz32(own & -own);
}

function groupAll({ table, masks }: GroupsInput): Group {
  const index = matchingRows(table, masks);
  return { id: 'all', name: undefined, domainIndex: undefined, ...rowsOfGroup(table, index) };
}

function* groupByDomain(input: GroupsInput): Steps<Group[]> {
  const { table, domains } = input;
  const laneOf = new Uint8Array(table.count);
  const counts = yield* fillLanes(laneOf, input);
  const lists = yield* rowsByLane(laneOf, counts, table.dataset.domains.length);
  return table.dataset.domains.flatMap((domain, domainIndex) => {
    if (domains.length > 0 && !domains.includes(domain.id)) return [];
    const index = createRowIndex(table, lists[domainIndex] ?? new Uint32Array());
    return [{ id: domain.id, name: domain.name, domainIndex, ...rowsOfGroup(table, index) }];
  });
}

/** Tells of each row the domain in which it is drawn, NO_LANE if it does not match, and counts the rows of each. */
function* fillLanes(
  laneOf: Uint8Array,
  { table, masks, domains }: GroupsInput,
): Steps<Uint32Array> {
  const { domain } = table;
  const chosenBits = bitsOf(table, domains);
  const counts = new Uint32Array(NO_LANE + 1);
  yield* inStretches(laneOf.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const main = domain[row] ?? 0;
      const isOff = chosenBits !== 0 && (chosenBits & (1 << main)) === 0;
      const own = isOff ? drawnIn(table, row, chosenBits) : main;
      // All bits where a facet rejects the row: without a branch, which would often be guessed wrong.
      const lane = (own | (-(masks[row] ?? 0) >> 31)) & NO_LANE;
      laneOf[row] = lane;
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
  });
  return counts;
}

/** The rows of each lane in time order, side by side in one list; all others are written past its end. */
function* rowsByLane(
  laneOf: Uint8Array,
  counts: Uint32Array,
  laneCount: number,
): Steps<Uint32Array[]> {
  const ends = Array.from(counts.subarray(0, laneCount));
  ends.forEach((count, lane) => {
    ends[lane] = count + (ends[lane - 1] ?? 0);
  });
  const rows = new Uint32Array((ends.at(-1) ?? 0) + 1);
  const next = new Uint32Array(NO_LANE + 1).fill(rows.length - 1);
  next.set([0, ...ends.slice(0, -1)]);
  const steps = new Uint8Array(NO_LANE + 1).fill(1, 0, laneCount);
  yield* inStretches(laneOf.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const lane = laneOf[row] ?? NO_LANE;
      const at = next[lane] ?? 0;
      rows[at] = row;
      next[lane] = at + (steps[lane] ?? 0);
    }
  });
  return ends.map((end, lane) => rows.subarray(ends[lane - 1] ?? 0, end));
}

const NO_LANE = 255;
const AHEAD = Uint8Array.from(STATUSES, (status) => (liesAhead(status) ? 1 : 0));

function rowsOfGroup(
  table: EventTable,
  index: RowIndex,
): Pick<Group, 'rows' | 'index' | 'plans' | 'periods'> {
  const part = (find: () => Uint32Array) => {
    let found: RowIndex | undefined;
    return () => (found ??= createRowIndex(table, find()));
  };
  return {
    rows: index.rows,
    index,
    plans: part(() => plansOf(table).filter((row) => holds(index.rows, row))),
    periods: part(() => index.rows.filter((row) => isPeriod(table, row))),
  };
}

/** All rows that lie ahead, few as a rule: found once for a table, whatever the filter. */
const plansOf = memoize(({ status, count }: EventTable): Uint32Array => {
  const found: number[] = [];
  for (let row = 0; row < count; row++) if (AHEAD[status[row] ?? 0] === 1) found.push(row);
  return Uint32Array.from(found);
});

/** Whether rising rows hold one. */
function holds(rows: Uint32Array, row: number): boolean {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row;
}

/** Whole px that add up to the height where that leaves each lane its least. */
function shareHeight(counts: readonly number[], heightPx: number): number[] {
  const spare = Math.max(0, heightPx - LEAST_LANE_PX * counts.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weights = counts.map((count) => (total > 0 ? count / total : 1 / counts.length));
  // What a lane needs in proportion, less the 96 px that it has already.
  const wanted = weights.map((weight) => Math.max(0, weight * heightPx - LEAST_LANE_PX));
  const sum = wanted.reduce((a, b) => a + b, 0);
  let used = 0;
  let share = 0;
  return wanted.map((want, i) => {
    share += sum > 0 ? want / sum : 1 / counts.length;
    const end = Math.round(LEAST_LANE_PX * (i + 1) + spare * Math.min(1, share));
    const height = end - used;
    used = end;
    return height;
  });
}
