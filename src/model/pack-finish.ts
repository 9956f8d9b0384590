import { dueDayOf } from './changes-packed';
import type { Issue } from './dataset';
import { createEndTree } from './end-tree';
import { OPEN_START_DAY } from './event-table';
import { pushCount } from './pack-columns';
import { type Allocate, allocated, copied, gather, gatherLists } from './pack-gather';
import { checkReferences, type LinkPairs, type PackedTexts } from './pack-links';
import { inTimeOrder } from './pack-order';
import type { PackReferences, PackStore } from './pack-store';
import { type PackedEvents, untilDayOf } from './packed-events';

export interface PackResult {
  readonly packed: PackedEvents;
  /** Faults of events as they were added, then references that lead nowhere, either in the order of the file. */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
  readonly errorCount: number;
}

/** Brings what was added into its order, and checks what the events refer to. */
export function finishPack(store: PackStore, references: PackReferences): PackResult {
  const texts = joinTexts(store);
  const pairs = checkReferences(store, texts, references);
  const packed = { ...texts, ...packStates(store, references), ...packLinks(store, pairs) };
  const { first: firstDay, end: endOfDays } = store.days;
  const { issues, count: issueCount, errorCount } = store.issues;
  return {
    packed: { ...packed, firstDay, endOfDays, letters: store.letters.letters() },
    issues,
    issueCount,
    errorCount,
  };
}

function joinTexts({ texts, textAt, idTable, allocate }: PackStore): PackedTexts {
  pushCount(textAt, texts.byteLength);
  return {
    text: texts.take(allocate),
    textOffsets: copied(Uint32Array, textAt.values.subarray(0, textAt.length), allocate),
    idTable,
  };
}

function packLinks({ places, allocate }: PackStore, { to, from }: LinkPairs) {
  const count = places.length;
  // Both in one number, of 46 bits at most.
  const pairs = Float64Array.from(
    { length: to.length },
    (_, i) => (to.values[i] ?? 0) * count + (from.values[i] ?? 0),
  ).toSorted();
  const links = {
    to: allocated(Uint32Array, pairs.length, allocate),
    from: allocated(Uint32Array, pairs.length, allocate),
  };
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] ?? 0;
    links.to[i] = Math.floor(pair / count);
    links.from[i] = pair % count;
  }
  return { links };
}

type StatesOfPack = Omit<
  PackedEvents,
  keyof PackedTexts | 'links' | 'firstDay' | 'endOfDays' | 'letters'
>;

function packStates(store: PackStore, references: PackReferences): StatesOfPack {
  const { states, allocate } = store;
  const eventCount = store.places.length;
  const order = orderOf(store);
  const how = { order, allocate };
  const words = dictionariesOf(store, references);
  const lists = {
    actors: gatherLists(states.actors, words.actorCodes, how),
    countries: gatherLists(states.countries, words.countryCodes, how),
    tags: gatherLists(states.tags, codesOf(states.tagWords.words), how),
  };
  const columns = {
    startDay: gather(Int32Array, states.startDay, how),
    endDay: gather(Int32Array, states.endDay, how),
    flags: gather(Uint8Array, states.flags, how),
    importance: gather(Uint8Array, states.importance, how),
    tenor: gather(Uint8Array, states.tenor, how),
    status: gather(Uint8Array, states.status, how),
    kind: gather(Uint8Array, states.kind, how),
    place: gather(Uint16Array, states.place, how),
    domain: gather(Uint8Array, states.domain, how),
    domainMask: gather(Uint32Array, states.domainMask, how),
    known: gather(Int32Array, states.known, how),
    until: gather(Int32Array, states.until, { order: order.subarray(eventCount), allocate }),
    eventIndex: gather(Uint32Array, states.eventIndex, how),
    stateIndex: gather(Uint8Array, states.stateIndex, how),
  };
  const finalState = allocated(Uint32Array, eventCount, allocate);
  for (let i = 0; i < eventCount; i++) finalState[columns.eventIndex[i] ?? 0] = i;
  const { maxima } = createEndTree(columns.endDay.subarray(0, eventCount));
  return {
    eventCount,
    count: order.length,
    ...columns,
    endMaxima: maxima.map((level) => copied(Int32Array, level, allocate)),
    ...lists,
    finalState,
    actorIds: words.actors,
    countryCodes: words.countries,
    tagNames: states.tagWords.words,
    ...momentsOf(store, order),
    changeDays: changeDaysOf({ eventCount, ...columns }, allocate),
  };
}

