import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { AppStoreProvider } from '../../src/ui/app-store';
import { setMessageLanguage, startMessages } from '../../src/ui/i18n';
import { LoadingBar } from '../../src/ui/notices/LoadingBar';
import { smallRecord } from '../support/small-record';

const MEGABYTE = 1_000_000;
const ADDRESS = 'https://example.org/data/some%20events.ndjson?day=1';

async function show(address = ADDRESS): Promise<AppStore> {
  const store = createAppStore({
    today: 20_000,
    language: 'en',
    theme: 'light',
    opening: EMPTY_URL,
  });
  store.getState().finishLoading({ dataset: smallRecord(), address: 'japan-us', issues: [] });
  store.getState().startLoading(address);
  render(
    <AppStoreProvider store={store}>
      <LoadingBar />
    </AppStoreProvider>,
  );
  tell(store, { megabytes: 0, events: 0 });
  // The panel's code comes late.
  await act(() => vi.dynamicImportSettled());
  return store;
}

interface Told {
  readonly megabytes: number;
  readonly events: number;
  readonly of?: number | undefined;
}

function tell(store: AppStore, { megabytes, events, of = 200 }: Told): void {
  act(() => {
    store.getState().setProgress({
      bytes: megabytes * MEGABYTE,
      totalBytes: of === 0 ? undefined : of * MEGABYTE,
      events,
    });
  });
}

/** Ten steps of a second each, at an even pace. */
function tellEvenly(store: AppStore, { from, to, of }: { from: number; to: number; of?: number }) {
  for (let step = 0; step <= 10; step++) {
    const megabytes = from + ((to - from) * step) / 10;
    tell(store, { megabytes, events: Math.round(megabytes * 3900), of });
    act(() => {
      vi.advanceTimersByTime(1000);
    });
  }
}

const bar = () => screen.getByRole('progressbar');
const said = () =>
  // Not what parts of other pages have left to be announced.
  document.querySelector('[aria-live="polite"]:not([data-live-announcer] *)')?.textContent;

beforeAll(async () => {
  await import('../../src/ui/notices/LoadingPanel');
});
beforeEach(() => {
  startMessages('en');
  setMessageLanguage('en');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the panel of a large load', () => {
  it('tells the file’s name, events, share and time left', async () => {
    const store = await show();
    expect(screen.getByText('Loading some events.ndjson', { ignore: '[aria-live]' })).toBeVisible();
    tellEvenly(store, { from: 0, to: 80 });
    expect(bar()).toHaveAccessibleName('Loading some events.ndjson');
    expect(bar()).toHaveAttribute('aria-valuenow', '40');
    // 120 MB at 8 MB a second.
    expect(bar()).toHaveAttribute('aria-valuetext', '312,000 events · 40 % · about 15 s left');
    expect(screen.getByText('312,000 events · 40 % · about 15 s left')).toBeVisible();
  });

  it('follows the pace of the last seconds', async () => {
    const store = await show();
    tellEvenly(store, { from: 0, to: 1 });
    expect(bar()).toHaveAttribute('aria-valuetext', expect.stringMatching(/about 33 min left$/));
    tellEvenly(store, { from: 1, to: 101 });
    expect(bar()).toHaveAttribute('aria-valuetext', expect.stringMatching(/about 10 s left$/));
  });

  it('tells only the count where the size is not known', async () => {
    const store = await show();
    tellEvenly(store, { from: 0, to: 80, of: 0 });
    expect(bar()).toHaveAttribute('aria-valuetext', '312,000 events');
    expect(bar()).not.toHaveAttribute('aria-valuenow');
  });

  it('says that it is nearly done while what has been read is put in order', async () => {
    const store = await show();
    tell(store, { megabytes: 200, events: 1_000_000 });
    expect(bar()).toHaveAttribute('aria-valuetext', '1,000,000 events · nearly done');
  });

  it('speaks Japanese', async () => {
    const store = await show('file:1/出来事.parquet');
    act(() => setMessageLanguage('ja'));
    tellEvenly(store, { from: 0, to: 80 });
    expect(bar()).toHaveAccessibleName('出来事.parquetを読み込み中');
    expect(bar()).toHaveAttribute('aria-valuetext', '312,000件・40％・残り約15秒');
  });

  it('is announced at its start, at half and at its end, and no more often', async () => {
    const store = await show();
    const heard: (string | undefined)[] = [];
    const listen = () => {
      if (heard.at(-1) !== said()) heard.push(said() ?? undefined);
    };
    for (const megabytes of [1, 30, 90, 101, 150, 199]) {
      tell(store, { megabytes, events: megabytes * 1000 });
      listen();
    }
    act(() => {
      store.getState().finishLoading({ dataset: smallRecord(), address: ADDRESS, issues: [] });
    });
    listen();
    expect(heard).toEqual([
      'Loading some events.ndjson',
      'some events.ndjson: half loaded',
      'some events.ndjson is open',
    ]);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('has a button that stops the load and leaves the rest as it was', async () => {
    const store = await show();
    vi.useRealTimers();
    const before = store.getState();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    const { loading, dataset, view, datasetAddress, notices } = store.getState();
    expect(loading).toBeUndefined();
    expect({ dataset, view, datasetAddress, notices }).toEqual({
      dataset: before.dataset,
      view: before.view,
      datasetAddress: before.datasetAddress,
      notices: before.notices,
    });
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(said()).toBe('some events.ndjson was not opened');
  });

  it('is stopped by Escape from its button, which means nothing else then', async () => {
    const store = await show();
    vi.useRealTimers();
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener('keydown', heard);
    screen.getByRole('button', { name: 'Cancel' }).focus();
    await userEvent.keyboard('{Escape}');
    document.removeEventListener('keydown', heard);
    expect(store.getState().loading).toBeUndefined();
    expect(heard).not.toHaveBeenCalled();
  });

  it('takes the place of the thin bar', async () => {
    await show();
    act(() => {
      vi.advanceTimersByTime(1000);
    });
    expect(screen.getAllByRole('progressbar')).toHaveLength(1);
  });
});
