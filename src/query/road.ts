import { memoize } from '../lib/memoize';
import type { LinkRelation } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { linksAsOf } from '../model/shown-event';
import type { Span } from '../time/day';
import type { Road } from './filter';

/**
 * Which of two linked events leads to the other, by the relation in "this event REL that one". What prepares another,
 * leads to it or is part of it (a whole comes about by its parts) leads on to it; what follows another or responds to it
 * comes of it. Dates have no say.
 */
const LEADS_ON: Readonly<Record<LinkRelation, boolean>> = {
  prepares: true,
  'leads-to': true,
  'part-of': true,
  follows: false,
  'responds-to': false,
};

/** Whether an event that says so of another leads to it, rather than comes of it. */
export function leadsOn(rel: LinkRelation): boolean {
  return LEADS_ON[rel];
}

/** A road ends here, so that in a huge record with many links it costs little: those fewest links away are kept. */
export const MOST_ROAD_EVENTS = 500;

export interface FoundRoad {
  /** Rising, that of the event itself among them; empty where it is not known as of the table's day. */
  readonly rows: Uint32Array;
  /** Whether there would have been more. */
  readonly isCut: boolean;
}

/**
 * All that leads to an event, or follows from it, by any number of links as known on the table's day. Goes on from
 * each event once, so a cycle ends. The order of events and of links makes no difference.
 */
export function findRoad(table: EventTable, { event, way }: Road): FoundRoad {
  const found = roadsOf.get(table) ?? memoize(createFindRoad(table), KEPT);
  roadsOf.set(table, found);
  return found(event, way);
}

type FindRoad = (event: string, way: Road['way']) => FoundRoad;

/** Both ways of the chosen event, and the one that is shown. */
const KEPT = 3;
const roadsOf = new WeakMap<EventTable, FindRoad>();

const createFindRoad =
  (table: EventTable): FindRoad =>
  (event, way) => {
    const start = table.rowOf(event);
    const reached = new Set(start === undefined ? [] : [start]);
    let last: readonly number[] = [...reached];
    let isCut = false;
    while (last.length > 0 && !isCut) {
      const next = new Set<number>();
      for (const row of last) {
        for (const other of neighboursOf(table, row, way)) if (!reached.has(other)) next.add(other);
      }
      const room = MOST_ROAD_EVENTS - reached.size;
      isCut = next.size > room;
      last = [...next].toSorted((a, b) => a - b).slice(0, room);
      for (const row of last) reached.add(row);
    }
    return { rows: Uint32Array.from(reached).toSorted(), isCut };
  };

/** One link before or after a row. */
function neighboursOf(table: EventTable, row: number, way: Road['way']): readonly number[] {
  return linksAsOf(table, row)
    .filter(
      ({ link, direction }) => (LEADS_ON[link.rel] === (direction === 'out')) === (way === 'after'),
    )
    .map((link) => link.row);
}

/** From the first day of any of the rows to the last; an open end counts as one day. Undefined for no rows. */
export function spanOfRows(
  { startDay, endDay, flags }: EventTable,
  rows: Uint32Array,
): Span | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    const [start, end] = [startDay[row] ?? 0, endDay[row] ?? 0];
    const flag = flags[row] ?? 0;
    const from = flag & FLAG.openStart ? end - 1 : start;
    const to = flag & FLAG.openEnd ? start + 1 : end;
    // Open at both ends, it has no day at all.
    if (from >= to) continue;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return first < last ? { startDay: first, endDay: last } : undefined;
}
