import { memoize } from '../../lib/memoize';
import type { Dataset } from '../../model/dataset';
import { matchingRows } from '../../query/window';
import { createAdvanceMeasure } from '../../scene/advances';
import { marksFromPxPerDay } from '../../scene/density-regime';
import { layoutLanes } from '../../scene/lanes';
import { createNames, type Name } from '../../scene/names';
import { createTilePlacer } from '../../scene/place-tiles';
import { createTileGrid } from '../../scene/tile-grid';
import { encodeTileNames } from '../../scene/tile-seats';
import type { LargeWorker, PlaceSetting } from './protocol';
import { workerTablesOf } from './worker-tables';

/** Placers kept, each with its tiles: for going to and fro between filters. */
const KEPT = 3;

export interface PlaceService extends Pick<LargeWorker, 'place'> {
  /** Lets go of names that are set: tiles hold but their places. */
  readonly forget: () => void;
}

/** Places names in the worker, tile by tile. */
export function createPlaceService(dataset: Dataset): PlaceService {
  let latest: PlaceSetting | undefined;
  const placerOf = memoize(
    (_key: string) => (latest ? createPlacer(dataset, latest) : undefined),
    KEPT,
  );
  /** The names set since the last time that they were let go, by the placers that did. */
  const named = new Set<Map<number, Name>>();
  return {
    place: async ({ key, setting, level, tile }) => {
      latest = setting;
      const placer = placerOf(key);
      if (!placer) return [];
      named.add(placer.names);
      return placer.place(level, tile).map(encodeTileNames);
    },
    forget: () => {
      for (const names of named) names.clear();
      named.clear();
    },
  };
}

function createPlacer(dataset: Dataset, setting: PlaceSetting) {
  const { tableOf, masksOf } = workerTablesOf(dataset);
  const { asOfDay, calendar, filter, grouping, heightPx, lang, extent, first } = setting;
  const table = tableOf(asOfDay, calendar);
  const masks = masksOf(table, filter);
  const matching = matchingRows(table, masks);
  const lanes = layoutLanes({ table, matching, grouping, filter, heightPx });
  const words = {
    statusOf: (status: keyof PlaceSetting['statusWords']) => setting.statusWords[status],
    notConfirmed: setting.notConfirmed,
  };
  const measure = createAdvanceMeasure(setting.advances);
  const names = new Map<number, Name>();
  const nameOf = createNames({ table, lang, words, measure }, new WeakMap(), names);
  const grid = createTileGrid(extent, marksFromPxPerDay(table, matching));
  return { place: createTilePlacer({ table, lanes, nameOf, asOfDay, first, grid }), names };
}
