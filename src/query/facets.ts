import { EVENT_KINDS, STATUSES } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import type { Day, Span } from '../time/day';
import { type CountRows, createBlockCounts } from './block-counts';
import type { Facet } from './filter';
import type { BinCounts } from './histogram';
import { facetBit } from './match';
import { createRuns, findPassing, oneRun, type RowRuns } from './row-runs';
import { firstFrom, forEachRunIn } from './rows-in-span';
import { widerOf } from './wider';

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

/** What a filter leaves of a table. */
export interface Filtered {
  readonly table: EventTable;
  readonly masks: Uint8Array;
  /** As in a filter: a government or country counts the events of its people too, as choosing it would show them. */
  readonly withPeople: boolean;
}

export interface FacetQuery extends Filtered {
  readonly span: Span;
  /** How many equal parts the span is cut into. */
  readonly bins: number;
}

export interface SpanFacts {
  readonly counts: FacetCounts;
  /** Of actors and countries that events name themselves, people aside. */
  readonly named: Pick<FacetCounts, 'actors' | 'countries'>;
  /** Obeying all facets but that of domains, so a domain's bins add up to its count. */
  readonly bins: BinCounts;
}

/** In one go; for many spans of the same rows make a counter. */
export function countFacets({ span, bins, ...filtered }: FacetQuery): SpanFacts {
  return createFacetCounter(filtered)(span, bins);
}

/**
 * Counts spans of what a filter leaves. The first time a row costs some 60 ns (and once for each table what `widerOf`
 * does); then counts are kept by blocks of rows, and another span of a million rows is a matter of 5 ms.
 */
export function createFacetCounter(filtered: Filtered): (span: Span, bins: number) => SpanFacts {
  const { table } = filtered;
  const passing = createPassing(filtered.masks);
  const columns = columnsOf(filtered);
  const width = columns.reduce((sum, { length }) => sum + length, 0);
  const rowCount = table.count;
  const all = createBlockCounts({ rowCount, width, countRows: rowCounter(columns, passing) });
  const domainCount = table.dataset.domains.length;
  const byDomain = createBlockCounts({
    rowCount,
    width: 2 * domainCount,
    countRows: domainCounter(table, passing),
  });
  return (span, bins) => {
    const sums = new Uint32Array(width);
    // Of each bin, what happened by domain, then what lies ahead.
    const binSums = Array.from({ length: bins }, () => new Uint32Array(2 * domainCount));
    forEachRunIn(table, span, (first, end) => {
      all.add(sums, first, end);
      forEachBin({ table, span, bins }, { first, end }, (bin, from, to) => {
        const into = binSums[bin];
        if (into && to > from) byDomain.add(into, from, to);
      });
    });
    const { counts, named } = readSums(sums, columns, table);
    const { domains, ...inBins } = readBins(binSums, domainCount);
    return { counts: { ...counts, domains }, named, bins: inBins };
  };
}

/** A facet's counts, side by side with those of the others. */
interface Column {
  readonly name: Exclude<keyof FacetCounts, 'domains' | 'actors' | 'countries'> | 'named' | 'wider';
  /** How many numbers it has. */
  readonly length: number;
  /** Undefined for what all facets accept. */
  readonly facet: Facet | undefined;
  readonly countRuns: CountRuns;
}

type CountRuns = (counts: Uint32Array, at: number, runs: RowRuns) => void;

function columnsOf({ table, withPeople }: Filtered): readonly Column[] {
  const { kind, status, importance, tags, actors, countries } = table;
  const actorCount = table.actorIds.length;
  const places = actorCount + table.countryCodes.length;
  const countNamed: CountRuns = (counts, at, runs) => {
    countLists(counts, at, actors, runs);
    countLists(counts, at + actorCount, countries, runs);
  };
  const columns: Column[] = [
    { name: 'total', length: 1, facet: undefined, countRuns: countRows },
    { name: 'kinds', length: EVENT_KINDS.length, facet: 'kinds', countRuns: ofCodes(kind) },
    { name: 'statuses', length: STATUSES.length, facet: 'statuses', countRuns: ofCodes(status) },
    { name: 'importance', length: 6, facet: 'importance', countRuns: ofCodes(importance) },
    { name: 'tags', length: table.tagNames.length, facet: 'tags', countRuns: ofLists(tags) },
    { name: 'named', length: places, facet: 'who', countRuns: countNamed },
  ];
  if (!withPeople) return columns;
  const wider = widerOf(table);
  return [...columns, { name: 'wider', length: places, facet: 'who', countRuns: ofLists(wider) }];
}

