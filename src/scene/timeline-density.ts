import { liesAhead } from '../model/state-as-of';
import { countBefore, holds, placeInRange, rowAt } from '../query/row-set';
import type { Span } from '../time/day';
import type { ColumnUnit } from './columns';
import { type DenseColumn, type DenseShare, type Density, fitScale } from './density';
import { denseRoomPx } from './density-room';
import { shownUnitOf } from './density-unit';
import { domainStyle } from './domain-style';
import { rangeHit } from './hit-test';
import type { Lane } from './lanes';
import { ringShapes } from './mark';
import { statusOf } from './names';
import type { Seat } from './place-names';
import { BASE_PX } from './place-stems';
import type { Box, Ink, SceneNode } from './scene';
import {
  columnBox,
  columnHitBox,
  layoutBase,
  layoutPeriodBar,
  layoutStemName,
  OVER_NUMBER_PX,
  periodBox,
  periodHitBox,
  spanOf,
} from './timeline-columns';
import { layoutShares } from './timeline-density-column';
import { layoutDenseNumbers } from './timeline-density-numbers';
import type { Frame, Hit, Part } from './timeline-input';
import { stateRings } from './timeline-names';

export interface DensityOfLane {
  readonly density: Density;
  readonly unit: ColumnUnit;
  readonly seats: readonly Seat[];
}

/** Columns so far outside the view still take part in which numbers stand, so that these do not change at the edges. */
const REACH_PX = 320;
/** Bars of periods closer than this are one. */
const BARS_APART_PX = 3;

/** A lane of a large set: columns with a share for each weight, names on stems above, long periods below. */
export function layoutDensityLane(frame: Frame, lane: Lane, given: DensityOfLane): Part {
  const baseY = frame.topOf(lane) + lane.heightPx - BASE_PX;
  const drawn: Drawn = { ...given, columns: columnsNear(frame, lane, given), baseY };
  const numbers = layoutDenseNumbers(frame, lane, drawn);
  const parts: Part[] = [layoutColumns(frame, lane, drawn), layoutPeriods(frame, lane, drawn)];
  for (const seat of given.seats) {
    const column = columnOfDay(drawn.columns, frame.table.startDay[seat.row] ?? 0);
    const isNumbered = column !== undefined && numbers.has(column);
    const footPx = (column?.heightPx ?? 0) + (isNumbered ? OVER_NUMBER_PX : 0);
    parts.push(layoutStemName(frame, lane, { seat, baseY, footPx }));
  }
  return {
    nodes: [
      layoutBase(frame, baseY),
      ...parts.flatMap((part) => part.nodes),
      ...[...numbers.values()].flat(),
    ],
    hits: parts.flatMap((part) => part.hits),
    texts: parts.flatMap((part) => part.texts ?? []),
    shown: parts.flatMap((part) => part.shown ?? []),
  };
}

interface Drawn extends DensityOfLane {
  readonly columns: readonly DenseColumn[];
  readonly baseY: number;
}

/** One scale for all lanes, so that columns of two lanes can be compared. */
function columnsNear(
  frame: Frame,
  lane: Lane,
  { density, unit }: DensityOfLane,
): readonly DenseColumn[] {
  const shown = shownUnitOf(unit, frame.pxPerDay);
  const roomPx = denseRoomPx(lane.heightPx);
  const scale = frame.lanes.reduce(
    (least, other, i) => {
      const usualPx = frame.placement.densityOf?.(i)?.usualPx(shown) ?? 0;
      return Math.min(least, fitScale(denseRoomPx(other.heightPx), usualPx));
    },
    fitScale(roomPx, density.usualPx(shown)),
  );
  const reach = REACH_PX / frame.pxPerDay;
  const span: Span = {
    startDay: frame.view.startDay - reach,
    endDay: frame.view.endDay + reach,
  };
  return density.columnsIn(shown, span, roomPx, scale);
}

