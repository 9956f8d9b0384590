import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { FIRST_ROW_PX, STEM_ROW_PX } from './capital-lanes';
import { orderOf, stackOf, yOf } from './capital-marks';
import { anchorDay, hasStem, stackedNameSpan, stemX } from './capital-stems';
import { domainStyle } from './domain-style';
import { drawnDomain, type Lane } from './lanes';
import { ringShapes } from './mark';
import { statusOf } from './names';
import { signAfterName } from './no-source';
import { INSIDE_GAP_PX, markEdges, type Seat, TALL_SPAN_PX } from './place-names';
import { STEM_GAP_PX } from './place-stems';
import type { Box, Group, Shape, TextShape } from './scene';
import type { Frame, Part } from './timeline-input';
import { baseline, boldIfItFits, faded, nameStrength } from './timeline-names';

/** From the end of a stem to the edge of its name's rows. */
const SHORT_PX = 2;

/** Stems lie under the marks, names over them. */
export interface StackedNamesPart extends Part {
  readonly stems: readonly Group[];
}

/** The names of a lane of stacks that can be seen. */
export function layoutStackedNames(
  frame: Frame,
  lane: Lane,
  seats: readonly Seat[],
): StackedNamesPart {
  const inside = namesInside(frame, lane);
  const held = new Set(inside.map(({ row }) => row));
  const onStems = seats
    .filter((seat) => !held.has(seat.row))
    .flatMap((seat) => layoutStackedName(frame, lane, seat) ?? []);
  const parts = [...onStems, ...inside];
  return {
    stems: onStems.map((part) => part.stem),
    nodes: parts.map((part) => part.name),
    hits: parts.map(({ row, box }) => ({ kind: 'event', row, box })),
    texts: parts.map((part) => part.box),
    shown: parts.flatMap(({ row, isWhole }) => (isWhole ? [row] : [])),
  };
}

/** Spans that lie ahead and are wide hold their names, as in other lanes; those whose start is off screen, at its edge. */
function namesInside(frame: Frame, lane: Lane) {
  const stack = stackOf(frame, lane);
  const holders = holdersOf(frame.table, lane.index.rows);
  return [...lane.index.rowsIn(frame.view)].flatMap((row) => {
    const px = stack.get(row) ?? Infinity;
    const widthPx = frame.nameOf(row).oneLinePx;
    const { startX, endX } = markEdges(frame.table, row, frame.pxPerDay);
    const leastPx = Math.max(TALL_SPAN_PX, widthPx + 2 * INSIDE_GAP_PX);
    if (!holders.has(row) || px === Infinity || endX - startX <= leastPx) return [];
    const shift = frame.xOf(0);
    const first = Math.max(startX + shift, 0) + INSIDE_GAP_PX;
    const x = Math.min(first, endX + shift - INSIDE_GAP_PX - widthPx);
    return layoutNameInside(frame, row, { x, widthPx, y: yOf(frame, lane, px) }) ?? [];
  });
}

/** Spans ahead that no stem of a mark under them crosses, whatever the scale. */
const holdersOf = memoize((table: EventTable, rows: Uint32Array): ReadonlySet<number> => {
  const order = orderOf(table, rows);
  const holders = order.filter((row, at) => {
    if (!liesAhead(statusOf(table, row))) return false;
    const [start, end] = [table.startDay[row] ?? 0, table.endDay[row] ?? 0];
    return order.slice(0, at).every((under) => {
      const day = hasStem(table, under) ? anchorDay(table, under) : undefined;
      return day === undefined || day < start || day > end;
    });
  });
  return new Set(holders);
}, 8);

function layoutNameInside(
  frame: Frame,
  row: number,
  { x, y, widthPx }: { x: number; y: number; widthPx: number },
) {
  const strength = nameStrength(frame, x, x + widthPx);
  if (strength === 0) return undefined;
  const name = frame.nameOf(row);
  const line: TextShape = {
    kind: 'text',
    text: name.forms[0]?.lines.join(' ') ?? '',
    lang: name.lang,
    x,
    y: baseline(y, name.font.sizePx),
    font: name.font,
    ink: name.ink === 'ink-3' ? 'ink-2' : name.ink,
    align: 'start',
  };
  const nodes = faded(strength, signAfterName(frame, row, [line]));
  const box: Box = { x, y: y - STEM_ROW_PX / 2, width: widthPx, height: STEM_ROW_PX };
  const eventId = frame.table.idOf(row) ?? '';
  return { row, box, isWhole: strength === 1, name: { kind: 'group', eventId, nodes } as const };
}

function layoutStackedName(frame: Frame, lane: Lane, seat: Seat) {
  const { row } = seat;
  const shift = frame.xOf(0);
  const x = stemX(frame, seat) + shift;
  const [n0, n1] = stackedNameSpan(frame, seat).map((each) => each + shift) as [number, number];
  const strength = nameStrength(frame, n0, n1);
  if (strength === 0) return undefined;
  const name = frame.nameOf(row);
  const form = name.forms[seat.form];
  const rowCount = form?.rowCount ?? 1;
  const nearPx = FIRST_ROW_PX + seat.laneRow * STEM_ROW_PX;
  const farPx = nearPx + rowCount * STEM_ROW_PX;
  const [nearY, farY] = [yOf(frame, lane, nearPx), yOf(frame, lane, farPx)];
  const top = Math.min(nearY, farY);
  const box: Box = { x: n0, y: top, width: n1 - n0, height: farPx - nearPx };
  const style = domainStyle(drawnDomain(frame.table, row, []));
  const stem: Shape = {
    kind: 'polygon',
    points: [
      x,
      yOf(frame, lane, stackOf(frame, lane).get(row) ?? 0),
      x,
      yOf(frame, lane, farPx - SHORT_PX),
    ],
    closed: false,
    stroke: { ink: style.mark, widthPx: 1 },
    opacity: 0.85,
  };
  const isSelected = frame.selectedRow === row;
  const font = isSelected ? boldIfItFits(frame, seat) : name.font;
  const lines = (form?.lines ?? []).map(
    (text, i): TextShape => ({
      kind: 'text',
      text,
      lang: name.lang,
      x: seat.side === 'left' ? x - STEM_GAP_PX : x + STEM_GAP_PX,
      y: baseline(top + (i + 0.5) * STEM_ROW_PX, font.sizePx),
      font,
      ink: isSelected ? 'ink-1' : name.ink,
      align: seat.side === 'left' ? 'end' : 'start',
    }),
  );
  const eventId = frame.table.idOf(row) ?? '';
  const label = name.forms[0]?.lines.join(' ') ?? '';
  const group = (nodes: Group['nodes']): Group => ({ kind: 'group', eventId, label, nodes });
  return {
    row,
    box,
    isWhole: strength === 1,
    stem: group(faded(strength, [stem])),
    name: group([
      ...(frame.hoveredRow === row ? ringShapes(box, 'hover', style) : []),
      ...faded(strength, signAfterName(frame, row, lines)),
      ...(frame.focusedRow === row ? ringShapes(box, 'focus', style) : []),
    ]),
  };
}
