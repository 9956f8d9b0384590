/** Work that can be put down after each step and taken up again; in the end it gives its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once. */
export function runThrough<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
