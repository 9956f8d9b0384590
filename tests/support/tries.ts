/** By how much more a search for faults tries: `npm run fuzz`. */
const fuzz = Number(process.env['FUZZ'] ?? 0);

/**
 * How many cases a property is tried with here. The unit tests run once in each of four time zones, to show that the zone makes
 * no difference: in the first with all of them, in the others with a third as many, which are other cases, too.
 */
export function tries(count: number): number {
  if (fuzz > 0) return count * fuzz;
  return process.env['OTHER_ZONE'] ? Math.ceil(count / 3) : count;
}

/** The same cases each time in each zone, so that a change is not told of a fault that it did not bring; in a search, fresh ones. */
export const SEED = fuzz > 0 ? undefined : seedOf(process.env['TZ'] ?? '');

function seedOf(zone: string): number {
  let seed = 1945;
  for (const letter of zone) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  return seed;
}
