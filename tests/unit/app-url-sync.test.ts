import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatasetOpener } from '../../src/app/open-dataset';
import { startUrlSync } from '../../src/app/url-sync';
import type { LoadedDataset } from '../../src/io/load-dataset';
import { createAppStore } from '../../src/state/store';
import { parseUrl } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import { fakeWindow } from '../support/fake-window';
import { smallRecord } from '../support/small-record';

const span = (startDay: number, endDay: number) => ({
  startDay: dayOf(2023, 1, 1) + startDay,
  endDay: dayOf(2023, 1, 1) + endDay,
});

async function start(search = '') {
  const window = fakeWindow(search);
  const { state: opening, problems } = parseUrl(search);
  const store = createAppStore({
    today: dayOf(2026, 3, 1),
    language: 'en',
    theme: 'system',
    opening,
    problems,
  });
  const load = vi.fn<(source: string | File) => Promise<LoadedDataset>>((source) =>
    Promise.resolve(
      typeof source === 'string' && source.includes('broken')
        ? { ok: false, failure: { kind: 'http', status: 404 } }
        : { ok: true, dataset: smallRecord(), issues: [] },
    ),
  );
  const bundled = new Map([['japan-us', '/data/japan-us.json']]);
  const opener = createDatasetOpener({ store, bundled, load, beginBusy: () => () => undefined });
  const end = startUrlSync({ store, opener, window: window as never });
  await opener.open(store.getState().datasetAddress);
  await vi.runAllTimersAsync();
  return { window, store, opener, load, end };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the address', () => {
  it('is completed in place once the dataset is there', async () => {
    const { window } = await start('?zoom=7');
    expect(window.calls).toEqual([
      ['replace', '?v=1&from=2023-03-01&to=2023-06-30&asof=2023-06-12'],
    ]);
  });

  it('takes a step for a choice, at once', async () => {
    const { window, store } = await start();
    store.getState().changeFilter({ kinds: ['visit'] });
    expect(window.calls.at(-1)).toEqual([
      'push',
      '?v=1&from=2023-03-01&to=2023-06-30&asof=2023-06-12&kinds=visit',
    ]);
  });

  it('takes no step for a choice that changes nothing', async () => {
    const { window, store } = await start();
    const { length } = window.calls;
    store.getState().clearFilter();
    expect(window.calls).toHaveLength(length);
  });

  it('follows a long pan with few writes, the last of them the last view', async () => {
    const { window, store } = await start();
    const { length } = window.calls;
    for (let frame = 0; frame < 60 * 30; frame++) {
      store.getState().setView(span(frame, frame + 30), 'replace');
      vi.advanceTimersByTime(1000 / 60);
    }
    vi.runAllTimers();
    const written = window.calls.slice(length);
    expect(written.length).toBeLessThan(65);
    expect(written.every(([mode]) => mode === 'replace')).toBe(true);
    expect(parseUrl(window.location.search).state.from).toBe(span(1799, 0).startDay);
  });

  it('stays within the browsers’ limit when a key is held down', async () => {
    const { window, store } = await start();
    for (let i = 0; i < 900; i++) {
      store.getState().select(i % 2 === 0 ? 'visit' : 'talks');
      vi.advanceTimersByTime(33);
    }
    expect(window.calls.length).toBeLessThan(100);
    vi.runAllTimers();
    expect(parseUrl(window.location.search).state.selectedId).toBe('talks');
  });

  it('writes the view that was before it takes a step', async () => {
    const { window, store } = await start();
    store.getState().setView(span(0, 31), 'replace');
    store.getState().setView(span(31, 59), 'replace');
    store.getState().select('visit');
    expect(window.calls.slice(-2)).toEqual([
      ['replace', '?v=1&from=2023-02-01&to=2023-02-28&asof=2023-06-12'],
      ['push', '?v=1&from=2023-02-01&to=2023-02-28&asof=2023-06-12&event=visit'],
    ]);
  });

  it('writes what waits before the page goes', async () => {
    const { window, store } = await start();
    store.getState().setView(span(0, 31), 'replace');
    store.getState().setView(span(31, 59), 'replace');
    window.hide();
    expect(window.location.search).toContain('from=2023-02-01&to=2023-02-28');
  });

  it('goes on after a browser has refused a write', async () => {
    const { window, store } = await start();
    vi.spyOn(window.history, 'pushState').mockImplementationOnce(() => {
      throw new DOMException('too often', 'SecurityError');
    });
    store.getState().select('visit');
    store.getState().changeFilter({ kinds: ['visit'] });
    expect(window.location.search).toContain('kinds=visit&event=visit');
  });

  it('is left alone after the end', async () => {
    const { window, store, end } = await start();
    end();
    const { length } = window.calls;
    store.getState().select('visit');
    vi.runAllTimers();
    expect(window.calls).toHaveLength(length);
  });
});

