import type { Placement } from '../../scene/placement';

/** Less than this and a level may hold up what comes next. */
const LEAST_MS = 6;

/** Places names at the other zoom levels while nothing else is to be done, so that no zoom has to wait for it. */
export function createWarmer() {
  let handle = 0;
  const stop = () => {
    if (handle !== 0) window.cancelIdleCallback(handle);
    handle = 0;
  };
  return {
    stop,
    start: (placement: Placement | undefined) => {
      stop();
      // Without idle times (Safari) levels are placed when they are first shown.
      if (!placement || typeof window.requestIdleCallback !== 'function') return;
      const work = (deadline: IdleDeadline) => {
        handle = 0;
        while (deadline.timeRemaining() > LEAST_MS) {
          if (!placement.warm()) return;
        }
        handle = window.requestIdleCallback(work);
      };
      handle = window.requestIdleCallback(work);
    },
  };
}
