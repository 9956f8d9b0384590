import { proxy } from 'comlink';
import type { Dataset } from '../../model/dataset';
import type { LargeRequest, LoadedDataset, OnProgress } from '../load-dataset';
import type { LoadFailure } from '../load-failure';
import { connect, type WorkerLike, type WorkerLink } from '../worker-link';
import { takeLargeWorker } from './early-worker';
import { nameOf } from './name-of';
import type { LargeWorker, OpenedLarge, OpenRequest } from './protocol';
import { type LargeService, setService } from './service-of';

export interface OpenLargeOptions {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** The worker of a dataset that was opened has died: what asks it gets no answers any more. */
  readonly onLost: (dataset: Dataset) => void;
  readonly createWorker?: () => WorkerLike;
}

/**
 * Has a large file read by a worker of its own, which then answers for the dataset (`serviceOf`) until that is closed.
 * Aborting ends the worker. Never rejects.
 */
export async function openLarge(
  { path, ...request }: LargeRequest,
  { signal, onProgress, onLost, createWorker = takeLargeWorker }: OpenLargeOptions,
): Promise<LoadedDataset> {
  if (signal.aborted) return failed({ kind: 'aborted' });
  let link: WorkerLink<LargeWorker> | undefined;
  const stop = () => link?.end();
  signal.addEventListener('abort', stop);
  try {
    link = connect<LargeWorker>(createWorker());
    const canShare = 'crossOriginIsolated' in globalThis && crossOriginIsolated;
    const asked: OpenRequest = { ...request, name: nameOf(path), canShare, ...heapLimit() };
    // What opens the answer on this side comes while the worker reads.
    const [opened, { openPacked }] = await Promise.all([
      link.ask((worker): Promise<OpenedLarge> => worker.open(asked, proxy(onProgress))),
      import('../../model/open-packed'),
    ]);
    if (!opened.ok) throw new EndedError(opened.failure);
    const { head, packed, ...rest } = opened;
    const dataset = openPacked(head, packed);
    setService(dataset, createService(dataset, link, onLost));
    return { ...rest, dataset };
  } catch (error) {
    stop();
    if (signal.aborted) return failed({ kind: 'aborted' });
    return failed(error instanceof EndedError ? error.failure : { kind: 'broken' });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Only some browsers tell it, and none to a worker, whose own is the same. */
function heapLimit(): Pick<OpenRequest, 'heapBytes'> {
  const { memory } = performance as { readonly memory?: { readonly jsHeapSizeLimit: number } };
  return memory ? { heapBytes: memory.jsHeapSizeLimit } : {};
}

function failed(failure: LoadFailure): LoadedDataset {
  return { ok: false, failure };
}

class EndedError extends Error {
  readonly failure: LoadFailure;

  constructor(failure: LoadFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

function createService(
  dataset: Dataset,
  { ask, end, onEnd }: WorkerLink<LargeWorker>,
  onLost: (dataset: Dataset) => void,
): LargeService {
  onEnd((diedByItself) => {
    setService(dataset, undefined);
    if (diedByItself) onLost(dataset);
  });
  return {
    facts: (request) => ask((worker) => worker.facts(request)),
    years: (request) => ask((worker) => worker.years(request)),
    find: (asOfDay, text, calendar) => ask((worker) => worker.find(asOfDay, text, calendar)),
    place: (request) => ask((worker) => worker.place(request)),
    write: (ownViews) => ask((worker) => worker.write(ownViews)),
    tenor: (request) => ask((worker) => worker.tenor(request)),
    tenorMakeup: (request) => ask((worker) => worker.tenorMakeup(request)),
    tenorLow: (request) => ask((worker) => worker.tenorLow(request)),
    close: end,
  };
}
