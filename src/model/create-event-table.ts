import { memoize } from '../lib/memoize';
import type { Day } from '../time/day';
import type { Dataset, EventState } from './dataset';
import { indexOf } from './dataset-index';
import { createEndTree } from './end-tree';
import { type Calendar, type EventTable, FLAG, type RowLists } from './event-table';
import { isUnconfirmed } from './state-columns';
import { type OrderedState, statesInOrder } from './states-in-order';

/**
 * The events as they were known on a day, as columns, by the days at their own places or by a calendar. O(states), once
 * these are in order; lists of many values are made when first asked for, since a day that is passed by shows none.
 */
export function createEventTable(dataset: Dataset, asOfDay: Day, calendar?: Calendar): EventTable {
  if (dataset.events.tableAsOf) return dataset.events.tableAsOf(dataset, asOfDay, calendar);
  const index = indexOf(dataset);
  const rows = statesInOrder(dataset, calendar).filter(
    ({ known, until }) => known <= asOfDay && asOfDay < until,
  );
  const endDay = Int32Array.from(rows, (row) => row.endDay);
  const rowOfId = memoize(() => new Map(rows.map(({ state }, row) => [state.id, row])));
  const lists = memoize(() => ({
    actors: createLists(rows, actorsOf, index.actorIndex),
    countries: createLists(rows, ({ parties }) => parties, index.countryIndex),
    tags: createLists(rows, ({ tags }) => tags, index.tagIndex),
  }));
  return {
    dataset,
    asOfDay,
    calendar,
    count: rows.length,
    stateOf: (row) => rows[row]?.state,
    idOf: (row) => rows[row]?.state.id,
    stateKeyOf: (row) => rows[row]?.state,
    rowOf: (id) => rowOfId().get(id),
    startDay: Int32Array.from(rows, (row) => row.startDay),
    endDay,
    ends: createEndTree(endDay),
    flags: Uint8Array.from(rows, ({ flags, state }) =>
      isUnconfirmed(state, asOfDay) ? flags | FLAG.unconfirmed : flags,
    ),
    importance: Uint8Array.from(rows, ({ state }) => state.importance),
    tenor: Uint8Array.from(rows, ({ tenor }) => tenor),
    status: Uint8Array.from(rows, ({ status }) => status),
    kind: Uint8Array.from(rows, ({ kind }) => kind),
    place: Uint16Array.from(rows, ({ place }) => place),
    domain: Uint8Array.from(rows, ({ domain }) => domain),
    domainMask: Uint32Array.from(rows, ({ domainMask }) => domainMask),
    get actors() {
      return lists().actors;
    },
    get countries() {
      return lists().countries;
    },
    get tags() {
      return lists().tags;
    },
    actorIds: index.actorIds,
    countryCodes: index.countryCodes,
    tagNames: index.tagNames,
  };
}

function actorsOf({ actors }: EventState): readonly string[] {
  return actors.map(({ actor }) => actor);
}

function createLists(
  rows: readonly OrderedState[],
  idsOf: (state: EventState) => readonly string[],
  indexOfId: ReadonlyMap<string, number>,
): RowLists {
  const offsets = new Uint32Array(rows.length + 1);
  const values: number[] = [];
  rows.forEach(({ state }, row) => {
    // A thing named twice in one event counts once.
    for (const id of new Set(idsOf(state))) {
      const found = indexOfId.get(id);
      if (found !== undefined) values.push(found);
    }
    offsets[row + 1] = values.length;
  });
  return { offsets, values: Uint32Array.from(values) };
}
