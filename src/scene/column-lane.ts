import type { Day } from '../time/day';
import type { RangeGroup } from './column-groups';
import type { ColumnUnit } from './columns';
import type { DenseColumn, Density } from './density';
import { domainStyle } from './domain-style';
import { groupDigits } from './group-digits';
import { LANE_HEAD_PX } from './lanes';
import { pointShape } from './mark-geometry';
import type { Name } from './names';
import type { Seat } from './place-names';
import { BASE_PX, stemDay } from './place-stems';
import type { Font, Group, Ink, MeasureText, SceneNode, TextShape } from './scene';
import {
  columnBox,
  layoutBase,
  layoutPeriodBar,
  layoutStemName,
  NUMBER_FONT,
  NUMBER_GAP_PX,
  OVER_NUMBER_PX,
  periodBox,
  type StemFrame,
} from './timeline-columns';
import { layoutShares } from './timeline-density-column';
import { layoutDenseNumbers } from './timeline-density-numbers';
import type { Frame } from './timeline-input';

/** The frame of a lane of a page: one that nobody points into. */
export interface ColumnFrame extends StemFrame, Pick<Frame, 'theme' | 'asOfX' | 'view' | 'lang'> {
  /** What a column stands for, in words: “2023: 14 events”. */
  readonly labelOf: (column: Pick<DenseColumn, 'startDay' | 'endDay' | 'count'>) => string;
  /** The number of the source of a named event. */
  readonly numberOf: (row: number) => ColumnSource | undefined;
}

export interface ColumnSource {
  readonly number: number;
  readonly href: string | undefined;
}

/** A lane whose columns and names have their places, from its top to its foot. */
export interface ColumnLane {
  readonly group: RangeGroup;
  readonly density: Density;
  readonly columns: readonly DenseColumn[];
  readonly seats: readonly Seat[];
  readonly heightPx: number;
}

/** Bars closer than this are one. */
const BARS_APART_PX = 3;
const HEAD_FONT: Font = { family: 'ui', sizePx: 13, weight: 650 };
const COUNT_FONT: Font = { family: 'ui', sizePx: 12, weight: 400 };
const HEAD_MIDDLE_PX = 13;
const HEAD_GAP_PX = 7;
const SOURCE_FONT: Font = { family: 'ui', sizePx: 8, weight: 400 };
const SOURCE_GAP_PX = 1.5;
const SOURCE_RISE_EM = 0.32;

/** A number's letters stand so much over its column. */
const OVER_COLUMN_PX = 1.5;

/** From the middle of a line to its baseline. */
const DROP_EM = 0.36;

/** The columns of a unit in the view; the first and the last only as far as it goes. */
export function columnsInView(
  density: Density,
  { unit, view, roomPx, scale }: ColumnHeights,
): readonly DenseColumn[] {
  return density.columnsIn(unit, view, roomPx, scale).map((column) => ({
    ...column,
    startDay: Math.max(column.startDay, view.startDay),
    endDay: Math.min(column.endDay, view.endDay),
  }));
}

export interface ColumnHeights extends Pick<ColumnFrame, 'view'> {
  readonly unit: ColumnUnit;
  readonly roomPx: number;
  readonly scale: number;
}

/** Columns on a base line with their numbers, names on stems above, bars below, and the lane's head. */
export function drawColumnLane(frame: ColumnFrame, lane: ColumnLane): Group {
  const { group, columns, seats, heightPx } = lane;
  const baseY = heightPx - BASE_PX;
  const look = { domainIndex: group.head?.domainIndex };
  const ink = inkOf(look.domainIndex);
  const isNumbered = numbered(frame, columns);
  const numbers = layoutDenseNumbers(frame, look, { columns, seats, baseY, isNumbered });
  const names = seats.flatMap((seat) => {
    const column = columnOf(columns, frame.table.startDay[seat.row] ?? 0);
    const overPx = column && numbers.has(column) ? OVER_NUMBER_PX : 0;
    const footPx = (column?.heightPx ?? 0) + overPx;
    const { nodes } = layoutStemName(frame, look, { seat, baseY, footPx });
    return nodes.map((node) => withNumber(frame, node, seat.row));
  });
  return {
    kind: 'group',
    label: `lane ${group.id}`,
    nodes: [
      ...headNodes(frame, group),
      layoutBase(frame, baseY),
      ...columns.map((column): Group => {
        const nodes: SceneNode[] = [];
        const box = columnBox(frame, column, baseY);
        layoutShares(frame, { column, box, ink, hasOwnCells: true }, nodes);
        nodes.push(...(numbers.get(column) ?? []));
        return { kind: 'group', label: frame.labelOf(column), nodes };
      }),
      ...barsGroup(frame, lane, baseY),
      ...names,
    ],
  };
}

