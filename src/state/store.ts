import { createStore, type Mutate, type StateCreator, type StoreApi } from 'zustand/vanilla';
import type { Day } from '../time/day';
import { createAsOfSlice } from './as-of-slice';
import { createCadenceSlice } from './cadence-slice';
import { createCalendarSlice } from './calendar-slice';
import { createDatasetSlice } from './dataset-slice';
import { createFilterSlice } from './filter-slice';
import { createGroupingSlice } from './grouping-slice';
import { createHistorySlice } from './history-slice';
import { createPreferencesSlice } from './preferences-slice';
import { createSelectionSlice } from './selection-slice';
import type { Language, State, Theme, UrlProblem, UrlState } from './state';
import { createTenorSlice } from './tenor-slice';
import { type Undo, withUndo } from './undo';
import { createViewSlice } from './view-slice';
import { createViewsSlice } from './views-slice';

export type AppStore = Mutate<StoreApi<State>, [Undo]>;

export interface InitialState {
  /** The reader's calendar day. */
  readonly today: Day;
  /** In force now: the address's, else the usual. */
  readonly language: Language;
  readonly theme: Theme;
  /** What would hold without the address; left out: the same. */
  readonly usual?: { readonly language: Language; readonly theme: Theme };
  readonly railFolded?: boolean;
  /** What the page's address says, and what could not be read of it. */
  readonly opening: UrlState;
  readonly problems?: readonly UrlProblem[];
  /** A clock, which parts what is undone at once from what is not; left out: time stands still. */
  readonly nowMs?: () => number;
}

export function createAppStore(initial: InitialState): AppStore {
  const { language, theme, opening } = initial;
  const usual = initial.usual ?? { language, theme };
  const preferences = { language, theme, usual, railFolded: initial.railFolded ?? false };
  const slices: StateCreator<State, [Undo]> = (set, get, api) => ({
    ...createViewSlice(set, get, api),
    ...createFilterSlice(set, get, api),
    ...createGroupingSlice(set, get, api),
    ...createCalendarSlice(set, get, api),
    ...createTenorSlice(set, get, api),
    ...createCadenceSlice(set, get, api),
    ...createSelectionSlice(set, get, api),
    ...createAsOfSlice(initial.today)(set, get, api),
    ...createHistorySlice(set, get, api),
    ...createViewsSlice(set, get, api),
    ...createPreferencesSlice(preferences)(set, get, api),
    ...createDatasetSlice(opening, initial.problems ?? [])(set, get, api),
  });
  return createStore<State>()(withUndo(slices, initial.nowMs ?? (() => 0)));
}
