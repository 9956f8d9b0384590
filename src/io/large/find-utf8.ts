/** Bytes that the character takes which begins with a byte; UTF-8 that is known to be whole. */
export function lengthOf(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** The code point that begins at a place. */
export function characterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return lead;
  const next = (place: number) => (bytes[at + place] ?? 0) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | next(1);
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (next(1) << 6) | next(2);
  return ((lead & 0x07) << 18) | (next(1) << 12) | (next(2) << 6) | next(3);
}

/** The code point that ends before a place. */
export function characterBefore(bytes: Uint8Array, at: number): number {
  let start = at - 1;
  while (((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return characterAt(bytes, start);
}
