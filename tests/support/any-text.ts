import fc from 'fast-check';

const SURROGATES_FROM = 0xd8_00;
const SURROGATES = 0x8_00;
const LAST = 0x10_ff_ff;

function letterOf(place: number): string {
  return String.fromCodePoint(place < SURROGATES_FROM ? place : place + SURROGATES);
}

function placeOf(letter: unknown): number {
  const point = typeof letter === 'string' ? (letter.codePointAt(0) ?? -1) : -1;
  const place = point < SURROGATES_FROM ? point : point - SURROGATES;
  if (point < 0 || letterOf(place) !== letter) throw new Error('not one letter');
  return place;
}

/** Any code point. fast-check's own unit of that kind, `binary`, keeps a map of a million letters for what this computes. */
const letters = fc.integer({ min: 0, max: LAST - SURROGATES }).map(letterOf, placeOf);

/** Texts of any code points. */
export function anyText(minLength = 0): fc.Arbitrary<string> {
  return fc.string({ minLength, unit: letters });
}
