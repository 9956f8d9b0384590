import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetView } from '../../src/model/dataset';
import { PATTERNS } from '../../src/model/schema';
import { newViewId } from '../../src/model/view-file';
import { NO_FILTER } from '../../src/query/filter';
import { openUrl } from '../../src/state/opening';
import {
  isAsTold,
  moveView,
  renameView,
  stateInView,
  storyOf,
  unheldFacets,
  viewOfState,
} from '../../src/state/story';
import { parseUrl } from '../../src/state/url-codec';
import { urlStateOf } from '../../src/state/url-state';
import { dayOf } from '../../src/time/day';
import { anyText } from '../support/any-text';
import { openedStore } from '../support/opened-store';
import { smallRecord } from '../support/small-record';

const view = (id: string): DatasetView => ({
  id,
  title: id,
  fromDay: dayOf(2023, 2, 1),
  toDay: dayOf(2023, 2, 28),
  domains: [],
  actors: [],
});

describe('telling a view', () => {
  it('sets range, as-of day, domains, actors and event, in one step that the address names', () => {
    const store = openedStore();
    const { historyStep } = store.getState();
    store.getState().setShowLater(true);
    store.getState().applyView('trade');
    const state = store.getState();
    expect(state).toMatchObject({
      storyId: 'trade',
      view: { startDay: dayOf(2023, 5, 1), endDay: dayOf(2024, 1, 1) },
      asOf: undefined,
      showLater: false,
      selectedId: 'detroit',
      historyStep: historyStep + 2,
    });
    expect(state.filter).toEqual({ ...NO_FILTER, domains: ['economy'] });
    expect(urlStateOf(state).viewId).toBe('trade');
  });

  it('tells the reader’s own as well', () => {
    const store = openedStore();
    store.getState().setOwnViews([view('mine')]);
    store.getState().applyView('mine');
    expect(store.getState()).toMatchObject({
      storyId: 'mine',
      view: { startDay: dayOf(2023, 2, 1), endDay: dayOf(2023, 3, 1) },
    });
  });

  it('goes on while the reader looks around, and ends as a step of its own', () => {
    const store = openedStore();
    store.getState().applyView('spring');
    store.getState().changeFilter({ kinds: ['summit'] });
    expect(store.getState().storyId).toBe('spring');
    const { historyStep } = store.getState();
    store.getState().endStory('push');
    expect(store.getState()).toMatchObject({ storyId: undefined, historyStep: historyStep + 1 });
  });

  it('ends where its view is deleted', () => {
    const store = openedStore();
    store.getState().setOwnViews([view('mine')]);
    store.getState().applyView('mine');
    store.getState().setOwnViews([]);
    expect(store.getState().storyId).toBeUndefined();
  });

  it('opens at the view that an address names, and nothing else of it', () => {
    const { opened } = openUrl(smallRecord(), parseUrl('?view=trade').state);
    expect(opened).toMatchObject({
      storyId: 'trade',
      view: { startDay: dayOf(2023, 5, 1) },
      filter: { domains: ['economy'] },
      selectedId: 'detroit',
    });
  });

  it('keeps what the address says besides', () => {
    const search = '?view=trade&from=2023-02-01&to=2023-02-28&domains=security';
    const { opened } = openUrl(smallRecord(), parseUrl(search).state);
    expect(opened).toMatchObject({
      storyId: 'trade',
      view: { startDay: dayOf(2023, 2, 1) },
      filter: { domains: ['security'] },
      selectedId: undefined,
    });
  });
});

