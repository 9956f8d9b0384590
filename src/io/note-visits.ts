import type { Dataset } from '../model/dataset';
import type { AppStore } from '../state/store';
import { noteVisit, visitOf } from './visits';

/** Keeps a visit of each dataset that is opened from now on, and of the one that is. */
export function startNotingVisits(store: AppStore, storage: Storage | undefined): void {
  let noted: Dataset | undefined;
  const note = () => {
    const { dataset, today } = store.getState();
    if (!dataset || dataset === noted) return;
    noted = dataset;
    // After the picture, which the reader waits for.
    whenIdle(() => noteVisit(storage, dataset.id, visitOf(dataset, today)));
  };
  note();
  store.subscribe(note);
}

/** Not every browser says when it is idle. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, 500);
}
