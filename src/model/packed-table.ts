import { memoize } from '../lib/memoize';
import type { Day } from '../time/day';
import { type Dataset, STATUSES } from './dataset';
import { createEndTree } from './end-tree';
import { type Calendar, type EventTable, FLAG, OPEN_START_DAY, type RowLists } from './event-table';
import { createArena, pick, pickLists, runsOf } from './pack-gather';
import { daysOn } from './packed-days';
import type { PackedEvents } from './packed-events';
import { findPacked, idOf } from './packed-ids';
import { liesAhead, stateAsOf } from './state-as-of';

type Columns = Pick<
  EventTable,
  | 'count'
  | 'startDay'
  | 'endDay'
  | 'ends'
  | 'flags'
  | 'importance'
  | 'tenor'
  | 'status'
  | 'kind'
  | 'place'
  | 'domain'
  | 'domainMask'
> & {
  /** Gathered when first asked for: a day that is passed by shows none. */
  readonly lists: () => Pick<EventTable, 'actors' | 'countries' | 'tags'>;
};

/**
 * As `createEventTable`, of a packed dataset; events of the same days stand in the file's order. Where all final states
 * are known the columns are shared, else gathered: O(n), some 100 ms for a million.
 */
export function createPackedTable(dataset: Dataset, asOfDay: Day, calendar?: Calendar): EventTable {
  const { packed } = dataset;
  if (!packed) throw new Error('The dataset is not packed');
  const rows = entriesOf(packed, { asOfDay, calendar });
  const { lists, ...columns } = columnsOf(packed, rows, calendar);
  const eventOf = (row: number) =>
    row >= 0 && row < columns.count ? packed.eventIndex[rows ? (rows[row] ?? 0) : row] : undefined;
  return {
    dataset,
    asOfDay,
    calendar,
    ...columns,
    // A spread would have asked for them.
    get actors() {
      return lists().actors;
    },
    get countries() {
      return lists().countries;
    },
    get tags() {
      return lists().tags;
    },
    flags: withUnconfirmed(columns, asOfDay),
    stateOf: (row) => {
      const index = eventOf(row);
      const event = index === undefined ? undefined : dataset.events.at(index);
      const state = event && stateAsOf(event, asOfDay);
      return state && calendar ? calendar.tell(state) : state;
    },
    idOf: (row) => {
      const event = eventOf(row);
      return event === undefined ? undefined : idOf(packed, event);
    },
    rowOf: createRowFinder(packed, rows),
    stateKeyOf: (row) => (rows ? rows[row] : row),
    actorIds: packed.actorIds,
    countryCodes: packed.countryCodes,
    tagNames: packed.tagNames,
  };
}

/** The entry of each row; undefined where it is the row itself. */
function entriesOf(
  packed: PackedEvents,
  { asOfDay, calendar }: Pick<EventTable, 'asOfDay' | 'calendar'>,
): Uint32Array | undefined {
  const hasAll = asOfDay >= finalsOf(packed).fromDay;
  if (!calendar || packed.timedEntries.length === 0) {
    return hasAll ? undefined : currentStates(packed, asOfDay);
  }
  const days = daysOn(packed, calendar);
  return hasAll ? days.finals : days.inTimeOrder(currentStates(packed, asOfDay));
}

function columnsOf(
  packed: PackedEvents,
  rows: Uint32Array | undefined,
  calendar: Calendar | undefined,
): Columns {
  if (!rows) return finalsOf(packed).columns;
  const days = calendar && packed.timedEntries.length > 0 ? daysOn(packed, calendar) : undefined;
  const earlier = gathered.get(rows);
  if (earlier) return earlier;
  const columns = gatherColumns(days ? { ...packed, ...days } : packed, rows);
  if (rows === days?.finals) gathered.set(rows, columns);
  return columns;
}

/** By the rows of a calendar on days on which all final states are known. */
const gathered = new WeakMap<Uint32Array, Columns>();

/** The event of each row of a table of a packed dataset. */
export function eventsOfRows(
  packed: PackedEvents,
  table: Pick<EventTable, 'asOfDay' | 'calendar'>,
): Uint32Array {
  const { eventIndex } = packed;
  const rows = entriesOf(packed, table);
  return rows ? rows.map((entry) => eventIndex[entry] ?? 0) : eventIndex;
}

/** What is the same on every day on which all final states are known. */
interface Finals {
  /** The day from which they are. */
  readonly fromDay: Day;
  readonly columns: Columns;
}

const finals = new WeakMap<PackedEvents, Finals>();

function finalsOf(packed: PackedEvents): Finals {
  const earlier = finals.get(packed);
  if (earlier) return earlier;
  const { eventCount, known } = packed;
  let fromDay = OPEN_START_DAY;
  for (let i = 0; i < eventCount; i++) fromDay = Math.max(fromDay, known[i] ?? 0);
  const made = { fromDay, columns: firstColumns(packed, eventCount) };
  finals.set(packed, made);
  return made;
}

/** The columns' first `count` entries, as views. */
function firstColumns(packed: PackedEvents, count: number): Columns {
  const endDay = packed.endDay.subarray(0, count);
  const lists = ({ offsets, values }: RowLists) => ({
    offsets: offsets.subarray(0, count + 1),
    values: values.subarray(0, offsets[count]),
  });
  return {
    count,
    startDay: packed.startDay.subarray(0, count),
    endDay,
    ends: { days: endDay, maxima: packed.endMaxima },
    flags: packed.flags.subarray(0, count),
    importance: packed.importance.subarray(0, count),
    tenor: packed.tenor.subarray(0, count),
    status: packed.status.subarray(0, count),
    kind: packed.kind.subarray(0, count),
    place: packed.place.subarray(0, count),
    domain: packed.domain.subarray(0, count),
    domainMask: packed.domainMask.subarray(0, count),
    lists: memoize(() => ({
      actors: lists(packed.actors),
      countries: lists(packed.countries),
      tags: lists(packed.tags),
    })),
  };
}

