import type { Day } from '../time/day';
import type { Dataset } from './dataset';

const cache = new WeakMap<Dataset, readonly Day[]>();

/**
 * The days on which the record as read changed: a state became known, or an event began. Sorted, each once;
 * finite days only. Computed once a dataset.
 */
export function recordChangeDays(dataset: Dataset): readonly Day[] {
  const before = cache.get(dataset);
  if (before) return before;
  if (dataset.packed) return Array.from(dataset.packed.changeDays);
  const days = new Set<Day>();
  for (const { states } of dataset.events) {
    for (const { known } of states) days.add(known);
    const firstDay = states.at(-1)?.date.start?.minDay;
    if (firstDay !== undefined) days.add(firstDay);
  }
  const sorted = [...days].filter(Number.isFinite).toSorted((a, b) => a - b);
  cache.set(dataset, sorted);
  return sorted;
}

/** The last of `days` (sorted) before `day`. */
export function findChangeBefore(days: readonly Day[], day: Day): Day | undefined {
  return days.findLast((each) => each < day);
}

/** The first of `days` (sorted) after `day`. */
export function findChangeAfter(days: readonly Day[], day: Day): Day | undefined {
  return days.find((each) => each > day);
}

/** The day on which the record changed that is nearest to `day`; `day` itself where it never changed. */
export function findNearestChange(dataset: Dataset, day: Day): Day {
  const days = recordChangeDays(dataset);
  const before = days.findLast((each) => each <= day);
  const after = findChangeAfter(days, day);
  if (before === undefined || after === undefined) return before ?? after ?? day;
  return day - before <= after - day ? before : after;
}
