import { headPx, isLow } from './capital-lanes';
import { groupDigits } from './group-digits';
import type { Lane } from './lanes';
import type { Box, Font, Group, Ink, Shape, TextShape } from './scene';
import { headWords, layoutLater } from './timeline-ground';
import type { Frame, Part } from './timeline-input';
import { baseline } from './timeline-names';

const TITLE_FONT: Font = { family: 'text', sizePx: 18, weight: 600 };
const LOW_TITLE_FONT: Font = { family: 'text', sizePx: 14, weight: 600 };
const BAND_FONT: Font = { family: 'ui', sizePx: 12.5, weight: 600 };
const NOTE_FONT: Font = { family: 'ui', sizePx: 12, weight: 400 };
const HEAD_X = 12;
const GAP_PX = 6;
const AXIS_LINE_PX = 1.25;
/** From the edge of a lane to the middle of its head's lines. */
const LINES = { title: 18, note: 36, low: 14, band: 10 };

/** A capital's name, what else stands in its lane, how many events are in view; and the axis line. */
export function layoutCapitalHead(frame: Frame, lane: Lane, count: number): Part {
  const { titleY, noteY } = linesOf(frame, lane);
  const words = headWords(frame, lane);
  const title: TextShape = {
    kind: 'text',
    text: words?.name ?? '',
    lang: words?.lang ?? frame.lang,
    font: fontOf(lane),
    x: HEAD_X,
    y: baseline(titleY, fontOf(lane).sizePx),
    ink: 'ink-1',
    align: 'start',
  };
  const titleEnd = HEAD_X + frame.measure(title.text, title.font);
  const noteX = noteY === titleY ? titleEnd + GAP_PX + 2 : HEAD_X;
  const note = noteTexts(frame, [words?.note, groupDigits(count)], { x: noteX, y: noteY });
  const endX = Math.max(titleEnd, note.endX);
  const later = layoutLater(frame, lane, { y: titleY, fromX: endX + 24 });
  const group: Group = { kind: 'group', label: `lane ${lane.id}`, nodes: [title, ...note.texts] };
  const top =
    lane.side === 'lower' ? frame.topOf(lane) + lane.heightPx - headPx(lane) : frame.topOf(lane);
  const heads: Box[] = [
    { x: 0, y: top + 2, width: endX + GAP_PX, height: headPx(lane) - 4 },
    ...later.hits.map(({ box }) => ({ ...box, y: titleY - 9, height: 18 })),
  ];
  return {
    nodes: [...axisLine(frame, lane), group, ...later.nodes],
    hits: later.hits,
    texts: heads,
  };
}

function fontOf(lane: Lane): Font {
  if (lane.side === 'band') return BAND_FONT;
  return isLow(lane) ? LOW_TITLE_FONT : TITLE_FONT;
}

function linesOf(frame: Frame, lane: Lane): { titleY: number; noteY: number } {
  const top = frame.topOf(lane);
  if (lane.side === 'band') return { titleY: top + LINES.band, noteY: top + LINES.band };
  const foot = top + lane.heightPx;
  const isLower = lane.side === 'lower';
  if (isLow(lane)) {
    const y = isLower ? foot - LINES.low : top + LINES.low;
    return { titleY: y, noteY: y };
  }
  return isLower
    ? { titleY: foot - LINES.note + 4, noteY: foot - LINES.title + 6 }
    : { titleY: top + LINES.title, noteY: top + LINES.note };
}

function noteTexts(
  frame: Frame,
  texts: readonly (string | undefined)[],
  { x, y }: { x: number; y: number },
): { texts: TextShape[]; endX: number } {
  const shapes: TextShape[] = [];
  let endX = x;
  const inks: readonly Ink[] = ['ink-2', 'ink-3'];
  for (const [i, text] of texts.entries()) {
    if (text === undefined) continue;
    shapes.push({
      kind: 'text',
      text,
      lang: frame.lang,
      font: NOTE_FONT,
      x: endX,
      y: baseline(y, NOTE_FONT.sizePx),
      ink: inks[i] ?? 'ink-3',
      align: 'start',
    });
    endX += frame.measure(text, NOTE_FONT) + GAP_PX;
  }
  return { texts: shapes, endX: endX - GAP_PX };
}

/** On which the marks of a capital stand. */
function axisLine(frame: Frame, lane: Lane): Shape[] {
  if (lane.side === 'band') return [];
  const y = frame.topOf(lane) + (lane.side === 'upper' ? lane.heightPx : 0);
  return [
    {
      kind: 'polygon',
      points: [0, y, frame.widthPx, y],
      closed: false,
      stroke: { ink: 'ink-1', widthPx: AXIS_LINE_PX },
    },
  ];
}
