import type { Steps } from '../lib/steps';
import type { Day, Span } from '../time/day';
import type { RangeGroup } from './column-groups';
import {
  type ColumnLane,
  columnRoomOf,
  columnsInView,
  reservedFor,
  rowsClearOfCuts,
  tellsCutColumns,
} from './column-lane';
import { placeColumnNames } from './column-names';
import type { ColumnUnit } from './columns';
import type { DenseColumn, Density } from './density';
import { denseRegimeOf } from './density-regime';
import { shownUnitOf } from './density-unit';
import type { Name } from './names';
import type { MeasureText } from './scene';
import type { SlidePlot } from './slide-mark';
import type { StemFrame } from './timeline-columns';

/**
 * The lanes of a page as a screen would have them, for the parts of the screen's picture to draw on: px here are so much
 * larger on the page as `scale` says, as its marks are.
 */
export interface Stage extends StemFrame {
  readonly scale: number;
  readonly span: Span;
  readonly unit: ColumnUnit;
  readonly asOfX: number;
  readonly asOfDay: Day;
  /** All days across the page, also those beside the range. */
  readonly extent: Span;
}

export interface StageInput {
  readonly table: StemFrame['table'];
  readonly plot: SlidePlot;
  readonly span: Span;
  readonly asOfDay: Day;
  readonly hidesAsOf: boolean;
  readonly hidesNoSource: boolean;
  readonly measure: MeasureText;
  /** Names by a measure of the stage. */
  readonly createNames: (measure: MeasureText) => (row: number) => Name;
}

export function createStage(input: StageInput): Stage {
  const { table, plot, span, asOfDay, hidesAsOf, hidesNoSource } = input;
  const { left, right, pxPerDay, style } = plot;
  const scale = style.markScale;
  const measure = memoMeasure(
    (text, font) => input.measure(text, { ...font, sizePx: font.sizePx * scale }) / scale,
  );
  const xOf = (day: Day) => (plot.xOf(day) - left) / scale;
  const dayAt = (x: number) => span.startDay + (x - plot.xOf(span.startDay)) / pxPerDay;
  return {
    table,
    scale,
    span,
    unit: unitAt(pxPerDay / scale),
    measure,
    nameOf: input.createNames(measure),
    xOf,
    pxPerDay: pxPerDay / scale,
    widthPx: (right - left) / scale,
    asOfX: hidesAsOf ? Number.POSITIVE_INFINITY : xOf(asOfDay + 1),
    asOfDay,
    extent: { startDay: dayAt(left), endDay: dayAt(right) },
    hidesNoSource,
    isStill: true,
    selectedRow: undefined,
    focusedRow: undefined,
    hoveredRow: undefined,
  };
}

/** As the screen has it where it draws no single marks. */
function unitAt(pxPerDay: number): ColumnUnit {
  const regime = denseRegimeOf(pxPerDay, Number.POSITIVE_INFINITY);
  return shownUnitOf(regime === 'marks' ? 'days' : regime, pxPerDay);
}

/** Names are measured again each time that lanes are placed. */
function memoMeasure(measure: MeasureText): MeasureText {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font.family} ${font.sizePx} ${font.weight} ${text}`;
    const width = known.get(key) ?? measure(text, font);
    known.set(key, width);
    return width;
  };
}

/** A lane with its columns still to be given a height, and the rows that ask for a name, foremost first. */
export interface StageLane {
  readonly group: RangeGroup;
  readonly density: Density;
  /** As high as they would be if there were room. */
  readonly columns: readonly DenseColumn[];
  readonly rows: readonly number[];
}

/** Places the columns of lanes, all on one scale, and their names. `heightPx` is of all of them. */
export function* placeStage(
  stage: Stage,
  lanes: readonly StageLane[],
  heightPx: number,
): Steps<readonly ColumnLane[]> {
  const { unit, span } = stage;
  const heights = shareHeights(
    lanes.map(({ group }) => group.count),
    heightPx,
  );
  const rooms = heights.map(columnRoomOf);
  const scale = scaleFor(stage, lanes, rooms);
  const placed: ColumnLane[] = [];
  for (const [i, { group, density, rows }] of lanes.entries()) {
    const lanePx = heights[i] ?? 0;
    const roomPx = rooms[i] ?? 0;
    const columns = columnsInView(density, { unit, view: span, roomPx, scale });
    const seats = placeColumnNames(
      { ...stage, columns: reservedFor(stage, columns), heightPx: lanePx },
      rowsClearOfCuts(stage, columns, rows),
    );
    placed.push({ group, density, columns, seats, heightPx: lanePx });
    yield;
  }
  return placed;
}

/**
 * One for all lanes, so that their columns can be compared. Where a few would make all others low, these are cut, if each
 * of them has its number.
 */
function scaleFor(stage: Stage, lanes: readonly StageLane[], rooms: readonly number[]): number {
  const { unit, span } = stage;
  const fits = lanes.flatMap(({ columns }, i) =>
    columns.map(({ heightPx }) => (rooms[i] ?? 0) / heightPx),
  );
  const sorted = Float64Array.from(fits).toSorted();
  const forAll = Math.min(1, sorted[0] ?? 1);
  const tellsAll = (scale: number): boolean =>
    lanes.every(({ density }, i) => {
      const heights = { unit, view: span, roomPx: rooms[i] ?? 0, scale };
      return tellsCutColumns(stage, columnsInView(density, heights));
    });
  return (
    CUT_SHARES.map((share) => Math.min(1, sorted[Math.floor(share * sorted.length)] ?? 1))
      .filter((scale) => scale >= CUT_FROM * forAll)
      .find(tellsAll) ?? forAll
  );
}

/** Of columns, so many may be cut, where others become so many times higher. */
const CUT_SHARES = [0.05, 0.03, 0.015];
const CUT_FROM = 1.5;

/** Under it a lane has room for its head and little else. */
export const LEAST_LANE_PX = 58;

/** More for lanes that hold more, though not in proportion: each has names to show. */
export function shareHeights(counts: readonly number[], heightPx: number): number[] {
  const leastPx = Math.min(LEAST_LANE_PX, heightPx / counts.length);
  const weights = counts.map(Math.sqrt);
  const sum = weights.reduce((a, b) => a + b, 0);
  const sparePx = heightPx - leastPx * counts.length;
  return weights.map((weight) => leastPx + (sum > 0 ? (sparePx * weight) / sum : 0));
}

/** Whether so many lanes have room. */
export function haveRoom(count: number, heightPx: number): boolean {
  return heightPx / Math.max(1, count) >= LEAST_LANE_PX;
}
