import type { PackedEvents } from '../../model/packed-events';
import { fold, hasCjk } from '../../query/search-text';
import { characterAt, lengthOf } from './find-utf8';
import { isAsciiLetter } from './find-word';

const BACKSLASH = 92;
const DOT = 46;
const SPACE = 32;

/**
 * One byte an event: 1 where a text cannot be searched by its bytes, since it is told otherwise than it is found
 * (escapes, accents, capital Cyrillic, full width, “U.S.”, spaces beside Japanese) or differs from day to day. A few
 * bytes in a nanosecond each; done once.
 */
export function oddEvents(packed: PackedEvents): Uint8Array {
  const { text, textOffsets, eventCount, finalState, stateIndex } = packed;
  const odd = new Uint8Array(eventCount);
  const traitAt = traitsOfAll();
  for (let event = 0; event < eventCount; event++) {
    const from = textOffsets[event] ?? 0;
    const to = textOffsets[event + 1] ?? 0;
    const isRevised = (stateIndex[finalState[event] ?? 0] ?? 0) > 0;
    if (isRevised || isOddText(text, from, to, traitAt)) odd[event] = 1;
  }
  return odd;
}

function isOddText(
  text: Uint8Array,
  from: number,
  to: number,
  traitAt: (code: number) => number,
): boolean {
  for (let at = from; at < to; at++) {
    const byte = text[at] ?? 0;
    if (NEEDS_LOOK[byte] === 0) continue;
    if (byte === BACKSLASH) return true;
    if (byte === DOT) {
      if (isAbbreviation(text, at)) return true;
      continue;
    }
    const trait = traitAt(characterAt(text, at));
    if (trait === ODD) return true;
    const length = lengthOf(byte);
    if (trait === JAPANESE && (text[at - 1] === SPACE || text[at + length] === SPACE)) return true;
    at += length - 1;
  }
  return false;
}

const NEEDS_LOOK = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || byte === BACKSLASH || byte === DOT ? 1 : 0,
);

/** The second dot of “U.S.”. */
function isAbbreviation(text: Uint8Array, at: number): boolean {
  const [letter = 0, dot, first = 0] = [text[at - 1], text[at - 2], text[at - 3]];
  return dot === DOT && isAsciiLetter(letter) && isAsciiLetter(first);
}

const PLAIN = 1;
const ODD = 2;
const JAPANESE = 3;

let traits: Uint8Array | undefined;

/** What a character is, worked out once for each. */
function traitsOfAll(): (code: number) => number {
  const known = (traits ??= new Uint8Array(0x11_0000));
  return (code) => (known[code] ||= traitOf(code));
}

function traitOf(code: number): number {
  const character = String.fromCodePoint(code);
  // Marks and the letters of Korean syllables join with what stands before them.
  if (/\p{M}|\s|[\u1100-\u11ff]/u.test(character)) return ODD;
  const folded = fold(character);
  if (folded !== character && /[\p{L}\p{N}\p{M}]/u.test(folded)) return ODD;
  return hasCjk(character) ? JAPANESE : PLAIN;
}