function countRows(counts: Uint32Array, at: number, { bounds, length }: RowRuns): void {
  let sum = 0;
  for (let i = 0; i < length; i += 2) sum += (bounds[i + 1] ?? 0) - (bounds[i] ?? 0);
  counts[at] = (counts[at] ?? 0) + sum;
}

function ofCodes(codes: Uint8Array): CountRuns {
  return (counts, at, { bounds, length }) => {
    for (let i = 0; i < length; i += 2) {
      const end = bounds[i + 1] ?? 0;
      for (let row = bounds[i] ?? 0; row < end; row++) countOne(counts, at + (codes[row] ?? 0));
    }
  };
}

function ofLists(lists: RowLists): CountRuns {
  return (counts, at, runs) => countLists(counts, at, lists, runs);
}

/** The lists of a run lie side by side: where one ends and the next begins need not be looked up. */
function countLists(
  counts: Uint32Array,
  at: number,
  { offsets, values }: RowLists,
  { bounds, length }: RowRuns,
): void {
  for (let i = 0; i < length; i += 2) {
    const end = offsets[bounds[i + 1] ?? 0] ?? 0;
    for (let j = offsets[bounds[i] ?? 0] ?? 0; j < end; j++) {
      countOne(counts, at + (values[j] ?? 0));
    }
  }
}

function countOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** So many rows are looked at for one facet after the other, while they are at hand. */
const CHUNK = 4096;

interface Passing {
  /** The rows that no facet rejects, of at most CHUNK. */
  readonly byAll: (first: number, end: number) => RowRuns;
  /** Those that no other facet rejects; `all` where the facet itself rejects none anywhere. */
  readonly butFor: (facet: Facet, all: RowRuns, first: number, end: number) => RowRuns;
}

function createPassing(masks: Uint8Array): Passing {
  const ofAll = createRuns(CHUNK);
  const ofFacet = createRuns(CHUNK);
  let rejecting = 0;
  for (let row = 0; row < masks.length; row++) rejecting |= masks[row] ?? 0;
  return {
    byAll: (first, end) =>
      rejecting === 0
        ? oneRun(ofAll, first, end)
        : findPassing(ofAll, { masks, first, end, bit: 0 }),
    butFor: (facet, all, first, end) => {
      const bit = facetBit(facet);
      // Where the facet rejects nothing it makes no difference.
      return (rejecting & bit) === 0 ? all : findPassing(ofFacet, { masks, first, end, bit });
    },
  };
}

function rowCounter(columns: readonly Column[], { byAll, butFor }: Passing): CountRows {
  return (counts, at, first, end) => {
    for (let from = first; from < end; from += CHUNK) {
      const to = Math.min(end, from + CHUNK);
      const all = byAll(from, to);
      let place = at;
      let runs = all;
      let runsOf: Facet | undefined;
      for (const { length, facet, countRuns } of columns) {
        if (facet !== runsOf) runs = facet ? butFor(facet, all, from, to) : all;
        runsOf = facet;
        countRuns(counts, place, runs);
        place += length;
      }
    }
  };
}

/** By domain what happened, then what lies ahead. */
function domainCounter(table: EventTable, { byAll, butFor }: Passing): CountRows {
  const domainCount = table.dataset.domains.length;
  const bytes = new Uint32Array(2 * BYTES);
  return (counts, at, first, end) => {
    for (let from = first; from < end; from += CHUNK) {
      const to = Math.min(end, from + CHUNK);
      const runs = butFor('domains', byAll(from, to), from, to);
      for (let domain = 0; domain < domainCount; domain += 8) {
        countBytes(bytes, table, domain, runs);
        addBits(counts, at + domain, bytes.subarray(0, BYTES));
        addBits(counts, at + domainCount + domain, bytes.subarray(BYTES));
      }
    }
  };
}

