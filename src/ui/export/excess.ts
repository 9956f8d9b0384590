import type { Importance } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { RowIndex } from '../../query/window';
import { MOST_SLIDE_EVENTS } from '../../scene/slide-limits';
import type { PictureRange } from './picture-words';

/** So many events are made into pages at all: over a hundred of them, and some seconds of work. */
export const MOST_MADE_EVENTS = 20_000;

/** A range that holds more events than a picture can, and what would do. */
export interface Excess {
  readonly count: number;
  readonly most: number;
  /** The longest one about the middle of the range that fits; none where its middle day alone holds too much. */
  readonly shorter: Fitting<PictureRange> | undefined;
  /** The lowest importance from which on all events fit; none where not even the highest alone does. */
  readonly importanceFrom: Fitting<Importance> | undefined;
}

export interface Fitting<T> {
  readonly value: T;
  /** The events that are left. */
  readonly count: number;
}

/** How many matching events a range holds. Tells it without listing them. */
export function countInRange({ countIn }: RowIndex, range: PictureRange): number {
  return countIn(spanOf(range));
}

/** Undefined where a picture can hold the range. Else some ms for a million events. */
export function excessOf(
  table: EventTable,
  index: RowIndex,
  range: PictureRange,
  most = MOST_SLIDE_EVENTS,
): Excess | undefined {
  const count = countInRange(index, range);
  if (count <= most) return undefined;
  return {
    count,
    most,
    shorter: findShorter(index, range, most),
    importanceFrom: findImportance(table.importance, index.rowsIn(spanOf(range)), most),
  };
}

export function spanOf({ fromDay, toDay }: PictureRange): { startDay: number; endDay: number } {
  return { startDay: fromDay, endDay: toDay + 1 };
}

/** By halving: the more days, the more events. */
function findShorter(
  index: RowIndex,
  { fromDay, toDay }: PictureRange,
  most: number,
): Fitting<PictureRange> | undefined {
  let fitting: Fitting<PictureRange> | undefined;
  let [low, high] = [1, toDay - fromDay];
  while (low <= high) {
    const days = (low + high) >> 1;
    const first = fromDay + ((toDay + 1 - fromDay - days) >> 1);
    const value = { fromDay: first, toDay: first + days - 1 };
    const count = countInRange(index, value);
    if (count <= most) {
      // Nothing would be left to show in a range without events.
      if (count > 0) fitting = { value, count };
      low = days + 1;
    } else high = days - 1;
  }
  return fitting;
}

function findImportance(
  importance: Uint8Array,
  rows: Uint32Array,
  most: number,
): Fitting<Importance> | undefined {
  const counts = new Uint32Array(6);
  for (const row of rows) {
    const level = importance[row] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  let fitting: Fitting<Importance> | undefined;
  let count = 0;
  for (const value of [5, 4, 3, 2, 1] as const) {
    count += counts[value] ?? 0;
    if (count > most) break;
    if (count > 0) fitting = { value, count };
  }
  return fitting;
}
