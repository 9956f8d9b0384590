import type { Box, Font, Ink, MeasureText, TextShape } from './scene';
import { ASCENT, DESCENT } from './slide-style';
import { wrapBalanced } from './wrap-text';

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

/**
 * Breaks a text into the fewest lines not wider than `maxWidthPx`: at most three balanced ones, else filled ones.
 * A word that is wider than a line is broken anywhere.
 */
export function wrapToWidth(
  text: string,
  maxWidthPx: number,
  measureWidth: (text: string) => number,
): readonly string[] {
  for (const lines of [1, 2, 3] as const) {
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

/** Lines as full as they come, for running text. */
export function fillToWidth(
  text: string,
  maxWidthPx: number,
  measureWidth: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => measureWidth(candidate.trimEnd()) <= maxWidthPx;
  const end = () => {
    if (line.trim()) lines.push(line.trim());
    line = '';
  };
  for (const [piece] of text.matchAll(PIECES)) {
    if (line && !fits(line + piece)) end();
    if (fits(piece)) {
      line += piece;
      continue;
    }
    for (const letter of piece) {
      if (line && !fits(line + letter)) end();
      line += letter;
    }
  }
  end();
  return lines;
}
