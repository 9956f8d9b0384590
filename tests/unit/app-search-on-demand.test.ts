import { expect, it, vi } from 'vitest';
import { startSearchOnDemand } from '../../src/app/search-on-demand';
import { createSearch } from '../../src/query/search';
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
  await vi.waitFor(() => expect(end).toHaveBeenCalledOnce());
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
  await vi.waitFor(() => expect(end).toHaveBeenCalledOnce());
  expect(store.getState().search).toBeUndefined();
  store.getState().changeFilter({ text: 'Detroit talks' });
  await vi.waitFor(() => expect(store.getState().search).toBeDefined());
});
