import { linksAsOf, type ShownLink } from '../model/shown-event';
import { overlap } from './boxes';
import { type Cubic, cutCubic } from './cubic';
import { domainStyle } from './domain-style';
import { holdsRow } from './hit-test';
import type { Lane } from './lanes';
import { type LinkEnd, routeLink } from './link-curves';
import { markEdges, type Seat, seatAt } from './place-names';
import type { Box, FadeFill, Font, SceneNode, Shape, Stroke } from './scene';
import { AXIS_PX, type Frame, type Hit, type Part } from './timeline-input';
import { baseline, layoutRowMark, seatY } from './timeline-names';

export interface LinksPart {
  /** Lies under the marks and names: a curve that must cross a name leaves it whole. */
  readonly curves: readonly SceneNode[];
  /** Lies over them, and meets none. */
  readonly words: readonly SceneNode[];
}

/** What the lanes of a frame hold, in their order. */
export interface LaidLanes {
  readonly parts: readonly Part[];
  readonly seats: readonly (readonly Seat[])[];
}

/** More arrows than this tell less; the rings tell the rest. */
const MOST_CURVES = 6;
/** Clear of the ring round a selected or linked mark: gap and stroke. */
const OFF_PX = { selected: 4.5 + 1.75 + 0.75, linked: 4 + 1.4 + 0.75 };
const LINE: Stroke = { ink: 'ink-1', widthPx: 1.4 };
const HALO_PX = 4;
/** Where it must cross a name the line steps back. */
const IN_NAME = 0.3;
/** Marks whose rings all but touch need no arrow, and have no room for one. */
const LEAST_CURVE_PX = 28;
const HEAD_PX = { length: 7, half: 3.6 };
const WORD_FONT: Font = { family: 'ui', sizePx: 11, weight: 550 };
const PILL_PX = { height: 17, padding: 6, radius: 4 };
/** The letters of a row stand this far inside it. */
const LETTERS_PX = 2;
const MARK_HALF_PX = 6;
const SPAN_FROM_PX = 24;

/** Arrows between the selected event and those in view that it has to do with, nearest first. */
export function layoutLinks(frame: Frame, laid: LaidLanes): LinksPart {
  const { selectedRow } = frame;
  if (selectedRow === undefined || frame.regime !== 'marks' || frame.linkedRows.size === 0) {
    return { curves: [], words: [] };
  }
  const own = endOf(frame, laid, selectedRow);
  if (!own) return { curves: [], words: [] };
  const names = laid.parts.flatMap((part) => part.texts ?? []).map(lettersOf);
  const others = laid.parts.flatMap((part) => part.hits.map((hit) => hit.box));
  const { points, spans } = marksOf(frame, laid);
  const taken: [number, number][] = [];
  const pills: Box[] = [];
  const curves: SceneNode[] = [];
  const words: SceneNode[] = [];
  for (const { link, direction, end } of nearestLinks(frame, laid, selectedRow, own)) {
    const word = frame.words.relationOf(link.rel);
    const width = frame.measure(word, WORD_FONT) + 2 * PILL_PX.padding;
    const route = routeLink({
      from: direction === 'out' ? own : end,
      to: direction === 'out' ? end : own,
      clip: groundOf(frame),
      names: [...names, ...pills],
      points,
      spans,
      others,
      taken,
      pill: { width, height: PILL_PX.height },
    });
    if (!route) continue;
    taken.push([route.points[0], route.points[1]], [route.points[6], route.points[7]]);
    curves.push({
      kind: 'group',
      label: `link ${link.rel}`,
      nodes: curveShapes(frame, route.points, names),
    });
    if (!route.pill) continue;
    pills.push(route.pill);
    words.push({ kind: 'group', label: word, nodes: pillShapes(frame, word, route.pill) });
  }
  return { curves, words };
}

interface NearLink extends ShownLink {
  readonly end: LinkEnd;
}

/** One link for each event in view. */
function nearestLinks(frame: Frame, laid: LaidLanes, row: number, own: LinkEnd): NearLink[] {
  const byRow = new Map<number, ShownLink>();
  for (const link of linksAsOf(frame.table, row)) {
    if (link.row !== row && !byRow.has(link.row)) byRow.set(link.row, link);
  }
  return [...byRow.values()]
    .flatMap((link): (NearLink & { apartPx: number })[] => {
      const end = endOf(frame, laid, link.row);
      return end ? [{ ...link, end, apartPx: apart(own, end) }] : [];
    })
    .filter(({ apartPx }) => apartPx > LEAST_CURVE_PX)
    .toSorted((a, b) => a.apartPx - b.apartPx || a.row - b.row)
    .slice(0, MOST_CURVES);
}

function endOf(frame: Frame, laid: LaidLanes, row: number): LinkEnd | undefined {
  const index = frame.lanes.findIndex((lane) => lane.index.has(row));
  const lane = frame.lanes[index];
  if (!lane) return undefined;
  const box = markBoxOf(frame, lane, row, {
    seat: laid.seats[index]?.find((seat) => seat.row === row),
    hits: laid.parts[index]?.hits ?? [],
  });
  if (!box || !overlap(box, groundOf(frame))) return undefined;
  const { shape } = domainStyle(frame.table.domain[row] ?? 0);
  return { box, shape, offPx: row === frame.selectedRow ? OFF_PX.selected : OFF_PX.linked };
}

