import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { beginBusy, busyWith } from '../io/document-signals';
import { findStorage, keepPreferences, languageOf, readPreferences } from '../io/preferences';
import { DEFAULT_DATASET } from '../state/state';
import { type AppStore, createAppStore } from '../state/store';
import { parseUrl } from '../state/url-codec';
import { type Day, dayOf } from '../time/day';
import '../ui/fonts';
import { loadMessages, startMessages } from '../ui/i18n';
import { App } from './App';
import { BUNDLED_DATASETS } from './bundled-datasets';
import { startCalendarOnDemand } from './calendar-on-demand';
import { createLoader } from './dataset-loader';
import { startDocumentSync } from './document-sync';
import { fileOfEntry } from './history-writer';
import { createDatasetOpener } from './open-dataset';
import { createFileOpener } from './open-file';
import { startSearchOnDemand } from './search-on-demand';
import { startUrlSync } from './url-sync';

/** Reads what the address and the reader's earlier choices say, loads the dataset and puts the page up. */
export async function startApp(root: HTMLElement): Promise<void> {
  const storage = findStorage();
  const { state: opening, problems } = parseUrl(location.search);
  const stored = readPreferences(storage);
  const usual = {
    language: stored.language ?? languageOf(navigator.languages),
    theme: stored.theme ?? 'system',
  } as const;
  const store = createAppStore({
    today: readersToday(new Date()),
    language: opening.language ?? usual.language,
    theme: opening.theme ?? usual.theme,
    usual,
    railFolded: stored.railFolded ?? false,
    opening,
    problems,
    nowMs: () => performance.now(),
  });
  const opener = createDatasetOpener({
    store,
    bundled: BUNDLED_DATASETS,
    load: createLoader(store, location.href),
    beginBusy,
  });
  startDocumentSync(store, document.documentElement);
  keepPreferences(store, storage);
  startSearchOnDemand({ store, beginBusy, load: () => import('../query/search') });
  startCalendarOnDemand({ store, beginBusy, load: () => import('../model/calendar') });
  startUrlSync({ store, opener, window });
  void noteVisits(store, storage);
  void opener.open(fileOfEntry(history.state) ?? opening.data ?? DEFAULT_DATASET, opening);
  const { language } = store.getState();
  // Without the words of a language the page still stands, in English.
  await loadMessages(language).catch(() => undefined);
  startMessages(language);
  const isSliced = !BUNDLED_DATASETS.has(opening.data ?? DEFAULT_DATASET);
  const openFile = createFileOpener({
    store,
    opener,
    bundled: BUNDLED_DATASETS,
    beginBusy,
    load: () => import('./reopen-picture'),
  });
  render(root, {
    store,
    isSliced,
    onOpenDataset: (source) =>
      void (typeof source === 'string' ? opener.open(source) : openFile(source)),
  });
  void bringOwnViews(store, storage);
}

interface PageOf {
  readonly store: AppStore;
  readonly isSliced: boolean;
  readonly onOpenDataset: (source: string | File) => void;
}

function render(root: HTMLElement, { store, isSliced, onOpenDataset }: PageOf): void {
  const page = (
    <StrictMode>
      <App store={store} bundled={[...BUNDLED_DATASETS.keys()]} onOpenDataset={onOpenDataset} />
    </StrictMode>
  );
  const show = () => createRoot(root).render(page);
  // In slices where data comes from afar: between them the worker of a large file gets on its way, and data and fonts come
  // in. A bundled record is there before the last slice, and would have it all begun anew.
  if (isSliced) startTransition(show);
  else show();
}

/** Not needed for the picture: without it there is only no last visit to tell of. */
async function noteVisits(store: AppStore, storage: Storage | undefined): Promise<void> {
  const notes = await import('../io/note-visits').catch(() => undefined);
  notes?.startNotingVisits(store, storage);
}

/** Not needed for the picture: without it there are only the dataset's views. */
async function bringOwnViews(store: AppStore, storage: Storage | undefined): Promise<void> {
  const views = await busyWith(import('../io/own-views')).catch(() => undefined);
  views?.startOwnViews({ store, storage, window });
}

/** The calendar day where the reader is. */
function readersToday(now: Date): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
