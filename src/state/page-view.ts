import type { StoreApi } from 'zustand/vanilla';
import type { State } from './state';
import type { AppStore } from './store';

/** A store to be looked at. */
export type StateView = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>;

/** What a drag of the as-of line changes. */
const MOVED: ReadonlySet<string> = new Set<keyof State>([
  'asOf',
  'asOfMove',
  'asOfMoving',
  'historyStep',
]);

/**
 * The store as the page around the picture sees it: while the as-of line is dragged, as it was before, until the hand
 * rests or anything else changes. So a step of the drag costs the picture alone.
 */
export function createPageView(store: AppStore): StateView {
  const listeners = new Set<(state: State, before: State) => void>();
  let shown = store.getState();
  store.subscribe((state) => {
    if (state.asOfMoving && isSameButMoved(state, shown)) return;
    const before = shown;
    shown = state;
    for (const listener of listeners) listener(state, before);
  });
  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isSameButMoved(state: State, shown: State): boolean {
  for (const key in state) {
    const field = key as keyof State;
    if (state[field] !== shown[field] && !MOVED.has(field)) return false;
  }
  return true;
}
