import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetOpener } from '../../src/app/open-dataset';
import { createFileOpener } from '../../src/app/open-file';
import { reopenPicture } from '../../src/app/reopen-picture';
import { hashDataset } from '../../src/formats/hash-dataset';
import type { PictureStamp } from '../../src/formats/picture-stamp';
import { stampXml } from '../../src/formats/svg-stamp';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { parseIsoDay } from '../../src/time/day';
import { smallRecord } from '../support/small-record';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

let store: AppStore;
const open = vi.fn<DatasetOpener['open']>();

beforeEach(() => {
  open.mockReset();
  store = createAppStore({
    today: day('2026-11-22'),
    language: 'en',
    theme: 'dark',
    opening: EMPTY_URL,
  });
  store.getState().finishLoading({ dataset: smallRecord(), address: 'file:1/s.json', issues: [] });
});

const STAMP: PictureStamp = {
  view: 'v=1&from=2023-05-01&to=2023-05-31&asof=2023-06-12&domains=economy&group=kind&lang=ja',
  dataset: 'small',
  hash: hashDataset(smallRecord()),
};

function picture(stamp: Partial<PictureStamp> = {}, name = 'may.svg'): File {
  const xml = stampXml({ ...STAMP, ...stamp });
  return new File(
    [`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${xml}</metadata></svg>`],
    name,
  );
}

async function drop(file: File): Promise<readonly string[]> {
  const openFile = createFileOpener({
    store,
    opener: { open },
    bundled: new Map([['bundled', 'bundled.json']]),
    load: async () => ({ reopenPicture }),
    beginBusy: () => () => {},
  });
  await openFile(file);
  return store.getState().notices.map(({ message }) => message.key);
}

describe('a picture that is opened', () => {
  it('brings back its view as a step of the history, in the reader’s own language and colours', async () => {
    const { historyStep } = store.getState();
    expect(await drop(picture())).toEqual(['large:localFile']);
    const { view, asOf, filter, grouping, language, theme, ...state } = store.getState();
    expect(view).toEqual({ startDay: day('2023-05-01'), endDay: day('2023-06-01') });
    expect(asOf).toBe(day('2023-06-12'));
    expect(filter.domains).toEqual(['economy']);
    expect(grouping).toBe('kind');
    expect([language, theme]).toEqual(['en', 'dark']);
    expect(state.historyStep).toBe(historyStep + 1);
    expect(open).not.toHaveBeenCalled();
  });

  it('says that the record has changed since it was made', async () => {
    expect(await drop(picture({ hash: '0'.repeat(64) }))).toContain('reopen:changed');
    expect(store.getState().grouping).toBe('kind');
  });

  it('opens a bundled dataset for its view', async () => {
    await drop(picture({ dataset: 'bundled' }));
    expect(open).toHaveBeenCalledWith(
      'bundled',
      expect.objectContaining({ grouping: 'kind' }),
      'push',
    );
  });

  it('names a dataset that is not at hand, and leaves what is on screen', async () => {
    const before = store.getState().view;
    expect(await drop(picture({ dataset: 'elsewhere' }))).toContain('reopen:unknownDataset');
    const notice = store.getState().notices.find(({ id }) => id === 'reopen');
    expect(notice?.message.values).toEqual({ name: 'may.svg', dataset: 'elsewhere' });
    expect(store.getState().view).toBe(before);
    expect(open).not.toHaveBeenCalled();
  });

  it('fetches nothing from where a picture says, and tells of what it cannot read of a view', async () => {
    const view =
      'v=1&data=https://example.org/evil.json&from=2023-05-01&to=2023-05-31&group=nothing';
    expect(await drop(picture({ view }))).toContain('notices:url.unknownValue');
    expect(open).not.toHaveBeenCalled();
  });

  it('without a view, of another kind or cut short says which of these it is', async () => {
    const plain = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'plain.svg');
    expect(await drop(plain)).toContain('reopen:none');
    expect(await drop(new File(['GIF89a'], 'moving.gif'))).toContain('reopen:notPicture');
    const cut = new File([Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13)], 'cut.png');
    const keys = await drop(cut);
    expect(keys).toContain('reopen:damaged');
    expect(keys.filter((key) => key.startsWith('reopen:'))).toHaveLength(1);
  });

  it('leaves datasets to who reads these', async () => {
    const file = new File(['{}'], 'own.json');
    await drop(file);
    expect(open).toHaveBeenCalledWith(file);
  });
});