/** Events of all domains in one lane have no colour of their own. */
function inkOf(domainIndex: number | undefined): Ink {
  return domainIndex === undefined ? 'ink-3' : domainStyle(domainIndex).mark;
}

function columnOf(columns: readonly DenseColumn[], day: Day): DenseColumn | undefined {
  return columns.find(({ startDay, endDay }) => startDay <= day && day < endDay);
}

function headNodes(
  { measure, labelOf, view }: ColumnFrame,
  { head, count }: RangeGroup,
): SceneNode[] {
  if (!head) return [];
  const { name, lang, domainIndex } = head;
  const look = domainIndex === undefined ? undefined : domainStyle(domainIndex);
  const x = look ? 17 : 0;
  const y = HEAD_MIDDLE_PX;
  const text = (part: TextShape['text'], at: number, font: Font, ink: Ink): TextShape => ({
    kind: 'text',
    text: part,
    lang,
    x: at,
    y: y + DROP_EM * font.sizePx,
    font,
    ink,
    align: 'start',
  });
  const numberX = x + measure(name, HEAD_FONT) + HEAD_GAP_PX;
  const number = text(groupDigits(count), numberX, COUNT_FONT, 'ink-3');
  return [
    ...(look ? [pointShape(look.shape, { x: 5.5, y, r: 5 }, { fill: look.mark })] : []),
    text(name, x, HEAD_FONT, look?.text ?? 'ink-1'),
    { kind: 'group', label: labelOf({ ...view, count }), nodes: [number] },
  ];
}

function barsGroup(frame: ColumnFrame, { density, group }: ColumnLane, baseY: number): Group[] {
  const { view, pxPerDay, xOf, widthPx } = frame;
  const ink = inkOf(group.head?.domainIndex);
  const nodes = density.periods.barsIn(view, BARS_APART_PX / pxPerDay).map((bar) => {
    const x0 = Math.max(xOf(view.startDay), xOf(bar.startDay));
    const x1 = Math.min(xOf(view.endDay), widthPx, xOf(bar.endDay));
    return layoutPeriodBar(periodBox(x0, Math.max(x0 + 2, x1), baseY), ink, bar.isAhead);
  });
  return nodes.length > 0 ? [{ kind: 'group', label: 'periods', nodes }] : [];
}

/**
 * Which columns have their numbers: each of several events, where the number stands clear of taller neighbours and in the
 * picture.
 */
export function numbered(
  { xOf, measure, widthPx }: Pick<ColumnFrame, 'xOf' | 'measure' | 'widthPx'>,
  columns: readonly DenseColumn[],
): (column: DenseColumn) => boolean {
  const found = new Set<DenseColumn>();
  for (const [at, column] of columns.entries()) {
    if (column.count < 2) continue;
    const { x, width } = columnBox({ xOf }, column, 0);
    const half = measure(groupDigits(column.count), NUMBER_FONT) / 2;
    const [x0, x1] = [x + width / 2 - half - 1, x + width / 2 + half + 1];
    const isClear = (other: DenseColumn | undefined): boolean => {
      if (!other || other.heightPx <= column.heightPx + OVER_COLUMN_PX) return true;
      const box = columnBox({ xOf }, other, 0);
      return box.x >= x1 || box.x + box.width <= x0;
    };
    const near = [-3, -2, -1, 1, 2, 3].map((way) => columns[at + way]);
    if (x0 >= 0 && x1 <= widthPx && near.every(isClear)) found.add(column);
  }
  return (column) => found.has(column);
}

/** Names with room for the number of their source after the last line. */
export function withNumberRoom(
  measure: MeasureText,
  nameOf: (row: number) => Name,
): (row: number) => Name {
  const morePx = SOURCE_GAP_PX + measure('888', SOURCE_FONT);
  return (row) => {
    const name = nameOf(row);
    const forms = name.forms.map((form) => ({ ...form, widthPx: form.widthPx + morePx }));
    return { ...name, forms };
  };
}

