/**
 * How many cases a property is tried with here. What can depend on the time zone runs in four of them: in the first with all
 * its cases, in the others with a third as many, which are other cases, too.
 */
export function tries(count: number): number {
  return process.env['OTHER_ZONE'] ? Math.ceil(count / 3) : count;
}
