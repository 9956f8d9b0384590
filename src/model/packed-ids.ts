import type { PackedEvents } from './packed-events';

/** What is kept of an event begins with its id, which needs no escapes, and a quote. */
const QUOTE = 34;

/**
 * A hash of 53 bits: two multiplicative hashes of 32 bits over the UTF-16 units, in the manner of Fowler, Noll and Vo,
 * each with its bits mixed at the end. Its lower 32 bits choose the slot in `PackedEvents.idTable`.
 */
export function hashOf(id: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return (mixed(high) >>> 11) * 0x1_0000_0000 + mixed(low);
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mix = Math.imul(mix ^ (mix >>> 15), 0x846ca68b);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** The event that has a place in the table of ids and is the one that is meant. The table has free places. */
export function findInTable(
  table: Uint32Array,
  hash: number,
  isMeant: (event: number) => boolean,
): number | undefined {
  const last = table.length - 1;
  let slot = (hash >>> 0) & last;
  for (let entry = table[slot] ?? 0; entry !== 0; entry = table[slot] ?? 0) {
    if (isMeant(entry - 1)) return entry - 1;
    slot = (slot + 1) & last;
  }
  return undefined;
}

export function putIntoTable(table: Uint32Array, hash: number, event: number): void {
  const last = table.length - 1;
  let slot = (hash >>> 0) & last;
  while (table[slot] !== 0) slot = (slot + 1) & last;
  table[slot] = event + 1;
}

/** The event's index, by its id. O(length of the id). */
export function findPacked(
  { idTable, text, textOffsets }: Pick<PackedEvents, 'idTable' | 'text' | 'textOffsets'>,
  id: string,
): number | undefined {
  return findInTable(idTable, hashOf(id), (event) => hasId(text, textOffsets[event] ?? 0, id));
}

/** Whether the event whose text begins at a place has the id. */
export function hasId(text: Uint8Array, textAt: number, id: string): boolean {
  for (let i = 0; i < id.length; i++) if (text[textAt + i] !== id.charCodeAt(i)) return false;
  return text[textAt + id.length] === QUOTE;
}

/** Read by hand: a decoder costs more, and takes no shared memory. Ids are ASCII. */
export function idOf({ text, textOffsets }: PackedEvents, event: number): string {
  let id = '';
  for (let at = textOffsets[event] ?? 0; ; at++) {
    const byte = text[at];
    if (byte === undefined || byte === QUOTE) return id;
    id += String.fromCharCode(byte);
  }
}
