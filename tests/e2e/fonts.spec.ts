import { readFileSync } from 'node:fs';
import { createNodeFonts } from '../../src/cli/node-fonts';
import { cssFont } from '../../src/scene/fonts';
import type { Font } from '../../src/scene/scene';
import { nameStyle, pageStyle } from '../../src/scene/slide-style';
import { expect, open, test } from './support';

const record = JSON.parse(readFileSync('data/japan-us.json', 'utf8')) as {
  events: { title: Record<string, string> }[];
};
const titles = [...new Set(record.events.flatMap(({ title }) => Object.values(title)))];
const slide = pageStyle(1920, 1080);
const slideFonts: Font[] = [
  ...Object.values(slide.font),
  ...[1, 2, 3, 4, 5].map((importance) => nameStyle(slide, importance).font),
];
const fonts = [...new Map(slideFonts.map((font) => [cssFont(font), font])).values()];

test('text is as wide by the fonts of the command line as on a canvas', async ({ page }) => {
  const engine = await createNodeFonts();
  await engine.prepare(titles);
  await open(page, '?lang=ja');
  const widths = await page.evaluate(
    async ({ texts, css }) => {
      const all = texts.join('');
      await Promise.all(css.map((font) => document.fonts.load(font, all)));
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('no canvas');
      context.textRendering = 'geometricPrecision';
      return css.map((font) => {
        context.font = font;
        return texts.map((text) => context.measureText(text).width);
      });
    },
    { texts: titles, css: fonts.map(cssFont) },
  );
  const differences = fonts.flatMap((font, i) =>
    titles.map((title, j) => ({
      title,
      font: cssFont(font).slice(0, 30),
      by: engine.measure(title, font) - (widths[i]?.[j] ?? Infinity),
    })),
  );
  expect(differences.filter(({ by }) => Math.abs(by) > 0.1)).toEqual([]);
});
