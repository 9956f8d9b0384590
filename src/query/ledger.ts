import {
  type Dataset,
  type EventState,
  type RelationEvent,
  type Source,
  STATUSES,
} from '../model/dataset';
import { isStatement, judge, OUTCOMES, type Outcome, type Verdict } from '../model/outcome';
import type { PackedEvents } from '../model/packed-events';
import { sourcesAsOf } from '../model/shown-event';
import { liesAhead, stateAsOf } from '../model/state-as-of';
import type { Day } from '../time/day';

/** One statement about the future, and what came of it. */
export interface LedgerEntry {
  /** What was said; `said.known` is the day, −Infinity for always. */
  readonly said: EventState;
  /** By whom: what was out on the day it was said. */
  readonly sources: readonly Source[];
  /** How the event stands on the ledger's day. */
  readonly current: EventState;
  readonly verdict: Verdict;
}

export interface Ledger {
  readonly asOfDay: Day;
  /** By the day they were said, then by event. */
  readonly entries: readonly LedgerEntry[];
  readonly summary: LedgerSummary;
  /** Events that had to be left out since there are too many: the less important ones. */
  readonly omittedEvents: number;
}

export interface LedgerSummary {
  /** Of statements. */
  readonly total: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Of those that came about at whatever time. */
  readonly elsewhere: number;
  /** Of those still open: the last day given has passed. */
  readonly overdue: number;
}

export interface LedgerInput {
  readonly dataset: Dataset;
  readonly asOfDay: Day;
  /** Which events count, by their place in the dataset; all where left out. */
  readonly includes?: ((eventIndex: number) => boolean) | undefined;
  readonly mostEvents?: number;
}

const MOST_EVENTS = 5000;

/**
 * Every statement about the future made by a day, with what came of it by then: nothing later is looked at. `isStatement`
 * says what counts as one, `judge` how it is measured. Of a packed dataset only events that have one are read.
 */
export function ledgerAsOf(input: LedgerInput): Ledger {
  const { dataset, asOfDay, includes = () => true, mostEvents = MOST_EVENTS } = input;
  const indexes = dataset.packed
    ? packedCandidates(dataset.packed, asOfDay, includes)
    : Array.from(dataset.events, (_, index) => index).filter(includes);
  const taken = mostImportant(dataset, indexes, mostEvents);
  const entries = taken.flatMap((index) => {
    const event = dataset.events.at(index);
    return event ? entriesOf(dataset, event, asOfDay) : [];
  });
  return {
    asOfDay,
    entries: entries.toSorted(inOrder),
    summary: summaryOf(entries),
    omittedEvents: indexes.length - taken.length,
  };
}

/** The statements of one event made by a day, oldest first. */
export function entriesOf(
  dataset: Dataset,
  event: RelationEvent,
  asOfDay: Day,
): readonly LedgerEntry[] {
  const current = stateAsOf(event, asOfDay);
  if (!current) return [];
  const known = event.states.slice(0, current.stateIndex + 1);
  return known.flatMap((said, i) => {
    if (!isStatement(known, i)) return [];
    const saidDay = said.known === -Infinity ? asOfDay : said.known;
    const sources = sourcesAsOf(dataset, said, saidDay);
    return [{ said, sources, current, verdict: judge(said, current, asOfDay) }];
  });
}

export function summaryOf(entries: readonly Pick<LedgerEntry, 'verdict'>[]): LedgerSummary {
  const counts = Object.fromEntries(OUTCOMES.map((each) => [each, 0])) as Record<Outcome, number>;
  let elsewhere = 0;
  let overdue = 0;
  for (const { verdict } of entries) {
    counts[verdict.outcome] += 1;
    if (verdict.isElsewhere) elsewhere += 1;
    if (verdict.overdueDays > 0) overdue += 1;
  }
  return { total: entries.length, counts, elsewhere, overdue };
}

/** Share of an outcome among all statements, 0 to 1; they add up to 1 unless there are none. */
export function shareOf({ total, counts }: LedgerSummary, outcome: Outcome): number {
  return total === 0 ? 0 : counts[outcome] / total;
}

function inOrder(a: LedgerEntry, b: LedgerEntry): number {
  // Not by subtraction: what was always known has no finite day.
  if (a.said.known !== b.said.known) return a.said.known < b.said.known ? -1 : 1;
  if (a.said.id !== b.said.id) return a.said.id < b.said.id ? -1 : 1;
  return a.said.stateIndex - b.said.stateIndex;
}

const AHEAD = Uint8Array.from(STATUSES, (status) => (liesAhead(status) ? 1 : 0));

/** Events of which some state known by the day lies ahead, in the order of the file. One pass over the columns. */
function packedCandidates(
  { count, status, known, eventIndex, eventCount }: PackedEvents,
  asOfDay: Day,
  includes: (eventIndex: number) => boolean,
): readonly number[] {
  const has = new Uint8Array(eventCount);
  for (let entry = 0; entry < count; entry++) {
    if (AHEAD[status[entry] ?? 0] === 1 && (known[entry] ?? 0) <= asOfDay) {
      has[eventIndex[entry] ?? 0] = 1;
    }
  }
  const found: number[] = [];
  for (let event = 0; event < eventCount; event++) {
    if (has[event] === 1 && includes(event)) found.push(event);
  }
  return found;
}

/** By the importance of final states, so that no text need be read; of plain datasets all are taken. */
function mostImportant(
  { packed }: Dataset,
  indexes: readonly number[],
  most: number,
): readonly number[] {
  if (!packed || indexes.length <= most) return indexes;
  const levelOf = (event: number) => packed.importance[packed.finalState[event] ?? 0] ?? 0;
  return indexes.toSorted((a, b) => levelOf(b) - levelOf(a) || a - b).slice(0, most);
}
