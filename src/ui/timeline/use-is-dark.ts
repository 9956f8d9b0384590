import { useSyncExternalStore } from 'react';
import { useAppState } from '../app-store';

const QUERY = '(prefers-color-scheme: dark)';

/** Whether the page is dark: by choice, or by the system where none was made. */
export function useIsDark(): boolean {
  const theme = useAppState((state) => state.theme);
  const systemIsDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia?.(QUERY).matches ?? false,
  );
  return theme === 'system' ? systemIsDark : theme === 'dark';
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia?.(QUERY);
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
}
