import type { MeasureText, TextShape } from '../../scene/scene';

/** Texts that a person would edit as one: lines of one text, each of one or more runs from left to right. */
export interface TextBlock {
  readonly lines: readonly TextLine[];
}

export type TextLine = readonly [TextShape, ...TextShape[]];

/** Lines of a text stand so far apart, in parts of its size. */
const PITCH = { least: 0.9, most: 1.7 } as const;
/** Source numbers are raised by no more than this. */
const MOST_RAISED = 0.6;
const SAME_PX = 0.02;
/** What follows on a line within this is read on with it; in parts of its size. */
const NEIGHBOUR_GAP = { least: -0.4, most: 0.9 } as const;

export interface TextBlocksOptions {
  readonly isOfEvent: boolean;
  readonly measure: MeasureText;
}

/**
 * Parts texts, as they follow each other in a group, into blocks. Keeps all of them, in their order. In the group of an
 * event what stands behind the name on its last line belongs to it: its source's number and its date. Elsewhere a text
 * belongs to that which ends close before it, if it has no lines of its own.
 */
export function textBlocks(
  texts: readonly TextShape[],
  { isOfEvent, measure }: TextBlocksOptions,
): TextBlock[] {
  const blocks: [TextShape, ...TextShape[]][][] = [];
  texts.forEach((text, i) => {
    const lines = blocks.at(-1);
    const line = lines?.at(-1);
    const next = texts[i + 1];
    const isJoined = (to: TextLine) =>
      isOfEvent
        ? isBehind(to, text)
        : isNeighbour(to, text, measure) && !(next && isNextLine([[text]], next, undefined));
    if (lines && line && isNextLine(lines, text, next)) lines.push([text]);
    else if (line && isJoined(line)) line.push(text);
    else blocks.push([[text]]);
  });
  return blocks.map((lines) => ({ lines }));
}

function isNextLine(
  lines: readonly TextLine[],
  text: TextShape,
  next: TextShape | undefined,
): boolean {
  const first = lines[0]?.[0];
  const last = lines.at(-1);
  if (!first || !last || last.length > 1 || !isSameStyle(first, text)) return false;
  const { sizePx } = text.font;
  const pitch = text.y - last[0].y;
  if (pitch < PITCH.least * sizePx || pitch > PITCH.most * sizePx) return false;
  const before = lines.at(-2)?.[0];
  if (before && Math.abs(last[0].y - before.y - pitch) > SAME_PX * sizePx) return false;
  if (Math.abs(text.x - first.x) <= SAME_PX) return true;
  // The last line of a name that ends at its mark leaves room for what stands behind it.
  return text.align === 'end' && text.x < first.x && next !== undefined && standsBehind(next, text);
}

function isSameStyle(a: TextShape, b: TextShape): boolean {
  return (
    a.align === b.align &&
    a.lang === b.lang &&
    a.ink === b.ink &&
    a.role === b.role &&
    a.opacity === b.opacity &&
    a.font.family === b.font.family &&
    a.font.sizePx === b.font.sizePx &&
    a.font.weight === b.font.weight
  );
}

function isBehind(line: TextLine, text: TextShape): boolean {
  const [first] = line;
  const before = line.at(-1) ?? first;
  return first.align !== 'middle' && text.x >= before.x && standsBehind(text, first);
}

function isNeighbour(line: TextLine, text: TextShape, measure: MeasureText): boolean {
  const before = line.at(-1);
  if (!before || !isBehind(line, text) || before.align !== 'start' || text.role) return false;
  const gap = (text.x - before.x - measure(before.text, before.font)) / before.font.sizePx;
  return gap >= NEIGHBOUR_GAP.least && gap <= NEIGHBOUR_GAP.most;
}

/** Whether a text stands on the line of another, or raised from it as its source's number. */
function standsBehind(text: TextShape, line: TextShape): boolean {
  const { sizePx } = line.font;
  const raisedPx = line.y - text.y;
  const isOnLine =
    text.role === 'source-number'
      ? raisedPx >= 0 && raisedPx <= MOST_RAISED * sizePx
      : Math.abs(raisedPx) <= SAME_PX;
  return isOnLine && text.align === 'start' && text.font.sizePx <= sizePx;
}
