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

it('shows no cadence until it is asked for, and each choice is a step of the history', () => {
  const store = opened();
  const { historyStep } = store.getState();
  expect(store.getState().cadence).toBe(false);
  store.getState().setCadence(true);
  expect(store.getState()).toMatchObject({ cadence: true, historyStep: historyStep + 1 });
  expect(formatUrl(urlStateOf(store.getState()))).toContain('&cadence=1');
  store.getState().setCadence(false);
  expect(formatUrl(urlStateOf(store.getState()))).not.toContain('cadence');
});

it('opens as the address says, and stays when a view is opened', () => {
  const store = opened('?cadence=1');
  expect(store.getState().cadence).toBe(true);
  store.getState().applyView('spring');
  expect(store.getState().cadence).toBe(true);
});
