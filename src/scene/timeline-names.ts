import type { Importance } from '../model/dataset';
import { FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { overlap } from './boxes';
import { domainStyle } from './domain-style';
import { drawnDomain, LANE_HEAD_PX, type Lane, ROW_PX } from './lanes';
import { layoutMark, ringShapes } from './mark';
import { BELOW_FONT, statusOf } from './names';
import { signAfterName } from './no-source';
import { hasGapForName, insideGapPx, markEdges, nameSpan, type Seat, seatAt } from './place-names';
import type { Box, Group, Ink, SceneNode, Shape, TextShape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';

/** Farther out than this nothing of a mark and its name can reach into the view. */
const REACH_PX = 640;
/** So far from its first and its last day nothing of a mark reaches. */
const MARK_REACH_PX = 40;
/** By so much more a name stands off a mark with a ring. */
const RING_PX = 5;
const GAP_PAD_PX = 6;
const FADE_PX = 6;
const CHEVRON_ROOM_PX = 12;
/** Of a bold name; with the ring's shift it stays in the 8 px that are free after it. */
const MOST_GROWTH_PX = 2.5;

/** Marks with their names, each in its seat. */
export function layoutNamedMarks(frame: Frame, lane: Lane, seats: readonly Seat[]): Part {
  const nodes: Group[] = [];
  const hits: Hit[] = [];
  const boxes: Box[] = [];
  const shown: number[] = [];
  for (const placed of selectedLast(frame, seats)) {
    const x0 = frame.xOf(frame.table.startDay[placed.row] ?? 0);
    const x1 = frame.xOf(frame.table.endDay[placed.row] ?? 0);
    if (x0 > frame.widthPx + REACH_PX || x1 < -REACH_PX) continue;
    // Between two levels the scale is closer than that at which the seat was given.
    const usual = seatAt(frame, placed);
    const isSelected = frame.selectedRow === placed.row;
    const seat = isSelected ? seatInView(frame, lane, { usual, taken: hits }) : usual;
    const name = shownNameSpan(frame, seat);
    // A picture of many has as many names beyond its edges as within: these cost no shape.
    const isMarkBeyond = x0 > frame.widthPx + MARK_REACH_PX || x1 < -MARK_REACH_PX;
    if (isMarkBeyond && nameStrength(frame, ...name) === 0) continue;
    const { group, box, textBox, strength } = layoutNamedMark(frame, lane, seat, name);
    if (box.x > frame.widthPx || box.x + box.width < 0) continue;
    nodes.push(group);
    hits.push({ kind: 'event', row: seat.row, box });
    if (strength > 0) boxes.push(textBox);
    if (strength === 1) shown.push(seat.row);
  }
  return { nodes, hits, texts: boxes, shown };
}

/** What names ask of a frame at its edges. */
export interface EdgeFrame extends Pick<Frame, 'widthPx'> {
  /** Of a picture that does not move: nothing is on its way out. */
  readonly isStill?: boolean;
}

/**
 * A name is whole or absent: on its way out of the view it fades over the last px before the edge would cut it.
 * 1 where it stands clear of the edge, 0 where it is not drawn.
 */
export function nameStrength(
  { widthPx, isStill = false }: EdgeFrame,
  x0: number,
  x1: number,
): number {
  if (isStill) return 1;
  const clearPx = Math.min(x0, widthPx - x1);
  return Math.min(1, Math.max(0, clearPx / FADE_PX));
}

function selectedLast(frame: Frame, seats: readonly Seat[]): readonly Seat[] {
  const isSelected = (seat: Seat) => seat.row === frame.selectedRow;
  return [...seats.filter((seat) => !isSelected(seat)), ...seats.filter(isSelected)];
}

/**
 * The chosen event is named wherever it stands in the view: where its name would be cut, on the other side or in more
 * lines, if that meets nothing else.
 */
function seatInView(
  frame: Frame,
  lane: Lane,
  { usual, taken }: { usual: Seat; taken: readonly Hit[] },
): Seat {
  const isWhole = (seat: Seat) => nameStrength(frame, ...shownNameSpan(frame, seat)) === 1;
  if (usual.side === 'inside' || isWhole(usual)) return usual;
  const { forms } = frame.nameOf(usual.row);
  const others = (['right', 'left'] as const).flatMap((side) =>
    forms.map((_, form): Seat => ({ ...usual, side, form })),
  );
  const fits = (seat: Seat): boolean => {
    const rowCount = forms[seat.form]?.rowCount ?? 1;
    if (seat.laneRow + rowCount > lane.rowCount || !isWhole(seat)) return false;
    const [x0, x1] = shownNameSpan(frame, seat);
    const top = seatY(frame, lane, seat) - ROW_PX / 2;
    const box = { x: x0 - 4, y: top, width: x1 - x0 + 8, height: rowCount * ROW_PX };
    return !taken.some((hit) => overlap(box, hit.box));
  };
  return others.find(fits) ?? usual;
}

/** All of it, some of it, or nothing. */
export function faded(strength: number, nodes: readonly SceneNode[]): readonly SceneNode[] {
  if (strength === 1) return nodes;
  return strength > 0 ? [{ kind: 'group', opacity: strength, nodes }] : [];
}

/** The middle of a seat's first row. */
export function seatY(frame: Frame, lane: Lane, seat: Seat): number {
  return frame.topOf(lane) + LANE_HEAD_PX + (seat.laneRow + 0.5) * ROW_PX;
}

function layoutNamedMark(
  frame: Frame,
  lane: Lane,
  seat: Seat,
  [n0, n1]: readonly [number, number],
) {
  const { row } = seat;
  const y = seatY(frame, lane, seat);
  const mark = layoutRowMark(frame, lane, row, y);
  const name = frame.nameOf(row);
  const rowCount = seat.side === 'inside' ? 1 : (name.forms[seat.form]?.rowCount ?? 1);
  const strength = nameStrength(frame, n0, n1);
  const texts = strength > 0 ? layoutName(frame, seat, { x0: n0, x1: n1, y }) : [];
  const left = strength > 0 ? Math.min(mark.box.x, n0) : mark.box.x;
  const right = Math.max(mark.box.x + mark.box.width, strength > 0 ? n1 : 0);
  const height = (strength > 0 ? rowCount : 1) * ROW_PX;
  const box = { x: left, y: y - ROW_PX / 2, width: right - left, height };
  const isHovered = frame.hoveredRow === row;
  const hasGap = seat.side === 'inside' && hasGapForName(frame.table, row);
  const gap = hasGap ? [gapInBar(frame, { x0: n0, x1: n1, y })] : [];
  const group: Group = {
    kind: 'group',
    eventId: frame.table.idOf(row) ?? '',
    label: name.forms[0]?.lines.join(' ') ?? '',
    nodes: [
      ...(isHovered ? ringShapes(box, 'hover', mark.style) : []),
      ...(seat.side === 'inside' ? withoutChevron(frame, mark.shapes, n1) : mark.shapes),
      ...faded(strength, [...gap, ...texts]),
      ...stateRings(frame, row, mark.box, box),
    ],
  };
  return { group, box, textBox: { ...box, x: n0, width: n1 - n0 }, strength };
}

/** The chevron of an open end gives way to a name that runs out of the view there. */
function withoutChevron(
  frame: Frame,
  shapes: readonly Shape[],
  nameEndX: number,
): readonly Shape[] {
  const edgeX = frame.widthPx - CHEVRON_ROOM_PX;
  if (nameEndX < edgeX) return shapes;
  return shapes.filter(
    (shape) =>
      shape.kind !== 'polygon' || shape.points.some((value, i) => i % 2 === 0 && value < edgeX),
  );
}

/** The surface shows through a bar where its name stands. */
function gapInBar(frame: Frame, { x0, x1, y }: { x0: number; x1: number; y: number }): Shape {
  return {
    kind: 'rect',
    x: x0 - GAP_PAD_PX,
    y: y - ROW_PX / 2,
    width: x1 - x0 + 2 * GAP_PAD_PX,
    height: ROW_PX,
    fill: surfaceAt(frame, x0),
  };
}

/** Rings of selection and focus; they lie over what they ring. */
export function stateRings(frame: Frame, row: number, markBox: Box, fullBox: Box): Shape[] {
  const style = domainStyle(frame.table.domain[row] ?? 0);
  return [
    ...(frame.selectedRow === row ? ringShapes(markBox, 'selected', style) : []),
    ...(frame.linkedRows.has(row) ? ringShapes(markBox, 'linked', style) : []),
    ...(frame.focusedRow === row ? ringShapes(fullBox, 'focus', style) : []),
  ];
}

/** The mark of a row of the table, centred on `y`. */
export function layoutRowMark(frame: Frame, lane: Lane, row: number, y: number) {
  const { table, xOf } = frame;
  const flags = table.flags[row] ?? 0;
  const domainIndex = lane.domainIndex ?? drawnDomain(table, row, []);
  const style = domainStyle(domainIndex);
  const startX = (flags & FLAG.openStart) === 0 ? xOf(table.startDay[row] ?? 0) : -Infinity;
  const endX = (flags & FLAG.openEnd) === 0 ? xOf(table.endDay[row] ?? 0) : Infinity;
  const mark = layoutMark({
    style,
    importance: (table.importance[row] ?? 3) as Importance,
    status: statusOf(table, row),
    flags,
    startX,
    endX,
    y,
    asOfX: frame.asOfX,
    viewLeftX: 0,
    viewRightX: frame.widthPx,
    dayPx: frame.pxPerDay,
    surface: surfaceAt(frame, startX),
  });
  return { ...mark, style };
}

export function surfaceAt(frame: Pick<Frame, 'asOfX'>, x: number): Ink {
  return x >= frame.asOfX ? 'ahead' : 'canvas';
}

/** Where a name stands on screen; inside a span that begins off screen it sticks to the edge. */
function shownNameSpan(frame: Frame, seat: Seat): [number, number] {
  const { table, pxPerDay } = frame;
  const [day0, day1] = nameSpan(frame, seat);
  const shift = frame.xOf(0);
  if (seat.side !== 'inside') {
    // A ring takes up the gap of the name that it stands beside; the box has kept that much free.
    const isRinged = frame.selectedRow === seat.row || frame.linkedRows.has(seat.row);
    const aside = isRinged ? RING_PX * (seat.side === 'left' ? -1 : 1) : 0;
    return [day0 + shift + aside, day1 + shift + aside];
  }
  const { endX } = markEdges(table, seat.row, pxPerDay);
  const widthPx = day1 - day0;
  const gapPx = insideGapPx(table, seat.row);
  const last = endX + shift - gapPx - widthPx;
  const x0 = Math.min(Math.max(day0 + shift, gapPx), Math.max(last, day0 + shift));
  return [x0, x0 + widthPx];
}

function layoutName(
  frame: Frame,
  seat: Seat,
  { x0, x1, y }: { x0: number; x1: number; y: number },
): Shape[] {
  const name = frame.nameOf(seat.row);
  const form = name.forms[seat.form];
  const isLeft = seat.side === 'left';
  const isSelected = frame.selectedRow === seat.row;
  const font = isSelected ? boldIfItFits(frame, seat) : name.font;
  const x = isLeft ? x1 : x0;
  const align = isLeft ? ('end' as const) : ('start' as const);
  const isInside = seat.side === 'inside';
  const lines = isInside ? [name.forms[0]?.lines.join('') ?? ''] : (form?.lines ?? []);
  const ink: Ink = isSelected ? 'ink-1' : isInside && name.ink === 'ink-3' ? 'ink-2' : name.ink;
  const plain: TextShape[] = lines.map((text, i) => ({
    kind: 'text',
    text,
    lang: name.lang,
    x,
    y: baseline(y + i * ROW_PX, font.sizePx),
    font,
    ink,
    align,
  }));
  const shapes = signAfterName(frame, seat.row, plain);
  if (name.below === undefined || isInside || !form?.hasBelow) return shapes;
  return [
    ...shapes,
    {
      kind: 'text',
      text: name.below,
      lang: frame.lang,
      x,
      y: baseline(y + lines.length * ROW_PX - 1, BELOW_FONT.sizePx),
      font: BELOW_FONT,
      ink: liesAhead(statusOf(frame.table, seat.row)) ? 'ink-2' : 'ink-3',
      align,
    },
  ];
}

/** A selected name is bolder where its box has room for that. */
export function boldIfItFits(frame: Frame, seat: Seat) {
  const name = frame.nameOf(seat.row);
  const bold = { ...name.font, weight: Math.max(650, name.font.weight) };
  const lines = name.forms[seat.form]?.lines ?? [];
  const grown = lines.map((line) => frame.measure(line, bold) - frame.measure(line, name.font));
  return Math.max(0, ...grown) <= MOST_GROWTH_PX ? bold : name.font;
}

/** Baseline of a text whose middle lies on `y`. */
export function baseline(y: number, sizePx: number): number {
  return y + sizePx * 0.355;
}