describe('what is on screen, as a view', () => {
  it('holds whole days, as-of day, domains, actors and the open event', () => {
    const store = openedStore();
    store
      .getState()
      .setView({ startDay: dayOf(2023, 1, 1) + 0.4, endDay: dayOf(2023, 2, 1) + 0.2 }, 'replace');
    store.getState().setAsOf(dayOf(2023, 6, 1));
    store.getState().changeFilter({ domains: ['economy'], actors: ['g7'], kinds: ['summit'] });
    store.getState().select('detroit');
    const state = store.getState();
    expect(viewOfState(state, { title: ' Été, 1st! ', note: ' ' })).toEqual({
      id: 'ete-1st',
      title: 'Été, 1st!',
      fromDay: dayOf(2023, 1, 1),
      toDay: dayOf(2023, 2, 1),
      asOfDay: dayOf(2023, 6, 1),
      domains: ['economy'],
      actors: ['g7'],
      event: 'detroit',
    });
    expect(unheldFacets(state)).toEqual(['kinds']);
  });

  it('tells just what was on screen when it is told', () => {
    const store = openedStore();
    store.getState().setAsOf(dayOf(2023, 6, 1));
    const saved = viewOfState(store.getState(), { title: 'Mine', note: 'Note' })!;
    store.getState().setOwnViews([saved]);
    expect(isAsTold(store.getState(), saved)).toBe(true);
    const before = urlStateOf(store.getState());
    store.getState().applyView('spring');
    expect(isAsTold(store.getState(), saved)).toBe(false);
    store.getState().applyView(saved.id);
    expect(urlStateOf(store.getState())).toEqual({ ...before, viewId: saved.id });
  });

  it('has an id that no other view has', () => {
    const store = openedStore();
    store.getState().setOwnViews([view('spring-2')]);
    expect(viewOfState(store.getState(), { title: 'Spring', note: '' })?.id).toBe('spring-3');
  });

  it('is as the state is once the view is told', () => {
    const store = openedStore();
    const ahead = stateInView(store.getState(), smallRecord().views[1]!);
    store.getState().applyView('trade');
    const { view: span, filter, asOf, selectedId } = store.getState();
    expect(ahead).toMatchObject({ view: span, filter, asOf, selectedId });
  });
});

describe('ids of views', () => {
  it('are kebab-case, not taken, and short, whatever the view is called', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyText()), (title, others) => {
        const taken = new Set(others.map((other) => newViewId(other, () => false)));
        taken.add(newViewId(title, () => false));
        const id = newViewId(title, (each) => taken.has(each));
        expect(id).toMatch(PATTERNS.kebabId);
        expect(taken.has(id)).toBe(false);
        expect(id.length).toBeLessThan(60);
      }),
    );
  });
});

describe('the reader’s list of views', () => {
  const ids = (views: readonly DatasetView[]) => views.map(({ id }) => id);
  const views = ['a', 'b', 'c'].map(view);

  it('is put in order step by step, and stays as it is at its ends', () => {
    expect(ids(moveView(views, 'c', -1))).toEqual(['a', 'c', 'b']);
    expect(ids(moveView(views, 'a', 1))).toEqual(['b', 'a', 'c']);
    expect(moveView(views, 'a', -1)).toBe(views);
    expect(moveView(views, 'c', 1)).toBe(views);
    expect(moveView(views, 'nobody', 1)).toBe(views);
  });

  it('loses none and gains none, in whatever order it is put', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom<1 | -1>(1, -1)),
    );
    fc.assert(
      fc.property(moves, (all) => {
        const moved = all.reduce<readonly DatasetView[]>(
          (list, [id, by]) => moveView(list, id, by),
          views,
        );
        expect(ids(moved).toSorted()).toEqual(['a', 'b', 'c']);
      }),
    );
  });

  it('takes new words for a view, whose id stays; an emptied note goes', () => {
    const [, renamed] = renameView(views, 'b', { title: ' New ', note: 'Why' });
    expect(renamed).toMatchObject({ id: 'b', title: 'New', note: 'Why' });
    const [, bare] = renameView([views[0]!, renamed!], 'b', { title: 'New', note: ' ' });
    expect(bare).not.toHaveProperty('note');
  });

  it('follows the dataset’s views, without those that these have', () => {
    const store = openedStore();
    store.getState().setOwnViews([view('mine'), view('spring')]);
    expect(ids(storyOf(store.getState()))).toEqual(['spring', 'trade', 'mine']);
  });
});
