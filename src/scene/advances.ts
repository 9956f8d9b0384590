import { cssFont } from './fonts';
import { BELOW_FONT, NAME_FONTS } from './names';
import type { Font, MeasureText } from './scene';

/** By CSS font: each character's advance in px. Full-width ones are left out: they are one em in every font. */
export type Advances = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Advances of the characters in the fonts of names, each measured once. */
export function collectAdvances(letters: string, measure: MeasureText): Advances {
  const measured = [...new Set(letters)].filter((letter) => !FULL_WIDTH.test(letter));
  const fonts = new Map<string, Font>(
    [...NAME_FONTS, BELOW_FONT].map((font) => [cssFont(font), font]),
  );
  return Object.fromEntries(
    Array.from(fonts, ([css, font]) => [
      css,
      Object.fromEntries(measured.map((letter) => [letter, measure(letter, font)])),
    ]),
  );
}

/** Kana, Chinese characters and full-width forms, as the Japanese faces set them. */
const FULL_WIDTH = /^[\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]$/u;

/**
 * Measures by adding up advances: the same in every thread, and without a font. Kerning aside, exact; what was not
 * collected counts as one em.
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
