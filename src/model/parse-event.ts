import type { Day } from '../time/day';
import { formatIsoDay } from '../time/day';
import type { EdtfDate } from '../time/edtf';
import type { EventState, Issue, RelationEvent, Status } from './dataset';
import { isTimeOf, isTimeOfDay } from './event-time';
import { errorAt, warningAt } from './issue';
import { keptReferences, type References } from './references';
import { type EventRecord, eventSchema, type RevisionRecord, read } from './schema';
import { isForecast, liesAhead } from './state-as-of';

type Path = readonly PropertyKey[];

export interface ReadEvent {
  readonly record: EventRecord;
  /** Its place in the file, where the paths of its issues begin. */
  readonly at: Path;
}

/** Checks one event of the file by itself; a fault anywhere in it sets the whole event aside. */
export function readEvent(
  value: unknown,
  at: Path,
  domains: ReadonlySet<string>,
): { readonly record: EventRecord | undefined; readonly issues: readonly Issue[] } {
  const { record, issues } = read(eventSchema, value, at);
  if (!record) return { record, issues };
  const domainIssues = unknownDomains(record, at, domains);
  return { record: domainIssues.length > 0 ? undefined : record, issues: domainIssues };
}

function unknownDomains(record: EventRecord, at: Path, known: ReadonlySet<string>): Issue[] {
  const options = [...known].join(', ');
  const parts = [
    { domains: record.domains, path: [...at, 'domains'] },
    ...(record.revisions ?? []).map(({ domains }, k) => ({
      domains: domains ?? [],
      path: [...at, 'revisions', k, 'domains'],
    })),
  ];
  return parts.flatMap(({ domains, path }) =>
    domains.flatMap((id, i) =>
      known.has(id) ? [] : [errorAt([...path, i], { key: 'one-of', values: { options } }, id)],
    ),
  );
}

/** Lays the revisions over the top level and drops links to what the file does not hold, with a warning for each. */
export function buildEvent(
  { record, at }: ReadEvent,
  eventIndex: number,
  references: References,
): RelationEvent {
  const kept = withoutBadReferences(record, at, references);
  return layRevisions({ record: kept, at }, eventIndex, references.issues);
}

/** Lays the revisions over the top level, whatever they refer to. */
export function layRevisions(
  { record, at }: ReadEvent,
  eventIndex: number,
  issues: Issue[],
): RelationEvent {
  const { revisions: given = [], known: _, time: topTime, ...top } = record;
  const status = statusOf(record);
  const known = knownOf(record);
  const revisions = usableRevisions(given, known, { at, issues });
  const states: EventState[] = [];
  const add = (said: SaidOfEvent) => {
    states.push(createState(said, eventIndex, states.length));
  };
  const laid = { ...top };
  const finalTime = timeOf(topTime, top.date, { at, issues });
  let time = finalTime;
  let ownSources = false;
  for (const revision of revisions) {
    const { known: revisionKnown, status: revisionStatus, time: ownTime, ...said } = revision;
    Object.assign(laid, said);
    // A time of day is said of a date and a place: with another one of these it is gone.
    if (said.date || said.place || ownTime !== undefined) {
      const path = [...at, 'revisions', given.indexOf(revision)];
      time = timeOf(ownTime, laid.date, { at: path, issues });
    }
    ownSources ||= said.sources !== undefined;
    const told = { known: revisionKnown, status: revisionStatus, ownSources };
    add({ ...laid, ...told, ...(time !== undefined && { time }) });
  }
  const told = { known, status, ownSources: true };
  add({ ...top, ...told, ...(finalTime !== undefined && { time: finalTime }) });
  return { id: record.id, states };
}

/** The time of day where it can be one of the date; else none, and a warning. */
function timeOf(
  time: unknown,
  date: EdtfDate,
  { at, issues }: { at: Path; issues: Issue[] },
): string | undefined {
  if (time === undefined || isTimeOf(time, date)) return time;
  const key = isTimeOfDay(time) ? 'time-of-one-day' : 'time-of-day';
  issues.push(warningAt([...at, 'time'], { key }, time));
  return undefined;
}

