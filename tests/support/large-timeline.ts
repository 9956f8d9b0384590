import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import { type Filter, NO_FILTER } from '../../src/query/filter';
import type { Grouping } from '../../src/query/grouping';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import { marksFromPxPerDay } from '../../src/scene/density-regime';
import type { Lane } from '../../src/scene/lanes';
import { createNames } from '../../src/scene/names';
import { createTilePlacer } from '../../src/scene/place-tiles';
import type { Placement } from '../../src/scene/placement';
import { createTileGrid, type TileGrid } from '../../src/scene/tile-grid';
import { encodeTileNames } from '../../src/scene/tile-seats';
import { createTiledPlacement } from '../../src/scene/tiled-placement';
import { layoutTimeline, type TimelinePicture } from '../../src/scene/timeline';
import { layoutDensityLane } from '../../src/scene/timeline-density';
import { AXIS_PX, type TimelineInput } from '../../src/scene/timeline-input';
import { recordExtent, wholeSpan } from '../../src/state/record-extent';
import type { Day, Span } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { layoutDenseLanes } from './dense-lanes';
import { measureByLetters } from './slide';
import { stillInput, timelineWords } from './timeline';

export interface LargeTimelineOf {
  readonly dataset: Dataset;
  readonly asOfDay: Day;
  readonly lang?: Lang;
  readonly filter?: Partial<Filter>;
  readonly grouping?: Grouping;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Left out: from the scale at which marks have room. */
  readonly marksFrom?: number;
}

export interface LargeTimeline {
  readonly input: Omit<TimelineInput, 'view'>;
  readonly placement: Placement;
  readonly lanes: readonly Lane[];
  readonly whole: Span;
  readonly grid: TileGrid;
  /** The picture once all names of the view are there. */
  readonly draw: (view: Span, few?: Partial<TimelineInput>) => Promise<TimelinePicture>;
}

/** A dataset drawn as a large one is: in tiles, with columns where marks have no room, but in this thread. */
export function createLargeTimeline(given: LargeTimelineOf): LargeTimeline {
  const { dataset, asOfDay, lang = 'en', grouping = 'domain' } = given;
  const { widthPx = 900, heightPx = 520 } = given;
  const filter = { ...NO_FILTER, ...given.filter };
  const table = createEventTable(dataset, asOfDay);
  const masks = rejectMasks(table, filter);
  const words = timelineWords(lang);
  const measure = measureByLetters;
  const nameOf = createNames({ table, lang, words, measure }, new WeakMap());
  const matching = matchingRows(table, masks);
  const lanes = layoutDenseLanes({
    table,
    matching,
    grouping,
    filter,
    heightPx: heightPx - AXIS_PX,
  });
  const whole = wholeSpan(recordExtent(dataset));
  const grid = createTileGrid(whole, given.marksFrom ?? marksFromPxPerDay(table, matching));
  const place = createTilePlacer({ table, lanes, nameOf, asOfDay, first: [], grid });
  const placement = createTiledPlacement({
    table,
    masks,
    lanes,
    grid,
    request: async (level, tile) => place(level, tile).map(encodeTileNames),
    onChange: () => undefined,
    earlier: undefined,
  });
  const own = { table, masks, placement, nameOf, widthPx, heightPx, lang, words, asOfDay };
  const input = stillInput({ ...own, layoutDensity: layoutDensityLane });
  const draw = async (view: Span, few?: Partial<TimelineInput>) => {
    let picture = layoutTimeline({ ...input, view, ...few });
    while (placement.isPending?.()) {
      // Tiles come one after the other.
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve();
      picture = layoutTimeline({ ...input, view, ...few });
    }
    return picture;
  };
  return { input, placement, lanes, whole, grid, draw };
}
