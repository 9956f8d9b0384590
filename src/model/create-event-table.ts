import type { Day } from '../time/day';
import { type Dataset, EVENT_KINDS, type EventState, STATUSES } from './dataset';
import { indexOf } from './dataset-index';
import { createEndTree } from './end-tree';
import {
  type Calendar,
  type EventTable,
  FLAG,
  OPEN_END_DAY,
  OPEN_START_DAY,
  type RowLists,
} from './event-table';
import { placeCode } from './place-code';
import { liesAhead, stateAsOf } from './state-as-of';
import { tenorCode } from './tenor-code';

export const KIND_CODE: ReadonlyMap<string, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);
export const STATUS_CODE: ReadonlyMap<string, number> = new Map(
  STATUSES.map((status, code) => [status, code]),
);

/**
 * The events as they were known on a day, as columns, by the days at their own places or by a calendar. O(n log n), some
 * 0.3 ms for 350 events.
 */
export function createEventTable(dataset: Dataset, asOfDay: Day, calendar?: Calendar): EventTable {
  if (dataset.events.tableAsOf) return dataset.events.tableAsOf(dataset, asOfDay, calendar);
  const index = indexOf(dataset);
  const states: EventState[] = [];
  for (const event of dataset.events) {
    const state = stateAsOf(event, asOfDay);
    if (state) states.push(calendar ? calendar.tell(state) : state);
  }
  states.sort(inTimeOrder);
  const domains = states.map((state) => state.domains.map((id) => index.domainIndex.get(id) ?? 0));
  const endDay = Int32Array.from(states, endDayOf);
  const rowOfId = new Map(states.map(({ id }, row) => [id, row]));
  return {
    dataset,
    asOfDay,
    calendar,
    count: states.length,
    stateOf: (row) => states[row],
    idOf: (row) => states[row]?.id,
    rowOf: (id) => rowOfId.get(id),
    startDay: Int32Array.from(states, startDayOf),
    endDay,
    ends: createEndTree(endDay),
    flags: Uint8Array.from(states, (state) => flagsOf(state, asOfDay)),
    importance: Uint8Array.from(states, ({ importance }) => importance),
    tenor: Uint8Array.from(states, ({ tenor }) => tenorCode(tenor)),
    status: Uint8Array.from(states, ({ status }) => STATUS_CODE.get(status) ?? 0),
    kind: Uint8Array.from(states, ({ kind }) => KIND_CODE.get(kind) ?? 0),
    place: Uint16Array.from(states, ({ place }) => placeCode(place?.country)),
    domain: Uint8Array.from(domains, ([main]) => main ?? 0),
    domainMask: Uint32Array.from(domains, (list) =>
      list.reduce((mask, bit) => mask | (1 << bit), 0),
    ),
    actors: createLists(
      states,
      (state) => state.actors.map(({ actor }) => actor),
      index.actorIndex,
    ),
    countries: createLists(states, ({ parties }) => parties, index.countryIndex),
    tags: createLists(states, ({ tags }) => tags, index.tagIndex),
    actorIds: index.actorIds,
    countryCodes: index.countryCodes,
    tagNames: index.tagNames,
  };
}

export function startDayOf({ date }: Pick<EventState, 'date'>): Day {
  return Math.max(date.minDay, OPEN_START_DAY);
}

export function endDayOf({ date }: Pick<EventState, 'date'>): Day {
  return Math.min(date.maxDay + 1, OPEN_END_DAY);
}

function inTimeOrder(a: EventState, b: EventState): number {
  const byDay = startDayOf(a) - startDayOf(b) || endDayOf(a) - endDayOf(b);
  if (byDay !== 0) return byDay;
  return a.id < b.id ? -1 : 1;
}

/** The bits of FLAG; none is unconfirmed as of −Infinity. */
export function flagsOf(
  state: Pick<EventState, 'date' | 'status' | 'sources'>,
  asOfDay: Day,
): number {
  const { date } = state;
  let flags = 0;
  if (date.minDay === -Infinity) flags |= FLAG.openStart;
  if (date.maxDay === Infinity) flags |= FLAG.openEnd;
  if (date.approximate) flags |= FLAG.approximate;
  if (date.uncertain) flags |= FLAG.uncertain;
  if (date.precision !== 'day') flags |= FLAG.coarse;
  if (liesAhead(state.status) && date.maxDay < asOfDay) flags |= FLAG.unconfirmed;
  if (startDayOf(state) + 1 < endDayOf(state)) flags |= FLAG.range;
  if (state.sources.length === 0) flags |= FLAG.noSource;
  return flags;
}

function createLists(
  states: readonly EventState[],
  idsOf: (state: EventState) => readonly string[],
  indexOfId: ReadonlyMap<string, number>,
): RowLists {
  const offsets = new Uint32Array(states.length + 1);
  const values: number[] = [];
  states.forEach((state, row) => {
    // A thing named twice in one event counts once.
    for (const id of new Set(idsOf(state))) {
      const found = indexOfId.get(id);
      if (found !== undefined) values.push(found);
    }
    offsets[row + 1] = values.length;
  });
  return { offsets, values: Uint32Array.from(values) };
}
