import type { Steps } from '../../lib/steps';
import type { Dataset, EventState, RelationEvent } from '../../model/dataset';
import { buildEvent } from '../../model/parse-event';
import { createRawEvents, type Fields } from '../../model/raw-events';
import { readAnyEvent } from '../../model/read-plain-event';
import type { References } from '../../model/references';
import { type Day, parseIsoDay } from '../../time/day';
import { mend } from './leave-out';

/** The chosen events, and who and what they name in any of their states. */
export interface ChosenEvents {
  /** Indexes into `Dataset.events`, rising. */
  readonly indexes: Uint32Array;
  readonly ids: Pick<ReadonlySet<string>, 'has'>;
  readonly actors: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

export function* chooseEvents(dataset: Dataset, states: Iterable<EventState>): Steps<ChosenEvents> {
  const found: number[] = [];
  for (const { eventIndex } of states) {
    found.push(eventIndex);
    yield;
  }
  const indexes = Uint32Array.from(found).toSorted();
  const ids = new Set<string>();
  const actors = new Set<string>();
  const sources = new Set<string>();
  for (const event of eventsAt(dataset, indexes)) {
    ids.add(event.id);
    for (const state of event.states) {
      for (const { actor } of state.actors) actors.add(actor);
      for (const source of state.sources) sources.add(source);
    }
    yield;
  }
  return { indexes, ids, actors, sources };
}

function* eventsAt({ events }: Dataset, indexes: Iterable<number>): Iterable<RelationEvent> {
  for (const index of indexes) {
    const event = events.at(index);
    if (event) yield event;
  }
}

/** The events as their file has them, without what the reader of a file of these events alone would find fault with. */
export function* chosenValues(dataset: Dataset, { indexes, ids }: ChosenEvents): Iterable<Fields> {
  const rawOf = createRawEvents(dataset);
  const domains = new Set(dataset.domains.map(({ id }) => id));
  const { actors, sources } = dataset;
  for (const index of indexes) {
    const value = inOrder(structuredClone(rawOf(index)));
    mend(value, () => {
      const references: References = { domains, actors, sources, eventIds: ids, issues: [] };
      const { record } = readAnyEvent(value, domains);
      if (record) buildEvent({ record, at: [] }, index, references);
      return references.issues;
    });
    yield value;
  }
}

/** With its revisions the oldest first, which is how they are read whatever their order. */
function inOrder(value: Fields): Fields {
  const { revisions } = value;
  if (!Array.isArray(revisions)) return value;
  return {
    ...value,
    revisions: (revisions as Fields[]).toSorted((a, b) => knownDay(a) - knownDay(b)),
  };
}

function knownDay({ known }: Fields): Day {
  return (typeof known === 'string' ? parseIsoDay(known) : undefined) ?? 0;
}
