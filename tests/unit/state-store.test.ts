import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/dataset';
import { NO_FILTER } from '../../src/query/filter';
import { createAppStore, type InitialState } from '../../src/state/store';
import { EMPTY_URL, parseUrl } from '../../src/state/url-codec';
import { urlStateOf } from '../../src/state/url-state';
import { dayOf } from '../../src/time/day';
import { smallRecord } from '../support/small-record';

const today = dayOf(2026, 3, 1);
const span = (from: [number, number, number], to: [number, number, number]) => ({
  startDay: dayOf(...from),
  endDay: dayOf(...to) + 1,
});

function emptyStore(initial: Partial<InitialState> = {}) {
  return createAppStore({ today, language: 'en', theme: 'system', opening: EMPTY_URL, ...initial });
}

function openedStore(search = '', initial: Partial<InitialState> = {}) {
  const { state: opening, problems } = parseUrl(search);
  const store = emptyStore({ opening, problems, ...initial });
  store.getState().startLoading(store.getState().datasetAddress);
  finish(store);
  return store;
}

function finish(store: ReturnType<typeof emptyStore>, address?: string, issues: Issue[] = []) {
  const { loading = 'japan-us', finishLoading } = store.getState();
  finishLoading({ dataset: smallRecord(), address: address ?? loading, issues });
}

function issue(path: string, severity: 'error' | 'warning' = 'error'): Issue {
  return { path, severity, expected: { key: 'x' }, found: 'y' };
}

function preferencesInUrl(initial: Partial<InitialState>) {
  const { language, theme } = urlStateOf(emptyStore(initial).getState());
  return [language, theme];
}

