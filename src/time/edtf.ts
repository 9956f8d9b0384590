import type { Day } from './day';

export type Precision =
  | 'day'
  | 'month'
  | 'season'
  | 'quarter'
  | 'third'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** One date of an EDTF text, that is the whole of it or one end of an interval. */
export interface EdtfPoint {
  readonly text: string;
  /** First and last day that it can be, both inclusive. */
  readonly minDay: Day;
  readonly maxDay: Day;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A parsed EDTF text (ISO 8601-2 levels 0 and 1 with seasons, quarters, thirds and halves). */
export interface EdtfDate {
  /** As it was written. */
  readonly text: string;
  /** The first end; undefined for an open or unknown start. Of a single date, that date. */
  readonly start: EdtfPoint | undefined;
  /** The last end; undefined for an open or unknown end. Of a single date, the same object as `start`. */
  readonly end: EdtfPoint | undefined;
  readonly isInterval: boolean;
  /** `..` (open) or left empty (unknown). */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** First and last day that it can touch, both inclusive; −Infinity and Infinity at open ends. */
  readonly minDay: Day;
  readonly maxDay: Day;
  /** Of the coarser end. */
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}
