import { textIn, textOther } from '../model/text';
import { formatEdtf } from '../time/date-text';
import { domainStyle } from './domain-style';
import { groupDigits } from './group-digits';
import type { Lane } from './lanes';
import { pointShape } from './mark-geometry';
import type { Box, Font, Group, SceneNode, Shape, TextShape } from './scene';
import { boxesMeet } from './timeline-axis';
import { AXIS_PX, type Frame, type Hit, type Part } from './timeline-input';
import { baseline } from './timeline-names';

const HEAD_FONT: Font = { family: 'ui', sizePx: 12.5, weight: 600 };
const OTHER_FONT: Font = { family: 'ui', sizePx: 12, weight: 400 };
const COUNT_FONT: Font = { family: 'ui', sizePx: 12, weight: 400 };
const NOTE_FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };
const LATER_FONT: Font = { family: 'ui', sizePx: 11, weight: 450 };
const LATER_DATE_FONT: Font = { family: 'ui', sizePx: 11, weight: 600 };
const HATCH_PX = 7;
const HEAD_X = 12;
/** From the top of a lane to the middle of the texts in its head. */
const HEAD_MIDDLE_PX = 13;

/** Surfaces: what had happened, what lay ahead, and the stretch that the record does not reach. */
export function layoutSurfaces(frame: Frame): readonly SceneNode[] {
  const { asOfX, widthPx, heightPx } = frame;
  const nodes: SceneNode[] = [
    { kind: 'rect', x: 0, y: 0, width: widthPx, height: heightPx, fill: 'canvas' },
  ];
  const aheadX = Math.max(0, asOfX);
  if (aheadX < widthPx) {
    const box = { x: aheadX, y: AXIS_PX, width: widthPx - aheadX, height: heightPx - AXIS_PX };
    nodes.push({ kind: 'rect', ...box, fill: 'ahead' });
  }
  for (const lane of frame.lanes) if (lane.side === 'band') nodes.push(...bandSurface(frame, lane));
  return nodes;
}

/** Between the axis lines of two capitals; beyond the as-of day all is one surface. */
function bandSurface(frame: Frame, lane: Lane): readonly SceneNode[] {
  const y = frame.topOf(lane);
  const width = Math.min(frame.asOfX, frame.widthPx);
  if (width <= 0) return [];
  return [{ kind: 'rect', x: 0, y, width, height: lane.heightPx, fill: 'panel' }];
}

/** Between the end of the record and the as-of day nothing is known to be complete: hatched, and said in words. */
export function layoutRecordEnd(frame: Frame, texts: readonly Box[]): readonly SceneNode[] {
  const endDay = frame.table.dataset.recordedThrough + 1;
  const x0 = Math.max(0, frame.xOf(endDay));
  const x1 = Math.min(frame.widthPx, frame.asOfX);
  if (x1 - x0 < 1) return [];
  const box: Box = { x: x0, y: AXIS_PX, width: x1 - x0, height: frame.heightPx - AXIS_PX };
  const text = frame.words.recordEnds(frame.table.dataset.recordedThrough);
  const textPx = frame.measure(text, NOTE_FONT);
  const isWide = x1 - x0 > textPx + 16;
  const place = recordEndPlace(frame, isWide ? x0 + 8 : x0 - 6 - textPx, { textPx, texts });
  const note = place ? [noteText(text, { ...place, align: 'start', lang: frame.lang })] : [];
  return [
    { kind: 'group', label: text, clip: box, nodes: hatch(frame, box) },
    {
      kind: 'polygon',
      points: [x0, AXIS_PX, x0, frame.heightPx],
      closed: false,
      stroke: { ink: 'line-3', widthPx: 1, dash: [2, 3] },
    },
    ...note,
  ];
}

/** In the head of the first lane that has room there, since no mark and no name stands in a head. */
function recordEndPlace(
  frame: Frame,
  x: number,
  { textPx, texts }: { textPx: number; texts: readonly Box[] },
): { x: number; y: number } | undefined {
  if (x < 10) return undefined;
  const middles = frame.lanes
    .filter(({ side }) => side !== 'lower' && side !== 'band')
    .map((lane) => frame.topOf(lane) + HEAD_MIDDLE_PX);
  const middle = middles.find((y) => {
    const box = { x: x - 6, y: y - 8, width: textPx + 12, height: 16 };
    return y > AXIS_PX + 8 && !texts.some((text) => boxesMeet(text, box));
  });
  return middle === undefined ? undefined : { x, y: baseline(middle, NOTE_FONT.sizePx) };
}

function noteText(
  text: string,
  place: { x: number; y: number; align: 'start'; lang: string },
): TextShape {
  return {
    kind: 'text',
    text,
    font: NOTE_FONT,
    ink: 'ink-3',
    halo: { ink: 'canvas', widthPx: 4 },
    ...place,
  };
}

/** Slanted lines, fixed to the days and not to the window, so that they move with the picture. */
function hatch(frame: Frame, box: Box): Shape[] {
  const origin = frame.xOf(frame.table.dataset.recordedThrough + 1);
  const first = Math.floor((box.x - box.height - origin) / HATCH_PX);
  const last = Math.ceil((box.x + box.width - origin) / HATCH_PX);
  const lines: Shape[] = [];
  for (let i = first; i <= last; i++) {
    const x = origin + i * HATCH_PX;
    lines.push({
      kind: 'polygon',
      points: [x, box.y + box.height, x + box.height, box.y],
      closed: false,
      stroke: { ink: 'line-1', widthPx: 1 },
    });
  }
  return lines;
}

