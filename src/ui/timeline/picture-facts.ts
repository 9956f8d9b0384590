import type { ColumnUnit } from '../../scene/columns';

/** What the picture on screen holds; written by the timeline, read by the toolbar. */
export interface PictureFacts {
  readonly eventCount: number;
  readonly namedCount: number;
  readonly regime: ColumnUnit | 'marks';
  /** Columns stand for events that are too many for marks or cells of their own. */
  readonly isDense: boolean;
}

let facts: PictureFacts | undefined;
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. Undefined until there is a picture. */
export const pictureFacts = {
  get: (): PictureFacts | undefined => facts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set: (next: PictureFacts): void => {
    if (
      next.eventCount === facts?.eventCount &&
      next.namedCount === facts.namedCount &&
      next.regime === facts.regime &&
      next.isDense === facts.isDense
    ) {
      return;
    }
    facts = next;
    for (const listener of listeners) listener();
  },
};
