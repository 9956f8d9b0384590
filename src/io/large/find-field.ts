const QUOTE = 34;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;
const BRACE = 32;

/**
 * Whether a place inside the JSON of an event, which has no escapes and begins at `from`, is in a text that is searched:
 * title, summary, the name of the place, a role. Names of fields, tags of languages and all else are not.
 */
export function isSearchedAt(json: Uint8Array, from: number, place: number): boolean {
  let depth = 0;
  let isSearched = false;
  let inner: InnerField | undefined;
  for (let at = from; at < place; at++) {
    const byte = json[at] ?? 0;
    // Brackets and braces are two apart, and differ from each other by a bit.
    const bracket = byte & ~BRACE;
    if (bracket === OPEN) depth += 1;
    else if (bracket === CLOSE) depth -= 1;
    if (byte !== QUOTE) continue;
    const start = at + 1;
    at = start;
    while (json[at] !== QUOTE) at += 1;
    const isKey = json[at + 1] === COLON;
    if (place < at) return isSearched && !isKey;
    if (!isKey) continue;
    if (depth === 1) {
      inner = undefined;
      isSearched = isWordAt(json, start, at, TITLE) || isWordAt(json, start, at, SUMMARY);
      if (isWordAt(json, start, at, PLACE.outer)) inner = PLACE;
      else if (isWordAt(json, start, at, ACTORS.outer)) inner = ACTORS;
    } else if (depth === inner?.depth) {
      isSearched = isWordAt(json, start, at, inner.field);
    }
  }
  return false;
}

interface InnerField {
  readonly outer: Uint8Array;
  readonly depth: number;
  readonly field: Uint8Array;
}

const bytesOf = (word: string) => new TextEncoder().encode(word);
const TITLE = bytesOf('title');
const SUMMARY = bytesOf('summary');
const PLACE: InnerField = { outer: bytesOf('place'), depth: 2, field: bytesOf('name') };
const ACTORS: InnerField = { outer: bytesOf('actors'), depth: 3, field: bytesOf('role') };

function isWordAt(json: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (json[start + i] !== word[i]) return false;
  return true;
}
