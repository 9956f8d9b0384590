import { liesAhead } from '../model/state-as-of';
import type { Cell, Column } from './columns';
import { domainStyle } from './domain-style';
import { drawnDomain, type Lane } from './lanes';
import { ringShapes } from './mark';
import { statusOf } from './names';
import { signAfterName } from './no-source';
import type { Seat } from './place-names';
import { BASE_PX, STEM_GAP_PX, STEM_ROW_PX, stemDay, stemNameSpan } from './place-stems';
import type { Box, Font, Group, SceneNode, Shape, TextShape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';
import { baseline, faded, nameStrength, stateRings, surfaceAt } from './timeline-names';

const NUMBER_FONT: Font = { family: 'ui', sizePx: 11, weight: 650 };
const NUMBER_GAP_PX = 3;
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
    ...seats.map((seat): Part => layoutStemName(frame, lane, { seat, columns, baseY })),
  ];
  const base: Shape = {
    kind: 'polygon',
    points: [0, baseY + 0.5, frame.widthPx, baseY + 0.5],
    closed: false,
    stroke: { ink: 'line-3', widthPx: 1 },
    opacity: 0.6,
  };
  return {
    nodes: [
      base,
      ...parts.flatMap((part) => part.nodes),
      ...layoutNumbers(frame, lane, columns, baseY),
    ],
    hits: parts.flatMap((part) => part.hits),
    texts: parts.flatMap((part) => part.texts ?? []),
    shown: parts.flatMap((part) => part.shown ?? []),
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
  // Low columns would be hard to meet with a pointer.
  const high = Math.max(24, column.heightPx);
  const hit: Hit = { kind: 'cluster', rows, box: { ...box, y: baseY - high, height: high } };
  return { nodes, hits: [hit] };
}

function columnBox(frame: Frame, column: Column, baseY: number): Box {
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
    .map(({ column, middle }) => ({
      kind: 'text',
      text: String(column.cells.length),
      lang: 'en',
      x: middle,
      y: baseY - column.heightPx - 4,
      font: NUMBER_FONT,
      ink: lane.domainIndex === undefined ? 'ink-2' : domainStyle(lane.domainIndex).text,
      align: 'middle',
      halo: { ink: surfaceAt(frame, middle), widthPx: 2 },
    }));
}

function layoutCell(
  frame: Frame,
  lane: Lane,
  { cell, box, baseY }: { cell: Cell; box: Box; baseY: number },
): Group {
  const { row } = cell;
  const style = domainStyle(lane.domainIndex ?? drawnDomain(frame.table, row, []));
  const strength = frame.theme === 'dark' ? (DARK_STRENGTH[cell.importance] ?? 1) : 1;
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
  for (const row of lane.periods().rowsIn(frame.view)) {
    const x0 = Math.max(-10, frame.xOf(frame.table.startDay[row] ?? 0));
    const x1 = Math.min(frame.widthPx + 10, frame.xOf(frame.table.endDay[row] ?? 0));
    if (x1 <= x0) continue;
    const style = domainStyle(lane.domainIndex ?? drawnDomain(frame.table, row, []));
    const box = { x: x0, y: baseY + 3, width: x1 - x0, height: PERIOD_PX };
    const isAheadRow = liesAhead(statusOf(frame.table, row));
    const look: Shape = isAheadRow
      ? {
          kind: 'rect',
          ...box,
          radius: 2.5,
          stroke: { ink: style.mark, widthPx: 1, dash: [2, 1.5] },
        }
      : { kind: 'rect', ...box, radius: 2.5, fill: style.mark, opacity: 0.7 };
    const rings = stateRings(frame, row, box, box);
    nodes.push({
      kind: 'group',
      eventId: frame.table.idOf(row) ?? '',
      nodes: [look, ...rings],
    });
    hits.push({ kind: 'event', row, box: { ...box, y: box.y - 2, height: PERIOD_PX + 5 } });
  }
  return { nodes, hits };
}

function layoutStemName(
  frame: Frame,
  lane: Lane,
  { seat, columns, baseY }: { seat: Seat; columns: readonly Column[]; baseY: number },
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
  const day = frame.table.startDay[row] ?? 0;
  const column = columns.find((c) => c.startDay <= day && day < c.endDay);
  const style = domainStyle(lane.domainIndex ?? frame.table.domain[row] ?? 0);
  const isLeft = seat.side === 'left';
  const box: Box = { x: frame.xOf(0) + n0, y: top, width: n1 - n0, height: foot - top };
  const whole = { ...box, x: Math.min(box.x, x), width: box.width + STEM_GAP_PX };
  const stem: Shape = {
    kind: 'polygon',
    points: [x, baseY - (column?.heightPx ?? 0) - (column?.isPressed ? 16 : 0), x, top + 2],
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
