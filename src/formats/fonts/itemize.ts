import createBidi from 'bidi-js';
import type { Font } from '../../scene/scene';
import { type AssignedLetter, assignFaces, facesInOrder } from './assign-faces';
import type { LoadedFace } from './loaded-face';
import { findHalved } from './trim-punctuation';

/** A stretch of a text that one face sets in one direction. */
export interface TextItem {
  /** Undefined where no face has the letters. */
  readonly face: LoadedFace | undefined;
  readonly text: string;
  /** Of the bidirectional algorithm: odd from right to left. */
  readonly level: number;
  /** Where letters begin that take half their width, in UTF-16 units. */
  readonly halved: readonly number[];
}

const bidi = createBidi();
// Hebrew to Arabic with their extensions, what else is written so, and the marks that turn a text.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The text as a canvas sets it: breaks and tabs are blanks, controls nothing. */
export function cleanText(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
      .replaceAll(/[\t\n\f\r\v]/g, ' ')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
  );
}

/** Parts a clean text by face and direction; items from left to right, the letters of each in reading order. */
export function itemize(
  text: string,
  family: Font['family'],
  faces: readonly LoadedFace[],
): TextItem[] {
  const order = facesInOrder(family, faces);
  const letters = [...assignFaces(text, order)];
  const halved = findHalved(
    letters.map((letter) => ({ text: letter.text, rank: rankOf(letter.face, order) })),
  );
  const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, 'ltr').levels : undefined;
  const items: OpenItem[] = [];
  let at = 0;
  letters.forEach((letter, i) => {
    const item = itemFor(letter, levels?.[at] ?? 0, items);
    if (halved.has(i)) item.halved.push(item.text.length);
    item.text += letter.text;
    at += letter.length;
  });
  return reorder(items);
}

interface OpenItem extends TextItem {
  text: string;
  readonly halved: number[];
}

/** The last item where the letter can go on in it, else a new one. */
function itemFor({ face }: AssignedLetter, level: number, items: OpenItem[]): OpenItem {
  const last = items.at(-1);
  if (last?.level === level && (face === 'any' || face === last.face)) return last;
  const item = { face: face === 'any' ? undefined : face, text: '', level, halved: [] };
  items.push(item);
  return item;
}

function rankOf(face: AssignedLetter['face'], order: readonly LoadedFace[]): number {
  return face === undefined || face === 'any' ? Infinity : order.indexOf(face);
}

/** Rule L2 of the bidirectional algorithm, by item: each stretch of a level and above is turned, the highest first. */
function reorder(items: readonly TextItem[]): TextItem[] {
  const order = [...items];
  const highest = Math.max(0, ...items.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? 0) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = Math.max(start, end);
    }
  }
  return order;
}
