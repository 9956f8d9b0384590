import { type Actor, type Dataset, type Issue, STATUSES } from '../../model/dataset';
import { OPEN_END_DAY, OPEN_START_DAY } from '../../model/event-table';
import type { PackedEvents } from '../../model/packed-events';
import { parseDataset } from '../../model/parse-dataset';
import { parseDomains, parseViews } from '../../model/parse-parts';
import type { Day } from '../../time/day';
import { LoadError } from './load-error';
import type { DatasetHead } from './protocol';

export type Fields = Readonly<Record<string, unknown>>;

/** ISO 3166 leaves both codes to their users; they stand in where events name fewer than two countries. */
const UNKNOWN_PARTIES = ['XX', 'ZZ'] as const;

/** What is known of a dataset besides its events, with the faults that were found there. */
export interface HeadParts {
  readonly head: DatasetHead;
  readonly issues: readonly Issue[];
}

/** What a file says of itself; without its views, which may name events. Throws a LoadError where it is no dataset. */
export function readHead(file: Fields): HeadParts {
  const { views: _views, events: _events, ...fields } = file;
  const { dataset, issues } = parseDataset({ ...fields, events: [] });
  if (!dataset) throw new LoadError({ kind: 'notDataset', issues });
  return { head: withoutEvents(dataset, fields), issues };
}

function withoutEvents({ events: _events, ...head }: Dataset, raw: unknown): DatasetHead {
  return { ...head, raw };
}

/** The views of a file whose events have been read; faults in them are added to `issues`. */
export function readViews(
  views: unknown,
  { domains, actors, sources, events }: Dataset,
  issues: Issue[],
): DatasetHead['views'] {
  return parseViews(views, {
    domains: new Set(domains.map(({ id }) => id)),
    actors,
    sources,
    eventIds: { has: (id) => events.indexOfId?.(id) !== undefined },
    issues,
  });
}

/** The head of a file that says nothing of itself, as far as it is known before its events. */
export function createHead(name: string): DatasetHead {
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return {
    id: id.replaceAll(/^-|-$/g, '') || 'events',
    title: name.trim() || 'events',
    parties: UNKNOWN_PARTIES,
    languages: [],
    recordedThrough: 0,
    domains: parseDomains(undefined, []),
    actors: new Map(),
    sources: new Map(),
    views: [],
    raw: {},
  };
}

/** That head, completed by what its events say. */
export function completeHead(
  head: DatasetHead,
  packed: PackedEvents,
  actors: ReadonlyMap<string, Actor>,
): DatasetHead {
  return { ...head, actors, parties: foremostParties(packed), recordedThrough: lastDayOf(packed) };
}

/** The two countries that most events name, in that order. */
function foremostParties({ finalState, countries, countryCodes }: PackedEvents) {
  const counts = new Uint32Array(countryCodes.length);
  for (const state of finalState) {
    const end = countries.offsets[state + 1] ?? 0;
    for (let i = countries.offsets[state] ?? 0; i < end; i++) {
      const country = countries.values[i] ?? 0;
      counts[country] = (counts[country] ?? 0) + 1;
    }
  }
  const [first = UNKNOWN_PARTIES[0], second = UNKNOWN_PARTIES[1]] = [...counts.keys()]
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .map((i) => countryCodes[i]);
  return [first, second] as const;
}

const HAPPENED = STATUSES.indexOf('happened');

/** The last day of an event that happened, or of any where none did. */
function lastDayOf({ finalState, status, startDay, endDay, endOfDays }: PackedEvents): Day {
  let last = -Infinity;
  for (const state of finalState) {
    if (status[state] !== HAPPENED) continue;
    const end = endDay[state] ?? OPEN_END_DAY;
    const start = startDay[state] ?? OPEN_START_DAY;
    if (end < OPEN_END_DAY) last = Math.max(last, end - 1);
    else if (start > OPEN_START_DAY) last = Math.max(last, start);
  }
  if (last > -Infinity) return last;
  return Number.isFinite(endOfDays) ? endOfDays - 1 : 0;
}

export interface ActorFinder {
  /** Looks through an event as it stands in the file. */
  look: (event: unknown) => void;
  /** An actor for each id that was seen; the id is its name. */
  readonly found: ReadonlyMap<string, Actor>;
}

export function createActorFinder(): ActorFinder {
  const found = new Map<string, Actor>();
  const note = (actor: unknown) => {
    const id =
      typeof actor === 'object' && actor !== null && 'actor' in actor ? actor.actor : actor;
    if (typeof id !== 'string' || found.has(id)) return;
    found.set(id, { id, name: id, kind: 'group', memberOf: [], offices: [] });
  };
  const look = (event: unknown) => {
    if (typeof event !== 'object' || event === null) return;
    const { actors, revisions } = event as Fields;
    if (Array.isArray(actors)) for (const actor of actors) note(actor);
    if (Array.isArray(revisions)) for (const revision of revisions) look(revision);
  };
  return { look, found };
}
