import type { EventTable } from '../model/event-table';
import type { Grouping } from '../query/grouping';
import type { Day, Span } from '../time/day';
import type { Lang } from '../time/lang';
import type { MeasureText } from './scene';
import type { SlideWords } from './slide-words';
import type { Band } from './timeline-input';

/** A lane with events of all domains. */
export interface SlideGroup {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly rows: readonly number[];
}

export interface SlideInput {
  readonly table: EventTable;
  /** Matching rows of the table that touch the span, in time order. */
  readonly rows: readonly number[];
  /** Whole days. */
  readonly span: Span;
  readonly asOfDay: Day;
  readonly recordedThrough: Day;
  /** Left out where pictures are to be the same whenever made. */
  readonly exportedDay?: Day;
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle: string;
  readonly words: SlideWords;
  readonly grouping: Grouping;
  /** The lanes of groupings other than these by domain and none, each with its rows in time order. */
  readonly lanes?: readonly SlideGroup[];
  /** Stands under the lanes. */
  readonly note?: string;
  /** Strips over and under the lanes. */
  readonly bands?: readonly Band[];
  /** Domains that the filter has chosen: an event stands in the first of its own among them. None: in its main one. */
  readonly chosenDomains?: readonly string[];
  readonly measure: MeasureText;
}
