import { describe, expect, it, vi } from 'vitest';
import { BUNDLED_DATASETS } from '../../src/app/bundled-datasets';
import { createDatasetOpener, type LoadSignals } from '../../src/app/open-dataset';
import { setService } from '../../src/io/large/service-of';
import type { LoadedDataset } from '../../src/io/load-dataset';
import type { Dataset } from '../../src/model/dataset';
import { DEFAULT_DATASET } from '../../src/state/state';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL, parseUrl } from '../../src/state/url-codec';
import { fakeService } from '../support/fake-service';
import { smallRecord } from '../support/small-record';

const good = (dataset: Dataset = smallRecord()): LoadedDataset => ({
  ok: true,
  dataset,
  issues: [],
});
const missing: LoadedDataset = { ok: false, failure: { kind: 'http', status: 404 } };

/** Puts a service to a dataset; gives back what closes it. */
function serve(dataset: Dataset) {
  const close = vi.fn<() => void>();
  setService(dataset, fakeService({ close }));
  return close;
}

/** Lets all that has been answered run on. */
function settle(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 0);
  });
}

interface Asked extends LoadSignals {
  readonly source: string | File;
  readonly answer: (loaded: LoadedDataset) => void;
}

/** Each load waits until it is answered by the test. */
function setUp(search = '') {
  const opening = search === '' ? EMPTY_URL : parseUrl(search).state;
  const store = createAppStore({ today: 0, language: 'en', theme: 'system', opening });
  const asked: Asked[] = [];
  let busy = 0;
  const opener = createDatasetOpener({
    store,
    bundled: new Map([['japan-us', '/assets/japan-us.json']]),
    load: (source, signals) =>
      new Promise((answer) => {
        asked.push({ source, ...signals, answer });
      }),
    beginBusy: () => {
      busy++;
      return () => {
        busy--;
      };
    },
  });
  const answer = (i: number, loaded: LoadedDataset) => asked[i]?.answer(loaded);
  return { store, opener, asked, answer, busyCount: () => busy };
}

