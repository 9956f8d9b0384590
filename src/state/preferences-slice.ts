import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import type { PreferencesSlice, UrlState } from './state';

export type InitialPreferences = Pick<
  PreferencesSlice,
  'language' | 'theme' | 'usual' | 'railFolded'
>;

export function createPreferencesSlice(
  initial: InitialPreferences,
): StateCreator<PreferencesSlice & Stepped, [], [], PreferencesSlice> {
  return (set, get) => ({
    ...initial,
    chosen: {},
    setLanguage: (language) => {
      const mode = language === get().language ? 'replace' : 'push';
      set({ language, chosen: { language }, ...stepOf(get(), mode) });
    },
    setTheme: (theme) => {
      const mode = theme === get().theme ? 'replace' : 'push';
      set({ theme, chosen: { theme }, ...stepOf(get(), mode) });
    },
    restorePreferences: (url) => {
      set(preferencesOf(url, get().usual));
    },
    setRailFolded: (railFolded) => {
      set({ railFolded });
    },
  });
}

/** What an address asks for, else what is usual. */
export function preferencesOf(
  { language, theme }: Pick<UrlState, 'language' | 'theme'>,
  usual: PreferencesSlice['usual'],
): Pick<PreferencesSlice, 'language' | 'theme'> {
  return { language: language ?? usual.language, theme: theme ?? usual.theme };
}