function statusOf({ status }: EventRecord): Status {
  return status ?? 'happened';
}

/** The day from which the final state was known. */
function knownOf(record: EventRecord): Day {
  return record.known ?? (isForecast(statusOf(record)) ? -Infinity : record.date.minDay);
}

/** What columns say of a state. */
export type ColumnState = Pick<
  EventState,
  | 'eventIndex'
  | 'stateIndex'
  | 'known'
  | 'title'
  | 'date'
  | 'time'
  | 'place'
  | 'domains'
  | 'kind'
  | 'parties'
  | 'actors'
  | 'status'
  | 'importance'
  | 'tenor'
  | 'sources'
  | 'tags'
>;

/** The only state of an event without revisions as `layRevisions` has it, at a fraction of the cost. */
export function onlyState(record: EventRecord, eventIndex: number): ColumnState {
  const { date, time, place, tenor } = record;
  const status = statusOf(record);
  const state: { -readonly [K in keyof ColumnState]: ColumnState[K] } = {
    eventIndex,
    stateIndex: 0,
    known: knownOf(record),
    title: record.title,
    date,
    domains: record.domains,
    kind: record.kind,
    parties: record.parties,
    actors: record.actors ?? [],
    status,
    importance: record.importance ?? USUAL_IMPORTANCE,
    sources: record.sources ?? [],
    tags: record.tags ?? [],
  };
  if (isTimeOf(time, date)) state.time = time;
  if (place) state.place = place;
  if (tenor !== undefined && !liesAhead(status)) state.tenor = tenor;
  return state;
}

const USUAL_IMPORTANCE = 3;

type SaidOfEvent = Omit<EventRecord, 'revisions' | 'known' | 'status' | 'time'> & {
  readonly time?: string;
  readonly known: Day;
  readonly status: Status;
  readonly ownSources: boolean;
};

function createState(given: SaidOfEvent, eventIndex: number, stateIndex: number): EventState {
  // What has not come yet adds nothing to the tenor, whatever was made of it later.
  const hasTenorAhead = given.tenor !== undefined && liesAhead(given.status);
  const said = hasTenorAhead ? withoutTenor(given) : given;
  return {
    ...said,
    eventIndex,
    stateIndex,
    actors: said.actors ?? [],
    importance: said.importance ?? USUAL_IMPORTANCE,
    links: said.links ?? [],
    sources: said.sources ?? [],
    tags: said.tags ?? [],
    confidence: said.confidence ?? 'high',
  };
}

function withoutTenor(given: SaidOfEvent): SaidOfEvent {
  const { tenor: _, ...said } = given;
  return said;
}

/**
 * The revisions that some day can show, oldest first. The final state wins from its own day on, so a revision of that
 * day or later would never be seen: a warning.
 */
function usableRevisions(
  revisions: readonly RevisionRecord[],
  finalKnown: Day,
  { at, issues }: { at: Path; issues: Issue[] },
): readonly RevisionRecord[] {
  let latest = -Infinity;
  return revisions
    .filter(({ known }, k) => {
      const path = [...at, 'revisions', k, 'known'];
      if (known < latest)
        issues.push(warningAt(path, { key: 'oldest-first' }, formatIsoDay(known)));
      latest = Math.max(latest, known);
      if (known < finalKnown) return true;
      issues.push(warningAt(path, { key: 'before-final' }, formatIsoDay(known)));
      return false;
    })
    .toSorted((a, b) => a.known - b.known);
}

function withoutBadReferences(record: EventRecord, at: Path, references: References): EventRecord {
  const ownId = record.id;
  const kept = keptReferences(record, { ownId, at, references });
  const revisions = record.revisions?.map((revision, k) => ({
    ...revision,
    ...keptReferences(revision, { ownId, at: [...at, 'revisions', k], references }),
  }));
  return {
    ...record,
    ...kept,
    ...(revisions && { revisions }),
  };
}
