import { EVENT_KINDS, STATUSES } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import type { Day, Span } from '../time/day';
import { type BlockCounts, type CountRows, createBlockCounts } from './block-counts';
import { FACETS } from './filter';
import type { BinCounts } from './histogram';
import { facetBit } from './match';
import { createRunFinder, type RowRuns } from './row-runs';
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
 * Counts spans of what a filter leaves. The first time a row costs some 30 ns (and once for each table what `widerOf`
 * does); then counts are kept by blocks of rows, and another span of a million rows is a matter of 5 ms.
 */
export function createFacetCounter(filtered: Filtered): (span: Span, bins: number) => SpanFacts {
  const { table, masks } = filtered;
  const rowCount = table.count;
  const codes = createBlockCounts({
    rowCount,
    width: SETS * COMBINATIONS,
    countRows: (counts, at, first, end) => countCodes(counts, at, { table, masks, first, end }),
  });
  const { columns, width, open } = openListsOf(filtered);
  const rejecting = rejectingOf(masks);
  const countRows = listCounter({ columns, width, open }, { masks, rejecting });
  const lists = rejecting === 0 ? open : createBlockCounts({ rowCount, width, countRows });
  const domainCount = table.dataset.domains.length;
  const domains = domainCountsOf(table, masks, rejecting);
  return (span, bins) => {
    const ofCodes = new Uint32Array(SETS * COMBINATIONS);
    const ofLists = new Uint32Array(width);
    // Of each bin, what happened by domain, then what lies ahead.
    const ofBins = Array.from({ length: bins }, () => new Uint32Array(2 * domainCount));
    forEachRunIn(table, span, (first, end) => {
      codes.add(ofCodes, first, end);
      lists.add(ofLists, first, end);
      forEachBin({ table, span, bins }, { first, end }, (bin, from, to) => {
        const into = ofBins[bin];
        if (into && to > from) domains.add(into, from, to);
      });
    });
    const { domains: byDomain, ...inBins } = readBins(ofBins, domainCount);
    const { named, ...listed } = readLists(ofLists, filtered);
    return { counts: { ...readCodes(ofCodes), ...listed, domains: byDomain }, named, bins: inBins };
  };
}

const STOPS = 6;
/** Of kind, status and importance: to count each by itself takes three times as long. */
const COMBINATIONS = EVENT_KINDS.length * STATUSES.length * STOPS;
/** Rows are counted apart by what rejects them: nothing, just the kind, just the status, just the importance, or else. */
const SETS = 5;

const SET_AT = new Uint32Array(1 << FACETS.length).fill(4 * COMBINATIONS);
SET_AT[0] = 0;
SET_AT[facetBit('kinds')] = COMBINATIONS;
SET_AT[facetBit('statuses')] = 2 * COMBINATIONS;
SET_AT[facetBit('importance')] = 3 * COMBINATIONS;

interface RowsOf {
  readonly table: EventTable;
  readonly masks: Uint8Array;
  readonly first: number;
  readonly end: number;
}