describe('opening a dataset', () => {
  it('opens at the first view as of its day where the address says nothing', () => {
    const { view, asOf, filter, selectedId } = openedStore().getState();
    expect(view).toEqual(span([2023, 3, 1], [2023, 6, 30]));
    expect(asOf).toBe(dayOf(2023, 6, 12));
    expect(filter).toEqual(NO_FILTER);
    expect(selectedId).toBeUndefined();
  });

  it('reads as of Latest where the address gives a span and no day', () => {
    const { view, asOf } = openedStore('?from=2023-01-01&to=2023-02-28').getState();
    expect(view).toEqual(span([2023, 1, 1], [2023, 2, 28]));
    expect(asOf).toBeUndefined();
  });

  it('keeps the other parts of the address over the first view', () => {
    const { view, asOf, filter, selectedId, grouping } = openedStore(
      '?asof=2023-04-01&kinds=visit&event=visit&group=none',
    ).getState();
    expect(view).toEqual(span([2023, 3, 1], [2023, 6, 30]));
    expect(asOf).toBe(dayOf(2023, 4, 1));
    expect(filter).toEqual({ ...NO_FILTER, kinds: ['visit'] });
    expect(selectedId).toBe('visit');
    expect(grouping).toBe('none');
  });

  it('takes the record’s end for a missing `to` and the first event for a missing `from`', () => {
    expect(openedStore('?from=2023-05-01').getState().view).toEqual(
      span([2023, 5, 1], [2023, 12, 31]),
    );
    const { view } = openedStore('?to=2023-05-01').getState();
    expect(view?.endDay).toBe(dayOf(2023, 5, 2));
    expect(view?.startDay).toBeLessThanOrEqual(dayOf(2023, 1, 13));
  });

  it('says so and opens the first view where a lone `from` lies past the record', () => {
    const { view, notices } = openedStore('?from=2050-01-01').getState();
    expect(view).toEqual(span([2023, 3, 1], [2023, 6, 30]));
    expect(notices.map(({ message }) => message)).toEqual([
      { key: 'notices:url.reversed', values: { parameter: 'from', found: '2050-01-01' } },
    ]);
  });

  it('drops ids that the dataset doesn’t know, says which, and keeps the rest', () => {
    const { filter, selectedId, notices } = openedStore(
      '?domains=economy,weather&actors=nobody&countries=KR,FR&tags=nuclear,x&event=gone',
    ).getState();
    expect(filter).toEqual({
      ...NO_FILTER,
      domains: ['economy'],
      countries: ['KR'],
      tags: ['nuclear'],
    });
    expect(selectedId).toBeUndefined();
    expect(notices.map(({ message }) => message.values?.['found'])).toEqual([
      'weather',
      'nobody',
      'FR',
      'x',
      'gone',
    ]);
  });

  it('shows what could not be read of the address from the start', () => {
    expect(openedStore('?zoom=7').getState().notices).toMatchObject([
      { severity: 'warning', message: { key: 'notices:url.unknownParameter' } },
    ]);
  });

  it('opens a later dataset at its first view, as a step, whatever was chosen before', () => {
    const store = openedStore('?from=2023-01-01&to=2023-02-28&kinds=visit&event=visit');
    store.getState().selectRange(span([2023, 1, 1], [2023, 1, 5]));
    const { historyStep } = store.getState();
    store.getState().startLoading('./other.json');
    finish(store);
    expect(store.getState()).toMatchObject({
      datasetAddress: './other.json',
      view: span([2023, 3, 1], [2023, 6, 30]),
      filter: NO_FILTER,
      selectedId: undefined,
      rangeSelection: undefined,
      historyStep: historyStep + 1,
      loading: undefined,
    });
  });

  it('makes no step of the first dataset', () => {
    expect(openedStore().getState().historyStep).toBe(0);
  });

  it('still opens as the address says after a first load that failed and is tried again', () => {
    const store = emptyStore({ opening: parseUrl('?event=visit').state });
    store.getState().startLoading('japan-us');
    store.getState().failLoading({ id: 'load:japan-us', severity: 'error', message: { key: 'x' } });
    store.getState().startLoading('japan-us');
    expect(store.getState().notices).toEqual([]);
    finish(store);
    expect(store.getState().selectedId).toBe('visit');
  });

  it('opens another dataset than the address asked for without what it said', () => {
    const store = emptyStore({ opening: parseUrl('?data=korea-us&event=visit').state });
    store.getState().startLoading('korea-us');
    store.getState().failLoading({ id: 'a', severity: 'error', message: { key: 'x' } });
    store.getState().startLoading('japan-us');
    finish(store);
    expect(store.getState()).toMatchObject({ selectedId: undefined, datasetAddress: 'japan-us' });
  });

  it('keeps the earlier dataset when a load fails', () => {
    const store = openedStore();
    const { dataset, view } = store.getState();
    store.getState().startLoading('./broken.json');
    store.getState().failLoading({ id: 'a', severity: 'error', message: { key: 'x' } });
    expect(store.getState()).toMatchObject({ dataset, view, datasetAddress: 'japan-us' });
    expect(store.getState().loading).toBeUndefined();
  });

  it('opens a dataset without views or events on a year up to the record’s end', () => {
    const store = emptyStore();
    const dataset = smallRecord({ views: [], events: [] });
    store.getState().finishLoading({ dataset, address: 'japan-us', issues: [] });
    expect(store.getState().view).toEqual(span([2023, 1, 1], [2023, 12, 31]));
  });

  it('counts each event set aside once and forgets the count with the next dataset', () => {
    const store = openedStore();
    const issues = [issue('events[1].date'), issue('events[1].kind'), issue('events[12].id')];
    finish(store, 'a.json', [...issues, issue('events[3].links[0]', 'warning')]);
    expect(store.getState().notices).toMatchObject([
      { message: { key: 'notices:setAside', values: { count: 2 } } },
    ]);
    finish(store, 'b.json', [issue('events[3].links[0]', 'warning')]);
    expect(store.getState().notices).toMatchObject([
      { message: { key: 'notices:faults', values: { count: 1 } } },
    ]);
    finish(store, 'c.json');
    expect(store.getState().notices).toEqual([]);
  });
});

