import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { State } from '../state/state';
import type { AppStore } from '../state/store';

const AppStoreContext = createContext<AppStore | undefined>(undefined);

export interface AppStoreProviderProps {
  readonly store: AppStore;
  readonly children: ReactNode;
}

export function AppStoreProvider({ store, children }: AppStoreProviderProps) {
  return <AppStoreContext value={store}>{children}</AppStoreContext>;
}

/** The store itself, for its actions (`useAppStore().getState().select(id)`); it never causes a render. */
export function useAppStore(): AppStore {
  const store = use(AppStoreContext);
  if (!store) throw new Error('useAppStore needs an AppStoreProvider above it');
  return store;
}

/** What `selector` picks. It must give the same object for the same state: pick, don't build. */
export function useAppState<T>(selector: (state: State) => T): T {
  return useStore(useAppStore(), selector);
}