/** With the number of the source after the last line of a name. */
function withNumber(frame: ColumnFrame, node: SceneNode, row: number): SceneNode {
  const source = frame.numberOf(row);
  if (!source || node.kind !== 'group') return node;
  const at = node.nodes.findLastIndex(({ kind }) => kind === 'text');
  const last = node.nodes[at];
  if (last?.kind !== 'text') return node;
  const text = String(source.number);
  const width = frame.measure(text, SOURCE_FONT);
  const isLeft = last.align === 'end';
  const line = isLeft ? { ...last, x: last.x - width - SOURCE_GAP_PX } : last;
  const end = isLeft ? line.x : line.x + frame.measure(line.text, line.font);
  const number: TextShape = {
    kind: 'text',
    text,
    lang: frame.lang,
    x: end + SOURCE_GAP_PX,
    y: line.y - SOURCE_RISE_EM * line.font.sizePx,
    font: SOURCE_FONT,
    ink: 'ink-2',
    align: 'start',
    role: 'source-number',
    ...(source.href !== undefined && { href: source.href }),
  };
  return {
    ...node,
    nodes: [...node.nodes.slice(0, at), line, number, ...node.nodes.slice(at + 1)],
  };
}

/** Whether each column that is cut has its number. */
export function tellsCutColumns(
  frame: Parameters<typeof layoutDenseNumbers>[0],
  columns: readonly DenseColumn[],
): boolean {
  const isNumbered = numbered(frame, columns);
  const place = { columns, seats: [], baseY: 0, isNumbered };
  const told = layoutDenseNumbers(frame, { domainIndex: undefined }, place);
  return columns.every((column) => !column.isPressed || told.has(column));
}

/** The rows whose stems would not cross the number of a cut column beside their own. */
export function rowsClearOfCuts(
  { table, xOf, measure }: Pick<ColumnFrame, 'table' | 'xOf' | 'measure'>,
  columns: readonly DenseColumn[],
  rows: readonly number[],
): readonly number[] {
  const numbers = columns
    .filter(({ isPressed }) => isPressed)
    .map((column) => {
      const { x, width } = columnBox({ xOf }, column, 0);
      const half = measure(groupDigits(column.count), NUMBER_FONT) / 2 + NUMBER_GAP_PX;
      return { column, x0: x + width / 2 - half, x1: x + width / 2 + half };
    });
  return rows.filter((row) => {
    const day = table.startDay[row] ?? 0;
    const x = xOf(stemDay({ table }, row));
    return numbers.every(({ column: { startDay, endDay }, x0, x1 }) => {
      const isOwn = startDay <= day && day < endDay;
      return isOwn || x < x0 || x > x1;
    });
  });
}

/** What of a lane's height columns may take, where names have room above. */
const COLUMNS_SHARE = 0.5;
const NAMES_FROM_PX = 80;
const NUMBER_PX = 15;

export function columnRoomOf(heightPx: number): number {
  const px = heightPx - LANE_HEAD_PX - BASE_PX - NUMBER_PX;
  return Math.max(
    4,
    Math.floor(px < NAMES_FROM_PX ? px : Math.max(NAMES_FROM_PX / 2, px * COLUMNS_SHARE)),
  );
}

/** Where a number spills over its column, names keep clear of it too. */
export function reservedFor(
  frame: Pick<ColumnFrame, 'xOf' | 'measure' | 'widthPx' | 'pxPerDay'>,
  columns: readonly DenseColumn[],
): readonly Pick<DenseColumn, 'startDay' | 'endDay' | 'heightPx' | 'isPressed'>[] {
  const isNumbered = numbered(frame, columns);
  const reserved = columns.map((column) => {
    const { startDay, endDay, heightPx, count } = column;
    if (!isNumbered(column)) return { startDay, endDay, heightPx, isPressed: false };
    const halfPx = frame.measure(groupDigits(count), NUMBER_FONT) / 2 + 1;
    const middle = (startDay + endDay) / 2;
    const halfDays = Math.max(halfPx / frame.pxPerDay, (endDay - startDay) / 2);
    return {
      startDay: middle - halfDays,
      endDay: middle + halfDays,
      heightPx,
      isPressed: true,
    };
  });
  return reserved.toSorted((a, b) => a.startDay - b.startDay);
}
