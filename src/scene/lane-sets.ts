import { memoize } from '../lib/memoize';
import { EVENT_KINDS, type Text } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import { peopleOf } from '../model/people';
import { placeCode } from '../model/place-code';
import type { Filter } from '../query/filter';
import type { Grouping } from '../query/grouping';
import { createRowSet, lowestBit, type RowSet, sizeOf, wordsFor } from '../query/row-set';
import type { RowIndex } from '../query/window';

export interface GroupingInput {
  readonly table: EventTable;
  readonly matching: RowIndex;
  readonly grouping: Grouping;
  /** What is chosen: lanes stand for these. What matches has one of the domains, if any is chosen. */
  readonly filter: Pick<Filter, 'domains' | 'actors' | 'withPeople'>;
}

/** The matching rows of one lane. */
export interface LaneSet {
  /** `security`; of other groupings with a word before it: `kind:summit`, `capital:JP`; `rest:actor` for what is in no other. */
  readonly id: string;
  /** In the dataset's own words; undefined where the words are the page's. */
  readonly name: Text | undefined;
  /** Of a lane of one domain. */
  readonly domainIndex: number | undefined;
  readonly set: RowSet;
}

/** As many actors, tags and countries get a lane of their own. */
const MOST_LANES = 8;

/**
 * The lanes in their order. In lanes of domains and capitals an event stands once; in those of actors, tags and countries
 * in each that it belongs to. Together they hold all that matches. O(n / 32) a lane, and for lists O(entries).
 */
export function laneSets(input: GroupingInput): readonly LaneSet[] {
  const lanes = LANES_OF[input.grouping](input);
  return lanes.length > 0 ? lanes : allInOne(input);
}

const LANES_OF: Readonly<Record<Grouping, (input: GroupingInput) => readonly LaneSet[]>> = {
  domain: byDomain,
  capital: byCapital,
  actor: byActor,
  kind: byKind,
  tag: byTag,
  country: byCountry,
  none: allInOne,
};

function allInOne({ matching }: GroupingInput): LaneSet[] {
  return [wordedLane('all', matching.set)];
}

function byDomain({ table, matching, filter }: GroupingInput): LaneSet[] {
  const drawn = drawnRows(table, domainBits(table, filter.domains));
  return table.dataset.domains.flatMap(({ id, name }, domainIndex) =>
    filter.domains.length > 0 && !filter.domains.includes(id)
      ? []
      : [{ id, name, domainIndex, set: commonOf(matching.set, drawn[domainIndex]) }],
  );
}

/** The places of the first party, then all others, then those of the second. */
function byCapital({ table, matching }: GroupingInput): LaneSet[] {
  const [one, other] = table.dataset.parties;
  const here = rowsAt(table, placeCode(one));
  const there = rowsAt(table, placeCode(other));
  return [
    wordedLane(`capital:${one}`, commonOf(matching.set, here)),
    wordedLane('capital:elsewhere', leftOf(matching.set, [here, there])),
    wordedLane(`capital:${other}`, commonOf(matching.set, there)),
  ];
}

/** A lane that the page has words for. */
function wordedLane(id: string, set: RowSet): LaneSet {
  return { id, name: undefined, domainIndex: undefined, set };
}

function byKind({ table, matching }: GroupingInput): LaneSet[] {
  return EVENT_KINDS.flatMap((kind, code) => {
    const words = wordsFor(table.count);
    fillWhereEqual(words, table.kind, code);
    const set = commonOf(matching.set, words);
    return sizeOf(set) === 0 ? [] : [wordedLane(`kind:${kind}`, set)];
  });
}

/** The chosen actors, or else the most frequent. */
function byActor(input: GroupingInput): LaneSet[] {
  const { table, filter } = input;
  const { dataset, actorIds, actors } = table;
  const { chosen, valuesOf } = chosenActors(table, filter);
  const shown = chosen.length > 0 ? chosen : mostFrequent(input, actors, actorIds.length);
  return withRest(
    input,
    shown.map((actor) => {
      const id = actorIds[actor] ?? '';
      return {
        id: `actor:${id}`,
        name: dataset.actors.get(id)?.name ?? id,
        values: valuesOf(actor),
      };
    }),
    actors,
  );
}

