import { EVENT_KINDS, STATUSES } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import { peopleOf } from '../model/people';
import { FACETS, type Facet, type Filter } from './filter';
import type { Search } from './search';

type Accepts = (row: number) => boolean;

/** The bit of a facet in a row's mask. */
export function facetBit(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/**
 * One byte for each row: the bit of each facet that rejects it, so a row matches when its byte is 0. Facets without a
 * choice reject nothing, nor does a text without a `search`.
 */
export function rejectMasks(table: EventTable, filter: Filter, search?: Search): Uint8Array {
  const masks = new Uint8Array(table.count);
  for (const facet of FACETS) {
    const accepts = acceptance(facet, { table, filter, search });
    if (!accepts) continue;
    const bit = facetBit(facet);
    for (let row = 0; row < table.count; row++) {
      if (!accepts(row)) masks[row] = (masks[row] ?? 0) | bit;
    }
  }
  return masks;
}

interface Matching {
  readonly table: EventTable;
  readonly filter: Filter;
  readonly search: Search | undefined;
}

/** The test that a facet puts to rows; undefined where it is left open. */
function acceptance(facet: Facet, { table, filter, search }: Matching): Accepts | undefined {
  switch (facet) {
    case 'domains': {
      const ids = table.dataset.domains.map(({ id }) => id);
      return chosen(
        filter.domains,
        ids,
        (bits) => (row) => ((table.domainMask[row] ?? 0) & bits) !== 0,
      );
    }
    case 'kinds':
      return chosen(filter.kinds, EVENT_KINDS, (bits) => (row) => hasBit(bits, table.kind[row]));
    case 'statuses':
      return chosen(filter.statuses, STATUSES, (bits) => (row) => hasBit(bits, table.status[row]));
    case 'importance':
      return importanceWithin(table, filter);
    case 'tags':
      return filter.tags.length > 0
        ? anyOf(table.tags, marked(table.tagNames, filter.tags))
        : undefined;
    case 'who':
      return whoTakesPart(table, filter);
    case 'text':
      return textFound(table, filter, search);
  }
}

/** A test by the bits of the chosen words among at most 32. */
function chosen(
  words: readonly string[],
  all: readonly string[],
  test: (bits: number) => Accepts,
): Accepts | undefined {
  if (words.length === 0) return undefined;
  return test(all.reduce((bits, word, i) => (words.includes(word) ? bits | (1 << i) : bits), 0));
}

function hasBit(bits: number, code: number | undefined): boolean {
  return code !== undefined && (bits & (1 << code)) !== 0;
}

function importanceWithin(
  table: EventTable,
  { importance: [least, most] }: Filter,
): Accepts | undefined {
  if (least <= 1 && most >= 5) return undefined;
  return (row) => {
    const importance = table.importance[row] ?? 0;
    return importance >= least && importance <= most;
  };
}

function textFound(
  table: EventTable,
  { text }: Filter,
  search: Search | undefined,
): Accepts | undefined {
  if (!search || text.trim() === '') return undefined;
  const found = search.find(text);
  return (row) => {
    const state = table.stateOf(row);
    return state !== undefined && found(state);
  };
}

/** Actors and countries together are one facet: either is enough. */
function whoTakesPart(table: EventTable, filter: Filter): Accepts | undefined {
  const { actors, countries } = filter;
  if (actors.length === 0 && countries.length === 0) return undefined;
  const byActor = anyOf(table.actors, marked(table.actorIds, actorsMeant(table, filter)));
  const byCountry = anyOf(table.countries, marked(table.countryCodes, countries));
  return (row) => byActor(row) || byCountry(row);
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

function anyOf({ offsets, values }: RowLists, marks: Uint8Array): Accepts {
  return (row) => {
    const end = offsets[row + 1] ?? 0;
    for (let i = offsets[row] ?? 0; i < end; i++) {
      if (marks[values[i] ?? -1] === 1) return true;
    }
    return false;
  };
}
