import type { Span } from '../../time/day';

export const ZOOM_MS = 260;

/** A run of frames that can be stopped. */
export interface Animation {
  readonly stop: () => void;
}

let reduced: MediaQueryList | undefined;

export function prefersReducedMotion(): boolean {
  // To make a query takes longer than to ask one, and zooming asks in many frames.
  reduced ??= window.matchMedia?.('(prefers-reduced-motion: reduce)');
  return reduced?.matches ?? false;
}

/**
 * Goes from one view to another with ease-out. Both ends of the view move in a straight line, which keeps the day fixed
 * about which a zoom turns. With reduced motion it jumps.
 */
export function animateView(
  { from, to, durationMs }: { from: Span; to: Span; durationMs: number },
  show: (view: Span, isLast: boolean) => void,
): Animation {
  if (prefersReducedMotion() || durationMs <= 0) {
    show(to, true);
    return { stop: () => undefined };
  }
  let frame = 0;
  let startMs: number | undefined;
  const step = (nowMs: number) => {
    startMs ??= nowMs;
    const t = Math.min(1, (nowMs - startMs) / durationMs);
    const eased = 1 - (1 - t) ** 3;
    const between = (a: number, b: number) => a + (b - a) * eased;
    if (t < 1) frame = requestAnimationFrame(step);
    show(
      t < 1
        ? { startDay: between(from.startDay, to.startDay), endDay: between(from.endDay, to.endDay) }
        : to,
      t >= 1,
    );
  };
  frame = requestAnimationFrame(step);
  return {
    stop: () => {
      cancelAnimationFrame(frame);
    },
  };
}

/** A pan that runs out: `speedPx` a frame of 1/60 s, times 0.94 each. */
export function animateInertia(
  speedPx: number,
  move: (px: number) => void,
  end: () => void,
): Animation {
  if (prefersReducedMotion()) {
    end();
    return { stop: () => undefined };
  }
  let frame = 0;
  let speed = speedPx;
  let lastMs: number | undefined;
  const step = (nowMs: number) => {
    const frames = lastMs === undefined ? 1 : Math.min(4, (nowMs - lastMs) / (1000 / 60));
    lastMs = nowMs;
    move(speed * frames);
    speed *= 0.94 ** frames;
    if (Math.abs(speed) < 0.3) end();
    else frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return {
    stop: () => {
      cancelAnimationFrame(frame);
    },
  };
}
