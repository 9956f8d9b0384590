import { cssFont } from '../../scene/fonts';
import type { MeasureText } from '../../scene/scene';

/** Measures with the browser's own fonts. Widths are kept: make a new one once further fonts have come. */
export function createMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  // As `paintCanvas` draws.
  if (context) context.textRendering = 'geometricPrecision';
  const widths = new Map<string, Map<string, number>>();
  let set = '';
  return (text, font) => {
    const css = cssFont(font);
    let known = widths.get(css);
    if (!known) widths.set(css, (known = new Map()));
    const before = known.get(text);
    if (before !== undefined) return before;
    if (!context) return text.length * font.sizePx * 0.55;
    // Setting a font takes longer than measuring a letter in it.
    if (css !== set) context.font = set = css;
    const width = context.measureText(text).width;
    known.set(text, width);
    return width;
  };
}
