import { expect, it } from 'vitest';
import { paintSvg } from '../../src/paint/paint-svg';
import { DARK, LIGHT } from '../../src/paint/palette';
import { markSheet } from './mark-sheet';

const WORDS = { title: 'Marks', desc: 'Every mark of the grammar', lang: 'en' };

it.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('every mark is drawn as reviewed, %s', async (theme, palette) => {
  const svg = paintSvg(markSheet(), { ...WORDS, palette });
  await expect(svg).toMatchFileSnapshot(`mark-sheet.${theme}.svg`);
});
