import type { EventTable } from '../model/event-table';
import {
  commonRows,
  createRowSet,
  otherRows,
  type RowSet,
  rowSetOf,
  sizeOf,
  wordsFor,
  wordWithin,
} from '../query/row-set';
import { firstFrom } from '../query/rows-in-span';
import type { RowIndex } from '../query/window';
import type { Span } from '../time/day';
import type { ColumnUnit } from './columns';
import { aheadRows, periodRows } from './row-classes';

/** A lane of a page of columns, before anything is laid out. */
export interface ColumnGroup {
  readonly id: string;
  /** Undefined where events are not grouped. */
  readonly head:
    | { readonly name: string; readonly lang: string; readonly domainIndex: number | undefined }
    | undefined;
  /** Its rows of the whole record; those of the range are found among them. */
  readonly set: RowSet;
}

/** What a page of columns counts. */
export interface ColumnTally {
  /** What a column stands for. */
  readonly unit: ColumnUnit;
  /** Events of the range, each once. */
  readonly count: number;
  /** Those of them that are bars under columns: they run for long, or began before the range. */
  readonly barCount: number;
  readonly aheadCount: number;
  /** Those of the picture; one without a name holds all. */
  readonly lanes: readonly {
    readonly id: string;
    readonly name: string;
    readonly count: number;
  }[];
}

/** What is known before lanes have their places. */
export type RangeTally = Omit<ColumnTally, 'unit' | 'lanes'>;

/** The events of a lane in a range: each stands in a column or as a bar under one. */
export interface RangeGroup extends ColumnGroup {
  readonly columns: RowSet;
  readonly bars: RowSet;
  readonly count: number;
}

export interface RangeGroupsInput {
  readonly table: EventTable;
  readonly matching: RowIndex;
  readonly span: Span;
  readonly groups: readonly ColumnGroup[];
}

/** The lanes that hold any event of a range, and what all of them count. O(n / 32) a lane. */
export function rangeGroups({ table, matching, span, groups }: RangeGroupsInput): {
  readonly groups: readonly RangeGroup[];
  readonly tally: RangeTally;
} {
  const { all, earlier } = rangeRows(table, matching, span);
  const inColumns = otherRows(otherRows(all, earlier), periodRows(table));
  const bars = otherRows(all, inColumns);
  const filled = groups
    .map((group): RangeGroup => {
      const own = { columns: commonRows(group.set, inColumns), bars: commonRows(group.set, bars) };
      return { ...group, ...own, count: sizeOf(own.columns) + sizeOf(own.bars) };
    })
    .filter(({ count }) => count > 0);
  const tally = {
    count: sizeOf(all),
    barCount: sizeOf(bars),
    aheadCount: sizeOf(commonRows(all, aheadRows(table))),
  };
  return { groups: filled, tally };
}

/** The matching rows that touch a span, and those of them that began before it. */
function rangeRows(table: EventTable, { set, rowsIn }: RowIndex, span: Span) {
  const first = firstFrom(table.startDay, table.count, span.startDay);
  const end = Math.max(first, firstFrom(table.startDay, table.count, span.endDay));
  // What touches the first day began then or before.
  const touching = rowsIn({ startDay: span.startDay, endDay: span.startDay + 1 });
  const earlier = rowSetOf(
    table.count,
    touching.filter((row) => row < first),
  );
  const words = wordsFor(table.count);
  for (let at = 0; at < words.length; at++) {
    const begun = at >= first >>> 5 && at <= end >>> 5 ? wordWithin(set.words, at, first, end) : 0;
    words[at] = begun | (earlier.words[at] ?? 0);
  }
  return { all: createRowSet(words), earlier };
}