describe('opening a dataset', () => {
  it('finds a bundled one by its id', async () => {
    const { store, opener, asked, answer, busyCount } = setUp();
    const opened = opener.open('japan-us');
    expect(asked[0]?.source).toBe('/assets/japan-us.json');
    expect(store.getState().loading).toBe('japan-us');
    expect(busyCount()).toBe(1);
    answer(0, good());
    await opened;
    expect(store.getState()).toMatchObject({ datasetAddress: 'japan-us', loading: undefined });
    expect(busyCount()).toBe(0);
  });

  it('keeps the earlier dataset when a load fails, and says why', async () => {
    const { store, opener, answer } = setUp();
    void opener.open('japan-us');
    answer(0, good());
    await settle();
    const failing = opener.open('./gone.json');
    answer(1, missing);
    await failing;
    expect(store.getState()).toMatchObject({ datasetAddress: 'japan-us', loading: undefined });
    expect(store.getState().dataset?.id).toBe('small');
    expect(store.getState().notices).toMatchObject([
      {
        severity: 'error',
        message: { key: 'notices:load.http', values: { address: './gone.json', status: 404 } },
      },
    ]);
  });

  it('says no more of failed loads once a dataset has come', async () => {
    const { store, opener, answer } = setUp();
    void opener.open('japan-us');
    answer(0, good());
    await settle();
    void opener.open('./gone.json');
    answer(1, missing);
    await settle();
    expect(store.getState().notices).toHaveLength(1);
    void opener.open('./there.json');
    answer(2, good());
    await settle();
    expect(store.getState()).toMatchObject({ datasetAddress: './there.json', notices: [] });
  });

  it('drops a load that a newer one has overtaken, whichever answers first', async () => {
    const { store, opener, asked, answer } = setUp();
    void opener.open('./slow.json');
    void opener.open('./quick.json');
    expect(asked[0]?.signal.aborted).toBe(true);
    answer(1, good());
    await settle();
    answer(0, good(smallRecord({ id: 'slow' })));
    await settle();
    expect(store.getState()).toMatchObject({ datasetAddress: './quick.json', notices: [] });
    expect(store.getState().dataset?.id).toBe('small');
  });

  it('opens the default one where the page would be blank', async () => {
    const { store, opener, asked, answer } = setUp('?data=./gone.json&event=visit');
    void opener.open('./gone.json');
    answer(0, missing);
    await settle();
    expect(asked[1]?.source).toBe('/assets/japan-us.json');
    answer(1, good());
    await settle();
    expect(store.getState()).toMatchObject({
      datasetAddress: DEFAULT_DATASET,
      selectedId: undefined,
      notices: [{ message: { key: 'notices:load.http' } }],
    });
  });

  it('ignores an unknown id, says so, and asks no server for it', async () => {
    const { store, opener, asked, answer } = setUp();
    void opener.open('korea-us', parseUrl('?data=korea-us&event=visit').state);
    answer(0, good());
    await settle();
    expect(store.getState()).toMatchObject({ selectedId: 'visit', datasetAddress: 'japan-us' });
    expect(asked.map(({ source }) => source)).toEqual(['/assets/japan-us.json']);
    expect(store.getState().notices).toMatchObject([
      { message: { key: 'notices:load.unknownId', values: { address: 'korea-us' } } },
    ]);
  });

  it('hands over a file of the reader’s own, and says that no link can carry it', async () => {
    const { store, opener, asked, answer } = setUp();
    const file = new File(['{}'], 'own.json');
    const opened = opener.open(file);
    expect(asked[0]?.source).toBe(file);
    answer(0, good());
    await opened;
    expect(store.getState()).toMatchObject({
      datasetAddress: 'file:1/own.json',
      notices: [
        { severity: 'info', message: { key: 'large:localFile', values: { name: 'own.json' } } },
      ],
    });
    void opener.open('./other.json');
    answer(1, good());
    await settle();
    expect(store.getState().notices).toEqual([]);
  });

  it('finds a file again that was opened before, but not one of an earlier page', async () => {
    const { store, opener, asked, answer } = setUp();
    const file = new File(['{}'], 'own.json');
    void opener.open(file);
    answer(0, good());
    await settle();
    void opener.open('file:1/own.json');
    expect(asked[1]?.source).toBe(file);
    answer(1, good());
    await settle();
    await opener.open('file:9/own.json');
    expect(asked).toHaveLength(2);
    expect(store.getState().notices).toContainEqual(
      expect.objectContaining({
        message: { key: 'notices:load.fileGone', values: { address: 'own.json' } },
      }),
    );
  });

  it('tells how far a load is, until it is overtaken', async () => {
    const { store, opener, asked, answer } = setUp();
    void opener.open('./slow.ndjson');
    const progress = { bytes: 1, totalBytes: 2, events: 3 };
    asked[0]?.onProgress(progress);
    expect(store.getState().progress).toBe(progress);
    void opener.open('./quick.json');
    expect(store.getState().progress).toBeUndefined();
    asked[0]?.onProgress(progress);
    expect(store.getState().progress).toBeUndefined();
    answer(1, good());
    await settle();
    expect(store.getState().progress).toBeUndefined();
  });

  it('gives up a load that the store is told to stop, and leaves all in place', async () => {
    const { store, opener, asked, answer, busyCount } = setUp();
    void opener.open('japan-us');
    answer(0, good());
    await settle();
    const before = store.getState();
    void opener.open('./large.ndjson');
    asked[1]?.onProgress({ bytes: 1, totalBytes: 2, events: 3 });
    store.getState().stopLoading();
    expect(asked[1]?.signal.aborted).toBe(true);
    answer(1, { ok: false, failure: { kind: 'aborted' } });
    await settle();
    expect(store.getState()).toEqual(before);
    expect(busyCount()).toBe(0);
  });

  it('opens nothing that comes although it was stopped, and ends its service', async () => {
    const { store, opener, answer } = setUp();
    void opener.open('japan-us');
    answer(0, good());
    await settle();
    void opener.open('./large.ndjson');
    store.getState().stopLoading();
    const large = smallRecord({ id: 'large' });
    const close = serve(large);
    answer(1, good(large));
    await settle();
    expect(store.getState().dataset?.id).toBe('small');
    expect(close).toHaveBeenCalledOnce();
  });

  it('opens the default one where a stopped load would leave the page blank', async () => {
    const { store, opener, asked, answer } = setUp('?data=./large.ndjson');
    void opener.open('./large.ndjson');
    store.getState().stopLoading();
    answer(0, { ok: false, failure: { kind: 'aborted' } });
    await settle();
    expect(asked[1]?.source).toBe('/assets/japan-us.json');
    answer(1, good());
    await settle();
    expect(store.getState()).toMatchObject({
      datasetAddress: 'japan-us',
      notices: [{ severity: 'info', message: { key: 'notices:load.aborted' } }],
    });
  });

  it('ends the service of a dataset once another is on screen', async () => {
    const { store, opener, answer } = setUp();
    const large = smallRecord({ id: 'large' });
    const close = serve(large);
    void opener.open('./large.ndjson');
    answer(0, good(large));
    await settle();
    void opener.open('./gone.json');
    answer(1, missing);
    await settle();
    expect(close).not.toHaveBeenCalled();
    store.subscribe(({ dataset }) => {
      if (dataset !== large) expect(close).not.toHaveBeenCalled();
    });
    void opener.open('japan-us');
    answer(2, good());
    await settle();
    expect(close).toHaveBeenCalledOnce();
  });

  it('stops for good when the default one fails too', async () => {
    const { store, opener, asked, answer } = setUp();
    void opener.open('japan-us');
    answer(0, { ok: false, failure: { kind: 'network' } });
    await settle();
    expect(asked).toHaveLength(1);
    expect(store.getState()).toMatchObject({ dataset: undefined, loading: undefined });
  });
});

describe('the bundled datasets', () => {
  it('hold the default one', () => {
    expect(BUNDLED_DATASETS.get(DEFAULT_DATASET)).toMatch(/japan-us.*\.json/);
  });
});