describe('changes', () => {
  it('makes a step of discrete choices and none of pan, zoom and drags', () => {
    const store = openedStore();
    const state = store.getState();
    const steps = [
      () => state.setView(span([2023, 1, 1], [2023, 2, 1]), 'replace'),
      () => state.setAsOf(dayOf(2023, 5, 1), 'replace'),
      () => state.changeFilter({ text: 'mis' }, 'replace'),
      () => state.setLanguage('ja'),
      () => state.setTheme('dark'),
      () => state.setTheme('dark'),
      () => state.setRailFolded(true),
      () => state.setView(span([2023, 1, 1], [2023, 3, 1]), 'push'),
      () => state.changeFilter({ kinds: ['visit'] }),
      () => state.setAsOf(undefined),
      () => state.setGrouping('none'),
      () => state.select('visit'),
      () => state.select('visit'),
      () => state.clearFilter(),
      () => state.applyView('trade'),
    ].map((change) => {
      const before = store.getState().historyStep;
      change();
      return store.getState().historyStep - before;
    });
    expect(steps).toEqual([0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1]);
  });

  it('ignores a span that is empty, reversed or not a number', () => {
    const store = openedStore();
    const { view } = store.getState();
    for (const [startDay, endDay] of [
      [5, 5],
      [6, 5],
      [Number.NaN, 5],
      [5, Number.NaN],
    ] as const) {
      store.getState().setView({ startDay, endDay }, 'replace');
    }
    expect(store.getState().view).toBe(view);
  });

  it('keeps the view within years −9999 to 9999', () => {
    const store = openedStore();
    store.getState().setView({ startDay: -1e9, endDay: 1e9 }, 'replace');
    const { from, to } = urlStateOf(store.getState());
    expect([from, to]).toEqual([dayOf(-9999, 1, 1), dayOf(9999, 12, 31)]);
  });

  it('applies a view of the dataset whole, and an unknown one not at all', () => {
    const store = openedStore('?kinds=visit&asof=2023-04-01');
    store.getState().applyView('nothing');
    expect(store.getState().filter.kinds).toEqual(['visit']);
    store.getState().applyView('trade');
    expect(store.getState()).toMatchObject({
      view: span([2023, 5, 1], [2023, 12, 31]),
      asOf: undefined,
      filter: { ...NO_FILTER, domains: ['economy'] },
      selectedId: 'detroit',
    });
  });

  it('puts back what an address says, without a step, language and theme too', () => {
    const usual = { language: 'en', theme: 'dark' } as const;
    const store = openedStore('?lang=ja', { language: 'ja', theme: 'light', usual });
    const { historyStep } = store.getState();
    store.getState().restore(parseUrl('?from=2023-05-01&to=2023-05-31&event=visit').state);
    expect(store.getState()).toMatchObject({
      view: span([2023, 5, 1], [2023, 5, 31]),
      asOf: undefined,
      selectedId: 'visit',
      language: 'en',
      theme: 'dark',
      historyStep,
    });
  });

  it('says a thing once, however often it is noticed, until it is closed', () => {
    const store = emptyStore();
    const notice = { id: 'a', severity: 'info', message: { key: 'x' } } as const;
    store.getState().addNotice(notice);
    store.getState().addNotice(notice);
    expect(store.getState().notices).toHaveLength(1);
    store.getState().dismissNotice('a');
    expect(store.getState().notices).toEqual([]);
  });
});

describe('what goes to the address', () => {
  it('takes fractional ends of the view outward to whole days', () => {
    const store = openedStore();
    store.getState().setView({ startDay: 10.7, endDay: 12.2 }, 'replace');
    expect(urlStateOf(store.getState())).toMatchObject({ from: 10, to: 12 });
    store.getState().setView({ startDay: 10, endDay: 12 }, 'replace');
    expect(urlStateOf(store.getState())).toMatchObject({ from: 10, to: 11 });
    store.getState().setView({ startDay: 10.2, endDay: 10.4 }, 'replace');
    expect(urlStateOf(store.getState())).toMatchObject({ from: 10, to: 10 });
  });

  it('opens again as it stood', () => {
    const store = openedStore('?from=2023-05-01&to=2023-05-31&asof=2023-06-01&countries=KR');
    const again = emptyStore({ opening: urlStateOf(store.getState()) });
    again.getState().startLoading('japan-us');
    finish(again);
    expect(urlStateOf(again.getState())).toEqual(urlStateOf(store.getState()));
  });

  it('names language and theme only where the reader’s own usual ones could differ', () => {
    expect(preferencesInUrl({})).toEqual([undefined, undefined]);
    expect(preferencesInUrl({ language: 'ja', theme: 'dark' })).toEqual(['ja', 'dark']);
    expect(preferencesInUrl({ usual: { language: 'ja', theme: 'dark' } })).toEqual([
      'en',
      'system',
    ]);
  });
});