/** The box round which an event's ring is drawn: its mark's, or what stands for it in the foot strip. */
function markBoxOf(
  frame: Frame,
  lane: Lane,
  row: number,
  { seat, hits }: { seat: Seat | undefined; hits: readonly Hit[] },
): Box | undefined {
  if (seat) return layoutRowMark(frame, lane, row, seatY(frame, lane, seatAt(frame, seat))).box;
  const hit = hits.find((each) => holdsRow(each, row));
  if (!hit || hit.kind === 'cluster') return hit?.box;
  const mark = layoutRowMark(frame, lane, row, hit.box.y + hit.box.height / 2).box;
  // A long span lies as a thin bar.
  return mark.width > hit.box.height ? hit.box : mark;
}

/** Where the marks that stand beside names are, roughly. */
function marksOf(frame: Frame, { seats }: LaidLanes): { points: Box[]; spans: Box[] } {
  const points: Box[] = [];
  const spans: Box[] = [];
  const shift = frame.xOf(0);
  frame.lanes.forEach((lane, i) => {
    for (const seat of seats[i] ?? []) {
      const { left, right } = markEdges(frame.table, seat.row, frame.pxPerDay);
      const x = left + shift;
      const width = right - left;
      if (x > frame.widthPx || x + width < 0) continue;
      const box = {
        x,
        y: seatY(frame, lane, seat) - MARK_HALF_PX,
        width,
        height: 2 * MARK_HALF_PX,
      };
      (width > SPAN_FROM_PX ? spans : points).push(box);
    }
  });
  return { points, spans };
}

function lettersOf(box: Box): Box {
  return { ...box, y: box.y + LETTERS_PX, height: box.height - 2 * LETTERS_PX };
}

function groundOf({ widthPx, heightPx }: Frame): Box {
  return { x: 0, y: AXIS_PX, width: widthPx, height: heightPx - AXIS_PX };
}

/** The way from ring to ring. */
function apart({ box: a, offPx }: LinkEnd, { box: b, offPx: otherOffPx }: LinkEnd): number {
  const dx = gapBetween(a.x, a.x + a.width, b.x, b.x + b.width);
  const dy = gapBetween(a.y, a.y + a.height, b.y, b.y + b.height);
  return Math.max(0, Math.hypot(dx, dy) - offPx - otherOffPx);
}

function gapBetween(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, b0 - a1, a0 - b1);
}

function curveShapes(frame: Frame, points: Cubic, names: readonly Box[]): Shape[] {
  const [x0, , ax, , bx, by, x1, y1] = points;
  const xs = [x0, ax, bx, x1];
  const halo = haloStroke(frame, Math.min(...xs), Math.max(...xs));
  const isInName = (x: number, y: number) =>
    names.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  const pieces = cutCubic(points, isInName).map(
    (piece): Shape => ({
      kind: 'curve',
      points: piece.points,
      stroke: LINE,
      ...(piece.isWithin ? { opacity: IN_NAME } : {}),
    }),
  );
  return [
    { kind: 'curve', points, stroke: { ...halo, widthPx: HALO_PX } },
    ...pieces,
    headShape([bx, by], [x1, y1]),
  ];
}

/** The surface is not the same on both sides of the as-of line. */
function haloStroke({ asOfX }: Frame, x0: number, x1: number): Omit<Stroke, 'widthPx'> {
  if (asOfX >= x1) return { ink: 'canvas' };
  if (asOfX <= x0) return { ink: 'ahead' };
  const offset = (asOfX - x0) / (x1 - x0);
  const stops: FadeFill['stops'] = [
    { offset, ink: 'canvas', opacity: 1 },
    { offset, ink: 'ahead', opacity: 1 },
  ];
  return { ink: 'canvas', fade: { x0, x1, stops } };
}

/** An open arrowhead at `tip`. */
function headShape(
  [fromX, fromY]: readonly [number, number],
  [x, y]: readonly [number, number],
): Shape {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length];
  const [backX, backY] = [x - HEAD_PX.length * dx, y - HEAD_PX.length * dy];
  const [sideX, sideY] = [-HEAD_PX.half * dy, HEAD_PX.half * dx];
  return {
    kind: 'polygon',
    points: [backX + sideX, backY + sideY, x, y, backX - sideX, backY - sideY],
    closed: false,
    stroke: { ...LINE, cap: 'round' },
  };
}

function pillShapes(frame: Frame, word: string, pill: Box): Shape[] {
  return [
    { kind: 'rect', ...pill, radius: PILL_PX.radius, fill: 'ink-1' },
    {
      kind: 'text',
      text: word,
      lang: frame.lang,
      x: pill.x + pill.width / 2,
      y: baseline(pill.y + pill.height / 2, WORD_FONT.sizePx),
      font: WORD_FONT,
      ink: 'on-ink',
      align: 'middle',
    },
  ];
}
