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
  const needs = FACES.flatMap((face) => needsOf(cssFont(face), fresh));
  await Promise.allSettled(needs.map(({ font, text }) => document.fonts.load(font, text)));
  for (const letter of fresh) loaded.add(letter);
}

/** Whether every font file that these letters are drawn with is there. */
export function hasFontsFor(letters: string, fonts: readonly Font[]): boolean {
  if (!('fonts' in document)) return true;
  const needs = fonts.flatMap((each) => needsOf(cssFont(each), [...new Set(letters)]));
  return needs.every(({ font, text }) => document.fonts.check(font, text));
}

interface Need {
  /** As CSS says it. */
  readonly font: string;
  readonly text: string;
}

/** Of all families that have a letter the browser would ask for a file, though the first one draws it. */
function needsOf(font: string, letters: readonly string[]): Need[] {
  const plain = letters.filter(isPlain).join('');
  const others = letters.filter((letter) => !isPlain(letter)).join('');
  return [
    { font: firstFamily(font), text: plain },
    { font, text: others },
  ].filter(({ text }) => text !== '');
}

/** Surely in the Latin file of either first family. */
function isPlain(letter: string): boolean {
  return letter <= '\u00FF' || '–—‘’“”…'.includes(letter);
}

function firstFamily(font: string): string {
  return font.slice(0, font.indexOf(','));
}

function isBeyondLatin(letter: string): boolean {
  return letter > '\u2FFF';
}
