import { describe, expect, it } from 'vitest';
import { keepPreferences, languageOf, readPreferences } from '../../src/io/preferences';
import { createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';

const NOTHING = { language: undefined, theme: undefined, railFolded: undefined };

function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => {
      items.clear();
    },
    key: (i) => [...items.keys()][i] ?? null,
    get length() {
      return items.size;
    },
  };
}

const forbidden = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('full');
  },
} as unknown as Storage;

const newStore = () =>
  createAppStore({ today: 0, language: 'ja', theme: 'system', opening: EMPTY_URL });

describe('preferences', () => {
  it('reads back each choice of an earlier visit', () => {
    const storage = memoryStorage();
    const store = newStore();
    const end = keepPreferences(store, storage);
    store.getState().setTheme('dark');
    store.getState().setRailFolded(true);
    expect(readPreferences(storage)).toEqual({ ...NOTHING, theme: 'dark', railFolded: true });
    store.getState().setLanguage('en');
    expect(readPreferences(storage)).toEqual({ language: 'en', theme: 'dark', railFolded: true });
    end();
    store.getState().setTheme('light');
    expect(readPreferences(storage).theme).toBe('dark');
  });

  it('are those that the reader chose last, whatever Back has restored', () => {
    const storage = memoryStorage();
    const store = newStore();
    keepPreferences(store, storage);
    store.getState().setLanguage('en');
    store.getState().restorePreferences(EMPTY_URL);
    expect(store.getState().language).toBe('ja');
    expect(readPreferences(storage)).toEqual({ ...NOTHING, language: 'en' });
  });

  it.each(['', 'oops', 'null', '[]', '7', '{"language":"fr","theme":1,"railFolded":"yes"}'])(
    'takes a stored %j for nothing chosen',
    (text) => {
      const storage = Object.assign(memoryStorage(), { getItem: () => text });
      expect(readPreferences(storage)).toEqual(NOTHING);
    },
  );

  it('does without a storage, or with one that is forbidden', () => {
    for (const storage of [undefined, forbidden]) {
      const store = newStore();
      keepPreferences(store, storage);
      store.getState().setTheme('dark');
      expect(store.getState().theme).toBe('dark');
      expect(readPreferences(storage)).toEqual(NOTHING);
    }
  });

  it.each([
    [['ja'], 'ja'],
    [['ja-JP', 'en'], 'ja'],
    [['fr', 'JA-jp', 'en'], 'ja'],
    [['en-GB', 'ja'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('speaks to a reader of %j in %s', (preferred, language) => {
    expect(languageOf(preferred)).toBe(language);
  });
});
