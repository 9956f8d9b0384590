import { useEffect, useRef } from 'react';
import { MEDIA } from './use-media';

/** What closes on a phone's own Back; browsers without it go back in the history. Not among TypeScript's types yet. */
interface CloseWatcher extends EventTarget {
  readonly destroy: () => void;
}
declare global {
  interface Window {
    readonly CloseWatcher?: new () => CloseWatcher;
  }
}

/** Closes what has opened when the device asks for it, as by Android's Back, rather than leave the view behind it. */
export function useCloseRequest(onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    // With keys Escape closes, after what has the focus has had its say.
    if (!window.CloseWatcher || !matchMedia(MEDIA.touch).matches) return;
    const watcher = new window.CloseWatcher();
    watcher.addEventListener('close', () => latest.current());
    return () => watcher.destroy();
  }, []);
}
