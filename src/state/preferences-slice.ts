import type { StateCreator } from 'zustand/vanilla';
import type { PreferencesSlice } from './state';

export type InitialPreferences = Pick<
  PreferencesSlice,
  'language' | 'theme' | 'usual' | 'railFolded'
>;

export function createPreferencesSlice(
  initial: InitialPreferences,
): StateCreator<PreferencesSlice> {
  return (set) => ({
    ...initial,
    setLanguage: (language) => {
      set({ language });
    },
    setTheme: (theme) => {
      set({ theme });
    },
    setRailFolded: (railFolded) => {
      set({ railFolded });
    },
  });
}
