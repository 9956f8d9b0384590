import type { Dataset, EventList, RelationEvent } from './dataset';
import { eventValue } from './pack-text';
import type { PackedEvents } from './packed-events';
import { findPacked } from './packed-ids';
import { createPackedTable } from './packed-table';
import { createTextReader } from './packed-text';
import { buildEvent } from './parse-event';
import { readAnyEvent } from './read-plain-event';

/** Of the events asked for last at least so many are kept as objects, and at most twice as many. */
const KEPT_EVENTS = 2000;

/** The dataset of which `head` says all but the events. They are read one by one, when asked for. */
export function openPacked(
  head: Omit<Dataset, 'events' | 'packed'>,
  packed: PackedEvents,
): Dataset {
  const read = createReader(head, packed);
  let kept = new Map<number, RelationEvent>();
  let earlier = new Map<number, RelationEvent>();
  // A frame asks for the same ones many times over: that takes one look, and no order is kept among them.
  const eventAt = (index: number): RelationEvent => {
    const known = kept.get(index);
    if (known) return known;
    const event = earlier.get(index) ?? read(index);
    if (kept.size === KEPT_EVENTS) {
      earlier = kept;
      kept = new Map();
    }
    kept.set(index, event);
    return event;
  };
  const length = packed.eventCount;
  const events: EventList = {
    length,
    at: (index) => {
      const place = index < 0 ? index + length : index;
      return place >= 0 && place < length ? eventAt(Math.trunc(place)) : undefined;
    },
    *[Symbol.iterator]() {
      // Past the kept ones, which a walk over all would only drive out.
      for (let index = 0; index < length; index++)
        yield kept.get(index) ?? earlier.get(index) ?? read(index);
    },
    indexOfId: (id) => findPacked(packed, id),
    tableAsOf: createPackedTable,
    forget: () => {
      kept.clear();
      earlier.clear();
    },
  };
  return { ...head, events, packed };
}

function createReader(
  { domains, actors, sources }: Omit<Dataset, 'events' | 'packed'>,
  packed: PackedEvents,
): (index: number) => RelationEvent {
  const textOf = createTextReader(packed);
  const domainIds = domains.map(({ id }) => id);
  const known = new Set(domainIds);
  const columns = { ...packed, domainIds };
  const eventIds = { has: (id: string) => findPacked(packed, id) !== undefined };
  return (index) => {
    const text = JSON.parse(textOf(index)) as Readonly<Record<string, unknown>>;
    const value = eventValue(text, columns, packed.finalState[index] ?? 0);
    const { record } = readAnyEvent(value, known);
    if (!record) throw new Error(`Event ${index} cannot be read from its columns`);
    const references = { domains: known, actors, sources, eventIds, issues: [] };
    return buildEvent({ record, at: [] }, index, references);
  };
}
