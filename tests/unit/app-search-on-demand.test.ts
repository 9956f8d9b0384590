import { describe, expect, it, vi } from 'vitest';
import { startSearchOnDemand } from '../../src/app/search-on-demand';
import { setService } from '../../src/io/large/service-of';
import { createSearch } from '../../src/query/search';
import { deriveMatching } from '../../src/state/derive';
import { dayOf } from '../../src/time/day';
import { eventually } from '../support/eventually';
import { fakeService } from '../support/fake-service';
import { openedStore } from '../support/opened-store';

it('brings the search with the first text and not before', async () => {
  const store = openedStore();
  const end = vi.fn<() => void>();
  const load = vi.fn(() => Promise.resolve({ createSearch }));
  startSearchOnDemand({ store, load, beginBusy: () => end });
  store.getState().changeFilter({ domains: ['economy'] });
  expect(load).not.toHaveBeenCalled();
  store.getState().changeFilter({ text: 'Hiroshima' });
  store.getState().changeFilter({ text: 'Hiroshima G7' });
  await eventually(() => expect(end).toHaveBeenCalledOnce());
  expect(load).toHaveBeenCalledOnce();
  expect(store.getState().search).toBeDefined();
});

it('tries again with the next text where the code did not come', async () => {
  const store = openedStore();
  const load = vi
    .fn(() => Promise.resolve({ createSearch }))
    .mockRejectedValueOnce(new Error('offline'));
  const end = vi.fn<() => void>();
  startSearchOnDemand({ store, load, beginBusy: () => end });
  store.getState().changeFilter({ text: 'Detroit' });
  await eventually(() => expect(end).toHaveBeenCalledOnce());
  expect(store.getState().search).toBeUndefined();
  store.getState().changeFilter({ text: 'Detroit talks' });
  await eventually(() => expect(store.getState().search).toBeDefined());
});

describe('a large dataset', () => {
  /** Answers are given by the test, in whatever order. */
  function openLarge() {
    const store = openedStore();
    const { dataset } = store.getState();
    const answers = new Map<string, (found: readonly number[]) => void>();
    const find = vi.fn(
      (_day: number, text: string) =>
        new Promise<Uint8Array>((resolve) => {
          answers.set(text, (found) => resolve(Uint8Array.from(found)));
        }),
    );
    if (dataset) setService(dataset, fakeService({ find }));
    const end = vi.fn<() => void>();
    const load = vi.fn(() => Promise.resolve({ createSearch }));
    startSearchOnDemand({ store, load, beginBusy: () => end });
    const matches = () => [...(deriveMatching(store.getState())?.rows ?? [])];
    return { store, answers, find, end, load, matches };
  }

  it('is searched by its worker, and rejects nothing until that answers', async () => {
    const { store, answers, end, load, matches } = openLarge();
    store.getState().changeFilter({ text: 'chips' });
    expect(matches()).toEqual([0, 1, 2, 3]);
    expect(end).not.toHaveBeenCalled();
    answers.get('chips')?.([0, 1, 0, 0]);
    await eventually(() => expect(end).toHaveBeenCalledOnce());
    expect(matches()).toEqual([1]);
    expect(load).not.toHaveBeenCalled();
  });

  it('keeps only the answer to the newest text', async () => {
    const { store, answers, end, matches } = openLarge();
    store.getState().changeFilter({ text: 'mis' });
    store.getState().changeFilter({ text: 'miss' });
    answers.get('miss')?.([0, 0, 1, 0]);
    await eventually(() => expect(matches()).toEqual([2]));
    answers.get('mis')?.([1, 1, 1, 0]);
    await eventually(() => expect(end).toHaveBeenCalledTimes(2));
    expect(matches()).toEqual([2]);
  });

  it('is asked anew for another day', async () => {
    const { store, answers, find, end } = openLarge();
    store.getState().changeFilter({ text: 'miss' });
    answers.get('miss')?.([0, 0, 1, 0]);
    await eventually(() => expect(end).toHaveBeenCalledOnce());
    store.getState().select('visit');
    expect(find).toHaveBeenCalledOnce();
    store.getState().setAsOf(dayOf(2023, 2, 1));
    expect(find).toHaveBeenLastCalledWith(dayOf(2023, 2, 1), 'miss', undefined);
  });

  it('asks again where the worker did not answer', async () => {
    const { store, find, end } = openLarge();
    find.mockRejectedValueOnce(new Error('gone'));
    store.getState().changeFilter({ text: 'miss' });
    await eventually(() => expect(end).toHaveBeenCalledOnce());
    store.getState().select('visit');
    expect(find).toHaveBeenCalledTimes(2);
  });
});
