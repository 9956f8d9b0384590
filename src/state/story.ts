import { memoize } from '../lib/memoize';
import type { Dataset, DatasetView } from '../model/dataset';
import { newViewId } from '../model/view-file';
import { NO_FILTER } from '../query/filter';
import { activeFiltersOf } from './active-filters';
import { type Opened, openView, openViewIn } from './opening';
import type { State } from './state';
import { inclusiveDaysOf } from './url-state';

const NONE: readonly DatasetView[] = [];

/** All views in the order in which they are told: the dataset's, then the reader's own. */
export const storyViews = memoize(
  (dataset: Dataset | undefined, ownViews: readonly DatasetView[] = NONE) => {
    const theirs = dataset?.views ?? NONE;
    return [...theirs, ...ownBeside(theirs, ownViews)];
  },
);

/** The reader's views without those that the dataset has: once saved into its file, they are its own. */
export const ownBeside = memoize(
  (theirs: readonly DatasetView[], ownViews: readonly DatasetView[]) =>
    ownViews.filter(({ id }) => theirs.every((each) => each.id !== id)),
);

export function storyOf(state: Pick<State, 'dataset' | 'ownViews'>): readonly DatasetView[] {
  return storyViews(state.dataset, state.ownViews);
}

/** The state as it is when a view has just been opened, for what is derived of it. */
export function stateInView(state: State, view: DatasetView): State {
  return { ...state, ...openViewIn(state, view) };
}

/** What a view sets, as far as it can be told from the outside. */
type Told = Pick<Opened, 'view' | 'asOf' | 'filter' | 'selectedId'>;

/** Whether what is on screen is what the view tells; to open or close an event is no departure. */
export function isAsTold({ view, asOf, filter }: Told, told: DatasetView): boolean {
  const there = openView(told);
  return (
    view?.startDay === there.view?.startDay &&
    view?.endDay === there.view?.endDay &&
    asOf === there.asOf &&
    JSON.stringify(filter) === JSON.stringify(there.filter)
  );
}

export interface ViewWords {
  readonly title: string;
  /** Empty for none. */
  readonly note: string;
}

/** What is on screen, as a view of the reader's own; undefined while nothing is. */
export function viewOfState(state: State, words: ViewWords): DatasetView | undefined {
  const { from, to } = inclusiveDaysOf(state.view);
  if (from === undefined || to === undefined) return undefined;
  const { dataset, ownViews = NONE, asOf, filter, selectedId } = state;
  const taken = new Set([...(dataset?.views ?? NONE), ...ownViews].map(({ id }) => id));
  return {
    id: newViewId(words.title, (id) => taken.has(id)),
    ...wordsOf(words),
    fromDay: from,
    toDay: to,
    ...(asOf !== undefined && { asOfDay: asOf }),
    domains: filter.domains,
    actors: filter.actors,
    ...(selectedId !== undefined && { event: selectedId }),
  };
}

/** Which filters are on that a view cannot hold. */
export function unheldFacets({ filter }: Pick<State, 'filter'>): readonly string[] {
  const left = { ...filter, domains: NO_FILTER.domains, actors: NO_FILTER.actors };
  return [...new Set(activeFiltersOf(left).map(({ facet }) => facet))];
}

/** The views with other words for one of them. Its id stays, since links name it. */
export function renameView(
  views: readonly DatasetView[],
  id: string,
  words: ViewWords,
): readonly DatasetView[] {
  return views.map((view) => {
    if (view.id !== id) return view;
    const { note: _, ...rest } = view;
    return { ...rest, ...wordsOf(words) };
  });
}

/** The views with one of them one place up (−1) or down (1); at the end of the list, the same list. */
export function moveView(
  views: readonly DatasetView[],
  id: string,
  by: -1 | 1,
): readonly DatasetView[] {
  const at = views.findIndex((view) => view.id === id);
  const other = views[at + by];
  const view = views[at];
  return view && other ? views.with(at, other).with(at + by, view) : views;
}

function wordsOf({ title, note }: ViewWords): Pick<DatasetView, 'title' | 'note'> {
  return { title: title.trim(), ...(note.trim() !== '' && { note: note.trim() }) };
}
