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
    const scans = terms.map((term, i) =>
      seek(term, isUnfinished && i === terms.length - 1 ? isStart : isWhole),
    );
    const [only] = scans;
    if (only && scans.length === 1) return { holds: only, isExact: true };
    // They may stand in different texts of the event.
    const holds: Scan = (bytes, from, to) => scans.every((scan) => scan(bytes, from, to));
    return { holds, isExact: false };
  }
  // Signs may be written in more than one way, so letters alone are sought in bytes.
  const letters = longest(run.match(/[\p{L}\p{N}]+/gu) ?? []);
  return letters === ''
    ? { holds: () => true, isExact: false }
    : { holds: seek(letters, isAnywhere), isExact: letters === run };
}

type Judge = (bytes: Uint8Array, start: number, end: number) => boolean;

/** Skipping from byte to byte, each step waits for the one before: with less to skip it is quicker to look at every byte. */
const LEAST_SKIPPED = 3;

function seek(needle: string, judge: Judge): Scan {
  const sought = new TextEncoder().encode(needle);
  const isHere: Scan = (bytes, from, end) => {
    const start = end - sought.length;
    return (
      stands(bytes, sought, start) && judge(bytes, start, end) && isSearchedAt(bytes, from, start)
    );
  };
  return sought.length < LEAST_SKIPPED ? seekShort(sought, isHere) : seekLong(sought, isHere);
}

/** `isHere` judges places where the last byte is right; it is told where they end. */
function seekShort(sought: Uint8Array, isHere: Scan): Scan {
  const before = sought.length - 1;
  const last = sought[before] ?? 0;
  const caseBit = isSmallLetter(last) ? 32 : 0;
  // What a closure holds is fetched at each use, so the loop has it all as its own.
  const nextEnd = (bytes: Uint8Array, from: number, to: number) => {
    const wanted = last;
    const bit = caseBit;
    let at = from;
    while (at < to && ((bytes[at] ?? 0) | bit) !== wanted) at += 1;
    return at + 1;
  };
  return (bytes, from, to) => {
    let end = nextEnd(bytes, from + before, to);
    while (end <= to && !isHere(bytes, from, end)) end = nextEnd(bytes, end, to);
    return end <= to;
  };
}

function seekLong(sought: Uint8Array, isHere: Scan): Scan {
  const before = sought.length - 1;
  const skips = skipsOf(sought);
  const skipAfter = before - sought.lastIndexOf(sought[before] ?? 0, before - 1);
  return (bytes, from, to) => {
    const table = skips;
    let at = from + before;
    while (at < to) {
      const skip = table[bytes[at] ?? 0] ?? 0;
      if (skip === 0 && isHere(bytes, from, at + 1)) return true;
      at += skip === 0 ? skipAfter : skip;
    }
    return false;
  };
}

/** Small letters for capital ones; all other bytes are themselves. */
const SMALL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte | 32 : byte,
);

/** By the byte under the end of what is sought: how far on the next place can be; 0 where it may end there. */
function skipsOf(sought: Uint8Array): Uint32Array {
  const skips = new Uint32Array(256).fill(sought.length);
  sought.forEach((small, i) => {
    const skip = sought.length - 1 - i;
    skips[small] = skip;
    if (isSmallLetter(small)) skips[small - 32] = skip;
  });
  return skips;
}

function isSmallLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

function stands(bytes: Uint8Array, sought: Uint8Array, start: number): boolean {
  for (let i = sought.length - 2; i >= 0; i--) {
    if (SMALL[bytes[start + i] ?? 0] !== sought[i]) return false;
  }
  return true;
}

function isAnywhere(): boolean {
  return true;
}

/** Whether a word begins there. */
function isStart(bytes: Uint8Array, start: number): boolean {
  const byte = bytes[start - 1] ?? 0;
  return !(byte < 0x80 ? isAsciiWord(byte) : isWordCharacter(characterBefore(bytes, start)));
}

/** Whether one begins and ends there. */
function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isStart(bytes, start)) return false;
  const byte = bytes[end] ?? 0;
  return !(byte < 0x80 ? isAsciiWord(byte) : isWordCharacter(characterAt(bytes, end)));
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}
