import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import { stackRoomPx } from './capital-lanes';
import { COUNT_HALF_PX, type Stack, stackMarks, stackOrder } from './capital-stack';
import { stemX } from './capital-stems';
import { domainStyle } from './domain-style';
import { groupDigits } from './group-digits';
import type { Lane } from './lanes';
import { ringShapes } from './mark';
import { markEdges, type Seat } from './place-names';
import type { Box, Font, Group, Shape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';
import { baseline, layoutRowMark, stateRings, surfaceAt } from './timeline-names';

const COUNT_FONT: Font = { family: 'ui', sizePx: 11, weight: 650 };
const HIT_PX = 12;
/** Half the gap between two marks of a stack. */
const HIT_PAD_PX = 1;
const REACH_PX = 40;
const QUESTION_PX = 16;

/** Enough for three lanes at the scales of an animation and the one before. */
const KEPT = 8;

export const orderOf = memoize(stackOrder, KEPT);

const stackAt = memoize(
  (table: EventTable, rows: Uint32Array, pxPerDay: number, roomPx: number): Stack =>
    stackMarks({ table, order: orderOf(table, rows), pxPerDay, roomPx }),
  KEPT,
);

/** The stack of a lane at the scale of the frame. */
export function stackOf(frame: Frame, lane: Lane): Stack {
  return stackAt(frame.table, lane.index.rows, frame.pxPerDay, stackRoomPx(lane));
}

/** y of a distance from the axis line: a lane's marks stand on it, or hang from it. */
export function yOf(frame: Frame, lane: Lane, px: number): number {
  const top = frame.topOf(lane);
  return lane.side === 'lower' ? top + px : top + lane.heightPx - px;
}

/** The marks in view in their stacks; those that have no room are a number at the stack's end. */
export function layoutStacks(frame: Frame, lane: Lane, seats: readonly Seat[]): Part {
  const stack = stackOf(frame, lane);
  const reach = REACH_PX / frame.pxPerDay;
  const { startDay, endDay } = frame.view;
  const rows = [...lane.index.rowsIn({ startDay: startDay - reach, endDay: endDay + reach })];
  const stems = seats.map((seat) => ({ row: seat.row, x: stemX(frame, seat) + frame.xOf(0) }));
  const standing = rows.filter((row) => stack.get(row) !== Infinity);
  const parts = [
    ...selectedLast(frame, standing).map((row) =>
      layoutStackedMark(frame, lane, { row, px: stack.get(row) ?? 0, stems }),
    ),
    ...groupOverfull(frame, rows, stack).map((group) => layoutCount(frame, lane, group)),
  ];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    hits: parts.flatMap((part) => part.hits),
  };
}

function selectedLast(frame: Frame, rows: readonly number[]): readonly number[] {
  const { selectedRow } = frame;
  if (selectedRow === undefined || !rows.includes(selectedRow)) return rows;
  return [...rows.filter((row) => row !== selectedRow), selectedRow];
}

interface StackedMark {
  readonly row: number;
  readonly px: number;
  readonly stems: readonly { row: number; x: number }[];
}

function layoutStackedMark(frame: Frame, lane: Lane, { row, px, stems }: StackedMark): Part {
  const mark = layoutRowMark(frame, lane, row, yOf(frame, lane, px));
  if (mark.shapes.length === 0) return { nodes: [], hits: [] };
  const { box } = mark;
  // A question mark gives way to the stems of other marks.
  const questionX = box.x + box.width;
  const isCrossed = stems.some(
    (stem) => stem.row !== row && stem.x > questionX && stem.x < questionX + QUESTION_PX,
  );
  const group: Group = {
    kind: 'group',
    eventId: frame.table.idOf(row) ?? '',
    label: frame.nameOf(row).forms[0]?.lines.join(' ') ?? '',
    nodes: [
      ...(frame.hoveredRow === row ? ringShapes(box, 'hover', mark.style) : []),
      ...(isCrossed ? mark.shapes.filter((shape) => shape.kind !== 'text') : mark.shapes),
      ...stateRings(frame, row, box, box),
    ],
  };
  return { nodes: [group], hits: [{ kind: 'event', row, box: hitBox(box) }] };
}

function hitBox({ x, y, width, height }: Box): Box {
  const dx = Math.max(0, HIT_PX - width) / 2;
  return {
    x: x - dx,
    y: y - HIT_PAD_PX,
    width: width + 2 * dx,
    height: height + 2 * HIT_PAD_PX,
  };
}

interface Overfull {
  readonly rows: number[];
  x0: number;
  x1: number;
}

/** Chains of marks without room whose numbers would meet. */
function groupOverfull(frame: Frame, rows: readonly number[], stack: Stack): readonly Overfull[] {
  const points = rows
    .filter((row) => stack.get(row) === Infinity)
    .map((row) => ({ row, x: middleInView(frame, row) }))
    .toSorted((a, b) => a.x - b.x || a.row - b.row);
  const groups: Overfull[] = [];
  for (const { row, x } of points) {
    const last = groups.at(-1);
    if (last && x - last.x1 < 2 * COUNT_HALF_PX) {
      last.rows.push(row);
      last.x1 = x;
    } else groups.push({ rows: [row], x0: x, x1: x });
  }
  return groups;
}

/** The middle of a mark, or, where it reaches into view but its middle does not, what is nearest. */
function middleInView(frame: Frame, row: number): number {
  const { left, right } = markEdges(frame.table, row, frame.pxPerDay);
  const shift = frame.xOf(0);
  const middle = (left + right) / 2 + shift;
  const inView = Math.min(Math.max(middle, COUNT_HALF_PX), frame.widthPx - COUNT_HALF_PX);
  return Math.min(Math.max(inView, left + shift), right + shift);
}

function layoutCount(frame: Frame, lane: Lane, { rows, x0, x1 }: Overfull): Part {
  // On one of its marks, where no name stands.
  const middle = nearestOf(frame, rows, (x0 + x1) / 2);
  const roomPx = stackRoomPx(lane);
  const y = yOf(frame, lane, roomPx + 8);
  const text = groupDigits(rows.length);
  const box: Box = { x: middle - 14, y: y - 8, width: 28, height: 16 };
  const style = domainStyle(frame.table.domain[rows[0] ?? 0] ?? 0);
  const marked = rows.filter(
    (row) => row === frame.selectedRow || row === frame.focusedRow || frame.linkedRows.has(row),
  );
  const nodes: Shape[] = [
    ...(rows.includes(frame.hoveredRow ?? -1) ? ringShapes(box, 'hover', style) : []),
    {
      kind: 'text',
      text,
      lang: 'en',
      x: middle,
      y: baseline(y, COUNT_FONT.sizePx),
      font: COUNT_FONT,
      ink: 'ink-2',
      align: 'middle',
      halo: { ink: surfaceAt(frame, middle), widthPx: 2 },
    },
    ...marked.flatMap((row) => stateRings(frame, row, box, box)),
  ];
  const hit: Hit = { kind: 'cluster', rows, box };
  return { nodes: [{ kind: 'group', label: text, nodes }], hits: [hit] };
}

function nearestOf(frame: Frame, rows: readonly number[], x: number): number {
  const middles = rows.map((row) => middleInView(frame, row));
  return middles.reduce((best, each) => (Math.abs(each - x) < Math.abs(best - x) ? each : best));
}
