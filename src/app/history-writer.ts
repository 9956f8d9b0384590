import { isLocalAddress } from '../state/local-file';
import type { HistoryMode } from '../state/state';

/** The least of a window that is needed; tests give their own. */
export interface HistoryWindow {
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
}

/** What an entry of the history holds. */
export interface HistoryEntry {
  readonly search: string;
  /** The local address of a reader's own file, which the search can't name. */
  readonly file?: string | undefined;
}

/** The local address that an entry's state holds, whoever wrote it. */
export function fileOfEntry(state: unknown): string | undefined {
  const file = typeof state === 'object' && state !== null && 'file' in state ? state.file : null;
  return typeof file === 'string' && isLocalAddress(file) ? file : undefined;
}

export interface HistoryWriter {
  /** `entry` is called when the address is written, which for `replace` may be later. */
  write: (entry: () => HistoryEntry, mode: HistoryMode) => void;
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
  let waiting: (() => HistoryEntry) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastReplaceMs = Number.NEGATIVE_INFINITY;
  let pushesMs: number[] = [];
  let written: HistoryEntry | undefined;

  /** Whether it was written. */
  const call = (entry: HistoryEntry, mode: HistoryMode): boolean => {
    const { search, file } = entry;
    if (search === written?.search && file === written.file) return false;
    try {
      const state = file === undefined ? null : { file };
      history[`${mode}State`](state, '', `${location.pathname}${search}${location.hash}`);
      written = entry;
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
  const replace = (entry: () => HistoryEntry) => {
    waiting = entry;
    timer ??= setTimeout(flush, Math.max(0, lastReplaceMs + REPLACE_GAP_MS - performance.now()));
  };
  const push = (entry: () => HistoryEntry) => {
    const now = performance.now();
    pushesMs = pushesMs.filter((pushedMs) => now - pushedMs < PERIOD_MS);
    if (pushesMs.length >= MAX_PUSHES) {
      replace(entry);
      return;
    }
    flush();
    if (call(entry(), 'push')) pushesMs.push(now);
  };
  return {
    write: (entry, mode) => {
      (mode === 'push' ? push : replace)(entry);
    },
    flush,
    forget,
  };
}
