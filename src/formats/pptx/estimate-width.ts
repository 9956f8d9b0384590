import type { MeasureText } from '../../scene/scene';

/** In parts of the font's size; wide letters are Japanese ones. */
const EMS = { wide: 1, narrow: 0.3, capital: 0.69, broad: 0.88, other: 0.57 } as const;
const BOLD = 1.05;

/** About as wide as Inter sets a text: enough for the frame of a box whose text is never broken or cut by it. */
export const estimateWidth: MeasureText = (text, { sizePx, weight }) => {
  let ems = 0;
  for (const letter of text) ems += EMS[classOf(letter)];
  return ems * sizePx * (weight >= 600 ? BOLD : 1);
};

function classOf(letter: string): keyof typeof EMS {
  if (letter >= '\u2e80') return 'wide';
  if (/[ .,;:'’|!()[\]fijlrtI1]/.test(letter)) return 'narrow';
  if (/[mwMW@%]/.test(letter)) return 'broad';
  return /\p{Lu}/u.test(letter) ? 'capital' : 'other';
}
