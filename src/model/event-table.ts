import type { Day } from '../time/day';
import type { Country, Dataset, EventState } from './dataset';
import type { EndTree } from './end-tree';

/** Indexes, in two bytes each where there is nothing that needs more. */
export type Codes = Uint16Array | Uint32Array;

/** Many values for each row: row r has `values[offsets[r]] … values[offsets[r + 1] - 1]`. */
export interface RowLists {
  readonly offsets: Uint32Array;
  readonly values: Codes;
}

/** Bits of `EventTable.flags`. */
export const FLAG = {
  openStart: 1,
  openEnd: 2,
  approximate: 4,
  uncertain: 8,
  /** Not exact to the day: an end has month precision or coarser. */
  coarse: 16,
  /** Lies ahead by its status although its last possible day is before the as-of day: "not confirmed". */
  unconfirmed: 32,
  /** More than one day can be meant or is covered (startDay + 1 < endDay). */
  range: 64,
  noSource: 128,
} as const;

/** Stand-ins for open ends, well outside years −9999 to 9999. */
export const OPEN_START_DAY = -5_000_000;
export const OPEN_END_DAY = 5_000_000;

/** Tells states by the calendar and clocks of one party's capital. Only states with a time of day change, by a day at most. */
export interface Calendar {
  readonly country: Country;
  /** The capital's, an IANA name. */
  readonly timeZone: string;
  /** The state with the capital's date and time; the same object for the same state. */
  tell: (state: EventState) => EventState;
}

/**
 * The events as they were known on one day, as columns. Rows are sorted by startDay, then endDay, then id.
 * Codes are indexes into STATUSES, EVENT_KINDS and `Dataset.domains`; `actors`, `countries` and `tags` hold indexes
 * into `actorIds`, `countryCodes` and `tagNames`, which are the same for every table of one dataset.
 */
export interface EventTable {
  readonly dataset: Dataset;
  readonly asOfDay: Day;
  /** Whose days the rows have; undefined: each event's own place's. `known` days stay the record's own. */
  readonly calendar: Calendar | undefined;
  readonly count: number;
  /** What is said of the event of a row, by the table's calendar; of a packed dataset it is read from its text when asked for. */
  stateOf: (row: number) => EventState | undefined;
  /** Cheaper than `stateOf`. */
  idOf: (row: number) => string | undefined;
  rowOf: (id: string) => number | undefined;
  /** The same for the same state of an event in all tables of a dataset by one calendar, and for no other; as cheap as `idOf`. */
  stateKeyOf: (row: number) => unknown;
  /** First day the event can touch (OPEN_START_DAY for an open start). */
  readonly startDay: Int32Array;
  /** Day after the last one that it can touch (OPEN_END_DAY for an open end). */
  readonly endDay: Int32Array;
  /** `endDay` with the maxima of its blocks, for window queries. */
  readonly ends: EndTree;
  readonly flags: Uint8Array;
  readonly importance: Uint8Array;
  /** As `tenorCode` makes them: 0 for none. */
  readonly tenor: Uint8Array;
  readonly status: Uint8Array;
  readonly kind: Uint8Array;
  /** The country in which it takes place, as `placeCode` gives it. */
  readonly place: Uint16Array;
  /** The main domain. */
  readonly domain: Uint8Array;
  /** One bit for each domain of the event. */
  readonly domainMask: Uint32Array;
  readonly actors: RowLists;
  readonly countries: RowLists;
  readonly tags: RowLists;
  readonly actorIds: readonly string[];
  readonly countryCodes: readonly string[];
  readonly tagNames: readonly string[];
}
