/**
 * How many cases a property is tried with here. The unit tests run once in each of four time zones, to show that the zone makes
 * no difference: in the first with all of them, in the others with a third as many, which are other cases, too.
 */
export function tries(count: number): number {
  return process.env['OTHER_ZONE'] ? Math.ceil(count / 3) : count;
}