function layoutColumns(frame: Frame, lane: Lane, { density, columns, baseY }: Drawn): Part {
  const ink = laneInk(lane);
  const nodes: SceneNode[] = [];
  const hits: Hit[] = [];
  for (const column of columns) {
    const box = columnBox(frame, column, baseY);
    if (box.x + box.width < 0 || box.x > frame.widthPx) continue;
    layoutShares(frame, { column, box, ink }, nodes);
    const range = { set: density.set, first: column.first, end: column.end };
    hits.push(rangeHit(range, { box: columnHitBox(box), span: spanOf(column) }));
  }
  const under: SceneNode[] = [];
  for (const row of rowsWithState(frame)) {
    const place = holds(density.set, row) ? countBefore(density.set, row) : -1;
    const column = columns.find(({ first, end }) => first <= place && place < end);
    if (!column) continue;
    const box = shareBox(columnBox(frame, column, baseY), shareOf(frame, column, row));
    if (frame.hoveredRow === row) {
      const style = domainStyle(lane.domainIndex ?? frame.table.domain[row] ?? 0);
      under.push(...ringShapes(columnBox(frame, column, baseY), 'hover', style));
    }
    nodes.push(...stateRings(frame, row, box, box));
  }
  return { nodes: [...under, { kind: 'group', label: 'columns', nodes }], hits };
}

/** Events of all domains in one lane have no colour of their own. */
function laneInk(lane: Lane): Ink {
  return lane.domainIndex === undefined ? 'ink-3' : domainStyle(lane.domainIndex).mark;
}

function layoutPeriods(frame: Frame, lane: Lane, { density, baseY }: Drawn): Part {
  const nodes: SceneNode[] = [];
  const hits: Hit[] = [];
  const marked = rowsWithState(frame);
  for (const bar of density.periods.barsIn(frame.view, BARS_APART_PX / frame.pxPerDay)) {
    const x0 = Math.max(-10, frame.xOf(bar.startDay));
    const x1 = Math.min(frame.widthPx + 10, frame.xOf(bar.endDay));
    const box = periodBox(x0, Math.max(x0 + 2, x1), baseY);
    nodes.push(layoutPeriodBar(box, laneInk(lane), bar.isAhead));
    for (const row of marked) {
      if (placeInRange(bar.range, row) >= 0) nodes.push(...stateRings(frame, row, box, box));
    }
    const { set, first, end } = bar.range;
    const only = end - first === 1 ? rowAt(set, first) : undefined;
    const hitBox = periodHitBox(box);
    if (only === undefined) hits.push(rangeHit(bar.range, { box: hitBox }));
    else hits.push({ kind: 'event', row: only, box: hitBox });
  }
  return { nodes: [{ kind: 'group', label: 'periods', nodes }], hits };
}

/** Those that are ringed wherever they stand. */
function rowsWithState(frame: Frame): readonly number[] {
  const { selectedRow, focusedRow, hoveredRow, linkedRows } = frame;
  const rows = [selectedRow, focusedRow, hoveredRow, ...linkedRows];
  return rows.filter((row): row is number => row !== undefined);
}

function shareOf({ table }: Frame, column: DenseColumn, row: number): DenseShare | undefined {
  const importance = table.importance[row] ?? 3;
  const isAhead = liesAhead(statusOf(table, row));
  return column.shares.find((each) => each.importance === importance && each.isAhead === isAhead);
}

/** The whole column where the event's share has melted into another. */
function shareBox(box: Box, share: DenseShare | undefined): Box {
  if (!share) return box;
  const y = box.y + box.height - share.bottomPx - share.heightPx;
  return { ...box, y, height: share.heightPx };
}

function columnOfDay(columns: readonly DenseColumn[], day: number): DenseColumn | undefined {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((columns[middle]?.endDay ?? 0) > day) high = middle;
    else low = middle + 1;
  }
  const column = columns[low];
  return column && column.startDay <= day ? column : undefined;
}
