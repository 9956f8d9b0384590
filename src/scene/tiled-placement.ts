import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';
import { denseRegimeOf } from './density-regime';
import type { Lane } from './lanes';
import type { Seat } from './place-names';
import type { LaneSeats, Placement } from './placement';
import type { TileGrid } from './tile-grid';
import { decodeTileNames, type TileName } from './tile-seats';

export interface TiledPlacementInput {
  readonly table: EventTable;
  /** One byte a row, 0 for a match. */
  readonly masks: Uint8Array;
  readonly lanes: readonly Lane[];
  readonly grid: TileGrid;
  /** Has a tile's names placed: seven numbers a name (`encodeTileNames`), one list a lane. */
  readonly request: (level: number, tile: number) => Promise<readonly Int32Array[]>;
  /** A tile has come, or won't. */
  readonly onChange: () => void;
  /** What stood before: its names stay until those of this one are there. */
  readonly earlier: Placement | undefined;
}

type Tile = readonly (readonly TileName[])[];

/** Few at a time: what a fast zoom asked for on its way is soon no longer wanted. */
const MOST_ASKED = 2;

/**
 * Places of a large set's names, tile by tile as they are shown. Until a tile is there those of the wider level stand
 * in for it: names only ever come with the zoom, so they are a part of its own.
 */
export function createTiledPlacement(input: TiledPlacementInput): Placement {
  const { grid, lanes } = input;
  const tiles = new Map<string, Tile>();
  const asked = new Set<string>();
  /** Tiles that the last picture lacked. */
  let missing = 0;
  let { earlier } = input;

  const ask = (level: number, tile: number) => {
    const key = keyOf(level, tile);
    missing += 1;
    if (asked.has(key) || asked.size >= MOST_ASKED) return;
    asked.add(key);
    void bring(level, tile);
  };
  const bring = async (level: number, tile: number) => {
    const key = keyOf(level, tile);
    let lists: readonly Int32Array[] = [];
    try {
      lists = await input.request(level, tile);
    } catch {
      // Without its names a tile still has its marks; it is not asked for again.
    }
    tiles.set(key, lists.map(decodeTileNames));
    asked.delete(key);
    // No longer needed, and it would hold on to the one before it.
    earlier = undefined;
    input.onChange();
  };
  const findTile = (level: number, tile: number): Tile | undefined => {
    for (let at = level; at >= 0; at--) {
      const found = tiles.get(keyOf(at, tile >> (grid.depthOf(level) - grid.depthOf(at))));
      if (found) return found;
    }
    return undefined;
  };
  const tilesAt = (level: number, span: Span): Tile[] | undefined => {
    const [first, last] = grid.tilesOver(level, span);
    const found: Tile[] = [];
    missing = 0;
    let isStandIn = false;
    for (let tile = first; tile <= last; tile++) {
      if (!tiles.has(keyOf(level, tile))) ask(level, tile);
      const known = findTile(level, tile);
      if (known) found.push(known);
      else isStandIn = true;
    }
    return isStandIn && found.length === 0 ? undefined : found;
  };
  return {
    lanes,
    densityOf: (lane) => lanes[lane]?.density?.(),
    // Large sets have their columns from `densityOf`.
    columnsOf: () => [],
    regimeAt: (pxPerDay) =>
      grid.levelAt(pxPerDay) >= grid.marksLevel
        ? 'marks'
        : denseRegimeOf(pxPerDay, Number.POSITIVE_INFINITY),
    seatsAt: (pxPerDay, span = grid.extent) => {
      const level = grid.levelAt(pxPerDay);
      if (level < 0) {
        missing = 0;
        return lanes.map(() => []);
      }
      const found = tilesAt(level, span);
      if (!found) return earlierSeats({ ...input, earlier }, pxPerDay, span);
      const kind = level >= grid.marksLevel ? 'mark' : 'stem';
      return lanes.map((_, i) => joinSeats(found, i, kind));
    },
    isPending: () => missing > 0,
  };
}

function keyOf(level: number, tile: number): string {
  return `${level} ${tile}`;
}

/** A name that reaches over the edge of a tile stands in both. */
function joinSeats(tiles: readonly Tile[], lane: number, kind: 'stem' | 'mark'): readonly Seat[] {
  const seats = new Map<number, Seat>();
  for (const tile of tiles) {
    for (const name of tile[lane] ?? []) {
      const seat = name[kind];
      if (seat) seats.set(name.row, seat);
    }
  }
  return [...seats.values()];
}

/** Those of the earlier names that still match and have their row: fewer names than before never collide. */
function earlierSeats(input: TiledPlacementInput, pxPerDay: number, span: Span): LaneSeats {
  const { earlier, masks, lanes, grid } = input;
  const isMarks = grid.levelAt(pxPerDay) >= grid.marksLevel;
  const isSame = earlier !== undefined && isMarks === (earlier.regimeAt(pxPerDay) === 'marks');
  const seats = isSame ? earlier.seatsAt(pxPerDay, span) : [];
  return lanes.map((lane) => {
    const at = earlier?.lanes.findIndex(({ id }) => id === lane.id) ?? -1;
    const before = earlier?.lanes[at];
    // Over columns a row's height hangs on the lane's.
    const rowCount = Math.min(before?.rowCount ?? 0, lane.rowCount) - MOST_ROWS;
    const hasRows = isMarks || before?.heightPx === lane.heightPx;
    return (seats[at] ?? []).filter(
      ({ row, laneRow }) =>
        masks[row] === 0 && hasRows && (before?.rowCount === lane.rowCount || laneRow < rowCount),
    );
  });
}

/** Of a name with its line below. */
const MOST_ROWS = 3;
