import type { LoadedDataset } from '../io/load-dataset';
import { DEFAULT_DATASET, type Notice, type UrlState } from '../state/state';
import type { AppStore } from '../state/store';
import { noticeOfFailure, noticeOfUnknownId } from './load-notice';

export interface DatasetOpenerParts {
  readonly store: AppStore;
  /** Id → address of the file. */
  readonly bundled: ReadonlyMap<string, string>;
  readonly load: (address: string, signal: AbortSignal) => Promise<LoadedDataset>;
  readonly beginBusy: () => () => void;
}

export interface DatasetOpener {
  /** Loads and opens a dataset by the id of a bundled one or by address; settles when that is done, well or not. */
  open: (address: string, opening?: UrlState) => Promise<void>;
  /** Gives up the running load, if any. */
  stop: () => void;
}

/**
 * The newest call wins: an earlier load that is still under way is given up. On failure the dataset on screen stays;
 * where there is none yet, the default one is opened, so that the page is never blank.
 */
export function createDatasetOpener(parts: DatasetOpenerParts): DatasetOpener {
  const { store, bundled, load } = parts;
  let running: AbortController | undefined;

  const stop = () => {
    running?.abort();
    running = undefined;
    if (store.getState().loading !== undefined) store.getState().stopLoading();
  };

  const fail = async (address: string, notice: Notice, opening?: UrlState) => {
    store.getState().failLoading(notice);
    const isBlank = store.getState().dataset === undefined;
    if (isBlank && address !== DEFAULT_DATASET) await run(DEFAULT_DATASET, opening, notice);
  };

  const run = async (address: string, opening?: UrlState, insteadOf?: Notice) => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    store.getState().startLoading(address, opening);
    const file = bundled.get(address) ?? (isFileAddress(address) ? address : undefined);
    if (file === undefined) {
      // Ignored as any unknown word of an address is: the rest of it still counts.
      await fail(address, noticeOfUnknownId(address), opening && { ...opening, data: undefined });
      return;
    }
    const endBusy = parts.beginBusy();
    try {
      const loaded = await load(file, controller.signal);
      if (running !== controller) return;
      if (loaded.ok) store.getState().finishLoading({ ...loaded, address, insteadOf });
      else await fail(address, noticeOfFailure(loaded.failure, address));
    } finally {
      endBusy();
    }
  };

  return { open: (address, opening) => run(address, opening), stop };
}

/** Not a bare word, which could only be an id. */
function isFileAddress(address: string): boolean {
  return /[/.:]/.test(address);
}
