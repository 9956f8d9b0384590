/** Work that can be put down after each step and taken up again; in the end it gives its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once. */
export function runThrough<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** A pass over [0, count) in stretches short enough to leave room for a frame after each. */
export function* inStretches(
  count: number,
  pass: (from: number, to: number) => void,
): Steps<undefined> {
  for (let from = 0; from < count; from += STRETCH) {
    pass(from, Math.min(count, from + STRETCH));
    yield;
  }
  return undefined;
}

/** Some milliseconds of a plain loop, even before it is compiled. */
const STRETCH = 50_000;
