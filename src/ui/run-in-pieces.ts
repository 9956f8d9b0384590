import type { Steps } from '../lib/steps';
import { nextTask } from './next-task';

/** So long the page may wait. */
const PIECE_MS = 40;

/** As many steps as there is time for, one at least. */
export function runPiece<T>(steps: Steps<T>, pieceMs: number): IteratorResult<undefined, T> {
  const until = performance.now() + pieceMs;
  let step = steps.next();
  while (!step.done && performance.now() < until) step = steps.next();
  return step;
}

/** Runs all steps with room for the page after each piece. Undefined once `isOver` says that nobody wants the result any more. */
export async function runInPieces<T>(
  steps: Steps<T>,
  isOver: () => boolean,
  pieceMs = PIECE_MS,
): Promise<T | undefined> {
  for (;;) {
    const step = runPiece(steps, pieceMs);
    if (step.done) return step.value;
    // One piece after the other is the point of it.
    // oxlint-disable-next-line no-await-in-loop
    await nextTask();
    if (isOver()) return undefined;
  }
}