/** Entries of the states current on a day, in time order: the final ones merged with earlier ones. */
export function currentStates(packed: PackedEvents, day: Day): Uint32Array {
  const { eventCount, known } = packed;
  const earlier = earlierStates(packed, day);
  const earlierCount = earlier.length;
  let finalCount = 0;
  for (let entry = 0; entry < eventCount; entry++) if ((known[entry] ?? 0) <= day) finalCount += 1;
  const rows = new Uint32Array(finalCount + earlierCount);
  let found = 0;
  let next = 0;
  for (let entry = 0; entry < eventCount; entry++) {
    if ((known[entry] ?? 0) > day) continue;
    while (next < earlierCount && isBefore(packed, earlier[next] ?? 0, entry)) {
      rows[found++] = earlier[next++] ?? 0;
    }
    rows[found++] = entry;
  }
  while (next < earlierCount) rows[found++] = earlier[next++] ?? 0;
  return rows;
}

/**
 * Entries, rising, of the states current on a day that are not final. They are counted first, as above: while the as-of line
 * is dragged each frame asks, and room that was only asked for is collected in frames, too.
 */
function earlierStates({ eventCount, count, known, until }: PackedEvents, day: Day): Uint32Array {
  const isCurrent = (entry: number) =>
    (known[entry] ?? 0) <= day && day < (until[entry - eventCount] ?? 0);
  let found = 0;
  for (let entry = eventCount; entry < count; entry++) if (isCurrent(entry)) found += 1;
  const entries = new Uint32Array(found);
  found = 0;
  for (let entry = eventCount; entry < count; entry++) {
    if (isCurrent(entry)) entries[found++] = entry;
  }
  return entries;
}

function isBefore({ startDay, endDay, eventIndex }: PackedEvents, a: number, b: number): boolean {
  const byStart = (startDay[a] ?? 0) - (startDay[b] ?? 0);
  if (byStart !== 0) return byStart < 0;
  const byEnd = (endDay[a] ?? 0) - (endDay[b] ?? 0);
  return byEnd === 0 ? (eventIndex[a] ?? 0) < (eventIndex[b] ?? 0) : byEnd < 0;
}

/** In one buffer: to ask for many takes longer than to fill them. */
function gatherColumns(packed: PackedEvents, rows: Uint32Array): Columns {
  const allocate = createArena(rows.length * BYTES_A_ROW);
  const how = { order: rows, allocate, runs: runsOf(rows) };
  const endDay = pick(Int32Array, packed.endDay, how);
  return {
    count: rows.length,
    startDay: pick(Int32Array, packed.startDay, how),
    endDay,
    ends: createEndTree(endDay),
    domainMask: pick(Uint32Array, packed.domainMask, how),
    place: pick(Uint16Array, packed.place, how),
    flags: pick(Uint8Array, packed.flags, how),
    importance: pick(Uint8Array, packed.importance, how),
    tenor: pick(Uint8Array, packed.tenor, how),
    status: pick(Uint8Array, packed.status, how),
    kind: pick(Uint8Array, packed.kind, how),
    domain: pick(Uint8Array, packed.domain, how),
    lists: memoize(() => ({
      actors: pickLists(packed.actors, { order: rows }),
      countries: pickLists(packed.countries, { order: rows }),
      tags: pickLists(packed.tags, { order: rows }),
    })),
  };
}

/** Of all columns above; the wider ones come first, so that each begins where its kind may. */
const BYTES_A_ROW = 3 * 4 + 2 + 6;

const AHEAD: Uint8Array = Uint8Array.from(STATUSES, (status) => (liesAhead(status) ? 1 : 0));

function withUnconfirmed(
  { count, flags, status, endDay }: Omit<Columns, 'lists'>,
  day: Day,
): Uint8Array {
  const found = flags.slice();
  for (let row = 0; row < count; row++) {
    if (AHEAD[status[row] ?? 0] === 1 && (endDay[row] ?? 0) <= day) {
      found[row] = (found[row] ?? 0) | FLAG.unconfirmed;
    }
  }
  return found;
}

const NO_ROW = -1;

/** The row of an event by its id. Of gathered rows a list by event is made on first use. */
function createRowFinder(
  packed: PackedEvents,
  rows: Uint32Array | undefined,
): (id: string) => number | undefined {
  return (id) => {
    const event = findPacked(packed, id);
    if (event === undefined || !rows) return event === undefined ? event : packed.finalState[event];
    const row = rowsByEvent(packed, rows)[event] ?? NO_ROW;
    return row === NO_ROW ? undefined : row;
  };
}

/** One list for all tables of the same events, of that which was asked last: a dragged as-of line asks another one in each frame. */
const listed = new WeakMap<PackedEvents, { readonly list: Int32Array; readonly of: Uint32Array }>();

function rowsByEvent(packed: PackedEvents, rows: Uint32Array): Int32Array {
  const { eventCount, eventIndex } = packed;
  const known = listed.get(packed);
  if (known?.of === rows) return known.list;
  const list = known?.list ?? new Int32Array(eventCount);
  list.fill(NO_ROW);
  for (let row = 0; row < rows.length; row++) list[eventIndex[rows[row] ?? 0] ?? 0] = row;
  listed.set(packed, { list, of: rows });
  return list;
}
