import type { Day } from '../time/day';
import { STATUSES } from './dataset';
import { FLAG } from './event-table';
import { type PackedEvents, untilDayOf } from './packed-events';
import { liesAhead } from './state-as-of';

type Columns = Pick<
  PackedEvents,
  | 'eventCount'
  | 'count'
  | 'known'
  | 'until'
  | 'startDay'
  | 'flags'
  | 'status'
  | 'importance'
  | 'eventIndex'
>;

export interface ChangedEvents {
  /** Indexes of events; the most important of them where there are more than were asked for. */
  readonly events: readonly number[];
  readonly count: number;
}

const AHEAD = Uint8Array.from(STATUSES, (status) => (liesAhead(status) ? 1 : 0));
const LEVELS = 6;

/**
 * The events of which something else is known on `toDay` than on `fromDay`, or whose given day came in between. Two passes
 * over the columns, a few milliseconds for a million states; no text is read.
 */
export function entriesOfChange(
  columns: Columns,
  days: { readonly fromDay: Day; readonly toDay: Day },
  most: number,
): ChangedEvents {
  const counts = Array.from({ length: LEVELS }, () => 0);
  forEachChanged(columns, days, (entry) => {
    const level = columns.importance[entry] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  });
  const { least, atLeast } = importanceFor(counts, most);
  const events: number[] = [];
  let ofLeast = 0;
  forEachChanged(columns, days, (entry) => {
    const level = columns.importance[entry] ?? 0;
    if (level < least) return;
    if (level === least && ofLeast++ >= atLeast) return;
    events.push(columns.eventIndex[entry] ?? 0);
  });
  return { events, count: counts.reduce((sum, each) => sum + each, 0) };
}

/** The lowest importance to be taken, and how many of that. */
function importanceFor(counts: readonly number[], most: number) {
  let room = most;
  for (let level = LEVELS - 1; level > 0; level--) {
    const count = counts[level] ?? 0;
    if (count >= room) return { least: level, atLeast: room };
    room -= count;
  }
  return { least: 0, atLeast: room };
}

/** Visits the entry of each changed event that is current on `toDay`: an event has but one. */
function forEachChanged(
  columns: Columns,
  { fromDay, toDay }: { readonly fromDay: Day; readonly toDay: Day },
  visit: (entry: number) => void,
): void {
  const { count, known } = columns;
  for (let entry = 0; entry < count; entry++) {
    const from = known[entry] ?? 0;
    if (from > toDay || untilDayOf(columns, entry) <= toDay) continue;
    const dueDay = from > fromDay ? toDay : dueDayOf(columns, entry);
    if (dueDay !== undefined && dueDay > fromDay && dueDay <= toDay) visit(entry);
  }
}

/** As `isDueDay`: the day that a state gives, if it is one and lay ahead. */
export function dueDayOf(
  { known, startDay, flags, status }: Pick<Columns, 'known' | 'startDay' | 'flags' | 'status'>,
  entry: number,
): Day | undefined {
  if (AHEAD[status[entry] ?? 0] !== 1) return undefined;
  if (((flags[entry] ?? 0) & (FLAG.coarse | FLAG.openStart)) !== 0) return undefined;
  const day = startDay[entry] ?? 0;
  return day > (known[entry] ?? 0) ? day : undefined;
}
