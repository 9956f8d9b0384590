import type { Issue } from './dataset';
import { isTimeOf } from './event-time';
import { errorAt } from './issue';
import { pushCount, pushNumber } from './pack-columns';
import { finishPack, type PackResult } from './pack-finish';
import { allocated } from './pack-gather';
import { pushStates } from './pack-states';
import { createStore, type PackerOptions, type PackReferences, type PackStore } from './pack-store';
import { textToKeep } from './pack-text';
import { findInTable, hashOf, hasId, putIntoTable } from './packed-ids';
import { type ColumnState, layRevisions, onlyState } from './parse-event';
import { readAnyEvent } from './read-plain-event';
import { isTimeZone } from './references';
import type { EventRecord } from './schema';

/** Makes columns of events that come one by one. What it holds of each lies in typed arrays, never in an object. */
export interface EventPacker {
  /** Events kept, and set aside for a fault or an id that an earlier one has. */
  readonly eventCount: number;
  readonly setAsideCount: number;
  /**
   * Takes an event as it stands in the file, with its number there (index, line, row). Throws a RangeError where memory
   * runs out, and where a value is nested too deep; of the latter nothing is kept, and the packer may go on.
   */
  add: (value: unknown, place: number) => void;
  /** Lists a fault of something that is no value at all, such as a broken line. */
  note: (issue: Issue) => void;
  /** The packer is of no use afterwards. */
  finish: (references: PackReferences) => PackResult;
}

export function createEventPacker(options: PackerOptions): EventPacker {
  const store = createStore(options);
  let setAsideCount = 0;
  return {
    get eventCount() {
      return store.places.length;
    },
    get setAsideCount() {
      return setAsideCount;
    },
    add: (value, place) => {
      if (!addEvent(store, value, place)) setAsideCount += 1;
    },
    note: store.issues.note,
    finish: (references) => finishPack(store, references),
  };
}

/** Whether the event is kept. All that can fail comes before anything is changed. */
function addEvent(store: PackStore, value: unknown, place: number): boolean {
  const { record, issues } = readAnyEvent(value, store.domainSet);
  for (const issue of issues) store.issues.add(place, issue);
  if (!record) return false;
  const hash = hashOf(record.id);
  if (findAdded(store, record.id, hash) !== undefined) {
    store.issues.add(place, errorAt(['id'], { key: 'unique-id' }, record.id));
    return false;
  }
  const states = record.revisions
    ? layRevisions({ record, at: [] }, store.places.length, []).states
    : [onlyState(record, store.places.length)];
  const text = textToKeep(
    value as Readonly<Record<string, unknown>>,
    record,
    store.states.domainIndex,
  );
  keepEvent(store, { states, text, place, hash });
  keepReferences(store, record, states);
  return true;
}

function findAdded({ idTable, hashes, texts, textAt }: PackStore, id: string, hash: number) {
  return findInTable(idTable, hash, (event) => {
    if (hashes.values[event] !== hash) return false;
    const { bytes, at } = texts.find(textAt.values[event] ?? 0);
    return hasId(bytes, at, id);
  });
}

interface Kept {
  readonly states: readonly ColumnState[];
  readonly text: string;
  readonly place: number;
  readonly hash: number;
}

function keepEvent(store: PackStore, { states, text, place, hash }: Kept): void {
  const index = store.places.length;
  pushCount(store.textAt, store.texts.byteLength);
  store.texts.add(text);
  pushCount(store.places, place);
  pushNumber(store.hashes, hash);
  pushStates(store.states, states);
  pushCount(store.finalEntry, store.states.startDay.length - 1);
  for (const state of states) {
    store.letters.add(state);
    widenDays(store.days, state);
  }
  if (3 * (index + 1) > 2 * store.idTable.length) growIdTable(store);
  putIntoTable(store.idTable, hash, index);
}

function growIdTable(store: PackStore): void {
  store.idTable = allocated(Uint32Array, store.idTable.length * 2, store.allocate);
  for (let event = 0; event < store.places.length - 1; event++) {
    putIntoTable(store.idTable, store.hashes.values[event] ?? 0, event);
  }
}

/** Most events name actors and sources alone, which are checked by number and hash without reading the event again. */
function keepReferences(
  store: PackStore,
  record: EventRecord,
  states: readonly ColumnState[],
): void {
  const hasMore = record.revisions !== undefined || record.links !== undefined;
  const hasBadTime = record.time !== undefined && !isTimeOf(record.time, record.date);
  if (hasMore || hasBadTime || states.some(isInUnknownZone))
    pushCount(store.revisited, states[0]?.eventIndex ?? 0);
  else for (const id of record.sources ?? []) pushNumber(store.sources.values, hashOf(id));
  pushCount(store.sources.offsets, store.sources.values.length);
}

function isInUnknownZone({ place }: ColumnState): boolean {
  return place?.timeZone !== undefined && !isTimeZone(place.timeZone);
}

/** As `recordExtent` has it: each end's first and last day, where it is not open, and of timed states those beside them. */
function widenDays(days: { first: number; end: number }, { date, time, place }: ColumnState): void {
  const isTimed = time !== undefined && place?.timeZone !== undefined && isTimeZone(place.timeZone);
  const reach = isTimed ? 1 : 0;
  for (const point of [date.start, date.end]) {
    if (!point) continue;
    days.first = Math.min(days.first, point.minDay - reach);
    days.end = Math.max(days.end, point.maxDay + 1 + reach);
  }
}