describe('Back', () => {
  it('restores view, filter, day and selection one step at a time', async () => {
    const { window, store } = await start();
    const first = store.getState();
    store.getState().changeFilter({ kinds: ['visit'] });
    store.getState().setView(span(0, 31), 'replace');
    store.getState().setAsOf(dayOf(2023, 4, 1));
    store.getState().select('visit');
    const { length } = window.calls;
    window.back();
    expect(store.getState()).toMatchObject({ selectedId: undefined, asOf: dayOf(2023, 4, 1) });
    window.back();
    expect(store.getState()).toMatchObject({ asOf: first.asOf, view: span(0, 31) });
    expect(store.getState().filter.kinds).toEqual(['visit']);
    window.back();
    expect(store.getState()).toMatchObject({ view: first.view, filter: first.filter });
    vi.runAllTimers();
    expect(window.calls.slice(length).some(([mode]) => mode === 'push')).toBe(false);
  });

  it('restores language and theme, to the usual ones where the address names none', async () => {
    const { window, store } = await start();
    store.getState().setLanguage('ja');
    store.getState().setTheme('dark');
    expect(window.calls.slice(-2).map(([mode]) => mode)).toEqual(['push', 'push']);
    window.back();
    expect(store.getState()).toMatchObject({ language: 'ja', theme: 'system' });
    window.back();
    expect(store.getState()).toMatchObject({ language: 'en', theme: 'system' });
    vi.runAllTimers();
    expect(window.location.search).not.toMatch(/lang|theme/);
  });

  it('restores the language with the dataset that was open before', async () => {
    const { window, store, opener } = await start();
    await opener.open('./other.json');
    store.getState().setLanguage('ja');
    window.back();
    window.back();
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ datasetAddress: 'japan-us', language: 'en' });
    expect(window.location.search).not.toMatch(/lang|data/);
  });

  it('drops a view that still waits: it belonged to the entry left', async () => {
    const { window, store } = await start();
    store.getState().select('visit');
    store.getState().setView(span(0, 31), 'replace');
    window.back();
    vi.runAllTimers();
    expect(window.location.search).toBe('?v=1&from=2023-03-01&to=2023-06-30&asof=2023-06-12');
  });

  it('loads the dataset that was open before, as it was shown', async () => {
    const { window, store, opener, load } = await start('?from=2023-01-01&to=2023-01-31');
    await opener.open('./other.json');
    expect(window.calls.at(-1)?.[0]).toBe('push');
    expect(window.location.search).toContain('data=./other.json');
    window.back();
    await vi.runAllTimersAsync();
    expect(load).toHaveBeenLastCalledWith('/data/japan-us.json', expect.anything());
    expect(store.getState()).toMatchObject({ datasetAddress: 'japan-us', view: span(0, 31) });
  });

  it('gives up a load under way when it leads to the dataset on screen', async () => {
    const { window, store, opener, load } = await start();
    store.getState().select('visit');
    load.mockReturnValueOnce(new Promise(() => undefined));
    void opener.open('./slow.json');
    expect(store.getState().loading).toBe('./slow.json');
    window.back();
    expect(store.getState()).toMatchObject({ loading: undefined, selectedId: undefined });
  });

  it('leaves a file of the reader’s own out, which is yet one step that can be gone back and forth', async () => {
    const { window, store, opener, load } = await start();
    const { length } = window.calls;
    const file = new File(['{}'], 'own.json');
    await opener.open(file);
    expect(window.calls.slice(length)).toEqual([['push', expect.not.stringContaining('data')]]);
    store.getState().changeFilter({ kinds: ['visit'] });
    window.back();
    expect(store.getState()).toMatchObject({
      datasetAddress: 'file:1/own.json',
      filter: { kinds: [] },
    });
    expect(load).toHaveBeenCalledTimes(2);
    window.back();
    await vi.runAllTimersAsync();
    expect(store.getState()).toMatchObject({ datasetAddress: 'japan-us', loading: undefined });
    window.forward();
    await vi.runAllTimersAsync();
    expect(load.mock.calls.at(-1)?.[0]).toBe(file);
    expect(store.getState().datasetAddress).toBe('file:1/own.json');
  });

  it('is of the dataset on screen again when a load that Back began is stopped', async () => {
    const { window, store, opener, load } = await start();
    await opener.open('./other.json');
    await vi.runAllTimersAsync();
    const address = window.location.search;
    load.mockImplementationOnce(() => new Promise(() => undefined));
    window.back();
    expect(window.location.search).not.toBe(address);
    store.getState().stopLoading();
    await vi.runAllTimersAsync();
    expect(store.getState().datasetAddress).toBe('./other.json');
    expect(window.location.search).toBe(address);
  });
});
