import { type TemporalState, temporal } from 'zundo';
import type { Mutate, StateCreator, StoreApi } from 'zustand/vanilla';
import { stepOf } from './history-step';
import type { State } from './state';

/** What undo brings back. Never the view: pan and zoom are no edits. */
type Undoable = Pick<State, 'filter'>;

/** What a store has besides: `store.temporal.getState()` undoes, redoes and clears. */
export type Undo = ['temporal', StoreApi<TemporalState<Undoable>>];

const MOST_STEPS = 100;
const JOIN_MS = 1000;

/** Keeps the former filters. A search typed letter by letter is one step: see `createJoiner`. */
export function withUndo(
  slices: StateCreator<State, [Undo]>,
  nowMs: () => number,
): StateCreator<State, [], [Undo]> {
  return (set, get, api) => {
    // Slices set by the store's own `setState`, which is watched; only undo and redo set by this.
    const setPast = (past: Partial<State>) => set({ ...past, ...stepOf(get(), 'push') });
    const joins = createJoiner(get, nowMs);
    const watched = temporal<State, [], [], Undoable>(
      (_, read, store) => slices(store.setState, read, store as Mutate<StoreApi<State>, [Undo]>),
      {
        limit: MOST_STEPS,
        partialize: ({ filter }) => ({ filter }),
        equality: (past, now) => past.filter === now.filter,
        handleSet:
          (save) =>
          (...change) => {
            if (!joins()) (save as (...args: typeof change) => void)(...change);
          },
      },
    );
    return watched(setPast as typeof set, get, api);
  };
}

/**
 * Whether a change of the filter belongs to the one before: a second at most has passed, and no step of the browser's
 * history was taken since, so this one was none either.
 */
function createJoiner(get: () => State, nowMs: () => number): () => boolean {
  let step: number | undefined;
  let ms = 0;
  return () => {
    const before = { step, ms };
    step = get().historyStep;
    ms = nowMs();
    return step === before.step && ms - before.ms <= JOIN_MS;
  };
}
