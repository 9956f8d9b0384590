import { useEffect } from 'react';
import type { TimelineController } from '../timeline/timeline-controller';

/** By then the page has come to rest. */
const AFTER_MS = 1500;

/** Makes printing ready once the picture stands: when it is asked for, there is no time to fetch code. */
export function useViewPrint(controller: TimelineController | undefined, isSettled: boolean): void {
  useEffect(() => {
    if (!controller || !isSettled) return;
    let isOver = false;
    let stop: (() => void) | undefined;
    const bring = async () => {
      const code = await import('./view-print').catch(() => undefined);
      if (!isOver) stop = code?.startViewPrint(controller);
    };
    const timer = setTimeout(() => void bring(), AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [controller, isSettled]);
}