/** The head of a lane: shape, name in both languages, count; and up to two plans beyond the view. */
export function layoutLaneHead(frame: Frame, lane: Lane, count: number): Part {
  const top = frame.topOf(lane);
  const rule: Shape = {
    kind: 'polygon',
    points: [0, top + lane.heightPx - 0.5, frame.widthPx, top + lane.heightPx - 0.5],
    closed: false,
    stroke: { ink: 'line-2', widthPx: 1 },
  };
  const y = top + HEAD_MIDDLE_PX;
  const title = layoutLaneTitle(frame, lane, { count, y });
  const later = layoutLater(frame, lane, { y, fromX: title.endX + 24 });
  const heads: Box[] = [
    { x: 0, y: y - 9, width: title.endX, height: 18 },
    ...later.hits.map(({ box }) => ({ ...box, y: y - 9, height: 18 })),
  ];
  return { nodes: [rule, ...title.nodes, ...later.nodes], hits: later.hits, texts: heads };
}

function layoutLaneTitle(frame: Frame, lane: Lane, { count, y }: { count: number; y: number }) {
  const nodes: SceneNode[] = [];
  let x = HEAD_X;
  const write = (text: string, lang: string, font: Font, ink: TextShape['ink']) => {
    nodes.push({
      kind: 'text',
      text,
      lang,
      x,
      y: baseline(y, font.sizePx),
      font,
      ink,
      align: 'start',
    });
    x += frame.measure(text, font) + 6;
  };
  if (lane.name !== undefined && lane.domainIndex !== undefined) {
    const style = domainStyle(lane.domainIndex);
    nodes.push(pointShape(style.shape, { x: 16, y, r: 5 }, { fill: style.mark }));
    x = 28;
    const name = textIn(lane.name, frame.lang);
    write(name.text, name.lang, HEAD_FONT, style.text);
    const other = textOther(lane.name, frame.lang);
    if (other) write(other.text, other.lang, OTHER_FONT, style.text);
  } else {
    const words = headWords(frame, lane);
    if (words) write(words.name, words.lang, HEAD_FONT, 'ink-1');
    if (words?.note) write(words.note, frame.lang, OTHER_FONT, 'ink-2');
  }
  if (x > HEAD_X) write(groupDigits(count), frame.lang, COUNT_FONT, 'ink-3');
  const group: Group = { kind: 'group', label: `lane ${lane.id}`, nodes };
  return { nodes: [group], endX: x };
}

/** In the dataset's words or the page's. */
export function headWords({ words, lang }: Frame, lane: Lane) {
  if (lane.name !== undefined) {
    const { text, lang: own } = textIn(lane.name, lang);
    return { name: text, note: undefined, lang: own };
  }
  const told = words.laneOf(lane.id);
  return told && { name: told.name, note: told.note, lang };
}

/** What lies ahead beyond the right edge, nearest first, as far as there is room in the head. */
export function layoutLater(
  frame: Frame,
  lane: Lane,
  { y, fromX }: { y: number; fromX: number },
): Part {
  const { table, view } = frame;
  const plans = lane.plans;
  const { end } = plans.beginningIn({ startDay: view.startDay, endDay: view.endDay });
  const nodes: SceneNode[] = [];
  const hits: Hit[] = [];
  let right = frame.widthPx - 10;
  for (const place of [end, end + 1]) {
    const row = plans.rowAt(place);
    const state = row === undefined ? undefined : table.stateOf(row);
    if (row === undefined || !state) continue;
    const title = textIn(state.title, frame.lang);
    const date = formatEdtf(state.date, frame.lang, 'medium');
    const datePx = frame.measure(date, LATER_DATE_FONT);
    const width = frame.measure(title.text, LATER_FONT) + 5 + datePx + 16;
    if (right - width < fromX) break;
    const text = (
      part: string,
      lang: string,
      partX: number,
      font: Font,
      ink: TextShape['ink'],
    ): TextShape => ({
      kind: 'text',
      text: part,
      lang,
      x: partX,
      y: baseline(y, font.sizePx),
      font,
      ink,
      align: 'end',
    });
    nodes.push({
      kind: 'group',
      eventId: state.id,
      label: title.text,
      nodes: [
        ...arrow(right, y),
        text(date, frame.lang, right - 16, LATER_DATE_FONT, 'ink-1'),
        text(title.text, title.lang, right - 16 - datePx - 5, LATER_FONT, 'ink-2'),
      ],
    });
    hits.push({ kind: 'later', row, box: { x: right - width, y: y - 12, width, height: 24 } });
    right -= width + 20;
  }
  return { nodes, hits };
}

/** A small arrow to the right that ends at x. */
export function arrow(x: number, y: number): Shape[] {
  const stroke = { ink: 'ink-2', widthPx: 1.2 } as const;
  return [
    { kind: 'polygon', points: [x - 10, y, x, y], closed: false, stroke },
    { kind: 'polygon', points: [x - 3.5, y - 3.5, x, y, x - 3.5, y + 3.5], closed: false, stroke },
  ];
}
