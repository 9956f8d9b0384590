import type { Steps } from '../lib/steps';
import { nextTask } from './next-task';

/** So long the page may wait. */
const PIECE_MS = 40;

/** Runs all steps with room for the page after each piece. Undefined once `isOver` says that nobody wants the result any more. */
export async function runInPieces<T>(
  steps: Steps<T>,
  isOver: () => boolean,
  pieceMs = PIECE_MS,
): Promise<T | undefined> {
  let step = steps.next();
  while (!step.done) {
    const until = performance.now() + pieceMs;
    while (!step.done && performance.now() < until) step = steps.next();
    // One piece after the other is the point of it.
    // oxlint-disable-next-line no-await-in-loop
    await nextTask();
    if (isOver()) return undefined;
  }
  return step.value;
}
