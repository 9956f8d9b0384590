import type { Box, Font, SceneNode, Shape } from './scene';
import { boxesMeet } from './timeline-axis';
import { arrow } from './timeline-ground';
import { AXIS_PX, type Frame, type Hit } from './timeline-input';
import { baseline } from './timeline-names';

const PILL_FONT: Font = { family: 'ui', sizePx: 12, weight: 600 };
const NOTE_FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };
const PILL_PX = { height: 21, padding: 9, top: 2 };
const LINE_PX = 1.75;
const CLEAR_PX = 2;
/** A shorter piece of the line between two names would look like a speck. */
const LEAST_PART_PX = 6;

export interface AsOfPart {
  /** Lies under the marks. */
  readonly line: readonly SceneNode[];
  /** Lies over the axis. */
  readonly pill: readonly SceneNode[];
  readonly hits: readonly Hit[];
}

/**
 * The as-of line with its pill in the axis. The line leaves out what the given boxes (names, heads) cover; the note beside
 * the pill gives way to the labels of the axis.
 */
export function layoutAsOf(frame: Frame, covers: readonly Box[], labels: readonly Box[]): AsOfPart {
  const text = frame.words.asOf(frame.asOfDay);
  const textPx = frame.measure(text, PILL_FONT);
  const width = textPx + 2 * PILL_PX.padding;
  if (frame.asOfX < -width || frame.asOfX > frame.widthPx + width)
    return { line: [], pill: [], hits: [] };
  const x = Math.min(Math.max(frame.asOfX - width / 2, 2), frame.widthPx - width - 2);
  const pill: Box = { x, y: PILL_PX.top, width, height: PILL_PX.height };
  const middle = pill.y + pill.height / 2;
  const line = lineParts(frame, covers).map(
    ([y0, y1]): Shape => ({
      kind: 'polygon',
      points: [frame.asOfX, y0, frame.asOfX, y1],
      closed: false,
      stroke: { ink: 'ink-1', widthPx: LINE_PX },
    }),
  );
  const nodes: SceneNode[] = [
    ...layoutStem(frame, pill, labels),
    { kind: 'rect', ...pill, radius: 4, fill: 'ink-1' },
    {
      kind: 'text',
      text,
      lang: frame.lang,
      x: x + width / 2,
      y: baseline(middle, PILL_FONT.sizePx),
      font: PILL_FONT,
      ink: 'on-ink',
      align: 'middle',
    },
    ...layoutNote(frame, pill, labels),
  ];
  const lineBox: Box = {
    x: frame.asOfX - 5,
    y: AXIS_PX,
    width: 10,
    height: frame.heightPx - AXIS_PX,
  };
  return {
    line,
    pill: [{ kind: 'group', label: text, nodes }],
    hits: [
      { kind: 'as-of', box: lineBox },
      { kind: 'as-of', box: pill },
    ],
  };
}

/** From the pill down to the line; a label of the axis in its way interrupts it. */
function layoutStem({ asOfX: x }: Frame, pill: Box, labels: readonly Box[]): SceneNode[] {
  const isHeld = labels.some(
    (box) =>
      box.y + box.height > pill.y + pill.height &&
      box.x - CLEAR_PX < x &&
      x < box.x + box.width + CLEAR_PX,
  );
  if (isHeld) return [];
  return [
    {
      kind: 'polygon',
      points: [x, pill.y + pill.height, x, AXIS_PX],
      closed: false,
      stroke: { ink: 'ink-1', widthPx: LINE_PX },
    },
  ];
}

/** “ahead, as it was then known →”, where it has room before the edge and covers no label that the pill leaves. */
function layoutNote(frame: Frame, pill: Box, labels: readonly Box[]): SceneNode[] {
  const text = frame.words.aheadNote;
  const widthPx = frame.measure(text, NOTE_FONT);
  const x = pill.x + pill.width + 10;
  const y = pill.y + pill.height / 2;
  const box: Box = { x: x - 4, y: pill.y, width: widthPx + 26, height: pill.height };
  const back: Shape = { kind: 'rect', ...box, fill: 'canvas' };
  if (x + widthPx + 26 > frame.widthPx) return [];
  if (labels.some((label) => !boxesMeet(label, pill) && boxesMeet(label, box))) return [];
  return [
    back,
    {
      kind: 'text',
      text,
      lang: frame.lang,
      x,
      y: baseline(y, 11),
      font: NOTE_FONT,
      ink: 'ink-3',
      align: 'start',
    },
    ...arrow(x + widthPx + 16, y),
  ];
}

/** Stretches of the line between the boxes that cover it, [y0, y1]. */
function lineParts(frame: Frame, covers: readonly Box[]): [number, number][] {
  const x = frame.asOfX;
  const gaps = covers
    .filter((box) => box.x - CLEAR_PX < x && x < box.x + box.width + CLEAR_PX)
    .map((box): [number, number] => [box.y, box.y + box.height])
    .toSorted((a, b) => a[0] - b[0]);
  const parts: [number, number][] = [];
  let y = PILL_PX.top + PILL_PX.height;
  for (const [from, to] of gaps) {
    if (from - y > LEAST_PART_PX) parts.push([y, from]);
    y = Math.max(y, to);
  }
  if (y < frame.heightPx) parts.push([y, frame.heightPx]);
  return parts;
}