function chosenActors(
  { dataset, actorIds }: EventTable,
  { actors, withPeople }: GroupingInput['filter'],
) {
  const placeOf = new Map(actorIds.map((id, place) => [id, place]));
  const valuesOf = (actor: number): number[] => {
    const id = actorIds[actor] ?? '';
    // A government's own lane holds its people's events, as choosing it shows them.
    const isWide = withPeople && actors.includes(id) && dataset.actors.get(id)?.kind !== 'person';
    const people = isWide ? [...peopleOf(dataset).ofActor(id)] : [];
    return [actor, ...people.flatMap((person) => placeOf.get(person) ?? [])];
  };
  const chosen = actors.flatMap((id) => placeOf.get(id) ?? []).slice(0, MOST_LANES);
  return { chosen, valuesOf };
}

function byTag(input: GroupingInput): LaneSet[] {
  const { tags, tagNames } = input.table;
  const lanes = mostFrequent(input, tags, tagNames.length).map((tag) => ({
    id: `tag:${tagNames[tag] ?? ''}`,
    name: undefined,
    values: [tag],
  }));
  return withRest(input, lanes, tags);
}

/** Of the countries that take part those that are not the two themselves. */
function byCountry(input: GroupingInput): LaneSet[] {
  const { countries, countryCodes, dataset } = input.table;
  const parties = new Set(dataset.parties);
  const isThird = (country: number) => !parties.has(countryCodes[country] ?? '');
  const lanes = mostFrequent(input, countries, countryCodes.length, isThird).map((country) => ({
    id: `country:${countryCodes[country] ?? ''}`,
    name: undefined,
    values: [country],
  }));
  return withRest(input, lanes, countries);
}

interface ListedLane {
  readonly id: string;
  readonly name: Text | undefined;
  /** What an event has to name, one of these at least. */
  readonly values: readonly number[];
}

/** And what is in none of them. */
function withRest(
  { table, matching, grouping }: GroupingInput,
  lanes: readonly ListedLane[],
  lists: RowLists,
): LaneSet[] {
  if (lanes.length === 0) return [];
  const words = rowsNaming(
    table,
    lists,
    lanes.map(({ values }) => values),
  );
  const rest = leftOf(matching.set, words);
  const sets = lanes.map(({ id, name }, i) => ({
    id,
    name,
    domainIndex: undefined,
    set: commonOf(matching.set, words[i]),
  }));
  if (sizeOf(rest) === 0) return sets;
  return [...sets, wordedLane(`rest:${grouping}`, rest)];
}

/** The values that most of the matching events name, of equals the one that comes first. */
function mostFrequent(
  { matching }: GroupingInput,
  lists: RowLists,
  count: number,
  isMeant: (value: number) => boolean = () => true,
): number[] {
  const counts = new Uint32Array(count);
  countValues(counts, lists, matching.set.words);
  return Array.from(counts.keys())
    .filter((value) => (counts[value] ?? 0) > 0 && isMeant(value))
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, MOST_LANES);
}

