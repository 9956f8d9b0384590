const CJK_CLASS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々〆ー]';
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
  const terms: string[] = [];
  for (const word of words(text)) {
    for (const latin of latinWords(word)) terms.push(latin);
    if (hasCjk(word)) for (const pair of pairs(word)) terms.push(pair);
  }
  return terms;
}

/** The terms that a typed text asks for, all of which must be found. */
export function queryTerms(text: string): string[] {
  return words(fold(text)).flatMap((word) => {
    if (!hasCjk(word)) return latinWords(word);
    const characters = Array.from(word);
    return characters.length === 1 ? characters : fullPairs(characters);
  });
}

/** Runs of letters and digits of any script but the Japanese, Chinese and Korean ones. */
function latinWords(word: string): string[] {
  const runs = word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return runs.flatMap((run) => run.split(CJK_RUN)).filter((part) => part !== '');
}

function fullPairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/** Every pair, and the last character, so that a single one is found wherever it stands. */
function pairs(word: string): string[] {
  const characters = Array.from(word);
  return [...fullPairs(characters), characters.at(-1) ?? ''];
}
