import { isLocalAddress } from '../state/local-file';
import { DEFAULT_DATASET, type State } from '../state/state';
import type { AppStore } from '../state/store';
import { formatUrl, parseUrl } from '../state/url-codec';
import { noticeOfProblem } from '../state/url-problem';
import { urlStateOf } from '../state/url-state';
import {
  createHistoryWriter,
  fileOfEntry,
  type HistoryEntry,
  type HistoryWindow,
} from './history-writer';
import type { DatasetOpener } from './open-dataset';

export interface UrlSyncParts {
  readonly store: AppStore;
  readonly opener: DatasetOpener;
  readonly window: HistoryWindow & Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Writes the state to the address (a step of the history where `historyStep` rose, else in place) and takes it back
 * from there on Back and Forward. Gives back an end.
 */
export function startUrlSync({ store, opener, window }: UrlSyncParts): () => void {
  const writer = createHistoryWriter(window);
  let step = store.getState().historyStep;

  const write = (state: State) => {
    // While a dataset is on its way, the address may already speak of that one.
    if (!state.view || state.loading !== undefined) return;
    const mode = state.historyStep === step ? 'replace' : 'push';
    step = state.historyStep;
    writer.write(() => entryOf(state), mode);
  };

  const goBack = ({ state: entry }: Pick<PopStateEvent, 'state'>) => {
    writer.forget();
    const { state: url, problems } = parseUrl(window.location.search);
    const { datasetAddress, dataset, addNotice } = store.getState();
    for (const problem of problems) addNotice(noticeOfProblem(problem));
    const address = fileOfEntry(entry) ?? url.data ?? DEFAULT_DATASET;
    if (dataset && address === datasetAddress) {
      opener.stop();
      store.getState().restore(url);
    } else {
      void opener.open(address, url);
      // Once the load has begun, so that the address isn't written of the dataset left.
      store.getState().restorePreferences(url);
    }
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (differsInUrl(state, before)) write(state);
  });
  window.addEventListener('popstate', goBack);
  window.addEventListener('pagehide', writer.flush);
  write(store.getState());
  return () => {
    unsubscribe();
    window.removeEventListener('popstate', goBack);
    window.removeEventListener('pagehide', writer.flush);
    writer.flush();
  };
}

function entryOf(state: State): HistoryEntry {
  const { datasetAddress } = state;
  return {
    search: formatUrl(urlStateOf(state)),
    file: isLocalAddress(datasetAddress) ? datasetAddress : undefined,
  };
}

const IN_URL = [
  'view',
  'asOf',
  'filter',
  'grouping',
  'calendar',
  'tenor',
  'cadence',
  'selectedId',
  'storyId',
  'language',
  'theme',
  'datasetAddress',
  'historyStep',
  'loading',
] as const satisfies readonly (keyof State)[];

function differsInUrl(state: State, before: State): boolean {
  return IN_URL.some((key) => state[key] !== before[key]);
}
