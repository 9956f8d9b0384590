import { toBase64 } from '../../lib/base64';
import type { TextShape } from '../../scene/scene';
import type { FontEngine } from './font-engine';
import type { FontFaceFile } from './font-face';

/** `@font-face` rules that bring, as data, just the letters of the texts, a file for each face and weight. The engine must have been prepared for them. */
export function fontFaceRules(texts: readonly TextShape[], engine: FontEngine): string {
  const rules: string[] = [];
  for (const [face, weights] of lettersByFace(texts, engine)) {
    for (const [weight, letters] of [...weights].toSorted(([a], [b]) => a - b)) {
      rules.push(ruleOf(face, weight, { letters, engine }));
    }
  }
  return rules.join('\n');
}

type LettersByWeight = Map<number, Set<number>>;

function lettersByFace(
  texts: readonly TextShape[],
  engine: FontEngine,
): Map<FontFaceFile, LettersByWeight> {
  const faces = new Map<FontFaceFile, LettersByWeight>();
  for (const { text, font } of texts) {
    for (const { face, text: run } of engine.runs(text, font)) {
      if (!face) continue;
      const weights = faces.get(face) ?? new Map<number, Set<number>>();
      faces.set(face, weights);
      const letters = weights.get(font.weight) ?? new Set<number>();
      weights.set(font.weight, letters);
      for (const letter of run) letters.add(letter.codePointAt(0) ?? 0);
    }
  }
  return faces;
}

interface Subset {
  readonly letters: ReadonlySet<number>;
  readonly engine: FontEngine;
}

function ruleOf(face: FontFaceFile, weight: number, { letters, engine }: Subset): string {
  const font = engine.subset(face, { weight, letters });
  return [
    `@font-face{font-family:"${face.family}"`,
    `font-weight:${weight}`,
    `unicode-range:${rangesOf(letters)}`,
    `src:url(data:font/ttf;base64,${toBase64(font)})}`,
  ].join(';');
}

/** `U+41-43,U+65E5` */
function rangesOf(letters: ReadonlySet<number>): string {
  const ranges: [number, number][] = [];
  for (const letter of [...letters].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === letter - 1) last[1] = letter;
    else ranges.push([letter, letter]);
  }
  return ranges
    .map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`)
    .join(',');
}

function hex(letter: number): string {
  return letter.toString(16).toUpperCase();
}
