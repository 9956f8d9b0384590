import type { Clock } from './zone-clock';

/** A change of a zone's offset to UTC. */
export interface OffsetChange {
  /** The first instant of the new offset, to the second; of the first entry the beginning of what was asked for. */
  readonly sinceMs: number;
  /** Local minus UTC before and from then on; of the first entry they are the same. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Shorter than any stretch of time between two changes that a zone ever had, but for some weeks of the 1940s. */
const PROBE_MS = 5 * 86_400_000;
const SECOND_MS = 1000;

/** The offset at `beginMs` and all its changes until `endMs`. */
export function offsetChanges(clock: Clock, beginMs: number, endMs: number): OffsetChange[] {
  const offsetAt = (instantMs: number) => clock(instantMs) - instantMs;
  const first = offsetAt(beginMs);
  const changes: OffsetChange[] = [{ sinceMs: beginMs, fromMs: first, toMs: first }];
  let fromMs = first;
  for (let at = beginMs; at < endMs; at += PROBE_MS) {
    const next = Math.min(endMs, at + PROBE_MS);
    const toMs = offsetAt(next);
    if (toMs === fromMs) continue;
    changes.push({ sinceMs: changeBetween(offsetAt, at, next), fromMs, toMs });
    fromMs = toMs;
  }
  return changes;
}

/** The first instant of the offset that holds at `high`, and not yet at `low`. */
function changeBetween(offsetAt: (instantMs: number) => number, low: number, high: number): number {
  const wanted = offsetAt(high);
  let [before, after] = [low / SECOND_MS, high / SECOND_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * SECOND_MS) === wanted) after = middle;
    else before = middle;
  }
  return after * SECOND_MS;
}
