import { expect, it } from 'vitest';
import { createAppStore } from '../../src/state/store';
import { formatUrl, parseUrl } from '../../src/state/url-codec';
import { urlStateOf } from '../../src/state/url-state';
import { TODAY } from '../support/opened-store';
import { smallRecord } from '../support/small-record';

function opened(search = '') {
  const { state: opening } = parseUrl(search);
  const store = createAppStore({ today: TODAY, language: 'en', theme: 'system', opening });
  store.getState().finishLoading({ dataset: smallRecord(), address: 'japan-us', issues: [] });
  return store;
}

it('has no ribbon until it is asked for, and each choice is a step of the history', () => {
  const store = opened();
  expect(store.getState().tenor).toBe(false);
  const { historyStep } = store.getState();
  store.getState().setTenor(true);
  expect(store.getState()).toMatchObject({ tenor: true, historyStep: historyStep + 1 });
  expect(formatUrl(urlStateOf(store.getState()))).toContain('&tenor=1');
  store.getState().setTenor(false);
  expect(formatUrl(urlStateOf(store.getState()))).not.toContain('tenor');
});

it('opens with the ribbon where the address says so, and Back takes it away', () => {
  const store = opened('?tenor=1');
  expect(store.getState().tenor).toBe(true);
  store.getState().restore(parseUrl('').state);
  expect(store.getState().tenor).toBe(false);
});

it('keeps the ribbon from one of the record’s views to the next', () => {
  const store = opened('?tenor=1');
  store.getState().applyView('trade');
  expect(store.getState().tenor).toBe(true);
});

it('takes nothing but 0 and 1', () => {
  expect(parseUrl('?tenor=yes')).toMatchObject({
    state: { tenor: false },
    problems: [{ kind: 'malformed', parameter: 'tenor', found: 'yes' }],
  });
  expect(parseUrl('?tenor=0')).toMatchObject({ state: { tenor: false }, problems: [] });
});
