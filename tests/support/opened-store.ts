import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import { smallRecord } from './small-record';

export const TODAY = dayOf(2026, 3, 1);

export function newStore() {
  return createAppStore({ today: TODAY, language: 'en', theme: 'system', opening: EMPTY_URL });
}

/** A store with the small record, as of today, with 2023 in view. */
export function openedStore() {
  const store = newStore();
  store.getState().finishLoading({ dataset: smallRecord(), address: 'japan-us', issues: [] });
  store.getState().setView({ startDay: dayOf(2023, 1, 1), endDay: dayOf(2024, 1, 1) }, 'replace');
  store.getState().setAsOf(undefined);
  return store;
}
