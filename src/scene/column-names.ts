import type { EventTable } from '../model/event-table';
import { allRows, type RowSet, rowsBetween } from '../query/row-set';
import { firstFrom } from '../query/rows-in-span';
import type { Day, Span } from '../time/day';
import type { Name } from './names';
import type { Seat } from './place-names';
import { placeStems, placeStemsAfresh, type StemInput } from './place-stems';
import { CLASS_COUNT, classesOf } from './row-classes';

/** So many events of a lane are tried for a name at most. */
const MOST_TRIED = 100;
/** So many may still move each other; more would take long. */
const MOST_AFRESH = 24;

/**
 * The events of a lane, from a day on, that are named first: by weight, what lies ahead before what is past, earlier first. Of the last
 * weight that is not tried in whole, rows evenly apart.
 */
export function foremostRows(
  table: EventTable,
  { columns, bars }: { readonly columns: RowSet; readonly bars: RowSet },
  fromDay: Day,
  most = MOST_TRIED,
): readonly number[] {
  const classes = classesOf(table);
  const first = firstFrom(table.startDay, table.count, fromDay);
  const rows = rowsBetween(allRows(columns, bars), first, table.count);
  const counts = new Uint32Array(CLASS_COUNT);
  for (const row of rows) {
    const rank = rankOf(classes, row);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  let left = most;
  const wanted = Array.from(counts, (count) => {
    const step = Math.max(1, count / left);
    left = Math.max(0, left - count);
    return { step, next: 0, seen: 0, found: [] as number[] };
  });
  for (const row of rows) {
    const of = wanted[rankOf(classes, row)];
    if (!of) continue;
    if (of.seen >= of.next) {
      of.found.push(row);
      of.next += of.step;
    }
    of.seen += 1;
  }
  return wanted.flatMap(({ found }) => found).slice(0, most);
}

/** The rows, foremost first. */
export function byRank(table: EventTable, rows: readonly number[]): readonly number[] {
  const classes = classesOf(table);
  return rows.toSorted((a, b) => rankOf(classes, a) - rankOf(classes, b) || a - b);
}

/** Classes count past before ahead. */
function rankOf(classes: Uint8Array, row: number): number {
  return (classes[row] ?? 0) ^ 1;
}

export interface ColumnNamesInput extends Pick<StemInput, 'columns' | 'pxPerDay' | 'asOfDay'> {
  readonly table: EventTable;
  readonly nameOf: (row: number) => Name;
  readonly heightPx: number;
  /** What the lane shows; names stay inside. */
  readonly extent: Span;
}

/** Names on stems, the first of them stacked anew for each, as many of the rows as find room, those given first before others. */
export function placeColumnNames(
  { heightPx, ...input }: ColumnNamesInput,
  rows: readonly number[],
): readonly Seat[] {
  const ground = { ...input, lane: { heightPx, rowCount: 0 } };
  const first = placeStemsAfresh(ground, rows.slice(0, MOST_AFRESH));
  return placeStems(ground, first, rows.slice(MOST_AFRESH));
}
