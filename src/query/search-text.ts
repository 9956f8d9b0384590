/** Letters of these scripts, with the marks that stand among them: 々 ー ・ 「」 、 and their like. */
const CJK_CLASS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3001-\\u303f\\u30fb\\u30fc]';
const CJK = new RegExp(CJK_CLASS, 'u');
const CJK_RUN = new RegExp(`${CJK_CLASS}+`, 'u');
const SPACE_BY_CJK = new RegExp(`(?<=${CJK_CLASS})[^\\S\\n]+|[^\\S\\n]+(?=${CJK_CLASS})`, 'gu');

export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/**
 * One form for all ways of writing: NFKC (full and half width alike), small letters, no accents on Latin letters (the
 * voicing marks of kana stay), no dots in abbreviations.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.replaceAll('.', ''));
}

/** As `fold`, for a text to be searched: also without the spaces that some writers put beside Japanese. */
export function foldForIndex(text: string): string {
  return fold(text).replaceAll(SPACE_BY_CJK, '');
}

/** What stands between spaces. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** The terms that a text, folded for the index, is found by: Latin words whole; runs with Japanese also by each pair of characters. */
export function textTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const word of words(text)) {
    for (const latin of latinWords(word)) terms.add(latin);
    if (!hasCjk(word)) continue;
    const characters = Array.from(word);
    for (const pair of pairs(characters)) terms.add(pair);
    // The last one begins no pair, and is to be found by itself too.
    terms.add(termOf(characters.at(-1) ?? ''));
  }
  return Array.from(terms);
}

/** The terms that a typed word asks for, all of which must be found. */
export function queryTerms(word: string): string[] {
  if (!hasCjk(word)) return latinWords(word);
  const characters = Array.from(word);
  return characters.length === 1 ? [termOf(word)] : pairs(characters);
}

/** Runs of letters and digits of any script but the Japanese, Chinese and Korean ones. */
function latinWords(word: string): string[] {
  const runs = word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return runs.flatMap((run) => run.split(CJK_RUN)).filter((part) => part !== '');
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, i) => termOf(`${characters[i] ?? ''}${character}`));
}

const LATIN_ONLY = /^[a-z0-9]+$/;

/**
 * A pair, or a lone character, as a term. Spelt in hexadecimal digits, since the index looks through all branches of a
 * node one by one, and would through thousands of characters: ten times as slow. Beginnings stay beginnings.
 */
function termOf(characters: string): string {
  if (LATIN_ONLY.test(characters)) return characters;
  return `#${Array.from(characters, hexOf).join('')}`;
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(5, '0');
}
