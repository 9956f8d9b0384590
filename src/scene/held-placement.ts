import { type EventTable, FLAG } from '../model/event-table';
import type { Group, Lane } from './lanes';
import type { Seat } from './place-names';
import { clearsColumns } from './place-stems';
import {
  columnUnitAt,
  createColumns,
  type LaneSeats,
  type LevelInput,
  type Placement,
  type PlacementInput,
} from './placement';
import { levelOf, pxPerDayOfLevel, regimeOf } from './zoom-levels';

export interface HeldInput {
  /** What names were placed for, and where they stand. */
  readonly earlier: { readonly table: EventTable; readonly placement: Placement };
  /** The same events as of another day. */
  readonly table: EventTable;
  /** One byte a row, 0 for a match. */
  readonly masks: Uint8Array;
  /** Of the table, as tall as the earlier ones. */
  readonly lanes: readonly Lane[];
  readonly columnsOf: Placement['columnsOf'];
  /** Whether what now stands in a lane leaves a name its place; left out: it always does. */
  readonly leavesRoom?: ((seat: Seat, lane: number, pxPerDay: number) => boolean) | undefined;
}

export interface HeldSmallInput
  extends Pick<HeldInput, 'earlier' | 'table' | 'masks' | 'lanes'>,
    Pick<PlacementInput, 'nameOf' | 'extent' | 'columnBody'> {
  /** Whether marks leave a name its place; left out: they stand in rows of their own. */
  readonly leavesRoom?: ((input: LevelInput, seat: Seat) => boolean) | undefined;
}

/** Of a small set: over columns, and stacks of marks, a name stays as long as none of them reaches up to it. */
export function holdSmallPlacement(input: HeldSmallInput): Placement {
  const { table, lanes, columnBody, leavesRoom, extent } = input;
  const bodies = columnBody ? lanes.map(columnBody) : lanes;
  const columnsOf = createColumns(table, bodies);
  const asOfDay = table.asOfDay;
  const hasRoom = (seat: Seat, at: number, pxPerDay: number): boolean => {
    const isMarks = regimeOf(pxPerDay) === 'marks';
    const lane = isMarks ? lanes[at] : bodies[at];
    if (!lane) return false;
    const place = { table, nameOf: input.nameOf, lane, extent, asOfDay };
    if (!isMarks) {
      const columns = columnsOf(at, columnUnitAt(pxPerDay));
      return clearsColumns({ ...place, pxPerDay, columns }, seat);
    }
    const level = levelOf(pxPerDay);
    return leavesRoom?.({ ...place, level, pxPerDay: pxPerDayOfLevel(level) }, seat) ?? true;
  };
  return holdPlacement({ ...input, columnsOf, leavesRoom: hasRoom });
}

/**
 * Names keep their places while the as-of day is on its way: those of events of which the same is said as before. That
 * is fewer names than were placed, so none meets another; what is new or said anew has its mark, and its name when the day
 * rests and names are placed again. Costs what is shown.
 */
export function holdPlacement(input: HeldInput): Placement {
  const { earlier, lanes, columnsOf, leavesRoom } = input;
  const { placement } = earlier;
  const earlierLane = new Map(placement.lanes.map(({ id }, at) => [id, at]));
  const seatsAt = (pxPerDay: number, span?: Parameters<Placement['seatsAt']>[1]): LaneSeats => {
    const seats = placement.seatsAt(pxPerDay, span);
    return lanes.map(({ id }, lane) =>
      (seats[earlierLane.get(id) ?? -1] ?? []).flatMap((seat) => {
        const row = sameSaid(input, seat.row);
        if (row === undefined) return [];
        const held = { ...seat, row };
        return leavesRoom && !leavesRoom(held, lane, pxPerDay) ? [] : held;
      }),
    );
  };
  return {
    lanes,
    heldFrom: placement.heldFrom ?? placement,
    regimeAt: placement.regimeAt,
    columnsOf,
    seatsAt,
    densityOf: placement.densityOf && ((lane) => lanes[lane]?.density?.()),
    ...(placement.isPending && { isPending: placement.isPending }),
  };
}

/** The row that says of a matching event what an earlier one said. */
function sameSaid({ earlier, table, masks }: HeldInput, earlierRow: number): number | undefined {
  const before = earlier.table;
  const row = table.rowOf(before.idOf(earlierRow) ?? '');
  if (row === undefined || masks[row] !== 0) return undefined;
  const isSame =
    table.stateKeyOf(row) === before.stateKeyOf(earlierRow) &&
    // It stands in a line below the name.
    (((table.flags[row] ?? 0) ^ (before.flags[earlierRow] ?? 0)) & FLAG.unconfirmed) === 0;
  return isSame ? row : undefined;
}

/** Groups as tall as the lanes that they were; undefined where they are other ones. */
export function holdLanes(
  groups: readonly Group[],
  earlier: readonly Lane[],
): readonly Lane[] | undefined {
  if (groups.length !== earlier.length) return undefined;
  const lanes: Lane[] = [];
  for (const [i, lane] of earlier.entries()) {
    const group = groups[i];
    if (group?.id !== lane.id) return undefined;
    lanes.push({ ...lane, ...groupOf(group) });
  }
  return lanes;
}

/** Without the height of a group that is a lane already. */
function groupOf({ id, name, domainIndex, index, plans, periods, density }: Group): Group {
  return { id, name, domainIndex, index, plans, periods, ...(density && { density }) };
}
