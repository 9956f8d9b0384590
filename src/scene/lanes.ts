import type { Text } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { commonRows } from '../query/row-set';
import { createRowIndex, type RowIndex } from '../query/window';
import type { Density } from './density';
import { domainBits, drawnIn, type GroupingInput, laneSets } from './lane-sets';
import { aheadRows, periodRows } from './row-classes';

export const LANE_HEAD_PX = 23;
/** Strip at a lane's foot for marks without a name; its lowest px hold the ticks of events drawn in other lanes. */
export const LANE_FOOT_PX = 24;
export const TICKS_PX = 8;
export const ROW_PX = 16;
const LEAST_LANE_PX = 96;

/** A row of the drawing. */
export interface Lane {
  /** As in `LaneSet`; `all` where events are not grouped. */
  readonly id: string;
  /** Undefined where `TimelineWords.laneOf` tells it, or there is none. */
  readonly name: Text | undefined;
  /** Position of the domain in the dataset, for its shape and colour. Lanes of other groupings hold events of all. */
  readonly domainIndex: number | undefined;
  /** Its matching rows. */
  readonly index: RowIndex;
  /** Those that lie ahead, and those that are bars under columns. */
  readonly plans: RowIndex;
  readonly periods: RowIndex;
  /** Of a large set: its columns. */
  readonly density?: () => Density;
  readonly topPx: number;
  readonly heightPx: number;
  /** How many rows of names it holds. */
  readonly rowCount: number;
  /** Of two capitals: whether its marks stand on an axis line, hang from one, or lie between the two. */
  readonly side?: LaneSide;
}

export type LaneSide = 'upper' | 'band' | 'lower';

export interface LanesInput extends GroupingInput {
  /** What there is for all lanes together. */
  readonly heightPx: number;
}

/** What a lane holds, wherever it stands. */
export type Group = Omit<Lane, 'topPx' | 'heightPx' | 'rowCount' | 'side'>;

/**
 * Lanes share the height in proportion to their events, none under 96 px (then they overflow and scroll).
 * Their heights depend on filter and grouping, never on the window, so panning and zooming leave them in place.
 */
export function layoutLanes(input: LanesInput): readonly Lane[] {
  return stackLanes(groupRows(input), input.heightPx);
}

/** The groups in lane order; together they hold all that matches. */
export function groupRows(input: GroupingInput): readonly Group[] {
  const { table } = input;
  return laneSets(input).map(({ set, ...lane }) => ({
    ...lane,
    index: createRowIndex(table, set),
    plans: createRowIndex(table, commonRows(set, aheadRows(table))),
    periods: createRowIndex(table, commonRows(set, periodRows(table))),
  }));
}

export function stackLanes(groups: readonly Group[], allPx: number): readonly Lane[] {
  const heights = shareHeight(
    groups.map((group) => group.index.count),
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

/** The domain in which an event is drawn. */
export function drawnDomain(table: EventTable, row: number, chosen: readonly string[]): number {
  return drawnIn(table, row, domainBits(table, chosen));
}

/** Whole px that add up to the height where that leaves each lane its least. */
export function shareHeight(counts: readonly number[], heightPx: number): number[] {
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
