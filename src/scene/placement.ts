import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Day, Span } from '../time/day';
import { type Column, layoutColumns } from './columns';
import type { Density } from './density';
import type { Lane } from './lanes';
import { type Name, statusOf } from './names';
import { type PlaceInput, placeNames, type Seat } from './place-names';
import { columnRoomPx, placeStems, placeStemsAfresh } from './place-stems';
import { levelOf, pxPerDayOfLevel, type Regime, regimeOf } from './zoom-levels';

/** The whole record on a phone: the widest scale at which names are placed. */
const WIDEST_PX = 300;
/** The whole record on a desk. What is placed from here on need not have fitted on a phone. */
const DESK_PX = 800;

export interface PlacementInput {
  readonly table: EventTable;
  readonly lanes: readonly Lane[];
  readonly nameOf: (row: number) => Name;
  readonly asOfDay: Day;
  /** What the record covers. */
  readonly extent: Span;
  /** Events whose names come first, whatever their weight: the selected one and those linked to it. */
  readonly first: readonly string[];
  /** Places names beside marks; `placeNames` if left out. */
  readonly placeMarks?: LaneMarks | undefined;
  /** Where the columns of a lane stand; in all of it if left out. */
  readonly columnBody?: ((lane: Lane) => Lane) | undefined;
}

/** A lane at a level. */
export interface LevelInput extends PlaceInput {
  readonly lane: Lane;
  readonly level: number;
  readonly extent: Span;
}

/** Adds to the seats of the level before those for candidates that find room, as `placeNames`. */
export type LaneMarks = (
  input: LevelInput,
  inherited: readonly Seat[],
  candidates: readonly number[],
) => readonly Seat[];

/** Seats of the names of each lane, in the order in which they were given. */
export type LaneSeats = readonly (readonly Seat[])[];

export interface Placement {
  readonly lanes: readonly Lane[];
  /** What is drawn at a scale. */
  regimeAt: (pxPerDay: number) => Regime;
  /** Seats at a scale: those of the closest fixed level that is not closer. With a span only what may be seen in it. */
  seatsAt: (pxPerDay: number, span?: Span) => LaneSeats;
  columnsOf: (lane: number, unit: 'years' | 'months') => readonly Column[];
  /** Where it only keeps places while the as-of day is on its way: what gave them. */
  readonly heldFrom?: Placement;
  /** Of a large set: its columns, at any scale that has no marks. */
  readonly densityOf?: ((lane: number) => Density | undefined) | undefined;
  /** Of a large set: names that were asked for are still being placed. */
  readonly isPending?: () => boolean;
}

/**
 * Places names for the whole record at fixed zoom levels, from the widest to the closest; each level inherits
 * all seats of the level before and adds to them, so zooming in never hides a name and panning changes nothing.
 *
 * Three chains of levels: columns on a phone, columns, and marks. Where one chain gives way to the next, names may stand
 * in the wider one only if they stand at the start of the closer one, so they stay when columns turn into marks. Levels
 * are placed when first asked for and kept.
 */
export function createPlacement(input: PlacementInput): Placement {
  const { table, lanes } = input;
  const order = lanes.map((lane) => orderOfNames(input, lane.index.rows));
  const { placeMarks: placeIn = placeNames, columnBody } = input;
  const bodies = columnBody ? lanes.map(columnBody) : lanes;
  const columnsOf = createColumns(table, bodies);
  const placeMarks = (
    level: number,
    lane: Lane,
    inherited: readonly Seat[],
    rows: readonly number[],
  ) => placeIn({ ...input, lane, level, pxPerDay: pxPerDayOfLevel(level) }, inherited, rows);
  const marks = createChain(0, lanes, (level, i, lane, before) =>
    placeMarks(level, lane, before, order[i] ?? []),
  );
  const days = input.extent.endDay - input.extent.startDay;
  const wide = Math.min(-1, levelOf(DESK_PX / days));
  const placeColumns = (from: number, allow: () => LaneSeats) => {
    const allowed = lazily(() => allow().map((seats) => new Set(seats.map((seat) => seat.row))));
    return createChain(from, bodies, (level, i, lane, before) => {
      const pxPerDay = pxPerDayOfLevel(level);
      const unit = columnUnitAt(pxPerDay);
      const rows = (order[i] ?? []).filter((row) => allowed()[i]?.has(row));
      const ground = { ...input, lane, pxPerDay, columns: columnsOf(i, unit) };
      return level === from ? placeStemsAfresh(ground, rows) : placeStems(ground, before, rows);
    });
  };
  const stems = placeColumns(wide, () => marks(0));
  const widest = Math.min(wide - 1, levelOf(WIDEST_PX / days));
  const narrow = placeColumns(widest, () => stems(wide));
  return {
    lanes,
    regimeAt: regimeOf,
    columnsOf,
    seatsAt: (pxPerDay) => {
      const level = levelOf(pxPerDay);
      // A hair's breadth of rounding must not mix the chains.
      if (regimeOf(pxPerDay) === 'marks') return marks(Math.max(0, level));
      return level < wide ? narrow(level) : stems(Math.min(-1, level));
    },
  };
}

/** Of a small set. */
export function columnUnitAt(pxPerDay: number): 'years' | 'months' {
  return regimeOf(pxPerDay) === 'years' ? 'years' : 'months';
}

/** The columns of lanes, laid out when first asked for. */
export function createColumns(table: EventTable, bodies: readonly Lane[]): Placement['columnsOf'] {
  const columns = new Map<string, readonly Column[]>();
  return (lane, unit) => {
    const key = `${unit} ${lane}`;
    const { index, heightPx = 0 } = bodies[lane] ?? {};
    const rows = index?.rows ?? [];
    const known = columns.get(key) ?? layoutColumns(table, rows, unit, columnRoomPx(heightPx));
    columns.set(key, known);
    return known;
  };
}

/** Selected and linked first, then weight, what lies ahead before what is past, earlier first, id. */
function orderOfNames({ table, first }: PlacementInput, rows: Uint32Array): number[] {
  const isFirst = new Set(first.map((id) => table.rowOf(id)));
  const rank = (row: number) =>
    (isFirst.has(row) ? 0 : 100) -
    (table.importance[row] ?? 3) * 2 -
    (liesAhead(statusOf(table, row)) ? 1 : 0);
  const ranks = new Map(Array.from(rows, (row) => [row, rank(row)]));
  return Array.from(rows).toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || a - b);
}

type PlaceLane = (
  level: number,
  index: number,
  lane: Lane,
  before: readonly Seat[],
) => readonly Seat[];

/** Levels from `widest` on, each made from the one before; a level where nothing is left to add is the one before. */
function createChain(widest: number, lanes: readonly Lane[], place: PlaceLane) {
  const levels: LaneSeats[] = [];
  const at = (level: number): LaneSeats => {
    const wanted = Math.max(0, level - widest);
    while (levels.length <= wanted) {
      const before = levels.at(-1);
      levels.push(
        lanes.map((lane, i) => {
          const seats = before?.[i] ?? [];
          const isFull = seats.length === lane.index.count && before !== undefined;
          return isFull ? seats : place(widest + levels.length, i, lane, seats);
        }),
      );
    }
    return levels[wanted] ?? [];
  };
  return at;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
