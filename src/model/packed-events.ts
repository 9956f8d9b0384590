import type { Day } from '../time/day';
import { OPEN_END_DAY, type RowLists } from './event-table';
import type { Letters } from './pack-letters';

/**
 * The events of a large dataset as columns, one entry for each state of each event: first the final states of all events,
 * then the earlier ones, either sorted by first day, then last day, then the event's place in the file. So the table of
 * a day on which all final states are known is the columns' beginning, with nothing copied. All of it can be cloned or shared between threads; arrays lie on shared memory
 * where the page may use it. `openPacked` makes a dataset of it on either side.
 */
export interface PackedEvents {
  readonly eventCount: number;
  /** States of all events. */
  readonly count: number;
  /** As in EventTable, by state. */
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  /** The maxima of final states' `endDay`, as `createEndTree` makes them. */
  readonly endMaxima: readonly Int32Array[];
  /** As in EventTable, without `FLAG.unconfirmed`, which depends on the day. */
  readonly flags: Uint8Array;
  readonly importance: Uint8Array;
  readonly tenor: Uint8Array;
  readonly status: Uint8Array;
  readonly kind: Uint8Array;
  readonly place: Uint16Array;
  readonly domain: Uint8Array;
  readonly domainMask: Uint32Array;
  readonly actors: RowLists;
  readonly countries: RowLists;
  readonly tags: RowLists;
  /** A state is what is known of its event from `known` on (OPEN_START_DAY: always). */
  readonly known: Int32Array;
  /** And before this day; for earlier states alone, from entry `eventCount` on, since final ones hold for good (`untilDayOf`). */
  readonly until: Int32Array;
  /** The event of a state, and the state's place among that event's states (255 for all from the 256th on). */
  readonly eventIndex: Uint32Array;
  readonly stateIndex: Uint8Array;
  /** The entries of states with a time of day in a known zone, rising, and of each its time and zone (`momentOf`). */
  readonly timedEntries: Uint32Array;
  readonly moments: Uint32Array;
  readonly zoneNames: readonly string[];
  /** By event, in the file's order: the entry of its final state. */
  readonly finalState: Uint32Array;
  /**
   * What is kept of event e is `text[textOffsets[e] … textOffsets[e + 1] - 1]`: its JSON in UTF-8, with signs for what most
   * have in common (`packed-fields.ts`), and all fields of the file but those that the columns tell in full (of an event with
   * revisions they never do).
   */
  readonly textOffsets: Uint32Array;
  readonly text: Uint8Array;
  /** Open addressing by the id's hash; 0 for free, else the event's index + 1. A power of two long. */
  readonly idTable: Uint32Array;
  /** Links, those to one event beside each other: few events have any. */
  readonly links: PackedLinks;
  readonly actorIds: readonly string[];
  readonly countryCodes: readonly string[];
  readonly tagNames: readonly string[];
  /** Days as `recordChangeDays` gives them. */
  readonly changeDays: Int32Array;
  /** First day that any state touches and the day after the last; open ends don't count. Infinity and −Infinity of nothing. */
  readonly firstDay: number;
  readonly endOfDays: number;
  /** Each character of all titles and places as a language shows them, once, for fetching fonts. */
  readonly letters: Letters;
}

/** Link i leads to event `to[i]`, and is one of event `from[i]`; sorted by both. */
export interface PackedLinks {
  readonly to: Uint32Array;
  readonly from: Uint32Array;
}

/** The day before which a state is what is known of its event. */
export function untilDayOf(
  { until, eventCount }: Pick<PackedEvents, 'until' | 'eventCount'>,
  entry: number,
): Day {
  return entry < eventCount ? OPEN_END_DAY : (until[entry - eventCount] ?? OPEN_END_DAY);
}
