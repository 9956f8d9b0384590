import { FIRST_PLAIN_BYTE, signOf } from '../../model/packed-fields';

const QUOTE = 34;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;
const BRACE = 32;

/**
 * Whether a place in what is kept of an event, which has no escapes and begins at `from`, is in a text that is searched:
 * title, summary, the name of the place, a role. The id, names of fields, tags of languages and all else are not.
 */
export function isSearchedAt(kept: Uint8Array, from: number, place: number): boolean {
  let depth = 1;
  let isSearched = false;
  let inner: InnerField | undefined;
  let at = from;
  while (kept[at] !== QUOTE) at += 1;
  for (at += 1; at < place; at++) {
    const byte = kept[at] ?? 0;
    if (byte < FIRST_PLAIN_BYTE) {
      isSearched = byte === TITLE || byte === SUMMARY;
      inner = byte === PLACE.sign ? PLACE : byte === ACTORS.sign ? ACTORS : undefined;
      continue;
    }
    // Brackets and braces are two apart, and differ from each other by a bit.
    const bracket = byte & ~BRACE;
    if (bracket === OPEN) depth += 1;
    else if (bracket === CLOSE) depth -= 1;
    if (byte !== QUOTE) continue;
    const start = at + 1;
    at = start;
    while (kept[at] !== QUOTE) at += 1;
    const isKey = kept[at + 1] === COLON;
    if (place < at) return isSearched && !isKey;
    if (!isKey) continue;
    if (depth === 1) {
      inner = undefined;
      isSearched = false;
    } else if (depth === inner?.depth) {
      isSearched = isWordAt(kept, start, at, inner.field);
    }
  }
  return false;
}

interface InnerField {
  /** Of the field that it is in. */
  readonly sign: number;
  readonly depth: number;
  readonly field: Uint8Array;
}

const bytesOf = (word: string) => new TextEncoder().encode(word);
const TITLE = signOf('title');
const SUMMARY = signOf('summary');
const PLACE: InnerField = { sign: signOf('place'), depth: 2, field: bytesOf('name') };
const ACTORS: InnerField = { sign: signOf('actors'), depth: 3, field: bytesOf('role') };

function isWordAt(kept: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (kept[start + i] !== word[i]) return false;
  return true;
}
