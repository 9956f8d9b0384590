import { FONT_STACKS } from '../../scene/fonts';
import type { Font, SceneNode, TextShape } from '../../scene/scene';

/** Code points, both ends inclusive. */
export type CodePointRange = readonly [first: number, last: number];

/** What a file of a family is for. */
export interface FaceRange {
  readonly family: string;
  /** The letters that it is to set; empty for all. */
  readonly ranges: readonly CodePointRange[];
}

/** A file of a family, a variable font with a `wght` axis. */
export interface FontFaceFile extends FaceRange {
  /** Its bytes, as WOFF2. Called once for each engine, when a letter of it is first asked for. */
  readonly load: () => Promise<Uint8Array>;
}

/** The letters of a picture by the family that they are set in. */
export type LettersByFamily = Readonly<Record<Font['family'], ReadonlySet<number>>>;

export function lettersOf(nodes: readonly SceneNode[]): LettersByFamily {
  const letters = { ui: new Set<number>(), text: new Set<number>() };
  for (const { text, font } of textsOf(nodes)) {
    for (const letter of text) letters[font.family].add(letter.codePointAt(0) ?? 0);
  }
  return letters;
}

/** All texts of a picture, in painter's order. */
export function textsOf(nodes: readonly SceneNode[]): TextShape[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsOf(node.nodes);
    return node.kind === 'text' ? [node] : [];
  });
}

/** The faces that the letters need: each letter takes the first family of its stack that has it. */
export function facesFor<F extends FaceRange>(letters: LettersByFamily, faces: readonly F[]): F[] {
  const needed = new Set<F>();
  for (const family of ['ui', 'text'] as const) {
    let open = [...letters[family]];
    for (const name of familiesOf(family)) {
      const own = faces.filter((face) => face.family === name);
      for (const face of own) if (open.some((letter) => holds(face, letter))) needed.add(face);
      open = open.filter((letter) => !own.some((face) => holds(face, letter)));
    }
  }
  return faces.filter((face) => needed.has(face));
}

/** The names of a stack's families, first choice first. */
export function familiesOf(family: Font['family']): string[] {
  return FONT_STACKS[family].split(',').map((name) => unquoted(name.trim()));
}

export function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

export function holds({ ranges }: FaceRange, letter: number): boolean {
  return ranges.length === 0 || ranges.some(([first, last]) => first <= letter && letter <= last);
}

/** Reads `U+0-FF, U+131, U+4??`; what is malformed is left out. */
export function parseUnicodeRange(text: string): CodePointRange[] {
  return text.split(',').flatMap((part): CodePointRange[] => {
    const found = /^\s*U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?\s*$/i.exec(part);
    const first = found?.[1];
    if (first === undefined) return [];
    const last = found?.[2] ?? first.replaceAll('?', 'F');
    return [[Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last, 16)]];
  });
}
