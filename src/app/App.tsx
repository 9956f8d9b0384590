import type { AppStore } from '../state/store';
import { AppStoreProvider } from '../ui/app-store';
import { Shell } from '../ui/shell/Shell';

interface AppProps {
  readonly store: AppStore;
  readonly bundled: readonly string[];
  readonly onOpenDataset: (source: string | File) => void;
}

export function App({ store, bundled, onOpenDataset }: AppProps) {
  return (
    <AppStoreProvider store={store}>
      <Shell bundled={bundled} onOpenDataset={onOpenDataset} />
    </AppStoreProvider>
  );
}
