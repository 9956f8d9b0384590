import type { Box, Font, Ink, MeasureText, TextShape } from './scene';
import { ASCENT, DESCENT } from './slide-style';
import { NO_END, NO_START, wrapBalanced } from './wrap-text';

export interface TextOptions {
  readonly text: string;
  readonly lang: string;
  readonly x: number;
  readonly y: number;
  readonly font: Font;
  readonly ink: Ink;
  readonly align?: TextShape['align'];
}

export function textNode({ align = 'start', ...rest }: TextOptions): TextShape {
  return { kind: 'text', align, ...rest };
}

/** The room that the letters of a text take, whatever they are. */
export function textBox(shape: TextShape, measure: MeasureText): Box {
  const width = measure(shape.text, shape.font);
  const shift = { start: 0, middle: width / 2, end: width }[shape.align];
  const { sizePx } = shape.font;
  return {
    x: shape.x - shift,
    y: shape.y - ASCENT * sizePx,
    width,
    height: (ASCENT + DESCENT) * sizePx,
  };
}

/** Control characters show as boxes, or break a line where nobody asked for it. */
const BLANKS = /[\p{Cc}\p{Zl}\p{Zp} ]+/gu;

/** A text with single blanks for whatever parts its words. */
export function onOneLine(text: string): string {
  return text.replaceAll(BLANKS, ' ').trim();
}

/**
 * Breaks a text into the fewest lines not wider than `maxWidthPx`: at most three balanced ones, else filled ones.
 * A word that is wider than a line is broken anywhere.
 */
export function wrapToWidth(
  text: string,
  maxWidthPx: number,
  measureWidth: (text: string) => number,
): readonly string[] {
  const wholePx = measureWidth(text);
  for (const lines of [1, 2, 3] as const) {
    if (wholePx > lines * maxWidthPx) continue;
    const wrapped = wrapBalanced(text, lines, measureWidth);
    if (wrapped?.every((line) => measureWidth(line) <= maxWidthPx)) return wrapped;
  }
  return fillToWidth(text, maxWidthPx, measureWidth);
}

const ELLIPSIS = '…';

/** The first lines of more than are wanted; the last of them ends with an ellipsis. */
export function clampLines(
  lines: readonly string[],
  {
    most = Number.POSITIVE_INFINITY,
    roomPx,
    widthOf,
  }: {
    readonly most?: number | undefined;
    readonly roomPx: number;
    readonly widthOf: (text: string) => number;
  },
): readonly string[] {
  if (lines.length <= most) return lines;
  const letters = Array.from(lines[most - 1] ?? '');
  while (letters.length > 1 && widthOf(letters.join('') + ELLIPSIS) > roomPx) letters.pop();
  return [...lines.slice(0, most - 1), letters.join('').trimEnd() + ELLIPSIS];
}

const PIECES = /[\p{Script=Latin}\p{Number}\p{Punctuation}]+\s*|./gsu;
/** Joined pieces are narrower or wider than the sum of theirs by kerning alone. */
const SURE_SHARE = 0.94;

/** Lines as full as they come, for running text. A word that is wider than a line is broken anywhere. */
export function fillToWidth(
  text: string,
  maxWidthPx: number,
  measureWidth: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  const widthOf = createWidthOf(measureWidth);
  let line: string[] = [];
  let sumPx = 0;
  const put = (piece: string) => {
    line.push(piece);
    sumPx += widthOf(piece);
  };
  const hasRoomFor = (piece: string) =>
    sumPx + widthOf(piece) < SURE_SHARE * maxWidthPx ||
    measureWidth([...line, piece].join('').trimEnd()) <= maxWidthPx;
  const end = (next = '') => {
    const carried = takeCarried(line, next);
    const whole = line.join('').trim();
    if (whole) lines.push(whole);
    line = [];
    sumPx = 0;
    for (const piece of carried) put(piece);
  };
  for (const [piece] of text.matchAll(PIECES)) {
    if (line.length > 0 && !hasRoomFor(piece)) end(piece);
    if (hasRoomFor(piece)) {
      put(piece);
      continue;
    }
    for (const letter of piece) {
      if (line.length > 0 && !hasRoomFor(letter)) end();
      put(letter);
    }
  }
  end();
  return lines;
}

function createWidthOf(measureWidth: (text: string) => number): (piece: string) => number {
  const widths = new Map<string, number>();
  return (piece) => {
    const known = widths.get(piece) ?? measureWidth(piece);
    widths.set(piece, known);
    return known;
  };
}

/** So much of a line goes on to the next at most, for the sake of what must not begin or end one. */
const MOST_CARRIED = 3;

/** Takes from a line's end what must stand with the piece that follows: the letter before a full stop, an opening bracket. */
function takeCarried(line: string[], next: string): readonly string[] {
  let count = 0;
  let after = next;
  while (after && count + 1 < line.length && count < MOST_CARRIED) {
    const last = line.at(-1 - count) ?? '';
    if (!NO_START.test(after) && !NO_END.test(last)) break;
    count += 1;
    after = last;
  }
  return line.splice(line.length - count, count);
}
