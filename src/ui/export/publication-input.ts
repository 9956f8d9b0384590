import type { i18n as I18n } from 'i18next';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../query/filter';
import type { Grouping } from '../../query/grouping';
import type { RowIndex } from '../../query/window';
import type { PageSize } from '../../scene/page-size';
import type { Includes } from '../../scene/pages';
import type { MeasureText } from '../../scene/scene';
import type { Language } from '../../state/state';
import type { Day } from '../../time/day';
import type { PictureRange } from './picture-words';

/** What there is to publish: what a filter leaves of a record as it was known on the table's day. */
export interface PublicationSubject {
  readonly table: EventTable;
  readonly matching: RowIndex;
  readonly filter: Filter;
}

export interface PublicationIncludes extends Includes {
  /** The ribbon of cooperation and conflict, and how often what matches took place. */
  readonly tenor: boolean;
  readonly cadence: boolean;
  /** A sentence that sums up the forecasts. */
  readonly forecasts: boolean;
}

/** Every event by its name on as many pages as needed, or columns that count them on one. */
export const LAYOUTS = ['pages', 'columns'] as const;
export type Layout = (typeof LAYOUTS)[number];

export interface PublicationChoices {
  readonly range: PictureRange;
  readonly layout: Layout;
  readonly size: PageSize;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly grouping: Grouping;
  readonly includes: PublicationIncludes;
  /** Left out or blank: made of what is shown. */
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly footer?: string | undefined;
  /** SHA-256 of the dataset (`hashDataset`), where the pictures are to open again. */
  readonly stampHash?: string | undefined;
  /** The day of making, as the pages tell it; left out where they are to be the same whenever made. */
  readonly exportedDay?: Day | undefined;
  /** The moment of making, for the files' own records. */
  readonly madeAt?: string | undefined;
}

export interface PublicationTools {
  /** Must have the words of the chosen language, of all areas. */
  readonly i18n: Pick<I18n, 'getFixedT'>;
  /** Widths of the fonts that the pages are set in. */
  readonly measure: MeasureText;
}