function countValues(counts: Uint32Array, { offsets, values }: RowLists, words: Uint32Array): void {
  for (let at = 0; at < words.length; at++) {
    for (let bits = words[at] ?? 0; bits !== 0; bits &= bits - 1) {
      const row = (at << 5) + lowestBit(bits);
      const end = offsets[row + 1] ?? 0;
      for (let i = offsets[row] ?? 0; i < end; i++) {
        const value = values[i] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
  }
}

/** For each list of wanted values the rows, as bits, that name one of them. */
function rowsNaming(
  { count }: EventTable,
  { offsets, values }: RowLists,
  wanted: readonly (readonly number[])[],
): Uint32Array[] {
  const found = wanted.map(() => wordsFor(count));
  const lanesOf = new Map<number, number[]>();
  for (const [lane, own] of wanted.entries()) {
    for (const value of own) lanesOf.set(value, [...(lanesOf.get(value) ?? []), lane]);
  }
  for (let row = 0; row < count; row++) {
    const end = offsets[row + 1] ?? 0;
    for (let i = offsets[row] ?? 0; i < end; i++) {
      for (const lane of lanesOf.get(values[i] ?? 0) ?? []) {
        const words = found[lane];
        if (words) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
      }
    }
  }
  return found;
}

function commonOf(set: RowSet, bits: Uint32Array | undefined): RowSet {
  const words = new Uint32Array(set.words.length);
  for (let at = 0; at < words.length; at++) words[at] = (set.words[at] ?? 0) & (bits?.[at] ?? 0);
  return createRowSet(words);
}

function leftOf(set: RowSet, taken: readonly Uint32Array[]): RowSet {
  const words = set.words.slice();
  for (const bits of taken) {
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & ~(bits[at] ?? 0);
  }
  return createRowSet(words);
}

/** One bit for each chosen domain; 0 for all. */
export function domainBits({ dataset }: EventTable, chosen: readonly string[]): number {
  return dataset.domains.reduce(
    (bits, { id }, i) => (chosen.includes(id) ? bits | (1 << i) : bits),
    0,
  );
}

/** The domain in which an event is drawn: its main one, or if that is not chosen the first in lane order of its own that is. */
export function drawnIn(
  { domain, domainMask }: EventTable,
  row: number,
  chosenBits: number,
): number {
  const main = domain[row] ?? 0;
  if (chosenBits === 0 || (chosenBits & (1 << main)) !== 0) return main;
  const own = (domainMask[row] ?? 0) & chosenBits;
  return own === 0 ? main : lowestBit(own);
}

/** For each domain the rows that are drawn in it, whether they match or not: as `drawnIn` says, 32 rows at a time. */
function drawnRows(table: EventTable, chosenBits: number): readonly Uint32Array[] {
  const { main, own } = domainRows(table);
  if (chosenBits === 0) return main;
  const isChosen = (domain: number) => ((chosenBits >>> domain) & 1) === 1;
  const taken = wordsFor(table.count);
  for (const [domain, words] of main.entries()) if (isChosen(domain)) add(taken, words);
  return main.map((words, domain) => {
    const has = own[domain];
    if (!isChosen(domain) || !has) return words;
    const drawn = words.slice();
    for (let at = 0; at < drawn.length; at++) {
      drawn[at] = (drawn[at] ?? 0) | ((has[at] ?? 0) & ~(taken[at] ?? 0));
    }
    add(taken, has);
    return drawn;
  });
}

function add(words: Uint32Array, more: Uint32Array): void {
  for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) | (more[at] ?? 0);
}

/** By domain, as bits: the rows whose main one it is, and the rows that have it. */
export const domainRows = memoize((table: EventTable) => {
  const { count, domain, domainMask, dataset } = table;
  const main = dataset.domains.map(() => wordsFor(count));
  const own = dataset.domains.map(() => wordsFor(count));
  for (const [code, words] of main.entries()) fillWhereEqual(words, domain, code);
  for (const [code, words] of own.entries()) fillWhereBit(words, domainMask, code);
  return { main, own };
});

function rowsAt({ place, count }: EventTable, code: number): Uint32Array {
  const words = wordsFor(count);
  // No place is nobody's.
  if (code > 0) fillWhereEqual(words, place, code);
  return words;
}

function fillWhereEqual(words: Uint32Array, codes: Uint8Array | Uint16Array, code: number): void {
  for (let at = 0; at < words.length; at++) {
    const end = Math.min(codes.length, (at + 1) << 5);
    let bits = 0;
    for (let row = at << 5; row < end; row++)
      bits |= ((((codes[row] ?? 0) ^ code) - 1) >>> 31) << (row & 31);
    words[at] = bits;
  }
}

function fillWhereBit(words: Uint32Array, masks: Uint32Array, place: number): void {
  for (let at = 0; at < words.length; at++) {
    const end = Math.min(masks.length, (at + 1) << 5);
    let bits = 0;
    for (let row = at << 5; row < end; row++)
      bits |= (((masks[row] ?? 0) >>> place) & 1) << (row & 31);
    words[at] = bits;
  }
}
