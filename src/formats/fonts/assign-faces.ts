import type { Font } from '../../scene/scene';
import { familiesOf, holds } from './font-face';
import type { LoadedFace } from './loaded-face';

/** A letter as it is read, marks and all, and what sets it. */
export interface AssignedLetter {
  readonly text: string;
  /** `any` for what shows nothing and goes along with what is before it; undefined where no face has the letter. */
  readonly face: LoadedFace | 'any' | undefined;
  /** Of what it was before its marks were joined to it, in UTF-16 units. */
  readonly length: number;
}

/** Which of the faces, first choice first, sets which letter: all of a letter and its marks, where one has them all. */
export function* assignFaces(
  text: string,
  order: readonly LoadedFace[],
): Generator<AssignedLetter> {
  for (const { segment } of graphemes.segment(text)) {
    const { length } = segment;
    const letter = MARKED.test(segment) ? segment.normalize('NFC') : segment;
    const face = findFace(letter, order);
    if (face) yield { text: letter, face, length };
    else yield* assignParts(segment, order);
  }
}

/** Where several files of a family claim a letter, the last of them that has it is taken, as in CSS. */
export function facesInOrder(
  family: Font['family'],
  faces: readonly LoadedFace[],
): readonly LoadedFace[] {
  return familiesOf(family).flatMap((name) =>
    faces.filter(({ file }) => file.family === name).toReversed(),
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const MARKED = /\p{L}\p{Mn}/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

function* assignParts(letter: string, order: readonly LoadedFace[]): Generator<AssignedLetter> {
  if (PICTURE.test(letter)) {
    yield { text: letter, face: undefined, length: letter.length };
    return;
  }
  for (const part of letter) yield { text: part, face: findFace(part, order), length: part.length };
}

function findFace(letter: string, order: readonly LoadedFace[]): AssignedLetter['face'] {
  const shown = Array.from(letter).filter((part) => !UNSEEN.test(part));
  if (shown.length === 0) return 'any';
  return order.find((face) =>
    shown.every((part) => {
      const code = part.codePointAt(0) ?? 0;
      return holds(face.file, code) && face.has(code);
    }),
  );
}
