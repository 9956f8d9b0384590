import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import { otherRows, type RowSet } from '../query/row-set';
import type { Day, Span } from '../time/day';
import { CELL_GAP_PX, CELL_PX, type ColumnUnit } from './columns';
import { columnsTouching, countLevel, type DensityLevel } from './density-levels';
import { createPeriodBars, type PeriodBars } from './density-periods';
import type { GroupingInput } from './lane-sets';
import { type Group, groupRows } from './lanes';
import { importanceOfClass, isAheadClass, periodRows } from './row-classes';

/** Events of one weight in a column, all past or all ahead; thin ones have melted into their neighbour. */
export interface DenseShare {
  readonly importance: number;
  readonly isAhead: boolean;
  readonly count: number;
  /** Above the base line. */
  readonly bottomPx: number;
  readonly heightPx: number;
}

/** The events that begin in a stretch of time, the strongest lowest. */
export interface DenseColumn {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly count: number;
  readonly heightPx: number;
  /** Higher than there is room for, so that it is cut and its number told. */
  readonly isPressed: boolean;
  /** At full scale each event is a cell of its own, as in the columns of a small set. */
  readonly hasCells: boolean;
  readonly shares: readonly DenseShare[];
  /** Places in `Density.set` of what begins in it, [first, end). */
  readonly first: number;
  readonly end: number;
}

/** Columns of the rows of a lane, whatever their number. */
export interface Density {
  /** All that stand in columns: not the long periods. */
  readonly set: RowSet;
  readonly periods: PeriodBars;
  /**
   * In time order, empty ones left out; none higher than `roomPx`. Costs the columns in the span, once those of the unit
   * were counted. Left out, `scale` is the one at which all but one in twenty columns have room.
   */
  columnsIn: (
    unit: ColumnUnit,
    span: Span,
    roomPx: number,
    scale?: number,
  ) => readonly DenseColumn[];
  /** Full height, as of single cells, that all but one in twenty columns keep under; 0 where there are none. */
  usualPx: (unit: ColumnUnit) => number;
}

const USUAL_SHARE = 0.95;
/** More columns than this are judged by an even choice of them. */
const MOST_JUDGED = 16_384;
const LEAST_SHARE_PX = 2;
/** An event shows, however many there are elsewhere. */
const LEAST_COLUMN_PX = 1;
const ROUNDING_PX = 1e-6;

/** The groups of what a filter leaves of a large set, each with its columns. */
export function groupDenseRows(input: GroupingInput): readonly Group[] {
  return groupRows(input).map((group) => ({
    ...group,
    density: memoize(() => densityOfGroup(input.table, group)),
  }));
}

function densityOfGroup(table: EventTable, { index, periods }: Group): Density {
  return createDensity(table, {
    columns: otherRows(index.set, periodRows(table)),
    bars: periods.set,
  });
}

export interface DensityRows {
  readonly columns: RowSet;
  /** Those that run for long. */
  readonly bars: RowSet;
}

/** What of a lane stands in columns, and its periods; a unit is counted when it is first asked for. */
export function createDensity(table: EventTable, { columns: set, bars }: DensityRows): Density {
  const levels = new Map<ColumnUnit, Level>();
  const levelOf = (unit: ColumnUnit): Level => {
    const known = levels.get(unit) ?? createLevel(countLevel(table, unit, set));
    levels.set(unit, known);
    return known;
  };
  return {
    set,
    periods: createPeriodBars(table, bars),
    usualPx: (unit) => levelOf(unit).usualPx,
    columnsIn: (unit, span, roomPx, scale) => {
      const { level, usualPx } = levelOf(unit);
      return denseColumnsIn(level, span, { roomPx, scale: scale ?? fitScale(roomPx, usualPx) });
    },
  };
}

/** Px for a px of full height. */
export function fitScale(roomPx: number, usualPx: number): number {
  return usualPx > roomPx ? roomPx / usualPx : 1;
}

