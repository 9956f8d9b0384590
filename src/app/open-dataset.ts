import { serviceOf } from '../io/large/service-of';
import type { LoadedDataset } from '../io/load-dataset';
import { isLocalAddress, localAddress } from '../state/local-file';
import {
  DEFAULT_DATASET,
  type HistoryMode,
  type LoadProgress,
  type Notice,
  type UrlState,
} from '../state/state';
import type { AppStore } from '../state/store';
import { noticeOfFailure, noticeOfUnknownId } from './load-notice';

export interface LoadSignals {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

export interface DatasetOpenerParts {
  readonly store: AppStore;
  /** Id → address of the file. */
  readonly bundled: ReadonlyMap<string, string>;
  readonly load: (source: string | File, signals: LoadSignals) => Promise<LoadedDataset>;
  readonly beginBusy: () => () => void;
}

export interface DatasetOpener {
  /**
   * Loads and opens a dataset by the id of a bundled one, by address, or from a file of the reader's own; settles when
   * that is done, well or not. With an `opening` it is no step of the history unless `mode` says so.
   */
  open: (source: string | File, opening?: UrlState, mode?: HistoryMode) => Promise<void>;
  /** Gives up the running load, if any. */
  stop: () => void;
}

interface FinishAs {
  readonly address: string;
  readonly insteadOf?: Notice | undefined;
  readonly mode?: HistoryMode | undefined;
}

/**
 * The newest call wins: an earlier load that is still under way is given up, as it is when the store is told to stop
 * loading. On failure the dataset on screen stays; where there is none yet, the default one is opened, so that the page
 * is never blank.
 */
export function createDatasetOpener(parts: DatasetOpenerParts): DatasetOpener {
  const { store, bundled, load } = parts;
  /** By local address, for Back and Forward. */
  const files = new Map<string, File>();
  let running: AbortController | undefined;

  const stop = () => {
    running?.abort();
    running = undefined;
    if (store.getState().loading !== undefined) store.getState().stopLoading();
  };
  store.subscribe(({ loading }) => {
    if (running && loading === undefined) running.abort();
  });

  const isBlank = () => store.getState().dataset === undefined;

  const fail = async (address: string, notice: Notice, opening?: UrlState) => {
    store.getState().failLoading(notice);
    if (isBlank() && address !== DEFAULT_DATASET)
      await run(DEFAULT_DATASET, opening, { insteadOf: notice });
  };

  const sourceOf = (address: string): string | File | undefined => {
    if (isLocalAddress(address)) return files.get(address);
    return bundled.get(address) ?? (isFileAddress(address) ? address : undefined);
  };

  const finish = (loaded: LoadedDataset & { ok: true }, as: FinishAs) => {
    const { dataset: earlier, finishLoading } = store.getState();
    performance.mark('entente:data');
    finishLoading({ ...loaded, ...as });
    if (earlier && earlier !== loaded.dataset) serviceOf(earlier)?.close();
  };

  const run = async (
    address: string,
    opening?: UrlState,
    { insteadOf, mode }: Omit<FinishAs, 'address'> = {},
  ) => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    store.getState().startLoading(address, opening);
    const source = sourceOf(address);
    if (source === undefined) {
      // Ignored as any unknown word of an address is: the rest of it still counts.
      await fail(address, noticeOfMissing(address), opening && { ...opening, data: undefined });
      return;
    }
    const endBusy = parts.beginBusy();
    try {
      const loaded = await load(source, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (running === controller) store.getState().setProgress(progress);
        },
      });
      const isOvertaken = running !== controller;
      if (!isOvertaken) running = undefined;
      if (controller.signal.aborted && loaded.ok) serviceOf(loaded.dataset)?.close();
      if (isOvertaken) return;
      if (controller.signal.aborted) {
        // Whoever stopped it knows; only where nothing else stands is there more to say.
        if (isBlank()) await fail(address, noticeOfFailure({ kind: 'aborted' }, address));
      } else if (loaded.ok) finish(loaded, { address, insteadOf, mode });
      else await fail(address, noticeOfFailure(loaded.failure, address));
    } finally {
      endBusy();
    }
  };

  const open = (source: string | File, opening?: UrlState, mode?: HistoryMode) => {
    if (typeof source === 'string') return run(source, opening, { mode });
    const address = localAddress(files.size + 1, source.name);
    files.set(address, source);
    return run(address, opening, { mode });
  };
  return { open, stop };
}

function noticeOfMissing(address: string): Notice {
  return isLocalAddress(address)
    ? noticeOfFailure({ kind: 'fileGone' }, address)
    : noticeOfUnknownId(address);
}

/** Not a bare word, which could only be an id. */
function isFileAddress(address: string): boolean {
  return /[/.:]/.test(address);
}
