import type { Day } from '../time/day';
import type { Dataset, EventState } from './dataset';
import { liesAhead } from './state-as-of';

const cache = new WeakMap<Dataset, readonly Day[]>();

/**
 * The days on which the record as read changed: a state became known, or the day came that was then given for what lay
 * ahead (as `changesOn` tells it). Sorted, each once; finite days only. Computed once a dataset.
 */
export function recordChangeDays(dataset: Dataset): readonly Day[] {
  const before = cache.get(dataset);
  if (before) return before;
  const sorted = dataset.packed ? Array.from(dataset.packed.changeDays) : changeDaysOf(dataset);
  cache.set(dataset, sorted);
  return sorted;
}

function changeDaysOf(dataset: Dataset): readonly Day[] {
  const days = new Set<Day>();
  for (const { states } of dataset.events) {
    states.forEach((state, i) => {
      days.add(state.known);
      const { minDay } = state.date;
      if (isDueDay(state) && minDay < (states[i + 1]?.known ?? Infinity)) days.add(minDay);
    });
  }
  return [...days].filter(Number.isFinite).toSorted((a, b) => a - b);
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

/** Whether the day that a state gives for what lies ahead is a day and not a month or year, and comes after the state. */
export function isDueDay({ status, date, known }: EventState): boolean {
  return liesAhead(status) && date.precision === 'day' && date.minDay > known;
}
