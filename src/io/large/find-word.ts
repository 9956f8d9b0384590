import { fold, foldForIndex, hasCjk, queryTerms, words } from '../../query/search-text';

/** A typed word, and what a text must hold to be found by it. */
export interface SoughtWord {
  /** A run with Japanese, which must stand as it was typed; undefined for Latin words. */
  readonly run: string | undefined;
  /** Latin words, all wanted in the same text. */
  readonly terms: readonly string[];
  /** Whether the last of `terms` may be the beginning of a word. */
  readonly isUnfinished: boolean;
}

/** As `createSearch` reads a text: words folded, the last one perhaps unfinished. Empty: everything is found. */
export function soughtWords(text: string): readonly SoughtWord[] {
  const wanted = words(fold(text)).filter((word) => queryTerms(word).length > 0);
  return wanted.map((word, i) =>
    hasCjk(word)
      ? { run: word, terms: [], isUnfinished: false }
      : { run: undefined, terms: queryTerms(word), isUnfinished: i === wanted.length - 1 },
  );
}

/** Whether one text says a word. */
export function saysWord(text: string, { run, terms, isUnfinished }: SoughtWord): boolean {
  const folded = foldForIndex(text);
  if (run !== undefined) return folded.includes(run);
  return terms.every((term, i) => holdsTerm(folded, term, isUnfinished && i === terms.length - 1));
}

function holdsTerm(folded: string, term: string, isBeginning: boolean): boolean {
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    const end = at + term.length;
    const isStart = !isWordCharacter(characterBefore(folded, at));
    if (isStart && (isBeginning || !isWordCharacter(folded.codePointAt(end)))) return true;
  }
  return false;
}

function characterBefore(text: string, at: number): number | undefined {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return text.codePointAt(isLow ? at - 2 : at - 1);
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** Whether a character goes on a Latin word: any letter, digit or mark but the Japanese ones. */
export function isWordCharacter(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 0x80) return isAsciiWord(code);
  const character = String.fromCodePoint(code);
  return WORD_CHARACTER.test(character) && !hasCjk(character);
}

export function isAsciiWord(byte: number): boolean {
  return isAsciiLetter(byte) || (byte >= 48 && byte <= 57);
}

export function isAsciiLetter(byte: number): boolean {
  const small = byte | 32;
  return small >= 97 && small <= 122;
}
