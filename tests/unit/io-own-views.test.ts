import { describe, expect, it } from 'vitest';
import { readOwnViews, startOwnViews } from '../../src/io/own-views';
import type { DatasetView } from '../../src/model/dataset';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import { fullStorage, memoryStorage } from '../support/fake-storage';
import { smallRecord } from '../support/small-record';

const MINE: DatasetView = {
  id: 'mine',
  title: 'Mine',
  note: 'What I saw',
  fromDay: dayOf(2023, 1, 1),
  toDay: dayOf(2023, 2, 1),
  asOfDay: dayOf(2023, 1, 20),
  domains: ['economy'],
  actors: ['g7'],
  event: 'detroit',
};

/** A page with the small record, and the storage of its browser. */
function openPage(
  storage: Storage | undefined,
  { viewId, dataset = smallRecord() }: { viewId?: string; dataset?: typeof RECORD } = {},
) {
  const opening = { ...EMPTY_URL, viewId };
  const store = createAppStore({ today: 20_000, language: 'en', theme: 'system', opening });
  const window = new EventTarget() as unknown as Window;
  startOwnViews({ store, storage, window });
  store.getState().finishLoading({ dataset, address: 'small', issues: [] });
  return { store, window, state: store.getState };
}
const RECORD = smallRecord();

const noticesOf = ({ state }: ReturnType<typeof openPage>) =>
  state().notices.map(({ message }) => [message.key, message.values]);
const UNKNOWN = (found: string) => [['notices:url.notInDataset', { parameter: 'view', found }]];

describe('the reader’s own views', () => {
  it('are there again on the next visit, all that they hold', () => {
    const storage = memoryStorage();
    openPage(storage).state().setOwnViews([MINE]);
    expect(openPage(storage).state().ownViews).toEqual([MINE]);
  });

  it('belong to a dataset', () => {
    const storage = memoryStorage();
    const page = openPage(storage);
    page.state().setOwnViews([MINE]);
    const other = smallRecord({ id: 'other' });
    page.state().finishLoading({ dataset: other, address: 'other', issues: [] });
    expect(page.state().ownViews).toEqual([]);
    page.state().setOwnViews([{ ...MINE, id: 'theirs' }]);
    expect(openPage(storage).state().ownViews).toEqual([MINE]);
    expect(readOwnViews(storage, other).map(({ id }) => id)).toEqual(['theirs']);
  });

  it('follow what another page of the browser saves', () => {
    const storage = memoryStorage();
    const first = openPage(storage);
    openPage(storage).state().setOwnViews([MINE]);
    const event = Object.assign(new Event('storage'), {
      key: 'entente.views',
      storageArea: storage,
    });
    first.window.dispatchEvent(event);
    expect(first.state().ownViews).toEqual([MINE]);
  });

  it.each(['{', '[]', '{"small":3}', '{"small":[{"id":"x"},null]}', 'null'])(
    'are none where what is stored is broken: %s',
    (stored) => {
      const storage = memoryStorage();
      storage.setItem('entente.views', stored);
      expect(openPage(storage).state().ownViews).toEqual([]);
    },
  );

  it('drop what the dataset no longer has, and stay themselves', () => {
    const storage = memoryStorage();
    openPage(storage).state().setOwnViews([MINE]);
    const { event: _, ...rest } = MINE;
    const views = readOwnViews(storage, smallRecord({ events: [], actors: [], views: [] }));
    expect(views).toEqual([{ ...rest, actors: [] }]);
  });

  it.each([
    ['full', fullStorage()],
    ['not to be had', undefined],
  ])('last for the visit where the storage is %s, and this is said', (_, storage) => {
    const page = openPage(storage);
    expect(page.state().keepsViews).toBe(true);
    page.state().setOwnViews([MINE]);
    expect(page.state().keepsViews).toBe(false);
    expect(page.state().ownViews).toEqual([MINE]);
    const other = smallRecord({ id: 'other' });
    page.state().finishLoading({ dataset: other, address: 'other', issues: [] });
    page.state().finishLoading({ dataset: RECORD, address: 'small', issues: [] });
    expect(page.state().ownViews).toEqual([MINE]);
  });

  it('have an id of their own where the dataset tells another view by it', () => {
    const storage = memoryStorage();
    openPage(storage)
      .state()
      .setOwnViews([{ ...MINE, id: 'spring' }, MINE]);
    const ids = openPage(storage)
      .state()
      .ownViews?.map(({ id }) => id);
    expect(ids).toEqual(['mine-2', 'mine']);
  });

  it('are told once where the file has taken them in', () => {
    const storage = memoryStorage();
    openPage(storage).state().setOwnViews([MINE]);
    const inFile = {
      id: 'mine',
      title: 'Mine',
      note: 'What I saw',
      from: '2023-01-01',
      to: '2023-02-01',
      asOf: '2023-01-20',
      domains: ['economy'],
      actors: ['g7'],
      event: 'detroit',
    };
    const page = openPage(storage, { dataset: smallRecord({ views: [inFile] }) });
    expect(page.state().ownViews?.map(({ id }) => id)).toEqual(['mine']);
    expect(page.state().dataset?.views).toEqual(page.state().ownViews);
  });
});

describe('a view that the address names', () => {
  it('is told where the reader has it', () => {
    const storage = memoryStorage();
    openPage(storage).state().setOwnViews([MINE]);
    const page = openPage(storage, { viewId: 'mine' });
    expect(page.state().storyId).toBe('mine');
    expect(noticesOf(page)).toEqual([]);
  });

  it('is told where the dataset has it', () => {
    const page = openPage(undefined, { viewId: 'trade' });
    expect(page.state().storyId).toBe('trade');
    expect(noticesOf(page)).toEqual([]);
  });

  it('brings a notice where nobody has it, and no story', () => {
    const page = openPage(memoryStorage(), { viewId: 'nobodys' });
    expect(page.state().storyId).toBeUndefined();
    expect(noticesOf(page)).toEqual(UNKNOWN('nobodys'));
  });

  it('brings a notice where Back leads to one that was deleted', () => {
    const page = openPage(memoryStorage());
    page.state().setOwnViews([MINE]);
    page.state().applyView('mine');
    page.state().setOwnViews([]);
    expect(page.state().storyId).toBeUndefined();
    expect(noticesOf(page)).toEqual([]);
    page.state().restore({ ...EMPTY_URL, viewId: 'mine' });
    expect(page.state().storyId).toBeUndefined();
    expect(noticesOf(page)).toEqual(UNKNOWN('mine'));
  });
});
