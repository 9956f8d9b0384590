import './fonts.css';
import { cssFont } from '../scene/fonts';
import type { Font } from '../scene/scene';

/** The weights a picture uses are all in one variable file, so one weight stands for all. */
const FACES: readonly Font[] = [
  { family: 'ui', sizePx: 12, weight: 400 },
  { family: 'text', sizePx: 18, weight: 600 },
];

/** Starts at once; its 120-odd rules would weigh too much in the first style sheet. */
const japaneseRules: Promise<unknown> = import('@fontsource-variable/noto-sans-jp/wght.css').catch(
  // Without its fonts a page still reads, in a face of the system.
  () => undefined,
);

const loaded = new Set<string>();

/**
 * Waits for every font file that the characters of `texts` need: a canvas draws with what is
 * there and does not ask for more. Characters already asked for cost nothing. Never rejects.
 */
export async function loadFontsFor(texts: readonly string[]): Promise<void> {
  const fresh = [...new Set(texts.join(''))].filter((letter) => !loaded.has(letter));
  if (fresh.length === 0 || !('fonts' in document)) return;
  if (fresh.some(isBeyondLatin)) await japaneseRules;
  const sample = fresh.join('');
  await Promise.allSettled(FACES.map((face) => document.fonts.load(cssFont(face), sample)));
  for (const letter of fresh) loaded.add(letter);
}

function isBeyondLatin(letter: string): boolean {
  return letter > '\u2FFF';
}
