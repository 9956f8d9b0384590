import { EVENT_KINDS, STATUSES } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import type { Span } from '../time/day';
import { facetBit } from './match';
import { type Reach, reachOf } from './reach';
import { forEachRowIn } from './window';

/** How many events of a span each choice would show: for each facet, those that all other facets accept. */
export interface FacetCounts {
  /** Events that all facets accept. */
  readonly total: number;
  /** By index in `Dataset.domains`; an event counts under each of its domains. */
  readonly domains: Uint32Array;
  /** By index in `EventTable.actorIds`. */
  readonly actors: Uint32Array;
  /** By index in `EventTable.countryCodes`. */
  readonly countries: Uint32Array;
  /** By index in EVENT_KINDS. */
  readonly kinds: Uint32Array;
  /** By index in STATUSES. */
  readonly statuses: Uint32Array;
  /** By importance itself: six long, the first never used. */
  readonly importance: Uint32Array;
  /** By index in `EventTable.tagNames`. */
  readonly tags: Uint32Array;
}

const BITS = {
  domains: facetBit('domains'),
  who: facetBit('who'),
  kinds: facetBit('kinds'),
  statuses: facetBit('statuses'),
  importance: facetBit('importance'),
  tags: facetBit('tags'),
};

/**
 * One pass over the rows of the span. With `withPeople` (as in a filter, and on as there unless said otherwise) a
 * government or country counts the events of its people too, as choosing it would show them.
 */
export function countFacets(
  table: EventTable,
  masks: Uint8Array,
  span: Span,
  { withPeople = true }: { readonly withPeople?: boolean } = {},
): FacetCounts {
  const counts = createCounts(table);
  const countWho = createWhoCounter(table, counts, withPeople ? reachOf(table) : undefined);
  let total = 0;
  forEachRowIn(table, span, (row) => {
    const mask = masks[row] ?? 0;
    if (mask === 0) total += 1;
    const others = (bit: number) => (mask & ~bit) === 0;
    if (others(BITS.domains)) countBits(counts.domains, table.domainMask[row] ?? 0);
    if (others(BITS.who)) countWho(row);
    if (others(BITS.kinds)) countOne(counts.kinds, table.kind[row] ?? 0);
    if (others(BITS.statuses)) countOne(counts.statuses, table.status[row] ?? 0);
    if (others(BITS.importance)) countOne(counts.importance, table.importance[row] ?? 0);
    if (others(BITS.tags)) forEachValue(table.tags, row, (tag) => countOne(counts.tags, tag));
  });
  return { ...counts, total };
}

type Counts = Omit<FacetCounts, 'total'>;

function createCounts(table: EventTable): Counts {
  return {
    domains: new Uint32Array(table.dataset.domains.length),
    actors: new Uint32Array(table.actorIds.length),
    countries: new Uint32Array(table.countryCodes.length),
    kinds: new Uint32Array(EVENT_KINDS.length),
    statuses: new Uint32Array(STATUSES.length),
    importance: new Uint32Array(6),
    tags: new Uint32Array(table.tagNames.length),
  };
}

/** Counts a row once under each actor and country that it names or, by `reach`, that its actors stand behind. */
function createWhoCounter(
  table: EventTable,
  { actors, countries }: Counts,
  reach: Reach | undefined,
): (row: number) => void {
  const actorSeen = new Int32Array(actors.length).fill(-1);
  const countrySeen = new Int32Array(countries.length).fill(-1);
  return (row) => {
    const countActor = (actor: number) => countOnce(actors, actorSeen, { at: actor, row });
    const countCountry = (country: number) =>
      countOnce(countries, countrySeen, { at: country, row });
    forEachValue(table.countries, row, countCountry);
    forEachValue(table.actors, row, (actor) => {
      countActor(actor);
      if (!reach) return;
      forEachValue(reach.actors, actor, countActor);
      forEachValue(reach.countries, actor, countCountry);
    });
  };
}

function countOnce(
  counts: Uint32Array,
  lastRow: Int32Array,
  { at, row }: { at: number; row: number },
): void {
  if (lastRow[at] === row) return;
  lastRow[at] = row;
  countOne(counts, at);
}

function countOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function countBits(counts: Uint32Array, mask: number): void {
  for (let bit = 0; bit < counts.length; bit++) if (mask & (1 << bit)) countOne(counts, bit);
}

function forEachValue({ offsets, values }: RowLists, row: number, visit: (value: number) => void) {
  const end = offsets[row + 1] ?? 0;
  for (let i = offsets[row] ?? 0; i < end; i++) visit(values[i] ?? 0);
}
