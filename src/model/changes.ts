import type { Day } from '../time/day';
import { isDueDay } from './change-days';
import { entriesOfChange } from './changes-packed';
import type { Dataset, EventState, RelationEvent } from './dataset';
import { isOtherPlace, isSameDate, judge, type Verdict } from './outcome';
import { liesAhead, stateAsOf } from './state-as-of';

export const CHANGE_KINDS = [
  'added',
  'fulfilled',
  'lapsed',
  'status',
  'rescheduled',
  'relocated',
  'due',
  'revised',
] as const;
/**
 * `fulfilled`: what lay ahead came about. `lapsed`: it was cancelled or did not come about. `due`: the day given for it has
 * come, and the record says nothing more. `revised`: anything else that is told otherwise.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How what is known of one event differs between two days. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  /** The day from which it is known as it is now; of what is due, the day given. */
  readonly day: Day;
  readonly before: EventState | undefined;
  readonly after: EventState;
  /** Of what is fulfilled: how it compares with what was said before. */
  readonly verdict: Verdict | undefined;
}

export interface Changes {
  /** By day, on a day the more important first, then by id. */
  readonly list: readonly Change[];
  /** Of all; more than are listed where there are too many. */
  readonly count: number;
}

export const MOST_CHANGES = 2000;

/** What became known on one day. */
export function changesOn(dataset: Dataset, day: Day, most = MOST_CHANGES): Changes {
  return changesBetween(dataset, { fromDay: day - 1, toDay: day }, most);
}

export interface DayPair {
  /** What was known at its end is the start. */
  readonly fromDay: Day;
  /** Inclusive. */
  readonly toDay: Day;
}

/**
 * What was known at the end of one day and otherwise at the end of a later one, one change for each event. It takes nothing
 * but what was known by the later day. Of a packed dataset the columns are passed over once and only events with a change
 * are read, the most important where there are more than `most`.
 */
export function changesBetween(dataset: Dataset, days: DayPair, most = MOST_CHANGES): Changes {
  if (!(days.fromDay < days.toDay)) return { list: [], count: 0 };
  if (dataset.packed) {
    const { events, count } = entriesOfChange(dataset.packed, days, most);
    const read = events.flatMap((index) => dataset.events.at(index) ?? []);
    return { list: changesOf(read, days), count };
  }
  const all = changesOf(dataset.events, days);
  if (all.length <= most) return { list: all, count: all.length };
  const important = all.toSorted(
    (a, b) => b.after.importance - a.after.importance || inOrder(a, b),
  );
  return { list: important.slice(0, most).toSorted(inOrder), count: all.length };
}

function changesOf(events: Iterable<RelationEvent>, days: DayPair): Change[] {
  const found: Change[] = [];
  for (const event of events) {
    const change = changeOf(event, days);
    if (change) found.push(change);
  }
  return found.toSorted(inOrder);
}

function inOrder(a: Change, b: Change): number {
  if (a.day !== b.day) return a.day - b.day;
  return b.after.importance - a.after.importance || (a.id < b.id ? -1 : 1);
}

function changeOf(event: RelationEvent, { fromDay, toDay }: DayPair): Change | undefined {
  const after = stateAsOf(event, toDay);
  if (!after) return undefined;
  const before = stateAsOf(event, fromDay);
  const common = { id: event.id, before, after, verdict: undefined };
  if (before === after) {
    const day = after.date.minDay;
    const isDue = isDueDay(after) && fromDay < day && day <= toDay;
    return isDue ? { ...common, kind: 'due', day } : undefined;
  }
  const kind = before ? kindOf(before, after) : 'added';
  const verdict = before && kind === 'fulfilled' ? judge(before, after, toDay) : undefined;
  return { ...common, kind, day: after.known, verdict };
}

function kindOf(before: EventState, after: EventState): ChangeKind {
  const wasAhead = liesAhead(before.status);
  const isOver = after.status === 'happened' || after.status === 'under-way';
  if (wasAhead && isOver) return 'fulfilled';
  const isOff = after.status === 'lapsed' || after.status === 'cancelled';
  if (isOff && before.status !== after.status) return 'lapsed';
  if (before.status !== after.status) return 'status';
  if (wasAhead && !isSameDate(before, after)) return 'rescheduled';
  return wasAhead && isOtherPlace(before.place, after.place) ? 'relocated' : 'revised';
}
