import type { HistoryMode, HistorySlice } from './state';

export type Stepped = Pick<HistorySlice, 'historyStep'>;

/** The part of the state that says whether a change becomes a step of the browser's history. */
export function stepOf(state: Stepped, mode: HistoryMode): Stepped {
  return { historyStep: state.historyStep + (mode === 'push' ? 1 : 0) };
}