interface Level {
  readonly level: DensityLevel;
  readonly usualPx: number;
}

function createLevel(level: DensityLevel): Level {
  const step = Math.max(1, level.length / MOST_JUDGED);
  const heights: number[] = [];
  for (let at = 0; at < level.length; at += step) heights.push(fullPx(level, Math.floor(at)));
  const sorted = Float64Array.from(heights).toSorted();
  const usualPx = sorted[Math.ceil(USUAL_SHARE * sorted.length) - 1] ?? 0;
  return { level, usualPx };
}

function fullPx({ entryFrom, entryClass, entryCount }: DensityLevel, column: number): number {
  const last = entryFrom[column + 1] ?? 0;
  let px = -CELL_GAP_PX;
  for (let at = entryFrom[column] ?? 0; at < last; at++) {
    px += (entryCount[at] ?? 0) * cellPx(entryClass[at] ?? 0);
  }
  return px;
}

function cellPx(code: number): number {
  return (CELL_PX[importanceOfClass(code)] ?? 7) + CELL_GAP_PX;
}

export interface Heights {
  readonly roomPx: number;
  readonly scale: number;
}

/** Reads O(columns in the span + log n) of the level. */
export function denseColumnsIn(
  level: DensityLevel,
  span: Span,
  heights: Heights,
): readonly DenseColumn[] {
  const [from, to] = columnsTouching(level, span);
  const columns: DenseColumn[] = [];
  for (let column = from; column < to; column++) columns.push(denseColumn(level, column, heights));
  return columns;
}

function denseColumn(level: DensityLevel, column: number, { roomPx, scale }: Heights): DenseColumn {
  const naturalPx = fullPx(level, column);
  const isPressed = naturalPx * scale > roomPx + ROUNDING_PX;
  const own = isPressed ? roomPx / naturalPx : scale;
  const first = level.first[column] ?? 0;
  const end = level.first[column + 1] ?? 0;
  const shares = sharesOf(level, column, own);
  const top = shares.at(-1);
  return {
    startDay: level.startDay[column] ?? 0,
    endDay: level.endDay[column] ?? 0,
    count: end - first,
    heightPx: top ? top.bottomPx + top.heightPx : 0,
    isPressed,
    hasCells: own === 1,
    shares,
    first,
    end,
  };
}

type Growing = { -readonly [key in keyof DenseShare]: DenseShare[key] };

function sharesOf(level: DensityLevel, column: number, scale: number): readonly DenseShare[] {
  const { entryFrom, entryClass, entryCount } = level;
  const shares: Growing[] = [];
  const last = entryFrom[column + 1] ?? 0;
  let bottomPx = 0;
  for (let at = entryFrom[column] ?? 0; at < last; at++) {
    const code = entryClass[at] ?? 0;
    const count = entryCount[at] ?? 0;
    const fullShare = count * cellPx(code) * scale;
    const heightPx = fullShare - CELL_GAP_PX * scale;
    const below = shares.at(-1);
    if (below && below.heightPx < LEAST_SHARE_PX) {
      below.count += count;
      below.heightPx = bottomPx + heightPx - below.bottomPx;
      below.importance = importanceOfClass(code);
      below.isAhead = isAheadClass(code);
    } else {
      const importance = importanceOfClass(code);
      shares.push({ importance, isAhead: isAheadClass(code), count, bottomPx, heightPx });
    }
    bottomPx += fullShare;
  }
  return withThinTopMerged(shares);
}

function withThinTopMerged(shares: Growing[]): readonly DenseShare[] {
  const top = shares.at(-1);
  const below = shares.at(-2);
  if (top && below && top.heightPx < LEAST_SHARE_PX) {
    below.count += top.count;
    below.heightPx = top.bottomPx + top.heightPx - below.bottomPx;
    shares.pop();
  }
  const only = shares.length === 1 ? shares[0] : undefined;
  if (only) only.heightPx = Math.max(LEAST_COLUMN_PX, only.heightPx);
  return shares;
}
