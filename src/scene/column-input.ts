import type { RowIndex } from '../query/window';
import type { ColumnGroup, ColumnTally } from './column-groups';
import type { ColumnSign } from './column-signs';
import type { ColumnUnit } from './columns';
import type { PagesInput } from './pages';

/** All that a page of columns says beside the words of other pages. */
export interface ColumnWords {
  /** What the page is: “616 events as columns, one for each year; 34 named. …” */
  readonly line: (facts: ColumnFacts) => string;
  /** The name of a column as a shape: “2023, 14 events”. */
  readonly column: (date: string, count: number) => string;
  readonly signs: Readonly<Record<ColumnSign, string>>;
  /** Beside the heading of the sources. */
  readonly sourcesNote: string;
}

export interface ColumnFacts extends Pick<ColumnTally, 'count' | 'barCount'> {
  readonly namedCount: number;
  readonly unit: ColumnUnit;
  /** Some events stand in several lanes. */
  readonly isShared: boolean;
}

export interface ColumnPageInput extends Omit<PagesInput, 'rows' | 'lanes' | 'legend'> {
  readonly matching: RowIndex;
  /** All lanes of the grouping. */
  readonly groups: readonly ColumnGroup[];
  readonly theme: 'light' | 'dark';
  readonly columnWords: ColumnWords;
}
