import { type LoadedDataset, loadDataset } from '../io/load-dataset';
import type { Dataset } from '../model/dataset';
import { LOST_WORKER } from '../state/notices';
import type { AppStore } from '../state/store';
import { loadLaterMessages } from '../ui/i18n';
import type { DatasetOpenerParts } from './open-dataset';

/** Loads with what this page has. The code and the words of large files come when they are needed. */
export function createLoader(store: AppStore, pageUrl: string): DatasetOpenerParts['load'] {
  /** What stands in the page can still be seen; what the worker would count or find can't. */
  const onLost = (dataset: Dataset) => {
    if (store.getState().dataset === dataset) store.getState().addNotice(LOST_WORKER);
  };
  return async (source, signals) => {
    const loaded = await loadDataset(source, {
      signal: signals.signal,
      fetch: (...args) => fetch(...args),
      pageUrl,
      openLarge: async (request) => {
        const [{ openLarge }] = await Promise.all([
          import('../io/large/large-service'),
          loadLaterMessages(),
        ]);
        return openLarge(request, { ...signals, onLost });
      },
    });
    // Without these words the dataset is of use nonetheless.
    if (needsWords(source, loaded)) await loadLaterMessages().catch(() => undefined);
    return loaded;
  };
}

function needsWords(source: string | File, loaded: LoadedDataset): boolean {
  const { issues } = loaded.ok ? loaded : { issues: [], ...loaded.failure };
  return typeof source !== 'string' || issues.length > 0;
}
