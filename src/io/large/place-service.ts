import { memoize } from '../../lib/memoize';
import type { Dataset } from '../../model/dataset';
import { matchingRows } from '../../query/window';
import { createAdvanceMeasure } from '../../scene/advances';
import { marksFromPxPerDay } from '../../scene/density-regime';
import { layoutLanes } from '../../scene/lanes';
import { createNames } from '../../scene/names';
import { createTilePlacer } from '../../scene/place-tiles';
import { createTileGrid } from '../../scene/tile-grid';
import { encodeTileNames } from '../../scene/tile-seats';
import type { LargeWorker, PlaceSetting } from './protocol';
import { workerTablesOf } from './worker-tables';

/** Placers kept, each with its tiles: for going to and fro between filters. */
const KEPT = 3;

/** Places names in the worker, tile by tile. */
export function createPlaceService(dataset: Dataset): Pick<LargeWorker, 'place'> {
  let latest: PlaceSetting | undefined;
  const placerOf = memoize(
    (_key: string) => (latest ? createPlacer(dataset, latest) : undefined),
    KEPT,
  );
  return {
    place: async ({ key, setting, level, tile }) => {
      latest = setting;
      return (placerOf(key)?.(level, tile) ?? []).map(encodeTileNames);
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
  const nameOf = createNames({ table, lang, words, measure }, new WeakMap());
  const grid = createTileGrid(extent, marksFromPxPerDay(table, matching));
  return createTilePlacer({ table, lanes, nameOf, asOfDay, first, grid });
}
