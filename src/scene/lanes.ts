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
  /** The domains that the filter of the masks leaves: what matches has one of them. Empty for all. */
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
  const own = { rows: index.rows, index, ...partsOf(table, index.rows, (row) => masks[row] === 0) };
  return { id: 'all', name: undefined, domainIndex: undefined, ...own };
}

function* groupByDomain(input: GroupsInput): Steps<Group[]> {
  const { table, masks, domains } = input;
  const chosenBits = bitsOf(table, domains);
  const all = matchingRows(table, masks);
  // All that match one chosen domain are drawn in it.
  const lists = domains.length === 1 ? undefined : yield* rowsByDomain(table, all.rows, chosenBits);
  return table.dataset.domains.flatMap((domain, domainIndex) => {
    if (domains.length > 0 && !domains.includes(domain.id)) return [];
    const index = lists ? createRowIndex(table, lists[domainIndex] ?? new Uint32Array()) : all;
    const isIn = (row: number) =>
      masks[row] === 0 && drawnIn(table, row, chosenBits) === domainIndex;
    const own = { rows: index.rows, index, ...partsOf(table, index.rows, isIn) };
    return [{ id: domain.id, name: domain.name, domainIndex, ...own }];
  });
}

/** Parts rows, which are in time order, by the domain in which each is drawn. Two passes over them. */
function* rowsByDomain(
  table: EventTable,
  rows: Uint32Array,
  chosenBits: number,
): Steps<Uint32Array[]> {
  const domainOf = new Uint8Array(rows.length);
  const counts = new Uint32Array(table.dataset.domains.length);
  yield* inStretches(rows.length, (from, to) => {
    for (let place = from; place < to; place++) {
      const domain = drawnIn(table, rows[place] ?? 0, chosenBits);
      domainOf[place] = domain;
      counts[domain] = (counts[domain] ?? 0) + 1;
    }
  });
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  yield* inStretches(rows.length, (from, to) => {
    for (let place = from; place < to; place++) {
      const domain = domainOf[place] ?? 0;
      const at = counts[domain] ?? 0;
      const list = lists[domain];
      if (list) list[at] = rows[place] ?? 0;
      counts[domain] = at + 1;
    }
  });
  return lists;
}

const AHEAD = Uint8Array.from(STATUSES, (status) => (liesAhead(status) ? 1 : 0));

/** What is made of a lane's rows only when it is asked for. */
function partsOf(
  table: EventTable,
  rows: Uint32Array,
  isIn: (row: number) => boolean,
): Pick<Group, 'plans' | 'periods'> {
  const part = (find: () => Uint32Array) => {
    let found: RowIndex | undefined;
    return () => (found ??= createRowIndex(table, find()));
  };
  return {
    plans: part(() => plansOf(table).filter(isIn)),
    periods: part(() => rows.filter((row) => isPeriod(table, row))),
  };
}

/** All rows that lie ahead, few as a rule: found once for a table, whatever the filter. */
const plansOf = memoize(({ status, count }: EventTable): Uint32Array => {
  const found: number[] = [];
  for (let row = 0; row < count; row++) if (AHEAD[status[row] ?? 0] === 1) found.push(row);
  return Uint32Array.from(found);
});

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
