import type { Actor, EventLink, Issue, Participation, Place, Source } from './dataset';
import { warningAt } from './issue';

type Path = readonly PropertyKey[];

/** What the parts of a file may refer to, and where faulty references are noted. */
export interface References {
  readonly domains: ReadonlySet<string>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly eventIds: Pick<ReadonlySet<string>, 'has'>;
  readonly issues: Issue[];
}

interface Referring {
  readonly actors?: readonly Participation[];
  readonly links?: readonly EventLink[];
  readonly sources?: readonly string[];
  readonly place?: Place;
}

interface Kept {
  actors?: Participation[];
  links?: EventLink[];
  sources?: string[];
  place?: Place;
}

/** The fields of an event or revision that refer to something, without the references that lead nowhere. */
export function keptReferences(
  { actors, links, sources, place }: Referring,
  { ownId, at, references }: { ownId: string; at: Path; references: References },
): Kept {
  const keep = <T>(list: readonly T[], field: string, pick: Picker<T>) =>
    keptItems(list, { at: [...at, field], issues: references.issues, ...pick });
  return {
    ...(actors && {
      actors: keep(actors, 'actors', {
        idOf: ({ actor }) => actor,
        key: 'known-actor',
        isKnown: (id) => references.actors.has(id),
      }),
    }),
    ...(links && {
      links: keep(links, 'links', {
        idOf: ({ to }) => to,
        inner: 'to',
        key: 'known-event',
        isKnown: (id) => id !== ownId && references.eventIds.has(id),
      }),
    }),
    ...(sources && {
      sources: keep(sources, 'sources', {
        idOf: (id) => id,
        key: 'known-source',
        isKnown: (id) => references.sources.has(id),
      }),
    }),
    ...(place && { place: placeInKnownZone(place, [...at, 'place'], references.issues) }),
  };
}

interface Picker<T> {
  readonly idOf: (item: T) => string;
  /** The field of the item that holds the id, if it is an object. */
  readonly inner?: string;
  /** Key of what was expected. */
  readonly key: string;
  readonly isKnown: (id: string) => boolean;
}

export function keptItems<T>(
  list: readonly T[],
  { at, issues, idOf, inner, key, isKnown }: Picker<T> & { at: Path; issues: Issue[] },
): T[] {
  return list.filter((item, i) => {
    const id = idOf(item);
    if (isKnown(id)) return true;
    issues.push(warningAt(inner === undefined ? [...at, i] : [...at, i, inner], { key }, id));
    return false;
  });
}

function placeInKnownZone(place: Place, at: Path, issues: Issue[]): Place {
  const { timeZone, ...rest } = place;
  if (timeZone === undefined || isTimeZone(timeZone)) return place;
  issues.push(warningAt([...at, 'timeZone'], { key: 'time-zone' }, timeZone));
  return rest;
}

const zones = new Map<string, boolean>();

/** Whether this platform's tz database knows the name. Asking costs some 30 µs, hence the memory of earlier answers. */
export function isTimeZone(name: string): boolean {
  const earlier = zones.get(name);
  if (earlier !== undefined) return earlier;
  const known = canFormatIn(name);
  if (zones.size < 1000) zones.set(name, known);
  return known;
}

function canFormatIn(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
