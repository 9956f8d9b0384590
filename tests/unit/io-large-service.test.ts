import { expose } from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import { openLarge } from '../../src/io/large/large-service';
import { openLarge as readLarge } from '../../src/io/large/open-large';
import type { LargeWorker } from '../../src/io/large/protocol';
import { serviceOf } from '../../src/io/large/service-of';
import type { LargeRequest } from '../../src/io/load-dataset';
import { WorkerEnded, type WorkerLike } from '../../src/io/worker-link';
import type { Dataset } from '../../src/model/dataset';
import { SMALL_FILE } from '../support/small-record';

const { events: EVENTS, ...HEAD } = SMALL_FILE;
const TEXT = [HEAD, ...EVENTS].map((value) => JSON.stringify(value)).join('\n');

const never = () => new Promise<never>(() => undefined);
/** A second passes between any two looks at the clock. */
const reading: LargeWorker['open'] = (asked, onProgress) => {
  let ms = 0;
  return readLarge(asked, { fetch, nowMs: () => (ms += 1000), onProgress });
};

/** A worker in the same thread: a port that answers as the real one does, and can be made to die. */
function fakeWorker(answers: Partial<LargeWorker> = {}) {
  const { port1, port2 } = new MessageChannel();
  expose({ open: reading, facts: never, find: never, place: never, ...answers }, port2);
  port1.start();
  const terminate = vi.fn<() => void>(() => {
    port1.close();
    port2.close();
  });
  const worker: WorkerLike = Object.assign(port1, { terminate });
  return { worker, terminate, die: () => port1.dispatchEvent(new Event('error')) };
}

function request(text = TEXT): LargeRequest {
  const file = new File([text], 'own.ndjson');
  return { format: 'ndjson', source: { kind: 'file', file }, path: file.name };
}

function start(answers?: Partial<LargeWorker>, text?: string) {
  const fake = fakeWorker(answers);
  const controller = new AbortController();
  const onLost = vi.fn<(dataset: Dataset) => void>();
  const onProgress = vi.fn<() => void>();
  const done = openLarge(request(text), {
    signal: controller.signal,
    onProgress,
    onLost,
    createWorker: () => fake.worker,
  });
  return { ...fake, controller, onLost, onProgress, done };
}

async function opened(answers?: Partial<LargeWorker>) {
  const started = start(answers);
  const loaded = await started.done;
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  return { ...started, dataset: loaded.dataset, service: serviceOf(loaded.dataset) };
}

describe('a large file in a worker', () => {
  it('becomes a dataset on this side, with its progress told', async () => {
    const { dataset, onProgress, terminate } = await opened();
    expect([...dataset.events].map(({ id }) => id)).toEqual(EVENTS.map(({ id }) => id));
    expect(dataset).toMatchObject({ id: 'small', views: HEAD.views.map(({ id }) => ({ id })) });
    expect(onProgress).toHaveBeenCalled();
    expect(terminate).not.toHaveBeenCalled();
  });

  it('has the worker answer for the dataset until it is closed', async () => {
    const find = vi.fn<LargeWorker['find']>(() => Promise.resolve(new Uint8Array([0, 1])));
    const { dataset, service, terminate, onLost } = await opened({ find });
    expect(await service?.find(7, 'word')).toEqual(new Uint8Array([0, 1]));
    expect(find).toHaveBeenCalledExactlyOnceWith(7, 'word', undefined);
    service?.close();
    expect(terminate).toHaveBeenCalledOnce();
    expect(serviceOf(dataset)).toBeUndefined();
    expect(onLost).not.toHaveBeenCalled();
  });

  it('lets nobody wait for an answer that will not come', async () => {
    const { service } = await opened();
    const waiting = service?.find(0, 'word');
    service?.close();
    await expect(waiting).rejects.toThrow(WorkerEnded);
    await expect(service?.find(0, 'later')).rejects.toThrow(WorkerEnded);
  });

  it('passes on what an answer failed by, and goes on', async () => {
    const find = vi
      .fn<LargeWorker['find']>()
      .mockRejectedValueOnce(new Error('no such row'))
      .mockResolvedValueOnce(new Uint8Array(1));
    const { service } = await opened({ find });
    await expect(service?.find(0, 'a')).rejects.toThrow('no such row');
    expect(await service?.find(0, 'b')).toEqual(new Uint8Array(1));
  });

  it('says when the worker of an open dataset dies', async () => {
    const { dataset, service, die, onLost } = await opened();
    const waiting = service?.find(0, 'word');
    die();
    await expect(waiting).rejects.toThrow(WorkerEnded);
    expect(onLost).toHaveBeenCalledExactlyOnceWith(dataset);
    expect(serviceOf(dataset)).toBeUndefined();
  });

  it('ends the worker when it is given up, before and while it reads', async () => {
    const { controller, done, terminate } = start({ open: never });
    controller.abort();
    expect(await done).toEqual({ ok: false, failure: { kind: 'aborted' } });
    expect(terminate).toHaveBeenCalledOnce();
    const createWorker = vi.fn<() => WorkerLike>();
    const late = { signal: controller.signal, onProgress: vi.fn(), onLost: vi.fn(), createWorker };
    expect(await openLarge(request(), late)).toMatchObject({ failure: { kind: 'aborted' } });
    expect(createWorker).not.toHaveBeenCalled();
  });

  it('ends the worker of a file that gives no dataset', async () => {
    const { done, terminate } = start({}, '');
    expect(await done).toEqual({ ok: false, failure: { kind: 'empty' } });
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('is not waited for where the worker dies or cannot be started', async () => {
    const { done, die, onLost } = start({ open: never });
    die();
    expect(await done).toEqual({ ok: false, failure: { kind: 'broken' } });
    expect(onLost).not.toHaveBeenCalled();
    const createWorker = () => {
      throw new Error('refused');
    };
    const { signal } = new AbortController();
    const options = { signal, onProgress: vi.fn(), onLost: vi.fn(), createWorker };
    expect(await openLarge(request(), options)).toEqual({
      ok: false,
      failure: { kind: 'broken' },
    });
  });
});
