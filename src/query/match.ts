import { EVENT_KINDS, STATUSES } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import { peopleOf } from '../model/people';
import { FACETS, type Facet, type Filter } from './filter';
import { findRoad } from './road';
import type { Search } from './search';

/** The bit of a facet in a row's mask. */
export function facetBit(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/**
 * One byte for each row: the bit of each facet that rejects it, so a row matches when its byte is 0. Facets without a
 * choice reject nothing, nor does a text without a `search` or before its answer. A plain loop a facet: some 2 ms for a
 * million rows, 10 ms where rows hold lists.
 */
export function rejectMasks(table: EventTable, filter: Filter, search?: Search): Uint8Array {
  const masks = new Uint8Array(table.count);
  const { domains, kinds, statuses, importance, tags, text, road } = filter;
  if (domains.length > 0) {
    const bits = bitsOf(
      table.dataset.domains.map(({ id }) => id),
      domains,
    );
    rejectByBits(masks, table.domainMask, bits, facetBit('domains'));
  }
  rejectWho(masks, table, filter);
  if (kinds.length > 0) {
    rejectByCode(masks, table.kind, marked(EVENT_KINDS, kinds), facetBit('kinds'));
  }
  if (statuses.length > 0) {
    rejectByCode(masks, table.status, marked(STATUSES, statuses), facetBit('statuses'));
  }
  const [least, most] = importance;
  if (least > 1 || most < 5) {
    const within = Uint8Array.from({ length: 6 }, (_, i) => (i >= least && i <= most ? 1 : 0));
    rejectByCode(masks, table.importance, within, facetBit('importance'));
  }
  if (tags.length > 0) {
    rejectUnlisted(masks, facetBit('tags'), [[table.tags, marked(table.tagNames, tags)]]);
  }
  const found = text.trim() === '' ? undefined : search?.find(table, text);
  if (found) rejectByCode(masks, found, Uint8Array.of(0, 1), facetBit('text'));
  if (road) {
    const isOnRoad = new Uint8Array(table.count);
    for (const row of findRoad(table, road).rows) isOnRoad[row] = 1;
    rejectByCode(masks, isOnRoad, Uint8Array.of(0, 1), facetBit('road'));
  }
  return masks;
}

/** Actors and countries together are one facet: either is enough. */
function rejectWho(masks: Uint8Array, table: EventTable, filter: Filter): void {
  const { actors, countries } = filter;
  if (actors.length === 0 && countries.length === 0) return;
  rejectUnlisted(masks, facetBit('who'), [
    [table.actors, marked(table.actorIds, actorsMeant(table, filter))],
    [table.countries, marked(table.countryCodes, countries)],
  ]);
}

/** The bits of the chosen words among at most 32. */
function bitsOf(all: readonly string[], chosen: readonly string[]): number {
  return all.reduce((bits, word, i) => (chosen.includes(word) ? bits | (1 << i) : bits), 0);
}

// The loops have no branch where they can: a wrong guess of the processor costs more than all the rest of a row.

function rejectByBits(masks: Uint8Array, own: Uint32Array, bits: number, bit: number): void {
  for (let row = 0; row < masks.length; row++) {
    const shared = (own[row] ?? 0) & bits;
    const isNone = ~((shared | -shared) >> 31);
    masks[row] = (masks[row] ?? 0) | (isNone & bit);
  }
}

/** `accepted` holds 1 for each code that passes. */
function rejectByCode(
  masks: Uint8Array,
  codes: Uint8Array,
  accepted: Uint8Array,
  bit: number,
): void {
  const rejects = accepted.map((passes) => (passes === 1 ? 0 : bit));
  for (let row = 0; row < masks.length; row++) {
    masks[row] = (masks[row] ?? 0) | (rejects[codes[row] ?? 0] ?? 0);
  }
}

type Marked = readonly [lists: RowLists, marks: Uint8Array];

/** So many rows at a time, so that what is noted of their values stays at hand. */
const CHUNK = 4096;

/** Rejects the rows that hold nothing marked in any of the lists. */
function rejectUnlisted(masks: Uint8Array, bit: number, any: readonly Marked[]): void {
  const some = any.filter(([, marks]) => marks.includes(1));
  const missing = new Uint8Array(CHUNK);
  const clearers = some.map(markedClearer);
  for (let first = 0; first < masks.length; first += CHUNK) {
    const end = Math.min(masks.length, first + CHUNK);
    missing.fill(bit);
    for (const clear of clearers) clear(missing, first, end);
    for (let row = first; row < end; row++) {
      masks[row] = (masks[row] ?? 0) | (missing[row - first] ?? 0);
    }
  }
}

/**
 * Clears each of the rows [first, end) that holds something marked: those with more marked values before the end of
 * their list than before its beginning. To go through each list by itself costs a wrong guess for nearly every one.
 */
function markedClearer([{ offsets, values }, marks]: Marked) {
  let before = new Uint32Array(4 * CHUNK);
  return (missing: Uint8Array, first: number, end: number) => {
    const from = offsets[first] ?? 0;
    const to = offsets[end] ?? 0;
    if (to - from >= before.length) before = new Uint32Array(2 * (to - from));
    const counts = before;
    let sum = 0;
    for (let i = from; i < to; i++) {
      counts[i - from] = sum;
      sum += marks[values[i] ?? 0] ?? 0;
    }
    counts[to - from] = sum;
    let earlier = 0;
    for (let row = first; row < end; row++) {
      const count = counts[(offsets[row + 1] ?? 0) - from] ?? 0;
      // All bits where nothing was marked in between, else none.
      missing[row - first] = (missing[row - first] ?? 0) & ~((earlier - count) >> 31);
      earlier = count;
    }
  };
}

/** The chosen actors, with all who stand behind the chosen governments, groups and countries if so wished. */
function* actorsMeant({ dataset }: EventTable, filter: Filter): Iterable<string> {
  yield* filter.actors;
  if (!filter.withPeople) return;
  const people = peopleOf(dataset);
  for (const id of filter.actors) {
    if (dataset.actors.get(id)?.kind !== 'person') yield* people.ofActor(id);
  }
  for (const code of filter.countries) yield* people.ofCountry(code);
}

/** 1 at the place of each chosen word. */
function marked(all: readonly string[], words: Iterable<string>): Uint8Array {
  const wanted = new Set(words);
  return Uint8Array.from(all, (word) => (wanted.has(word) ? 1 : 0));
}
