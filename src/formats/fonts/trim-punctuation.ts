/** A letter and where the face that sets it stands among those that are asked for letters, first first. */
export interface RankedLetter {
  readonly text: string;
  readonly rank: number;
}

type Class = 'open' | 'close' | 'middle' | 'other';

const OPEN = /^[〈《「『【〔〖〘〚〝（［｛｟]$/u;
const CLOSE = /^[〉》」』】〕〗〙〛〞〟）］｝｠]$/u;
const MIDDLE = /^[·‧・\u3000]$/u;
const DOT = /^[、。，．]$/u;
const COLON = /^：$/u;

/**
 * Which letters take half their width, since a full-width mark stands by another: the `text-spacing-trim` of CSS Text 4 as
 * browsers have it by default, so that text is as wide here as there.
 */
export function findHalved(letters: readonly RankedLetter[]): ReadonlySet<number> {
  const halved = new Set<number>();
  for (let i = 0; i < letters.length; i++) {
    const [letter, before, after] = [letters[i], letters[i - 1], letters[i + 1]];
    if (!letter) continue;
    const own = classOf(letter, letter.rank);
    if (own === 'open' && before && classOf(before, letter.rank) !== 'other') halved.add(i);
    if (own === 'close' && after) {
      const next = classOf(after, letter.rank);
      if (next === 'close' || next === 'middle') halved.add(i);
    }
  }
  return halved;
}

/**
 * Where dots and colons stand in their square depends on the font, so Chromium goes by the font that is asked at that point:
 * one that comes after `byRank` has not been asked yet.
 */
function classOf({ text, rank }: RankedLetter, byRank: number): Class {
  if (OPEN.test(text)) return 'open';
  if (CLOSE.test(text)) return 'close';
  if (MIDDLE.test(text)) return 'middle';
  if (rank > byRank) return 'other';
  if (DOT.test(text)) return 'close';
  return COLON.test(text) ? 'middle' : 'other';
}
