import { EVENT_KINDS, type EventKind, STATUSES } from '../model/dataset';
import type { EventTable, RowLists } from '../model/event-table';
import { civilOf, dayOf } from '../time/day';
import { type Filter, NO_FILTER } from './filter';

/** A filter under which events of the record recur, with how many took place. */
export interface CadenceSet {
  readonly filter: Filter;
  readonly count: number;
}

/** Kinds of which one more is expected to follow. */
const RECURRING: readonly EventKind[] = ['summit', 'meeting', 'visit', 'exercise'];
const LEAST_YEARS = 3;
const MOST_OF_A_SORT = 3;

/**
 * Ready sets: kinds that recur, such kinds with one tag, and with one actor. In each sort those that took place in the
 * most calendar years by the table's day come first, so that what comes back stands before what once came in a crowd.
 * One pass over the columns.
 */
export function readySets(table: EventTable): readonly CadenceSet[] {
  const sorts = [
    bestOf(table, undefined, (kind) => ({ kinds: [kind] })),
    bestOf(table, table.tags, (kind, at) => ({
      kinds: [kind],
      tags: [table.tagNames[at] ?? ''],
    })),
    bestOf(table, table.actors, (kind, at) => ({
      kinds: [kind],
      actors: [table.actorIds[at] ?? ''],
    })),
  ];
  return sorts.flat();
}

type FilterOf = (kind: EventKind, at: number) => Partial<Filter>;

function bestOf(table: EventTable, lists: RowLists | undefined, filterOf: FilterOf): CadenceSet[] {
  const width = lists ? widthOf(lists) : 1;
  const counts = new Uint32Array(RECURRING.length * width);
  const years = new Uint32Array(counts.length);
  countYears(table, lists, { counts, years, width });
  const found = Array.from(counts.keys()).filter((at) => (years[at] ?? 0) >= LEAST_YEARS);
  const yearsAt = (at: number) => years[at] ?? 0;
  const countAt = (at: number) => counts[at] ?? 0;
  return found
    .toSorted((a, b) => yearsAt(b) - yearsAt(a) || countAt(b) - countAt(a) || a - b)
    .slice(0, MOST_OF_A_SORT)
    .map((at) => ({
      filter: {
        ...NO_FILTER,
        ...filterOf(RECURRING[Math.floor(at / width)] ?? 'summit', at % width),
      },
      count: countAt(at),
    }));
}

function widthOf({ values }: RowLists): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most + 1;
}

const TOOK_PLACE = Uint8Array.from(STATUSES, (status) =>
  status === 'happened' || status === 'under-way' ? 1 : 0,
);
const PLACE = Int8Array.from(EVENT_KINDS, (kind) => RECURRING.indexOf(kind));

interface Tally {
  readonly counts: Uint32Array;
  /** In how many calendar years each took place. Rows are in time order, so a year is new when it is not the last one. */
  readonly years: Uint32Array;
  readonly width: number;
}

function countYears(
  table: EventTable,
  lists: RowLists | undefined,
  { counts, years, width }: Tally,
): void {
  const { count, startDay, status, kind, asOfDay } = table;
  const lastYear = new Int32Array(counts.length).fill(-1_000_000);
  let year = 0;
  let yearEnd = -Infinity;
  for (let row = 0; row < count; row++) {
    const day = startDay[row] ?? 0;
    if (day > asOfDay) return;
    const place = PLACE[kind[row] ?? 0] ?? -1;
    if (place < 0 || TOOK_PLACE[status[row] ?? 0] !== 1) continue;
    if (day >= yearEnd) {
      year = civilOf(day).year;
      yearEnd = dayOf(year + 1, 1, 1);
    }
    const first = lists ? (lists.offsets[row] ?? 0) : 0;
    const end = lists ? (lists.offsets[row + 1] ?? 0) : 1;
    for (let i = first; i < end; i++) {
      const at = place * width + (lists ? (lists.values[i] ?? 0) : 0);
      counts[at] = (counts[at] ?? 0) + 1;
      if (lastYear[at] === year) continue;
      lastYear[at] = year;
      years[at] = (years[at] ?? 0) + 1;
    }
  }
}
