import { cssFont } from './fonts';
import { BELOW_FONT, NAME_FONTS } from './names';
import type { Font, MeasureText } from './scene';

/** By CSS font: each character's advance in px. */
export type Advances = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Advances of the characters in the fonts of names, each measured once. */
export function collectAdvances(letters: string, measure: MeasureText): Advances {
  const unique = [...new Set(letters)];
  const fonts: readonly Font[] = [...NAME_FONTS, BELOW_FONT];
  return Object.fromEntries(
    fonts.map((font) => [
      cssFont(font),
      Object.fromEntries(unique.map((letter) => [letter, measure(letter, font)])),
    ]),
  );
}

/**
 * Measures by adding up advances: the same in every thread, and without a font. Kerning aside, exact; a character that
 * was not collected counts as one em.
 */
export function createAdvanceMeasure(advances: Advances): MeasureText {
  const tables = new Map(
    Object.entries(advances).map(([css, of]) => [css, new Map(Object.entries(of))]),
  );
  return (text, font) => {
    const table = tables.get(cssFont(font));
    let width = 0;
    for (const letter of text) width += table?.get(letter) ?? font.sizePx;
    return width;
  };
}
