import type { Span } from '../time/day';
import { CLOSEST_PX_PER_DAY } from './zoom-levels';

/** The widest level: the whole record on a phone. */
const WIDEST_PX = 300;
/** A tile is never narrower, and never twice as wide. */
const TILE_PX = 1450;
const LEVELS_PER_DOUBLING = 2;

/** Zoom levels a factor √2 apart, each cut into equal tiles of time; a tile lies in just one tile of each wider level. */
export interface TileGrid {
  readonly extent: Span;
  /** From this level on single marks are drawn; none, if it is past `lastLevel`. */
  readonly marksLevel: number;
  readonly lastLevel: number;
  pxPerDayOf: (level: number) => number;
  /** The closest level that is not closer than the scale; −1 where the scale is wider than all. */
  levelAt: (pxPerDay: number) => number;
  /** A level has 2 ** depth tiles. */
  depthOf: (level: number) => number;
  spanOf: (level: number, tile: number) => Span;
  /** First and last tile that a span touches. */
  tilesOver: (level: number, span: Span) => readonly [first: number, last: number];
}

export function createTileGrid(extent: Span, marksFromPxPerDay: number): TileGrid {
  const days = extent.endDay - extent.startDay;
  const marksLevel = Math.max(
    0,
    Math.ceil(LEVELS_PER_DOUBLING * Math.log2((marksFromPxPerDay * days) / WIDEST_PX)),
  );
  const pxPerDayOf = (level: number) =>
    marksFromPxPerDay * 2 ** ((level - marksLevel) / LEVELS_PER_DOUBLING);
  const exactLevel = (pxPerDay: number) =>
    marksLevel + LEVELS_PER_DOUBLING * Math.log2(pxPerDay / marksFromPxPerDay);
  const lastLevel = Math.max(0, Math.ceil(exactLevel(CLOSEST_PX_PER_DAY)));
  const depthOf = (level: number) =>
    Math.max(0, Math.floor(Math.log2((pxPerDayOf(level) * days) / TILE_PX)));
  const tileDays = (level: number) => days / 2 ** depthOf(level);
  const clampTile = (level: number, tile: number) =>
    Math.min(2 ** depthOf(level) - 1, Math.max(0, tile));
  return {
    extent,
    marksLevel,
    lastLevel,
    pxPerDayOf,
    depthOf,
    levelAt: (pxPerDay) => {
      // A hair's breadth of rounding must not make a level wider.
      const level = Math.floor(exactLevel(pxPerDay) + 1e-9);
      return level < 0 ? -1 : Math.min(lastLevel, level);
    },
    spanOf: (level, tile) => ({
      startDay: extent.startDay + tile * tileDays(level),
      endDay: extent.startDay + (tile + 1) * tileDays(level),
    }),
    tilesOver: (level, span) => [
      clampTile(level, Math.floor((span.startDay - extent.startDay) / tileDays(level))),
      clampTile(level, Math.ceil((span.endDay - extent.startDay) / tileDays(level)) - 1),
    ],
  };
}
