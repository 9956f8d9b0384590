import { afterEach, expect, it } from 'vitest';
import type { Font } from '../../src/scene/scene';
import { hasFontsFor, loadFontsFor } from '../../src/ui/fonts';

const FONT: Font = { family: 'ui', sizePx: 12, weight: 400 };

/** Families of a CSS font, without what stands before the first. */
const familiesOf = (font: string): string[] =>
  font.split(',').map((each) => each.trim().replace(/^.*?px */, ''));

/** As a browser has it: of every family listed each letter wants a file of its own. */
function fakeFonts(canLoad: (family: string) => boolean) {
  const files = new Set<string>();
  const wanted = (font: string, text: string) =>
    familiesOf(font).flatMap((family) => Array.from(text, (letter) => `${family} ${letter}`));
  const fonts = {
    load: (font: string, text: string) => {
      if (!familiesOf(font).every(canLoad)) return Promise.reject(new Error('no file'));
      for (const file of wanted(font, text)) files.add(file);
      return Promise.resolve([]);
    },
    check: (font: string, text: string) => wanted(font, text).every((file) => files.has(file)),
  };
  Object.defineProperty(document, 'fonts', { value: fonts, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(document, 'fonts');
});

it('has the fonts for what it has loaded them for, and for nothing else', async () => {
  fakeFonts(() => true);
  await loadFontsFor(['Kishida 岸田']);
  expect(hasFontsFor('Kishida 岸田', [FONT])).toBe(true);
  expect(hasFontsFor('Biden', [FONT])).toBe(false);
  expect(hasFontsFor('日本', [FONT])).toBe(false);
});

it('lacks them where their files did not come', async () => {
  fakeFonts(() => false);
  await loadFontsFor(['qz 首相']);
  expect(hasFontsFor('qz', [FONT])).toBe(false);
  expect(hasFontsFor('首相', [FONT])).toBe(false);
});
