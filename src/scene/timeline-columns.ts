import { liesAhead } from '../model/state-as-of';
import type { Span } from '../time/day';
import type { Cell, Column } from './columns';
import { domainStyle } from './domain-style';
import { drawnDomain, type Lane } from './lanes';
import { ringShapes } from './mark';
import { statusOf } from './names';
import { type SignFrame, signAfterName } from './no-source';
import type { Seat } from './place-names';
import { BASE_PX, STEM_GAP_PX, STEM_ROW_PX, stemDay, stemNameSpan } from './place-stems';
import type { Box, Font, Group, Ink, SceneNode, Shape, TextShape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';
import {
  baseline,
  type EdgeFrame,
  faded,
  nameStrength,
  stateRings,
  surfaceAt,
} from './timeline-names';

export const NUMBER_FONT: Font = { family: 'ui', sizePx: 11, weight: 650 };
export const NUMBER_GAP_PX = 3;
/** A stem begins so much over a column with its number. */
export const OVER_NUMBER_PX = 16;
const PERIOD_PX = 5;
const REACH_PX = 420;
/** In the dark a cell's strength grows with importance; in the light all are full. */
const DARK_STRENGTH = [0.64, 0.64, 0.64, 0.76, 0.9, 1];

/** The density lane: columns on a base line, names on stems above, long periods below. */
export function layoutColumnLane(
  frame: Frame,
  lane: Lane,
  { columns, seats }: { columns: readonly Column[]; seats: readonly Seat[] },
): Part {
  const baseY = frame.topOf(lane) + lane.heightPx - BASE_PX;
  const shown = columns.filter(
    (column) => frame.xOf(column.endDay) > 0 && frame.xOf(column.startDay) < frame.widthPx,
  );
  const parts: Part[] = [
    ...shown.map((column) => layoutColumn(frame, lane, column, baseY)),
    layoutPeriods(frame, lane, baseY),
    ...seats.map((seat): Part => {
      const day = frame.table.startDay[seat.row] ?? 0;
      const column = columns.find((c) => c.startDay <= day && day < c.endDay);
      const footPx = (column?.heightPx ?? 0) + (column?.isPressed ? OVER_NUMBER_PX : 0);
      return layoutStemName(frame, lane, { seat, baseY, footPx });
    }),
  ];
  return {
    nodes: [
      layoutBase(frame, baseY),
      ...parts.flatMap((part) => part.nodes),
      ...layoutNumbers(frame, lane, columns, baseY),
    ],
    hits: parts.flatMap((part) => part.hits),
    texts: parts.flatMap((part) => part.texts ?? []),
    shown: parts.flatMap((part) => part.shown ?? []),
  };
}

/** The line on which columns stand. */
export function layoutBase(frame: Pick<Frame, 'widthPx'>, baseY: number): Shape {
  return {
    kind: 'polygon',
    points: [0, baseY + 0.5, frame.widthPx, baseY + 0.5],
    closed: false,
    stroke: { ink: 'line-3', widthPx: 1 },
    opacity: 0.6,
  };
}

function layoutColumn(frame: Frame, lane: Lane, column: Column, baseY: number): Part {
  const rows = column.cells.map((cell) => cell.row);
  const box = columnBox(frame, column, baseY);
  const style = domainStyle(lane.domainIndex ?? 0);
  const nodes: SceneNode[] = column.cells.map((cell) =>
    layoutCell(frame, lane, { cell, box, baseY }),
  );
  if (rows.includes(frame.hoveredRow ?? -1)) nodes.unshift(...ringShapes(box, 'hover', style));
  const hit: Hit = { kind: 'cluster', rows, box: columnHitBox(box), span: spanOf(column) };
  return { nodes, hits: [hit] };
}

type ColumnBox = Pick<Column, 'startDay' | 'endDay' | 'heightPx'>;

export function spanOf({ startDay, endDay }: ColumnBox): Span {
  return { startDay, endDay };
}

/** Low columns would be hard to meet with a pointer. */
export function columnHitBox(box: Box): Box {
  const high = Math.max(24, box.height);
  return { ...box, y: box.y + box.height - high, height: high };
}

export function columnBox(frame: Pick<Frame, 'xOf'>, column: ColumnBox, baseY: number): Box {
  const x = frame.xOf(column.startDay);
  const widthPx = frame.xOf(column.endDay) - x;
  const gapPx = widthPx > 8 ? 1.5 : 1;
  return {
    x,
    y: baseY - column.heightPx,
    width: Math.max(2, widthPx - gapPx),
    height: column.heightPx,
  };
}

/** Numbers of pressed columns, over all stems; of two that would meet the greater one stands. */
function layoutNumbers(
  frame: Frame,
  lane: Lane,
  columns: readonly Column[],
  baseY: number,
): TextShape[] {
  const kept: { middle: number; widthPx: number; column: Column }[] = [];
  const greatestFirst = columns
    .filter((column) => column.isPressed)
    .toSorted((a, b) => b.cells.length - a.cells.length || a.startDay - b.startDay);
  for (const column of greatestFirst) {
    const { x, width } = columnBox(frame, column, baseY);
    const widthPx = frame.measure(String(column.cells.length), NUMBER_FONT);
    const middle = x + width / 2;
    const isFree = kept.every(
      (other) => Math.abs(other.middle - middle) > (other.widthPx + widthPx) / 2 + NUMBER_GAP_PX,
    );
    if (isFree) kept.push({ middle, widthPx, column });
  }
  return kept
    .filter(({ middle }) => middle > -REACH_PX && middle < frame.widthPx + REACH_PX)
    .flatMap(({ column, middle, widthPx }) =>
      layoutNumber(frame, lane, {
        text: String(column.cells.length),
        middle,
        widthPx,
        topY: baseY - column.heightPx,
      }),
    );
}

interface ColumnNumber {
  readonly text: string;
  readonly middle: number;
  readonly widthPx: number;
  readonly topY: number;
}

/** The number over a column: whole, or as a name that the view's edge would cut. */
export function layoutNumber(
  frame: EdgeFrame & Pick<Frame, 'asOfX'>,
  lane: Pick<Lane, 'domainIndex'>,
  { text, middle, widthPx, topY }: ColumnNumber,
): readonly TextShape[] {
  const strength = nameStrength(frame, middle - widthPx / 2, middle + widthPx / 2);
  if (strength === 0) return [];
  const number: TextShape = {
    kind: 'text',
    text,
    lang: 'en',
    x: middle,
    y: topY - 4,
    font: NUMBER_FONT,
    ink: lane.domainIndex === undefined ? 'ink-2' : domainStyle(lane.domainIndex).text,
    align: 'middle',
    halo: { ink: surfaceAt(frame, middle), widthPx: 2 },
  };
  return [strength === 1 ? number : { ...number, opacity: strength }];
}

/** How strong a cell is filled. */
export function cellStrength({ theme }: Pick<Frame, 'theme'>, importance: number): number {
  return theme === 'dark' ? (DARK_STRENGTH[importance] ?? 1) : 1;
}

function layoutCell(
  frame: Frame,
  lane: Lane,
  { cell, box, baseY }: { cell: Cell; box: Box; baseY: number },
): Group {
  const { row } = cell;
  const style = domainStyle(lane.domainIndex ?? drawnDomain(frame.table, row, []));
  const strength = cellStrength(frame, cell.importance);
  const place = {
    x: box.x,
    y: baseY - cell.bottomPx - cell.heightPx,
    width: box.width,
    height: cell.heightPx,
  };
  const shape: Shape = cell.isAhead
    ? {
        kind: 'rect',
        x: place.x + 0.5,
        y: place.y + 0.5,
        width: Math.max(1, place.width - 1),
        height: Math.max(1, place.height - 1),
        stroke: { ink: style.mark, widthPx: 1, dash: [2, 1.5] },
      }
    : { kind: 'rect', ...place, fill: style.mark, opacity: strength };
  const rings = stateRings(frame, row, place, place);
  return { kind: 'group', eventId: frame.table.idOf(row) ?? '', nodes: [shape, ...rings] };
}

function layoutPeriods(frame: Frame, lane: Lane, baseY: number): Part {
  const nodes: Group[] = [];
  const hits: Hit[] = [];
  for (const row of lane.periods.rowsIn(frame.view)) {
    const x0 = Math.max(-10, frame.xOf(frame.table.startDay[row] ?? 0));
    const x1 = Math.min(frame.widthPx + 10, frame.xOf(frame.table.endDay[row] ?? 0));
    if (x1 <= x0) continue;
    const style = domainStyle(lane.domainIndex ?? drawnDomain(frame.table, row, []));
    const box = periodBox(x0, x1, baseY);
    const isAheadRow = liesAhead(statusOf(frame.table, row));
    const look = layoutPeriodBar(box, style.mark, isAheadRow);
    const rings = stateRings(frame, row, box, box);
    nodes.push({
      kind: 'group',
      eventId: frame.table.idOf(row) ?? '',
      nodes: [look, ...rings],
    });
    hits.push({ kind: 'event', row, box: periodHitBox(box) });
  }
  return { nodes, hits };
}

/** Under the base line. */
export function periodBox(x0: number, x1: number, baseY: number): Box {
  return { x: x0, y: baseY + 3, width: x1 - x0, height: PERIOD_PX };
}

export function periodHitBox(box: Box): Box {
  return { ...box, y: box.y - 2, height: PERIOD_PX + 5 };
}

export function layoutPeriodBar(box: Box, ink: Ink, isAhead: boolean): Shape {
  return isAhead
    ? { kind: 'rect', ...box, radius: 2.5, stroke: { ink, widthPx: 1, dash: [2, 1.5] } }
    : { kind: 'rect', ...box, radius: 2.5, fill: ink, opacity: 0.7 };
}

/** What a name on a stem asks of a frame. */
export type StemFrame = Pick<
  Frame,
  | 'table'
  | 'nameOf'
  | 'pxPerDay'
  | 'xOf'
  | 'widthPx'
  | 'measure'
  | 'selectedRow'
  | 'focusedRow'
  | 'hoveredRow'
> &
  SignFrame &
  EdgeFrame;

/** A name with its stem, which begins `footPx` over the base line. */
export function layoutStemName(
  frame: StemFrame,
  lane: Pick<Lane, 'domainIndex'>,
  { seat, baseY, footPx }: { seat: Seat; baseY: number; footPx: number },
): Part {
  const { row } = seat;
  const x = frame.xOf(stemDay(frame, row));
  if (x < -REACH_PX || x > frame.widthPx + REACH_PX) return { nodes: [], hits: [] };
  const name = frame.nameOf(row);
  const form = name.forms[seat.form];
  const [n0, n1] = stemNameSpan(frame, seat);
  const rowCount = form?.rowCount ?? 1;
  const foot = baseY - seat.laneRow * STEM_ROW_PX;
  const top = foot - rowCount * STEM_ROW_PX;
  const style = domainStyle(lane.domainIndex ?? frame.table.domain[row] ?? 0);
  const isLeft = seat.side === 'left';
  const box: Box = { x: frame.xOf(0) + n0, y: top, width: n1 - n0, height: foot - top };
  const whole = { ...box, x: Math.min(box.x, x), width: box.width + STEM_GAP_PX };
  const stem: Shape = {
    kind: 'polygon',
    points: [x, baseY - footPx, x, top + 2],
    closed: false,
    stroke: { ink: style.mark, widthPx: 1 },
    opacity: 0.85,
  };
  const texts = (form?.lines ?? []).map(
    (text, i): TextShape => ({
      kind: 'text',
      text,
      lang: name.lang,
      x: isLeft ? x - STEM_GAP_PX : x + STEM_GAP_PX,
      y: baseline(top + (i + 0.5) * STEM_ROW_PX, name.font.sizePx),
      font: name.font,
      ink: frame.selectedRow === row ? 'ink-1' : name.ink,
      align: isLeft ? 'end' : 'start',
    }),
  );
  const strength = nameStrength(frame, box.x, box.x + box.width);
  if (strength === 0) return { nodes: [], hits: [] };
  const isHovered = frame.hoveredRow === row;
  return {
    nodes: [
      {
        kind: 'group',
        eventId: frame.table.idOf(row) ?? '',
        label: name.forms[0]?.lines.join(' ') ?? '',
        nodes: [
          ...(isHovered ? ringShapes(whole, 'hover', style) : []),
          ...faded(strength, [stem, ...signAfterName(frame, row, texts)]),
          ...(frame.focusedRow === row ? ringShapes(whole, 'focus', style) : []),
        ],
      },
    ],
    hits: [{ kind: 'event', row, box: whole }],
    texts: [box],
    shown: strength === 1 ? [row] : [],
  };
}