/** Values of a byte. */
const BYTES = 256;

const SIDES = Uint32Array.from(STATUSES, (status) =>
  status === 'happened' || status === 'under-way' ? 0 : BYTES,
);

/** Counts rows by eight of their domains at once: to go through the bits of each costs a wrong guess for most. */
function countBytes(
  bytes: Uint32Array,
  { status, domainMask }: EventTable,
  firstDomain: number,
  { bounds, length }: RowRuns,
): void {
  bytes.fill(0);
  for (let i = 0; i < length; i += 2) {
    const end = bounds[i + 1] ?? 0;
    for (let row = bounds[i] ?? 0; row < end; row++) {
      const side = SIDES[status[row] ?? 0] ?? 0;
      countOne(bytes, side + (((domainMask[row] ?? 0) >>> firstDomain) & 0xff));
    }
  }
}

function addBits(counts: Uint32Array, at: number, bytes: Uint32Array): void {
  for (let byte = 1; byte < bytes.length; byte++) {
    const count = bytes[byte] ?? 0;
    if (count === 0) continue;
    for (let bits = byte; bits !== 0; bits &= bits - 1) {
      const place = at + 31 - Math.clz32(bits & -bits);
      counts[place] = (counts[place] ?? 0) + count;
    }
  }
}

interface Rows {
  readonly first: number;
  readonly end: number;
}

/** Rows are in time order, so those of a bin lie side by side; what began before the span is in the first. */
function forEachBin(
  { table, span, bins }: Pick<FacetQuery, 'table' | 'span' | 'bins'>,
  { first, end }: Rows,
  visit: (bin: number, first: number, end: number) => void,
): void {
  let from = first;
  for (let bin = 0; bin < bins && from < end; bin++) {
    const isLast = bin === bins - 1;
    const next = isLast ? end : firstFrom(table.startDay, end, firstDayOf(bin + 1, span, bins));
    const to = Math.max(from, next);
    visit(bin, from, to);
    from = to;
  }
}

/** The first whole day that lies in a bin or after it. */
function firstDayOf(bin: number, { startDay, endDay }: Span, bins: number): Day {
  const perDay = bins / (endDay - startDay);
  let day = Math.ceil(startDay + bin / perDay);
  // By the very sum that says which bin a day is in, whatever was rounded above.
  while ((day - 1 - startDay) * perDay >= bin) day -= 1;
  while ((day - startDay) * perDay < bin) day += 1;
  return day;
}

function readSums(sums: Uint32Array, columns: readonly Column[], { actorIds }: EventTable) {
  const found = new Map<Column['name'], Uint32Array>();
  let place = 0;
  for (const { name, length } of columns) {
    found.set(name, sums.slice(place, place + length));
    place += length;
  }
  const of = (name: Column['name']) => found.get(name) ?? new Uint32Array();
  const split = (list: Uint32Array) => ({
    actors: list.slice(0, actorIds.length),
    countries: list.slice(actorIds.length),
  });
  const wider = of('wider');
  const named = of('named');
  return {
    counts: {
      total: of('total')[0] ?? 0,
      kinds: of('kinds'),
      statuses: of('statuses'),
      importance: of('importance'),
      tags: of('tags'),
      ...split(named.map((count, at) => count + (wider[at] ?? 0))),
    },
    named: split(named),
  };
}

function readBins(binSums: readonly Uint32Array[], domainCount: number) {
  const bins = binSums.length;
  const happened = new Uint32Array(domainCount * bins);
  const ahead = new Uint32Array(domainCount * bins);
  const domains = new Uint32Array(domainCount);
  let highest = 0;
  binSums.forEach((sums, bin) => {
    for (let domain = 0; domain < domainCount; domain++) {
      const past = sums[domain] ?? 0;
      const later = sums[domainCount + domain] ?? 0;
      happened[domain * bins + bin] = past;
      ahead[domain * bins + bin] = later;
      domains[domain] = (domains[domain] ?? 0) + past + later;
      highest = Math.max(highest, past + later);
    }
  });
  return { domains, bins, happened, ahead, highest };
}