function countCodes(counts: Uint32Array, at: number, { table, masks, first, end }: RowsOf): void {
  const { kind, status, importance } = table;
  const setAt = SET_AT;
  const statuses = STATUSES.length;
  for (let row = first; row < end; row++) {
    const ofKind = Math.imul(kind[row] ?? 0, statuses) + (status[row] ?? 0);
    const combination = Math.imul(ofKind, STOPS) + (importance[row] ?? 0);
    const place = at + (setAt[masks[row] ?? 0] ?? 0) + combination;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

function addTo(counts: Uint32Array, at: number, amount: number): void {
  counts[at] = (counts[at] ?? 0) + amount;
}

/** Values of a byte: of eight domains. */
const BYTES = 256;
/** Rows add to so many lists in turn: to add to one number twice running takes far longer. */
const LANES = 4;

const SIDES = Uint32Array.from(STATUSES, (status) =>
  status === 'happened' || status === 'under-way' ? 0 : BYTES,
);

const openDomains = new WeakMap<EventTable, BlockCounts>();

/** Where no other facet rejects anything, domains count as they do without a filter: once for each table. */
function domainCountsOf(table: EventTable, masks: Uint8Array, rejecting: number): BlockCounts {
  const isOpen = (rejecting & ~facetBit('domains')) === 0;
  const known = isOpen ? openDomains.get(table) : undefined;
  if (known) return known;
  const made = createBlockCounts({
    rowCount: table.count,
    width: 2 * table.dataset.domains.length,
    countRows: domainCounter(table, masks),
  });
  if (isOpen) openDomains.set(table, made);
  return made;
}

/** The bits of all facets that reject any row. */
function rejectingOf(masks: Uint8Array): number {
  // Four rows at a time, then those that are left.
  const words = new Uint32Array(masks.buffer, masks.byteOffset, masks.length >>> 2);
  let all = 0;
  for (let at = 0; at < words.length; at++) all |= words[at] ?? 0;
  for (let row = 4 * words.length; row < masks.length; row++) all |= masks[row] ?? 0;
  return (all | (all >>> 8) | (all >>> 16) | (all >>> 24)) & 0xff;
}

/** By domain what happened, then what lies ahead. */
function domainCounter(table: EventTable, masks: Uint8Array): CountRows {
  const domainCount = table.dataset.domains.length;
  const bytes = new Uint32Array(LANES * 2 * BYTES);
  return (counts, at, first, end) => {
    for (let domain = 0; domain < domainCount; domain += 8) {
      bytes.fill(0);
      countBytes(bytes, domain, { table, masks, first, end });
      addBits(counts, at + domain, at + domainCount + domain, bytes);
    }
  };
}

function countBytes(
  bytes: Uint32Array,
  firstDomain: number,
  { table, masks, first, end }: RowsOf,
): void {
  const { status, domainMask } = table;
  const sides = SIDES;
  const lanes = LANES - 1;
  const sideBySide = 2 * BYTES;
  const others = 0xff & ~facetBit('domains');
  for (let row = first; row < end; row++) {
    const byte = ((domainMask[row] ?? 0) >>> firstDomain) & 0xff;
    const at = Math.imul(row & lanes, sideBySide) + (sides[status[row] ?? 0] ?? 0) + byte;
    // 1 where no other facet rejects it.
    bytes[at] = (bytes[at] ?? 0) + ((((masks[row] ?? 0) & others) - 1) >>> 31);
  }
}

/** To go through the bits of each row would cost a wrong guess for most. */
function addBits(counts: Uint32Array, past: number, later: number, bytes: Uint32Array): void {
  for (let i = 0; i < bytes.length; i++) {
    const count = bytes[i] ?? 0;
    if (count === 0) continue;
    const at = (i & BYTES) === 0 ? past : later;
    for (let bits = i % BYTES; bits !== 0; bits &= bits - 1) {
      addTo(counts, at + 31 - Math.clz32(bits & -bits), count);
    }
  }
}

/** What rows hold lists of, side by side with the others. */
interface ListColumn {
  readonly lists: RowLists;
  readonly facet: 'tags' | 'who';
  readonly at: number;
  readonly length: number;
}

/** Tags, actors, countries, then if wished `widerOf`. */
function listColumnsOf({ table, withPeople }: Filtered): readonly ListColumn[] {
  const tagCount = table.tagNames.length;
  const actorCount = table.actorIds.length;
  const countryCount = table.countryCodes.length;
  const places = actorCount + countryCount;
  const columns: ListColumn[] = [
    { lists: table.tags, facet: 'tags', at: 0, length: tagCount },
    { lists: table.actors, facet: 'who', at: tagCount, length: actorCount },
    { lists: table.countries, facet: 'who', at: tagCount + actorCount, length: countryCount },
  ];
  if (!withPeople) return columns;
  const wider = widerOf(table);
  return [...columns, { lists: wider, facet: 'who', at: tagCount + places, length: places }];
}

interface OpenLists {
  readonly columns: readonly ListColumn[];
  /** How many numbers all columns have. */
  readonly width: number;
  /** What they count where nothing is rejected: once for each table. */
  readonly open: BlockCounts;
}

const openLists = [new WeakMap<EventTable, OpenLists>(), new WeakMap<EventTable, OpenLists>()];

function openListsOf(filtered: Filtered): OpenLists {
  const { table, withPeople } = filtered;
  const ofTables = openLists[withPeople ? 1 : 0];
  const known = ofTables?.get(table);
  if (known) return known;
  const columns = listColumnsOf(filtered);
  const width = columns.reduce((sum, { length }) => sum + length, 0);
  const countRows: CountRows = (counts, at, first, end) => {
    const all = { bounds: Uint32Array.of(first, end), length: 2 };
    for (const column of columns) countLists(counts, at + column.at, column.lists, all, 1);
  };
  const open = createBlockCounts({ rowCount: table.count, width, countRows });
  const made = { columns, width, open };
  ofTables?.set(table, made);
  return made;
}

/** So many rows are looked at for one column after the other, while they are at hand. */
const CHUNK = 4096;
const LISTED = facetBit('tags') | facetBit('who');

interface Rejecting {
  readonly masks: Uint8Array;
  /** The bits of all facets that reject anything. */
  readonly rejecting: number;
}

function listCounter(
  { columns, width, open }: OpenLists,
  { masks, rejecting }: Rejecting,
): CountRows {
  const find = createRunFinder(masks, CHUNK);
  const rest = new Uint32Array(CHUNK + 4);
  // Then the same rows count in all columns, and of all rows it is known.
  const isAlike = (rejecting & LISTED) === 0 && open.block <= CHUNK;
  return (counts, at, first, end) => {
    for (let from = first; from < end; from += CHUNK) {
      const to = Math.min(end, from + CHUNK);
      const passing = find(from, to, 0);
      if (isAlike && 2 * rowsIn(passing) > to - from) {
        // Quicker by what does not pass, taken from all.
        open.add(counts.subarray(at, at + width), from, to);
        const others = restOf(rest, passing, from, to);
        for (const column of columns) countLists(counts, at + column.at, column.lists, others, -1);
      } else {
        for (const { lists, facet, at: column } of columns) {
          countLists(counts, at + column, lists, find(from, to, facetBit(facet)), 1);
        }
      }
    }
  };
}

function rowsIn({ bounds, length }: RowRuns): number {
  let rows = 0;
  for (let i = 0; i < length; i += 2) rows += (bounds[i + 1] ?? 0) - (bounds[i] ?? 0);
  return rows;
}

/** The runs between those of some rows [first, end). */
function restOf(bounds: Uint32Array, runs: RowRuns, first: number, end: number): RowRuns {
  bounds[0] = first;
  bounds.set(runs.bounds.subarray(0, runs.length), 1);
  bounds[runs.length + 1] = end;
  return { bounds, length: runs.length + 2 };
}

/** The lists of a run lie side by side: where one ends and the next begins need not be looked up. */
function countLists(
  counts: Uint32Array,
  at: number,
  { offsets, values }: RowLists,
  { bounds, length }: RowRuns,
  // -1 to take them away again.
  amount: 1 | -1,
): void {
  for (let i = 0; i < length; i += 2) {
    const end = offsets[bounds[i + 1] ?? 0] ?? 0;
    for (let j = offsets[bounds[i] ?? 0] ?? 0; j < end; j++)
      addTo(counts, at + (values[j] ?? 0), amount);
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

/** What nothing rejects counts everywhere, what one facet rejects in that facet. */
function readCodes(sums: Uint32Array) {
  const kinds = new Uint32Array(EVENT_KINDS.length);
  const statuses = new Uint32Array(STATUSES.length);
  const importance = new Uint32Array(STOPS);
  let total = 0;
  for (let i = 0; i < COMBINATIONS; i++) {
    const stop = i % STOPS;
    const status = Math.floor(i / STOPS) % STATUSES.length;
    const kind = Math.floor(i / STOPS / STATUSES.length);
    const all = sums[i] ?? 0;
    total += all;
    addTo(kinds, kind, all + (sums[COMBINATIONS + i] ?? 0));
    addTo(statuses, status, all + (sums[2 * COMBINATIONS + i] ?? 0));
    addTo(importance, stop, all + (sums[3 * COMBINATIONS + i] ?? 0));
  }
  return { total, kinds, statuses, importance };
}

function readLists(sums: Uint32Array, { table, withPeople }: Filtered) {
  const tagCount = table.tagNames.length;
  const actorCount = table.actorIds.length;
  const placesEnd = tagCount + actorCount + table.countryCodes.length;
  const split = (places: Uint32Array) => ({
    actors: places.slice(0, actorCount),
    countries: places.slice(actorCount),
  });
  const named = sums.subarray(tagCount, placesEnd);
  const wider = sums.subarray(placesEnd);
  const reached = withPeople ? named.map((count, at) => count + (wider[at] ?? 0)) : named;
  return { tags: sums.slice(0, tagCount), ...split(reached), named: split(named) };
}

function readBins(ofBins: readonly Uint32Array[], domainCount: number) {
  const bins = ofBins.length;
  const happened = new Uint32Array(domainCount * bins);
  const ahead = new Uint32Array(domainCount * bins);
  const domains = new Uint32Array(domainCount);
  let highest = 0;
  ofBins.forEach((sums, bin) => {
    for (let domain = 0; domain < domainCount; domain++) {
      const past = sums[domain] ?? 0;
      const later = sums[domainCount + domain] ?? 0;
      happened[domain * bins + bin] = past;
      ahead[domain * bins + bin] = later;
      addTo(domains, domain, past + later);
      highest = Math.max(highest, past + later);
    }
  });
  return { domains, bins, happened, ahead, highest };
}
