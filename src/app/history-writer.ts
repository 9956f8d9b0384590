import type { HistoryMode } from '../state/state';

/** The least of a window that is needed; tests give their own. */
export interface HistoryWindow {
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
}

export interface HistoryWriter {
  /** `search` is called when the address is written, which for `replace` may be later. */
  write: (search: () => string, mode: HistoryMode) => void;
  /** Writes what still waits. */
  flush: () => void;
  /** Drops what still waits: the address has become another by itself. */
  forget: () => void;
}

// Safari takes 100 changes of the address in 30 s and throws at the next. 60 replacements and 35 steps stay below.
const PERIOD_MS = 30_000;
const REPLACE_GAP_MS = 500;
const MAX_PUSHES = 35;

/**
 * Writes addresses no faster than browsers allow: replacements wait and only the last is written, steps go at once,
 * after what waits. Steps beyond the browser's patience (a key held down) become replacements.
 */
export function createHistoryWriter({ history, location }: HistoryWindow): HistoryWriter {
  let waiting: (() => string) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastReplaceMs = Number.NEGATIVE_INFINITY;
  let pushesMs: number[] = [];
  let written: string | undefined;

  /** Whether it was written. */
  const call = (search: string, mode: HistoryMode): boolean => {
    if (search === written) return false;
    try {
      history[`${mode}State`](null, '', `${location.pathname}${search}${location.hash}`);
      written = search;
      return true;
    } catch {
      // Over the browser's limit after all: the next change writes the address.
      return false;
    }
  };
  const forget = () => {
    clearTimeout(timer);
    timer = undefined;
    waiting = undefined;
    written = undefined;
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    lastReplaceMs = performance.now();
    call(waiting(), 'replace');
    waiting = undefined;
  };
  const replace = (search: () => string) => {
    waiting = search;
    timer ??= setTimeout(flush, Math.max(0, lastReplaceMs + REPLACE_GAP_MS - performance.now()));
  };
  const push = (search: () => string) => {
    const now = performance.now();
    pushesMs = pushesMs.filter((pushedMs) => now - pushedMs < PERIOD_MS);
    if (pushesMs.length >= MAX_PUSHES) {
      replace(search);
      return;
    }
    flush();
    if (call(search(), 'push')) pushesMs.push(now);
  };
  return {
    write: (search, mode) => {
      (mode === 'push' ? push : replace)(search);
    },
    flush,
    forget,
  };
}
