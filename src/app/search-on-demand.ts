import type { Dataset } from '../model/dataset';
import type { Search } from '../query/search';
import type { AppStore } from '../state/store';

export interface SearchOnDemand {
  readonly store: AppStore;
  /** Brings the code, which the first picture can do without. */
  readonly load: () => Promise<{ createSearch: (dataset: Dataset) => Search }>;
  readonly beginBusy: () => () => void;
}

/** Makes a dataset searchable once there is a text to search for. Returns what ends that. */
export function startSearchOnDemand({ store, load, beginBusy }: SearchOnDemand): () => void {
  let asked: Dataset | undefined;
  const look = () => {
    const { dataset, filter, search } = store.getState();
    if (!dataset || search || filter.text === '' || asked === dataset) return;
    asked = dataset;
    const end = beginBusy();
    void load()
      .then(({ createSearch }) => store.getState().setSearch(dataset, createSearch(dataset)))
      // The code did not come; the next text tries again.
      .catch(() => {
        asked = undefined;
      })
      .finally(end);
  };
  look();
  return store.subscribe(look);
}
