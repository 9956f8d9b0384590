import { LANGUAGES, type Language, type State, THEMES, type Theme } from '../state/state';
import type { AppStore } from '../state/store';

const KEY = 'entente.preferences';

/** What the reader chose in earlier visits; undefined where nothing was. */
export interface StoredPreferences {
  readonly language: Language | undefined;
  readonly theme: Theme | undefined;
  readonly railFolded: boolean | undefined;
}

/** Undefined where the browser has none or forbids it: merely asking for it can throw. */
export function findStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Keeps what it can read; anything broken counts as not chosen. */
export function readPreferences(storage: Storage | undefined): StoredPreferences {
  const stored = readRecord(storage);
  return {
    language: LANGUAGES.find((language) => language === stored['language']),
    theme: THEMES.find((theme) => theme === stored['theme']),
    railFolded: typeof stored['railFolded'] === 'boolean' ? stored['railFolded'] : undefined,
  };
}

/** Japanese for a reader who prefers it to English, else English. */
export function languageOf(preferred: readonly string[]): Language {
  const wanted = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  return LANGUAGES.find((language) => language === wanted.find(isLanguage)) ?? 'en';
}

/** Stores each preference when the reader chooses it, so that what only an address asked for isn't kept. Gives back an end. */
export function keepPreferences(store: AppStore, storage: Storage | undefined): () => void {
  return store.subscribe((state, before) => {
    const changed = changesOf(state, before);
    if (!storage || Object.keys(changed).length === 0) return;
    try {
      storage.setItem(KEY, JSON.stringify({ ...readRecord(storage), ...changed }));
    } catch {
      // Full or forbidden: the choice holds for this visit.
    }
  });
}

function changesOf(state: State, before: State): Partial<StoredPreferences> {
  return {
    ...(state.chosen !== before.chosen && state.chosen),
    ...(state.railFolded !== before.railFolded && { railFolded: state.railFolded }),
  };
}

function readRecord(storage: Storage | undefined): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}

function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}
