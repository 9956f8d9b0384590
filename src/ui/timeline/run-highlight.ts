import { prefersReducedMotion } from './animate-view';

const SOLID_MS = 1600;
const FADE_MS = 1000;

/** Times the pointing out of events: whole at first, then fading, asking for the frames that this takes. */
export function createHighlight(request: () => void) {
  let shown: readonly string[] = [];
  let startMs = 0;
  let timer = 0;
  const stop = () => window.clearTimeout(timer);
  return {
    /** How strong those with these ids show now; the same list goes on fading. */
    strengthOf: (ids: readonly string[]): number => {
      const isStill = prefersReducedMotion();
      if (ids !== shown) {
        stop();
        shown = ids;
        startMs = performance.now();
        if (ids.length > 0 && !isStill) timer = window.setTimeout(request, SOLID_MS);
      }
      const fadedMs = performance.now() - startMs - SOLID_MS;
      if (ids.length === 0 || isStill || fadedMs < 0) return 1;
      if (fadedMs < FADE_MS) timer = window.setTimeout(request, 0);
      return Math.max(0, 1 - fadedMs / FADE_MS);
    },
    stop,
  };
}
