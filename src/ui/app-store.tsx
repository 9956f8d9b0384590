import { createContext, type ReactNode, use, useMemo } from 'react';
import { useStore } from 'zustand';
import { createPageView, type StateView } from '../state/page-view';
import type { State } from '../state/state';
import type { AppStore } from '../state/store';

interface Stores {
  readonly store: AppStore;
  readonly page: StateView;
}

const AppStoreContext = createContext<Stores | undefined>(undefined);

export interface AppStoreProviderProps {
  readonly store: AppStore;
  readonly children: ReactNode;
}

export function AppStoreProvider({ store, children }: AppStoreProviderProps) {
  const stores = useMemo(() => ({ store, page: createPageView(store) }), [store]);
  return <AppStoreContext value={stores}>{children}</AppStoreContext>;
}

function useStores(): Stores {
  const stores = use(AppStoreContext);
  if (!stores) throw new Error('useAppStore needs an AppStoreProvider above it');
  return stores;
}

/** The store itself, for its actions (`useAppStore().getState().select(id)`); it never causes a render. */
export function useAppStore(): AppStore {
  return useStores().store;
}

/** What `useAppState` picks from: the store, but for the steps of a drag of the as-of line. */
export function usePageView(): StateView {
  return useStores().page;
}

/** What `selector` picks. It must give the same object for the same state: pick, don't build. */
export function useAppState<T>(selector: (state: State) => T): T {
  return useStore(usePageView(), selector);
}
