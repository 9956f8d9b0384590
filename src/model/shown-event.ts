import type { Day } from '../time/day';
import type { Dataset, Domain, EventLink, EventState, Source } from './dataset';
import type { EventTable } from './event-table';
import type { PackedEvents } from './packed-events';

/** The sources of a state, in its order, without those that can have come out only after the as-of day. */
export function sourcesAsOf(dataset: Dataset, state: EventState, asOfDay: Day): readonly Source[] {
  return state.sources.flatMap((id) => {
    const source = dataset.sources.get(id);
    if (!source) return [];
    const isLater = !state.ownSources && lastPossibleDay(source, dataset) > asOfDay;
    return isLater ? [] : [source];
  });
}

/** The day by which a source was out for certain: of a vague date the last day, but no later than the record goes. */
function lastPossibleDay({ published }: Source, { recordedThrough }: Dataset): Day {
  if (!published) return -Infinity;
  return Math.min(published.maxDay, Math.max(published.minDay, recordedThrough));
}

export interface ShownLink {
  readonly link: EventLink;
  /** The row of the event at the other end. */
  readonly row: number;
  /** `out`: this event says so of the other; `in`: the other says so of this one. */
  readonly direction: 'out' | 'in';
}

/** The links of a row, its own first, then those that lead to it. Both ends are known as of the table's day. */
export function linksAsOf(table: EventTable, row: number): readonly ShownLink[] {
  const state = table.stateOf(row);
  if (!state) return [];
  const out = state.links.flatMap((link): ShownLink[] => {
    const other = table.rowOf(link.to);
    return other === undefined ? [] : [{ link, row: other, direction: 'out' }];
  });
  return [...out, ...linksTo(table, state.id)];
}

function linksTo(table: EventTable, id: string): readonly ShownLink[] {
  const { packed, events } = table.dataset;
  const target = packed && events.indexOfId?.(id);
  if (!packed || target === undefined) return incomingOf(table).get(id) ?? [];
  const rows = eventsLinkedTo(packed, target).map((other) =>
    table.rowOf(events.at(other)?.id ?? ''),
  );
  return rows
    .filter((row) => row !== undefined)
    .toSorted((a, b) => a - b)
    .flatMap((row) =>
      (table.stateOf(row)?.links ?? [])
        .filter(({ to }) => to === id)
        .map((link): ShownLink => ({ link, row, direction: 'in' })),
    );
}

/** A binary search, then those that it finds. */
function eventsLinkedTo({ links: { to, from } }: PackedEvents, event: number): number[] {
  let low = 0;
  let high = to.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((to[middle] ?? 0) < event) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (; to[low] === event; low++) found.push(from[low] ?? 0);
  return found;
}

const incoming = new WeakMap<EventTable, ReadonlyMap<string, readonly ShownLink[]>>();

function incomingOf(table: EventTable): ReadonlyMap<string, readonly ShownLink[]> {
  const earlier = incoming.get(table);
  if (earlier) return earlier;
  const found = new Map<string, ShownLink[]>();
  for (let row = 0; row < table.count; row++) {
    for (const link of table.stateOf(row)?.links ?? []) {
      const others = found.get(link.to) ?? [];
      others.push({ link, row, direction: 'in' });
      found.set(link.to, others);
    }
  }
  incoming.set(table, found);
  return found;
}

/** The domains of an event beside its main one. */
export function otherDomains(dataset: Dataset, state: EventState): readonly Domain[] {
  const others = new Set(state.domains.slice(1));
  return dataset.domains.filter(({ id }) => others.has(id) && id !== state.domains[0]);
}
