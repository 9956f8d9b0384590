import type { Steps } from '../lib/steps';
import { allRows, sizeOf } from '../query/row-set';
import type { RangeGroup } from './column-groups';
import type { ColumnPageInput } from './column-input';
import { type ColumnLane, withNumberRoom } from './column-lane';
import { byRank, foremostRows } from './column-names';
import { createStage, haveRoom, placeStage, type Stage, type StageLane } from './column-stage';
import { createDensity } from './density';
import { createNames } from './names';
import type { PageDocument } from './page-document';
import { createPlot } from './slide-picture';
import { placeSources } from './slide-source-list';
import { type NumberedSources, numberSources } from './slide-sources';

/** The lanes of a page in their places, with the sources of what they name. */
export interface PlacedColumns {
  readonly stage: Stage;
  readonly lanes: readonly ColumnLane[];
  readonly sources: NumberedSources;
}

const NO_SOURCES: NumberedSources = { list: [], sources: [], numberOfRow: new Map() };
/** Share of a page's height that sources may take. */
const MOST_SOURCES = 0.25;
const FEWER = 0.85;
/** Fewer names have room over a list of sources, and fewer names need a lower one: how low is found by halving. */
const MOST_TRIES = 3;
/** On a page that may be low, of the screen's px. */
const LOW_LANE_PX = 230;

/** Names first as they find room, then again those for whose sources there is room too. `roomPx` is for lanes and sources. */
export function* placeColumns(
  input: ColumnPageInput,
  doc: PageDocument,
  { groups, roomPx }: { readonly groups: readonly RangeGroup[]; readonly roomPx: number },
): Steps<PlacedColumns> {
  const { size, includes, span, table } = input;
  const stage = stageOf(input, doc);
  const allPx = roomPx / stage.scale;
  const shown = haveRoom(groups.length, allPx) ? groups : inOne(groups);
  const mostPx = size.isLow ? LOW_LANE_PX * shown.length : Number.POSITIVE_INFINITY;
  const lanes: StageLane[] = [];
  // Of a million events each of these takes its time.
  for (const group of shown) {
    const density = createDensity(table, group);
    yield;
    const columns = density.columnsIn(stage.unit, span, Number.POSITIVE_INFINITY, 1);
    yield;
    lanes.push({ group, density, columns, rows: foremostRows(table, group, span.startDay) });
    yield;
  }
  const free = yield* placeStage(stage, lanes, Math.min(allPx, mostPx));
  if (!includes.sources) return { stage, lanes: free, sources: NO_SOURCES };
  const { rows, listPx } = yield* withRoomForSources(input, doc, namedRows(free));
  const kept = new Set(rows);
  const fewer = lanes.map((lane) => ({ ...lane, rows: lane.rows.filter((row) => kept.has(row)) }));
  const placeOver = function* (reservedPx: number): Steps<PlacedColumns> {
    const leftPx = Math.min(allPx - reservedPx / stage.scale, mostPx);
    const placed = yield* placeStage(stage, fewer, leftPx);
    return { stage, lanes: placed, sources: yield* sourcesOf(input, namedRows(placed)) };
  };
  let best: PlacedColumns | undefined;
  let [leastPx, enoughPx] = [0, listPx];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const px = (leastPx + enoughPx) / 2;
    const found = yield* placeOver(px);
    const fits = listHeight(input, doc, found.sources) <= px;
    if (fits) [best, enoughPx] = [found, px];
    else leastPx = px;
  }
  return best ?? (yield* placeOver(listPx));
}

/** As many of the rows, the foremost first, as have room for their sources. */
function* withRoomForSources(
  input: ColumnPageInput,
  doc: PageDocument,
  rows: readonly number[],
): Steps<{ readonly rows: readonly number[]; readonly listPx: number }> {
  const ranked = byRank(input.table, rows);
  for (let count = ranked.length; ; count = Math.floor(FEWER * count)) {
    const kept = ranked.slice(0, count);
    const listPx = listHeight(input, doc, yield* sourcesOf(input, kept));
    if (listPx <= MOST_SOURCES * input.size.heightPx) return { rows: kept, listPx };
  }
}

function sourcesOf(input: ColumnPageInput, rows: readonly number[]): Steps<NumberedSources> {
  return numberSources({ ...input, rows: rows.toSorted((a, b) => a - b) });
}

function listHeight(
  input: ColumnPageInput,
  { style }: PageDocument,
  { list }: NumberedSources,
): number {
  return placeSources({ ...input, sources: list, style }).heightPx;
}

/** Lanes for which a page has no room stand in one. */
function inOne(groups: readonly RangeGroup[]): readonly RangeGroup[] {
  const [first, ...others] = groups;
  if (!first) return [];
  const unite = (of: 'columns' | 'bars') =>
    others.reduce((all, group) => allRows(all, group[of]), first[of]);
  const [columns, bars] = [unite('columns'), unite('bars')];
  const count = sizeOf(columns) + sizeOf(bars);
  return [{ id: 'all', head: undefined, set: allRows(columns, bars), columns, bars, count }];
}

/** In time order. */
export function namedRows(lanes: readonly ColumnLane[]): number[] {
  const rows = lanes.flatMap(({ seats }) => seats.map(({ row }) => row));
  return [...new Set(rows)].toSorted((a, b) => a - b);
}

function stageOf(input: ColumnPageInput, { style }: PageDocument): Stage {
  const { table, span, asOfDay, includes, measure, lang, words } = input;
  const nameWords = { statusOf: words.status, notConfirmed: '' };
  return createStage({
    table,
    plot: createPlot({ span, asOfDay, style }),
    span,
    asOfDay,
    measure,
    hidesAsOf: !includes.asOf,
    hidesNoSource: !includes.sources,
    createNames: (own) => {
      const nameOf = createNames({ table, lang, words: nameWords, measure: own }, new WeakMap());
      return includes.sources ? withNumberRoom(own, nameOf) : nameOf;
    },
  });
}
