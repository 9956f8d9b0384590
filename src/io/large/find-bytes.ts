import { isSearchedAt } from './find-field';
import { characterAt, characterBefore } from './find-utf8';
import { isAsciiWord, isWordCharacter, type SoughtWord } from './find-word';

/** Whether the JSON of one event, `bytes[from … to − 1]`, holds what is sought. */
export type Scan = (bytes: Uint8Array, from: number, to: number) => boolean;

export interface WordScan {
  readonly holds: Scan;
  /** False where what it finds is but a hint, and each event that it finds is to be read. */
  readonly isExact: boolean;
}

/**
 * Seeks a word in JSON as it stands, by skipping as R. N. Horspool does (1980), ASCII letters alike in both cases. Good
 * for events that are not odd.
 */
export function createScan({ run, terms, isUnfinished }: SoughtWord): WordScan {
  if (run === undefined) {
    const term = longest(terms);
    const isBeginning = isUnfinished && term === terms.at(-1);
    const holds = seek(term, (bytes, start, end) => isWord(bytes, start, end, isBeginning));
    return { holds, isExact: terms.length === 1 };
  }
  // Signs may be written in more than one way, so letters alone are sought in bytes.
  const letters = longest(run.match(/[\p{L}\p{N}]+/gu) ?? []);
  return letters === ''
    ? { holds: () => true, isExact: false }
    : { holds: seek(letters, () => true), isExact: letters === run };
}

type Judge = (bytes: Uint8Array, start: number, end: number) => boolean;

function seek(needle: string, judge: Judge): Scan {
  const sought = new TextEncoder().encode(needle);
  const skips = skipsOf(sought);
  const length = sought.length;
  const last = sought[length - 1] ?? 0;
  return (bytes, from, to) => {
    let at = from + length - 1;
    while (at < to) {
      const byte = bytes[at] ?? 0;
      if (SMALL[byte] === last && stands(bytes, sought, at - length + 1)) {
        const start = at - length + 1;
        if (judge(bytes, start, at + 1) && isSearchedAt(bytes, from, start)) return true;
      }
      at += skips[byte] ?? 1;
    }
    return false;
  };
}

/** Small letters for capital ones; all other bytes are themselves. */
const SMALL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte | 32 : byte,
);

/** By the byte under the end of what is sought: how far on the next place can be. */
function skipsOf(sought: Uint8Array): Uint32Array {
  const skips = new Uint32Array(256).fill(sought.length);
  for (let i = 0; i < sought.length - 1; i++) {
    const byte = sought[i] ?? 0;
    const isLetter = byte >= 97 && byte <= 122;
    skips[byte] = sought.length - 1 - i;
    if (isLetter) skips[byte - 32] = sought.length - 1 - i;
  }
  return skips;
}

function stands(bytes: Uint8Array, sought: Uint8Array, start: number): boolean {
  for (let i = sought.length - 2; i >= 0; i--) {
    if (SMALL[bytes[start + i] ?? 0] !== sought[i]) return false;
  }
  return true;
}

function isWord(bytes: Uint8Array, start: number, end: number, isBeginning: boolean): boolean {
  const before = bytes[start - 1] ?? 0;
  if (before < 0x80 ? isAsciiWord(before) : isWordCharacter(characterBefore(bytes, start))) {
    return false;
  }
  if (isBeginning) return true;
  const after = bytes[end] ?? 0;
  return !(after < 0x80 ? isAsciiWord(after) : isWordCharacter(characterAt(bytes, end)));
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}
