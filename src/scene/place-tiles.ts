import { STATUSES } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import type { Day, Span } from '../time/day';
import { denseRoomPx } from './density-room';
import type { Lane } from './lanes';
import type { Name } from './names';
import { createNameGround, markEdges, nameSpan, type PlaceInput, type Seat } from './place-names';
import { createStemGround, stemNameSpan } from './place-stems';
import type { TileGrid } from './tile-grid';
import type { TileName } from './tile-seats';

/** So many events are tried for a lane of a tile of full width: some five times what finds room. */
const MOST_TRIED = 200;
const TRIED_PER_PX = 1 / 7;
/** Tiles kept; others are made again when they are asked for. */
const MOST_TILES = 800;

export interface TilesInput {
  readonly table: EventTable;
  readonly lanes: readonly Lane[];
  readonly nameOf: (row: number) => Name;
  readonly asOfDay: Day;
  /** Ids of events whose names come first. */
  readonly first: readonly string[];
  readonly grid: TileGrid;
}

type Placing = Omit<TilesInput, 'lanes'>;
/** What names ask of their lane. */
type Room = Pick<Lane, 'rowCount' | 'heightPx'>;

/** The names of each lane that stand in a tile or reach into it. */
export type Tile = readonly (readonly TileName[])[];

/**
 * Places names tile by tile, so that a picture of a large record costs what is in view and yet depends on nothing else
 * than zoom, filter, grouping and lane height.
 *
 * A tile inherits from the one that holds it at the next wider level all names that reach into it, then adds: no added
 * name crosses the tile's edge, so neighbours need not know of each other, and one that an earlier level let cross is
 * known to both. Boxes hold their own time and constant widths, so what was free stays free. A name on a stem
 * over columns gets its place among marks at once, at the scale at which marks begin, and is added only if it finds both.
 *
 * O(tried × forms × rows × log names) a lane and level, for as many levels as lie above the tile.
 */
export function createTilePlacer({
  lanes,
  ...input
}: TilesInput): (level: number, tile: number) => Tile {
  const { grid } = input;
  const ranks = lanes.map((lane) => createRanks(input, lane));
  // Their rows are of no more use, and large.
  const rooms = lanes.map(({ rowCount, heightPx }): Room => ({ rowCount, heightPx }));
  const tiles = new Map<string, Tile>();
  const place = (level: number, tile: number): Tile => {
    const key = `${level} ${tile}`;
    const known = tiles.get(key);
    if (known) return known;
    const outer = tile >> (grid.depthOf(level) - grid.depthOf(Math.max(0, level - 1)));
    const before = level === 0 ? undefined : place(level - 1, outer);
    const span = grid.spanOf(level, tile);
    const widthPx = (span.endDay - span.startDay) * grid.pxPerDayOf(level);
    const wish = {
      span,
      most: Math.min(MOST_TRIED, Math.ceil(widthPx * TRIED_PER_PX)),
      fromRight: level < grid.marksLevel,
    };
    const made = rooms.map((lane, i) => {
      const names = before?.[i] ?? [];
      const inherited = names.filter((name) => reachesInto(input, level, name, span));
      const candidates = candidatesIn(input.table, ranks[i] ?? [], wish);
      return placeLane(input, { level, tile, lane, inherited, candidates });
    });
    if (tiles.size >= MOST_TILES) tiles.delete(tiles.keys().next().value ?? '');
    tiles.set(key, made);
    return made;
  };
  return place;
}

interface LaneOfTile {
  readonly level: number;
  readonly tile: number;
  readonly lane: Room;
  readonly inherited: readonly TileName[];
  readonly candidates: readonly number[];
}

function placeLane(input: Placing, job: LaneOfTile): readonly TileName[] {
  const { grid } = input;
  const { level, inherited } = job;
  const seated = new Set(inherited.map(({ row }) => row));
  const added = job.candidates.filter((row) => !seated.has(row));
  const marks = markGround(input, job);
  if (level >= grid.marksLevel) {
    for (const row of added) marks?.add(row);
    return (marks?.seats ?? []).map((mark) => ({ row: mark.row, stem: undefined, mark }));
  }
  const names = [...inherited];
  const stems = createStemGround(
    {
      ...placeInput(input, job.lane, grid.pxPerDayOf(level)),
      columns: columnsZone(job.lane),
      extent: roomOf(grid, { level, tile: job.tile }, grid.pxPerDayOf(level)),
    },
    inherited.flatMap(({ stem }) => stem ?? []),
    (stem) => {
      const mark = marks?.add(stem.row);
      if (marks && !mark) return false;
      names.push({ row: stem.row, stem, mark });
      return true;
    },
  );
  for (const row of added) stems.add(row);
  return names;
}

/** Where marks begin or closer; undefined for a record that never comes to marks. */
function markGround(input: Placing, { level, tile, lane, inherited }: LaneOfTile) {
  const { grid } = input;
  if (grid.marksLevel > grid.lastLevel) return undefined;
  const pxPerDay = grid.pxPerDayOf(Math.max(level, grid.marksLevel));
  const within = grid.depthOf(level) > 0 ? roomOf(grid, { level, tile }, pxPerDay) : undefined;
  return createNameGround(
    { ...placeInput(input, lane, pxPerDay), within },
    inherited.flatMap(({ mark }) => mark ?? []),
  );
}

