import type { RelationEvent } from './dataset';
import { type Column, countsColumn, pushCount } from './pack-columns';
import type { PackReferences, PackStore } from './pack-store';
import { type CodedColumns, eventValue } from './pack-text';
import type { PackedEvents } from './packed-events';
import { findPacked, hashOf } from './packed-ids';
import { createTextReader } from './packed-text';
import { buildEvent } from './parse-event';
import { readAnyEvent } from './read-plain-event';
import type { References } from './references';
import { flagsOf } from './state-columns';

export type PackedTexts = Pick<PackedEvents, 'text' | 'textOffsets' | 'idTable'>;

/** Pairs of events: the one that links leads to, and the one that has it. */
export interface LinkPairs {
  readonly to: Column<Uint32Array>;
  readonly from: Column<Uint32Array>;
}

/**
 * Reads again each event that links to others, has revisions or names something unknown, now that all are known: for
 * its warnings, its links, and whether any of its sources is left.
 */
export function checkReferences(
  store: PackStore,
  texts: PackedTexts,
  references: PackReferences,
): LinkPairs {
  const pairs = { to: countsColumn(), from: countsColumn() };
  const textOf = createTextReader(texts);
  const columns = codedColumnsOf(store);
  for (const event of eventsToCheck(store, references)) {
    const entry = store.finalEntry.values[event] ?? 0;
    const kept = JSON.parse(textOf(event)) as Readonly<Record<string, unknown>>;
    const { record } = readAnyEvent(eventValue(kept, columns, entry), store.domainSet);
    if (!record) throw new Error(`The text kept of event ${event} is no event`);
    const known: References = {
      domains: store.domainSet,
      actors: references.actors,
      sources: references.sources,
      eventIds: { has: (id) => findPacked(texts, id) !== undefined },
      issues: [],
    };
    const read = buildEvent({ record, at: [] }, event, known);
    const place = store.places.values[event] ?? 0;
    for (const issue of known.issues) store.issues.add(place, issue);
    setFlags(store, read, entry);
    pushLinks(pairs, texts, read);
  }
  return pairs;
}

function setFlags(
  { states: { flags } }: PackStore,
  { states }: RelationEvent,
  entry: number,
): void {
  const first = entry - states.length + 1;
  states.forEach((state, i) => {
    flags.values[first + i] = flagsOf(state, -Infinity);
  });
}

function pushLinks({ to, from }: LinkPairs, texts: PackedTexts, { states }: RelationEvent): void {
  const ids = new Set(states.flatMap(({ links }) => links.map((link) => link.to)));
  for (const id of ids) {
    pushCount(to, findPacked(texts, id) ?? 0);
    pushCount(from, states[0]?.eventIndex ?? 0);
  }
}

/** In the order of the file. */
function* eventsToCheck(store: PackStore, references: PackReferences): Iterable<number> {
  const { revisited, sources, places } = store;
  const namesUnknownActor = unknownActorTest(store, references);
  const known = new Set(Array.from(references.sources.keys(), hashOf));
  let next = 0;
  for (let event = 0; event < places.length; event++) {
    let isWanted = next < revisited.length && revisited.values[next] === event;
    if (isWanted) next += 1;
    else isWanted = namesUnknownActor(event);
    const end = sources.offsets.values[event + 1] ?? 0;
    for (let i = sources.offsets.values[event] ?? 0; i < end && !isWanted; i++) {
      isWanted = !known.has(sources.values.values[i] ?? 0);
    }
    if (isWanted) yield event;
  }
}

/** For events of one state. */
function unknownActorTest({ states, finalEntry }: PackStore, { actors: known }: PackReferences) {
  const isUnknown = Uint8Array.from(states.actorWords.words, (id) => (known.has(id) ? 0 : 1));
  if (!isUnknown.includes(1)) return () => false;
  const { offsets, values } = states.actors;
  return (event: number) => {
    const entry = finalEntry.values[event] ?? 0;
    const end = offsets.values[entry + 1] ?? 0;
    for (let i = offsets.values[entry] ?? 0; i < end; i++) {
      if (isUnknown[values.values[i] ?? 0] === 1) return true;
    }
    return false;
  };
}

/** Unknown actors are among them still. */
function codedColumnsOf({ states, domainIds }: PackStore): CodedColumns {
  const { actors, countries, tags } = states;
  return {
    startDay: states.startDay.values,
    endDay: states.endDay.values,
    status: states.status.values,
    importance: states.importance.values,
    kind: states.kind.values,
    domain: states.domain.values,
    domainMask: states.domainMask.values,
    actors: { offsets: actors.offsets.values, values: actors.values.values },
    countries: { offsets: countries.offsets.values, values: countries.values.values },
    tags: { offsets: tags.offsets.values, values: tags.values.values },
    actorIds: states.actorWords.words,
    countryCodes: states.countryWords.words,
    tagNames: states.tagWords.words,
    domainIds,
  };
}
