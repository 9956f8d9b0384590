import type { Dataset, DatasetView } from '../model/dataset';
import { findEvent } from '../model/find-event';
import { parseViews } from '../model/parse-parts';
import { textIn } from '../model/text';
import { newViewId, viewJson } from '../model/view-file';
import type { AppStore } from '../state/store';
import { createProblem, noticeOfProblem } from '../state/url-problem';
import { findView } from '../state/views-slice';

const KEY = 'entente.views';

/** The reader's own views of a dataset; what is broken counts as not there. */
export function readOwnViews(
  storage: Storage | undefined,
  dataset: Dataset,
): readonly DatasetView[] {
  const { id, domains, actors, sources } = dataset;
  const views = parseViews(readAll(storage)[id], {
    domains: new Set(domains.map((domain) => domain.id)),
    actors,
    sources,
    eventIds: { has: (eventId) => findEvent(dataset, eventId) !== undefined },
    issues: [],
  });
  return withOwnIds(views, dataset);
}

/** Whether they are kept: a full or forbidden storage keeps none. */
export function keepOwnViews(
  storage: Storage | undefined,
  datasetId: string,
  views: readonly DatasetView[],
): boolean {
  const { [datasetId]: _, ...others } = readAll(storage);
  const all = views.length > 0 ? { ...others, [datasetId]: views.map(viewJson) } : others;
  try {
    storage?.setItem(KEY, JSON.stringify(all));
    return storage !== undefined;
  } catch {
    return false;
  }
}

export interface OwnViewsParts {
  readonly store: AppStore;
  readonly storage: Storage | undefined;
  /** Tells of other pages that change the storage. */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Brings the reader's own views of each dataset that is opened, keeps them when they change, and says so where the
 * address names a view that neither the dataset nor the reader has. Gives back an end.
 */
export function startOwnViews({ store, storage, window }: OwnViewsParts): () => void {
  let opened: Dataset | undefined;
  let kept: readonly DatasetView[] | undefined;
  /** By dataset id, those that the storage would not take. */
  const unkept = new Map<string, readonly DatasetView[]>();

  const read = (dataset: Dataset) => {
    opened = dataset;
    const ownViews = unkept.get(dataset.id) ?? readOwnViews(storage, dataset);
    kept = ownViews;
    const { storyId, setOwnViews, addNotice } = store.getState();
    if (storyId !== undefined && !findView({ dataset, ownViews }, storyId))
      addNotice(noticeOfProblem(createProblem('notInDataset', 'view', storyId)));
    setOwnViews(ownViews);
  };
  const keep = (datasetId: string, views: readonly DatasetView[]) => {
    const isKept = keepOwnViews(storage, datasetId, views);
    if (isKept) unkept.delete(datasetId);
    else unkept.set(datasetId, views);
    store.getState().setKeepsViews(isKept);
  };
  const look = () => {
    const state = store.getState();
    const { dataset, ownViews, storyId } = state;
    if (!dataset) return;
    if (dataset !== opened) {
      read(dataset);
      return;
    }
    if (ownViews && ownViews !== kept) {
      kept = ownViews;
      keep(dataset.id, ownViews);
    }
    // Back may lead to a view that was deleted since.
    if (storyId !== undefined && !findView(state, storyId)) {
      state.endStory('replace');
      state.addNotice(noticeOfProblem(createProblem('notInDataset', 'view', storyId)));
    }
  };
  const onStorage = ({ key, storageArea }: StorageEvent) => {
    if (opened && key === KEY && storageArea === storage) read(opened);
  };
  look();
  const unsubscribe = store.subscribe(look);
  window.addEventListener('storage', onStorage);
  return () => {
    unsubscribe();
    window.removeEventListener('storage', onStorage);
  };
}

/** A view that the dataset has by the same id but tells in another way gets an id of its own. */
function withOwnIds(views: readonly DatasetView[], dataset: Dataset): readonly DatasetView[] {
  const taken = new Set([...dataset.views, ...views].map(({ id }) => id));
  return views.map((view) => {
    const theirs = dataset.views.find(({ id }) => id === view.id);
    if (!theirs || isSameView(theirs, view)) return view;
    const id = newViewId(textIn(view.title, 'en').text, (each) => taken.has(each));
    taken.add(id);
    return { ...view, id };
  });
}

function isSameView(a: DatasetView, b: DatasetView): boolean {
  return JSON.stringify(viewJson(a)) === JSON.stringify(viewJson(b));
}

function readAll(storage: Storage | undefined): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}
