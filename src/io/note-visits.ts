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
    noteVisit(storage, dataset.id, visitOf(dataset, today));
  };
  note();
  store.subscribe(note);
}
