import { useSyncExternalStore } from 'react';

/** Widths in em, so that enlarged text gets the layout of a smaller screen. 16 px an em unless enlarged. */
export const MEDIA = {
  phone: '(max-width: 47.49em)',
  /** Room for a folded rail only. */
  narrow: '(max-width: 63.99em)',
  /** A finger is the pointer. */
  touch: '(pointer: coarse)',
  /** The detail lies over the canvas. */
  overlay: '(max-width: 73.74em)',
} as const;

/** Whether the media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
