import type { LoadFailure } from '../load-failure';

/** Carries a failure out of the depths of reading; its words are the UI's. */
export class LoadError extends Error {
  readonly failure: LoadFailure;

  constructor(failure: LoadFailure) {
    super(failure.kind);
    this.name = 'LoadError';
    this.failure = failure;
  }
}

/** What an error that stopped the reading means to the reader. Allocations that fail are range errors everywhere. */
export function failureOf(error: unknown): LoadFailure {
  if (error instanceof LoadError) return error.failure;
  return { kind: isOutOfMemory(error) ? 'memory' : 'broken' };
}

/** A value nested too deep to be walked through: the fault of one event, not of the machine. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /call stack|too much recursion/i.test(error.message);
}

function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error) || isTooDeep(error)) return false;
  return error instanceof RangeError || /out of memory|allocation/i.test(error.message);
}
