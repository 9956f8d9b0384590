import type { TextItem } from './itemize';
import type { PathCommand, ShapedGlyph } from './loaded-face';

/** Widths of the boxes, in em: what most fonts give such letters. They depend on the letter alone, so they are the same everywhere. */
const WIDE_EM = 1;
const NARROW_EM = 0.6;
const WIDE =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|[\u3000-\u303F\uFF00-\uFFEF]/u;
const OF_NO_WIDTH = /^[\p{Mark}\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}]+$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A box for each letter that no face has, as it is read: an emoji of several parts is one. */
export function boxesOf({ text, level }: TextItem): ShapedGlyph[] {
  const letters = [...graphemes.segment(text)];
  if (level % 2 === 1) letters.reverse();
  let x = 0;
  return letters.map(({ segment, index }) => {
    const advance = widthOf(segment);
    const glyph = { id: 0, x, y: 0, advance, cluster: index };
    x += advance;
    return glyph;
  });
}

function widthOf(letter: string): number {
  if (OF_NO_WIDTH.test(letter)) return 0;
  return WIDE.test(letter) ? WIDE_EM : NARROW_EM;
}

const SIDE_EM = 0.07;
const LINE_EM = 0.05;
const HEIGHT_EM = 0.7;

/** A hollow box of an advance in em, y up; nothing where there is no width. */
export function boxOutline(advance: number): PathCommand[] {
  if (advance <= 0) return [];
  const outer = { left: SIDE_EM, right: advance - SIDE_EM, bottom: 0, top: HEIGHT_EM };
  const inner = {
    left: outer.left + LINE_EM,
    right: outer.right - LINE_EM,
    bottom: outer.bottom + LINE_EM,
    top: outer.top - LINE_EM,
  };
  return [
    ...ring([
      outer.left,
      outer.bottom,
      outer.right,
      outer.bottom,
      outer.right,
      outer.top,
      outer.left,
      outer.top,
    ]),
    // The other way round, so that it is a hole under either fill rule.
    ...ring([
      inner.left,
      inner.bottom,
      inner.left,
      inner.top,
      inner.right,
      inner.top,
      inner.right,
      inner.bottom,
    ]),
  ];
}

function ring(points: readonly number[]): PathCommand[] {
  const commands: PathCommand[] = [];
  for (let i = 0; i < points.length; i += 2) {
    commands.push({ type: i === 0 ? 'M' : 'L', values: points.slice(i, i + 2) });
  }
  return [...commands, { type: 'Z', values: [] }];
}
