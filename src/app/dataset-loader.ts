import { openLarge } from '../io/large/large-service';
import { failed, type LargeRequest, type LoadedDataset, loadDataset } from '../io/load-dataset';
import type { Dataset } from '../model/dataset';
import { LOST_WORKER } from '../state/notices';
import type { AppStore } from '../state/store';
import { loadLaterMessages } from '../ui/i18n';
import type { DatasetOpenerParts } from './open-dataset';

/** Loads with what this page has. The words of large files, and the code that draws them, come when they are needed. */
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
      openLarge: (request) => openBesideWords(request, { ...signals, onLost }),
    });
    // Without these words the dataset is of use nonetheless.
    if (needsWords(source, loaded)) await loadLaterMessages().catch(() => undefined);
    return loaded;
  };
}

/** The worker begins at once; what tells of it and what draws its answer come while it reads. */
async function openBesideWords(
  request: LargeRequest,
  { onProgress, ...options }: Parameters<typeof openLarge>[1],
): Promise<LoadedDataset> {
  let hasWords = false;
  const opening = openLarge(request, {
    ...options,
    onProgress: (progress) => {
      if (hasWords) onProgress(progress);
    },
  });
  import('../ui/timeline/large-picture').catch(() => undefined);
  const note = () => {
    hasWords = true;
  };
  const [loaded] = await Promise.all([opening, loadLaterMessages().then(note, () => undefined)]);
  return loaded.ok || hasWords ? loaded : failed({ kind: 'broken' });
}

function needsWords(source: string | File, loaded: LoadedDataset): boolean {
  const { issues } = loaded.ok ? loaded : { issues: [], ...loaded.failure };
  return typeof source !== 'string' || issues.length > 0;
}
