/** Parts of a point of tenor: halves to sixths and tenths are exact. */
export const TENOR_PARTS = 60;

/** The code of tenor 0; those of −2 to 2 lie evenly about it. */
const ZERO = 121;

/** A tenor of −2 to 2, rounded to a sixtieth, in one byte: 1 to 241, and 0 for none. */
export function tenorCode(tenor: number | undefined): number {
  return tenor === undefined ? 0 : ZERO + Math.round(tenor * TENOR_PARTS);
}

/** In sixtieths of a point, −120 to 120. Undefined where there is none. */
export function tenorParts(code: number | undefined): number | undefined {
  return code ? code - ZERO : undefined;
}
