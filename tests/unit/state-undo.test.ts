import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL, parseUrl } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import { smallRecord } from '../support/small-record';

/** A store with the small record and a clock that tests set. */
function start() {
  const clock = { ms: 0 };
  const store = createAppStore({
    today: dayOf(2026, 3, 1),
    language: 'en',
    theme: 'system',
    opening: EMPTY_URL,
    nowMs: () => clock.ms,
  });
  const finishLoading = () =>
    store.getState().finishLoading({ dataset: smallRecord(), address: 'japan-us', issues: [] });
  finishLoading();
  const type = (text: string, gapMs: number) => {
    for (let length = 1; length <= text.length; length++) {
      clock.ms += gapMs;
      const mode = length === 1 ? 'push' : 'replace';
      store.getState().changeFilter({ text: text.slice(0, length) }, mode);
    }
  };
  const filter = () => store.getState().filter;
  return { store, clock, type, filter, finishLoading, undo: () => store.temporal.getState() };
}

describe('undo', () => {
  it('brings back the filters one by one, and redo brings them on again', () => {
    const { store, filter, undo } = start();
    const first = filter();
    store.getState().changeFilter({ kinds: ['visit'] });
    const second = filter();
    store.getState().clearFilter();
    undo().undo();
    expect(filter()).toBe(second);
    undo().undo();
    expect(filter()).toBe(first);
    undo().undo();
    expect(filter()).toBe(first);
    undo().redo();
    expect(filter()).toBe(second);
  });

  it('leaves the view, the as-of day and the selection where they are', () => {
    const { store, undo } = start();
    store.getState().changeFilter({ kinds: ['visit'] });
    const view = { startDay: 0, endDay: 100 };
    store.getState().setView(view, 'push');
    store.getState().setAsOf(50);
    store.getState().select('visit');
    undo().undo();
    expect(store.getState()).toMatchObject({ view, asOf: 50, selectedId: 'visit' });
    expect(store.getState().filter.kinds).toEqual([]);
    expect(undo().pastStates).toEqual([]);
  });

  it('is one step of the history, in one change of the state', () => {
    const { store, undo } = start();
    store.getState().changeFilter({ kinds: ['visit'] });
    const steps: number[] = [];
    store.subscribe(({ historyStep }, before) => steps.push(historyStep - before.historyStep));
    undo().undo();
    undo().redo();
    expect(steps).toEqual([1, 1]);
  });

  it('takes a search typed letter by letter as one', () => {
    const { type, filter, undo } = start();
    type('missile', 900);
    expect(filter().text).toBe('missile');
    undo().undo();
    expect(filter().text).toBe('');
    undo().redo();
    expect(filter().text).toBe('missile');
  });

  it('parts letters with more than a second between them, and those after a step', () => {
    const { store, clock, type, filter, undo } = start();
    type('mis', 100);
    clock.ms += 1001;
    store.getState().changeFilter({ text: 'miss' }, 'replace');
    store.getState().select('visit');
    store.getState().changeFilter({ text: 'missi' }, 'replace');
    undo().undo();
    expect(filter().text).toBe('miss');
    undo().undo();
    expect(filter().text).toBe('mis');
  });

  it('never joins two choices, however quickly they follow', () => {
    const { store, filter, undo } = start();
    store.getState().changeFilter({ kinds: ['visit'] });
    store.getState().changeFilter({ tags: ['ipef'] });
    undo().undo();
    expect(filter()).toMatchObject({ kinds: ['visit'], tags: [] });
  });

  it('forgets what could be redone at the next change', () => {
    const { store, type, undo } = start();
    store.getState().changeFilter({ kinds: ['visit'] });
    undo().undo();
    type('ab', 0);
    expect(undo().futureStates).toEqual([]);
  });

  it('keeps the last hundred', () => {
    const { store, undo } = start();
    for (let i = 0; i < 130; i++) store.getState().changeFilter({ tags: [String(i)] });
    expect(undo().pastStates).toHaveLength(100);
    undo().undo(100);
    expect(store.getState().filter.tags).toEqual(['29']);
  });

  it('begins anew with a dataset that opens', () => {
    const { store, undo, finishLoading } = start();
    expect(undo().pastStates).toEqual([]);
    store.getState().changeFilter({ kinds: ['visit'] });
    undo().undo();
    store.getState().changeFilter({ kinds: ['summit'] });
    finishLoading();
    expect(undo().pastStates).toEqual([]);
    expect(undo().futureStates).toEqual([]);
  });

  it('begins anew where Back changes the filter, and goes on where Back does not', () => {
    const { store, filter, undo } = start();
    store.getState().changeFilter({ kinds: ['visit'] });
    const kept = filter();
    const restore = (search: string) => store.getState().restore(parseUrl(search).state);
    restore('?from=2023-01-01&to=2023-02-28&kinds=visit');
    expect(filter()).toBe(kept);
    expect(undo().pastStates).toHaveLength(1);
    restore('?from=2023-01-01&to=2023-02-28');
    expect(filter().kinds).toEqual([]);
    expect(undo().pastStates).toEqual([]);
  });
});
