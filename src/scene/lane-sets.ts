import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import { createRowSet, type RowSet, wordsFor } from '../query/row-set';
import type { RowIndex } from '../query/window';

export interface GroupingInput {
  readonly table: EventTable;
  readonly matching: RowIndex;
  /** By domain or all in one. */
  readonly grouping: 'domain' | 'none';
  /** The domains that the filter leaves: what matches has one of them. Empty for all. */
  readonly domains: readonly string[];
}

/** The matching rows of each lane: one lane for each domain of the dataset, or one for all. O(n / 32) a lane. */
export function laneSets({ table, matching, grouping, domains }: GroupingInput): RowSet[] {
  if (grouping === 'none') return [matching.set];
  const chosen = domainBits(table, domains);
  return drawnRows(table, chosen).map((drawn) => {
    const words = wordsFor(table.count);
    for (let at = 0; at < words.length; at++)
      words[at] = (matching.set.words[at] ?? 0) & (drawn[at] ?? 0);
    return createRowSet(words);
  });
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
  // The lowest bit that is set.
  return own === 0 ? main : 31 - Math.clz32(own & -own);
}

/** For each domain the rows that are drawn in it, whether they match or not: as `drawnIn` says, 32 rows at a time. */
function drawnRows(table: EventTable, chosenBits: number): readonly Uint32Array[] {
  const { main, own } = domainRows(table);
  if (chosenBits === 0) return main;
  const drawn = main.map((words, domain) => ((chosenBits >>> domain) & 1 ? words.slice() : words));
  const taken = wordsFor(table.count);
  for (const [domain, words] of main.entries()) {
    if ((chosenBits >>> domain) & 1) add(taken, words);
  }
  for (const [domain, words] of drawn.entries()) {
    const has = own[domain];
    if (((chosenBits >>> domain) & 1) === 0 || !has) continue;
    for (let at = 0; at < words.length; at++) {
      words[at] = (words[at] ?? 0) | ((has[at] ?? 0) & ~(taken[at] ?? 0));
    }
    add(taken, has);
  }
  return drawn;
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

function fillWhereEqual(words: Uint32Array, codes: Uint8Array, code: number): void {
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
