import { describe, expect, it, vi } from 'vitest';
import { createPageView } from '../../src/state/page-view';
import { dayOf } from '../../src/time/day';
import { openedStore } from '../support/opened-store';

const FIRST = dayOf(2023, 5, 1);
const moves = [2, 3, 4].map((month) => dayOf(2023, month, 1));

function dragged() {
  const store = openedStore();
  store.getState().setAsOf(FIRST);
  const page = createPageView(store);
  const listener = vi.fn();
  page.subscribe(listener);
  for (const day of moves) store.getState().moveAsOf(day, 'replace');
  return { store, page, listener };
}

describe('while the as-of line is dragged the page', () => {
  it('stays as it was, and follows once the hand rests, in one step', () => {
    const { store, page, listener } = dragged();
    expect(store.getState().asOf).toBe(moves[2]);
    expect(page.getState().asOf).toBe(FIRST);
    expect(listener).not.toHaveBeenCalled();
    store.getState().restAsOf();
    expect(page.getState()).toBe(store.getState());
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('follows at once where anything else changes', () => {
    const { store, page, listener } = dragged();
    store.getState().changeFilter({ kinds: ['visit'] });
    expect(page.getState()).toBe(store.getState());
    expect(page.getState().asOf).toBe(moves[2]);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('is told of the whole move, from where the hand last rested', () => {
    const { store } = dragged();
    expect(store.getState().asOfMove).toEqual({ fromDay: FIRST, toDay: moves[2] });
    store.getState().restAsOf();
    store.getState().moveAsOf(moves[0], 'replace');
    expect(store.getState().asOfMove).toEqual({ fromDay: moves[2], toDay: moves[0] });
  });

  it('is told nothing by a move that stays on its day', () => {
    const { store, listener } = dragged();
    store.getState().restAsOf();
    const before = store.getState();
    store.getState().moveAsOf(moves[2], 'push');
    expect(store.getState()).toBe(before);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

it('a step, a typed day or Back ends the drag', () => {
  const { store, page } = dragged();
  store.getState().setAsOf(undefined);
  expect(store.getState().asOfMoving).toBe(false);
  expect(page.getState().asOf).toBeUndefined();
});
