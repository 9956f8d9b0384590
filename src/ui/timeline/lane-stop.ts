import type { EventTable } from '../../model/event-table';
import type { Span } from '../../time/day';

/** An event where the keys found it: it may stand in several lanes. */
export interface LaneStop {
  readonly lane: number;
  readonly row: number;
}

interface LaneRows {
  readonly index: {
    readonly has: (row: number) => boolean;
    readonly rowsIn: (span: Span) => ArrayLike<number>;
  };
}

interface Search {
  readonly table: EventTable;
  readonly lanes: readonly LaneRows[];
  readonly view: Span;
  /** The event that has the focus. */
  readonly row: number | undefined;
  /** Where the keys were last. */
  readonly last: LaneStop | undefined;
  readonly by: 1 | -1;
}

/** The event in view nearest in time in the next lane up or down that has any; from no event, in the first or last lane. */
export function findLaneStop({ table, lanes, view, row, last, by }: Search): LaneStop | undefined {
  const middle = (view.startDay + view.endDay) / 2;
  const day = row === undefined ? middle : (table.startDay[row] ?? middle);
  const start = row === undefined ? (by > 0 ? 0 : lanes.length - 1) : laneOf(lanes, row, last) + by;
  for (let lane = start; lane >= 0 && lane < lanes.length; lane += by) {
    const nearest = nearestTo(table, lanes[lane]?.index.rowsIn(view) ?? [], day);
    if (nearest !== undefined) return { lane, row: nearest };
  }
  return undefined;
}

/** Of several lanes the one that the keys came to it in. */
function laneOf(lanes: readonly LaneRows[], row: number, last: LaneStop | undefined): number {
  if (last?.row === row && lanes[last.lane]?.index.has(row)) return last.lane;
  return lanes.findIndex((lane) => lane.index.has(row));
}

function nearestTo(table: EventTable, rows: ArrayLike<number>, day: number): number | undefined {
  let best: number | undefined;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const distance = Math.abs((table.startDay[row] ?? 0) - day);
    if (best === undefined || distance < Math.abs((table.startDay[best] ?? 0) - day)) best = row;
  }
  return best;
}