/** The states with a time of day, by their new places. */
function momentsOf({ states, allocate }: PackStore, order: Uint32Array) {
  const { timedEntries, moments, zoneWords } = states;
  const { length } = timedEntries;
  // By former place, 0 for none.
  const timed = new Uint32Array(length === 0 ? 0 : order.length);
  for (let i = 0; i < length; i++) timed[timedEntries.values[i] ?? 0] = i + 1;
  const found = {
    timedEntries: allocated(Uint32Array, length, allocate),
    moments: allocated(Uint32Array, length, allocate),
    zoneNames: zoneWords.words,
  };
  let count = 0;
  for (let entry = 0; entry < order.length && count < length; entry++) {
    const place = timed[order[entry] ?? 0] ?? 0;
    if (place === 0) continue;
    found.timedEntries[count] = entry;
    found.moments[count++] = moments.values[place - 1] ?? 0;
  }
  return found;
}

/** Entries of final states in time order, then those of the others. */
function orderOf({ states: { startDay, endDay }, finalEntry }: PackStore): Uint32Array {
  const count = startDay.length;
  const finals = finalEntry.values.slice(0, finalEntry.length);
  const earlier = new Uint32Array(count - finals.length);
  let found = 0;
  for (let entry = 0, event = 0; entry < count; entry++) {
    if (finals[event] === entry) event += 1;
    else earlier[found++] = entry;
  }
  const order = new Uint32Array(count);
  order.set(inTimeOrder(finals, startDay.values, endDay.values));
  order.set(inTimeOrder(earlier, startDay.values, endDay.values), finals.length);
  return order;
}

/** Dictionaries as `indexOf` has them: all actors of the file, the two sides before other countries. */
function dictionariesOf({ states }: PackStore, { actors, parties = [] }: PackReferences) {
  const actorIds = [...actors.keys()];
  const countries = new Set([...parties, ...states.countryWords.words]);
  for (const { party } of actors.values()) if (party !== undefined) countries.add(party);
  return {
    actors: actorIds,
    actorCodes: codesOf(states.actorWords.words, actorIds),
    countries: [...countries],
    countryCodes: codesOf(states.countryWords.words, [...countries]),
  };
}

/** By place in one list of words, the place in another; −1 where it is not there. */
function codesOf(words: readonly string[], among = words): Int32Array {
  const places = new Map(among.map((word, i) => [word, i]));
  return Int32Array.from(words, (word) => places.get(word) ?? -1);
}

type ChangeColumns = Pick<
  PackedEvents,
  'eventCount' | 'known' | 'until' | 'startDay' | 'flags' | 'status'
>;

/** As `recordChangeDays`: days on which a state became known or, while it held, the day came that it gave for what lay ahead. */
function changeDaysOf(columns: ChangeColumns, allocate: Allocate): Int32Array {
  const { known } = columns;
  const days = new Int32Array(2 * known.length);
  let count = 0;
  for (let i = 0; i < known.length; i++) {
    if (known[i] !== OPEN_START_DAY) days[count++] = known[i] ?? 0;
    const dueDay = dueDayOf(columns, i);
    if (dueDay !== undefined && dueDay < untilDayOf(columns, i)) days[count++] = dueDay;
  }
  const sorted = days.subarray(0, count).toSorted();
  count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[count - 1]) sorted[count++] = sorted[i] ?? 0;
  }
  return copied(Int32Array, sorted.subarray(0, count), allocate);
}