/** Less than the air about a name, so that no name is cut. */
const EDGE_PX = 4;

/** What names of a tile keep to: the tile, and at the record's own ends as much more as a stem or a mark on its first day takes. */
function roomOf(
  grid: TileGrid,
  { level, tile }: Pick<LaneOfTile, 'level' | 'tile'>,
  pxPerDay: number,
): Span {
  const { startDay, endDay } = grid.spanOf(level, tile);
  const isLast = tile === 2 ** grid.depthOf(level) - 1;
  return {
    startDay: startDay - (tile === 0 ? EDGE_PX / pxPerDay : 0),
    endDay: endDay + (isLast ? EDGE_PX / pxPerDay : 0),
  };
}

function placeInput(input: Placing, lane: Room, pxPerDay: number): PlaceInput {
  const { table, nameOf, asOfDay } = input;
  return { table, nameOf, asOfDay, lane, pxPerDay };
}

/** Names stand over the room that columns may take, so columns of another unit never meet them. */
function columnsZone({ heightPx }: Room) {
  return [
    {
      startDay: Number.NEGATIVE_INFINITY,
      endDay: Number.POSITIVE_INFINITY,
      heightPx: denseRoomPx(heightPx),
      isPressed: true,
    },
  ];
}

function reachesInto(input: Placing, level: number, { stem, mark }: TileName, span: Span) {
  const { grid } = input;
  return (
    (stem !== undefined && touches(stemDays(input, stem, grid.pxPerDayOf(level)), span)) ||
    (mark !== undefined &&
      touches(markDays(input, mark, grid.pxPerDayOf(Math.max(level, grid.marksLevel))), span))
  );
}

/** Room about a name that is its own. */
const MARGIN_PX = 10;

function stemDays({ table, nameOf }: Placing, seat: Seat, pxPerDay: number): Span {
  const [x0, x1] = stemNameSpan({ table, nameOf, pxPerDay }, seat);
  return { startDay: (x0 - MARGIN_PX) / pxPerDay, endDay: (x1 + MARGIN_PX) / pxPerDay };
}

function markDays({ table, nameOf }: Placing, seat: Seat, pxPerDay: number): Span {
  const { left, right } = markEdges(table, seat.row, pxPerDay);
  const [x0, x1] = nameSpan({ table, nameOf, pxPerDay }, seat);
  return {
    startDay: (Math.min(left, x0) - MARGIN_PX) / pxPerDay,
    endDay: (Math.max(right, x1) + MARGIN_PX) / pxPerDay,
  };
}

function touches(days: Span, span: Span): boolean {
  return days.startDay < span.endDay && days.endDay > span.startDay;
}

/** Rows of a lane, those that come first in the first list; each list in time order. */
type Ranks = readonly Uint32Array[];

const RANKS = 11;
/** By 8 × the status's code + importance; rank 0 is kept for what is told to come first. */
const RANK_OF = Uint8Array.from({ length: 8 * STATUSES.length }, (_, at) => {
  const importance = Math.min(5, Math.max(1, at & 7));
  const status = STATUSES[at >> 3];
  return 2 * (5 - importance) + (status && liesAhead(status) ? 1 : 2);
});

/** Told to come first, then by weight, what lies ahead before what is past. Two passes over the rows. */
function createRanks({ table, first }: Placing, { index }: Lane): Ranks {
  const { rows } = index;
  const { status, importance } = table;
  const told = new Set(first.map((id) => table.rowOf(id)));
  const ranks = new Uint8Array(rows.length);
  const counts = new Uint32Array(RANKS);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const rank = RANK_OF[8 * (status[row] ?? 0) + (importance[row] ?? 3)] ?? 0;
    ranks[place] = rank;
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (let place = 0; place < rows.length; place++) {
    const rank = ranks[place] ?? 0;
    const at = counts[rank] ?? 0;
    const list = lists[rank];
    if (list) list[at] = rows[place] ?? 0;
    counts[rank] = at + 1;
  }
  const own = told.size === 0 ? rows.subarray(0, 0) : rows.filter((row) => told.has(row));
  return [own, ...lists.slice(1)];
}

interface Wish {
  readonly span: Span;
  readonly most: number;
  /** Within a rank the latest first: stairs of names on stems then descend to the right. */
  readonly fromRight: boolean;
}

/**
 * What begins in a span, in order of rank, and by time within one. Of a rank with more events than may still be tried
 * an even choice over the span is, and nothing of lesser rank.
 */
function candidatesIn(
  { startDay }: EventTable,
  ranks: Ranks,
  { span, most, fromRight }: Wish,
): readonly number[] {
  const found = new Set<number>();
  for (const rows of ranks) {
    const first = placeFrom(startDay, rows, span.startDay);
    const end = Math.max(first, placeFrom(startDay, rows, span.endDay));
    const room = most - found.size;
    const step = Math.max(1, (end - first) / room);
    const chosen: number[] = [];
    for (let at = first; at < end; at += step) chosen.push(rows[Math.floor(at)] ?? 0);
    for (const row of fromRight ? chosen.toReversed() : chosen) found.add(row);
    if (found.size >= most) break;
  }
  return [...found];
}

/** The first place whose event begins on the day or later. */
function placeFrom(startDay: Int32Array, rows: Uint32Array, day: Day): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((startDay[rows[middle] ?? 0] ?? 0) >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}
