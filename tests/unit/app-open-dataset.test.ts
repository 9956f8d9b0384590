import { describe, expect, it } from 'vitest';
import { BUNDLED_DATASETS } from '../../src/app/bundled-datasets';
import { createDatasetOpener } from '../../src/app/open-dataset';
import type { LoadedDataset } from '../../src/io/load-dataset';
import type { Dataset } from '../../src/model/dataset';
import { DEFAULT_DATASET } from '../../src/state/state';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL, parseUrl } from '../../src/state/url-codec';
import { smallRecord } from '../support/small-record';

const good = (dataset: Dataset = smallRecord()): LoadedDataset => ({
  ok: true,
  dataset,
  issues: [],
});
const missing: LoadedDataset = { ok: false, failure: { kind: 'http', status: 404 } };

/** Lets all that has been answered run on. */
function settle(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 0);
  });
}

/** Each load waits until it is answered by the test. */
function setUp(search = '') {
  const opening = search === '' ? EMPTY_URL : parseUrl(search).state;
  const store = createAppStore({ today: 0, language: 'en', theme: 'system', opening });
  const asked: { address: string; signal: AbortSignal; answer: (l: LoadedDataset) => void }[] = [];
  let busy = 0;
  const opener = createDatasetOpener({
    store,
    bundled: new Map([['japan-us', '/assets/japan-us.json']]),
    load: (address, signal) =>
      new Promise((answer) => {
        asked.push({ address, signal, answer });
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
    expect(asked[0]?.address).toBe('/assets/japan-us.json');
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
    expect(asked[1]?.address).toBe('/assets/japan-us.json');
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
    expect(asked.map(({ address }) => address)).toEqual(['/assets/japan-us.json']);
    expect(store.getState().notices).toMatchObject([
      { message: { key: 'notices:load.unknownId', values: { address: 'korea-us' } } },
    ]);
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
