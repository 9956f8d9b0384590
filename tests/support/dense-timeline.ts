import type { EventTable } from '../../src/model/event-table';
import { NO_FILTER } from '../../src/query/filter';
import type { Grouping } from '../../src/query/grouping';
import { matchingRows } from '../../src/query/window';
import { denseRegimeOf, marksFromPxPerDay } from '../../src/scene/density-regime';
import { denseRoomPx } from '../../src/scene/density-room';
import type { Lane } from '../../src/scene/lanes';
import { createNames } from '../../src/scene/names';
import { placeNames } from '../../src/scene/place-names';
import { placeStems } from '../../src/scene/place-stems';
import type { Placement } from '../../src/scene/placement';
import { layoutTimeline, type TimelinePicture } from '../../src/scene/timeline';
import { layoutDensityLane } from '../../src/scene/timeline-density';
import { AXIS_PX, type TimelineInput } from '../../src/scene/timeline-input';
import type { Day, Span } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { layoutDenseLanes } from './dense-lanes';
import { measureByLetters } from './slide';
import { stillInput, timelineWords } from './timeline';

export interface DenseTimelineOf {
  readonly table: EventTable;
  readonly asOfDay: Day;
  readonly extent: Span;
  readonly lang?: Lang;
  readonly grouping?: Grouping;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** The scale from which marks are drawn; left out, as for any large set. */
  readonly marksFrom?: number;
}

/** So many events of a lane are tried for a name. */
const MOST_TRIED = 300;

/** A table drawn as a large set is, with names placed anew for each scale. */
export function createDenseTimeline(given: DenseTimelineOf) {
  const { table, asOfDay, extent, lang = 'en', grouping = 'domain' } = given;
  const { widthPx = 1200, heightPx = 700 } = given;
  const masks = new Uint8Array(table.count);
  const words = timelineWords(lang);
  const measure = measureByLetters;
  const nameOf = createNames({ table, lang, words, measure }, new WeakMap());
  const matching = matchingRows(table, masks);
  const lanes = layoutDenseLanes({
    table,
    matching,
    grouping,
    filter: NO_FILTER,
    heightPx: heightPx - AXIS_PX,
  });
  const marksFrom = given.marksFrom ?? marksFromPxPerDay(table, matching);
  const seatsOf = (lane: Lane, pxPerDay: number) => {
    const input = { table, nameOf, asOfDay, lane, pxPerDay };
    const few = foremost(table, lane.index.rows);
    if (denseRegimeOf(pxPerDay, marksFrom) === 'marks') return placeNames(input, [], few);
    const zone = { startDay: -Infinity, endDay: Infinity, isPressed: true };
    const columns = [{ ...zone, heightPx: denseRoomPx(lane.heightPx) }];
    return placeStems({ ...input, extent, columns }, [], few);
  };
  const seats = new Map<number, ReturnType<Placement['seatsAt']>>();
  const placement: Placement = {
    lanes,
    regimeAt: (pxPerDay) => denseRegimeOf(pxPerDay, marksFrom),
    seatsAt: (pxPerDay) => {
      const placed = seats.get(pxPerDay) ?? lanes.map((lane) => seatsOf(lane, pxPerDay));
      seats.set(pxPerDay, placed);
      return placed;
    },
    columnsOf: () => [],
    densityOf: (lane) => lanes[lane]?.density?.(),
  };
  const own = { table, masks, placement, nameOf, widthPx, heightPx, lang, words, asOfDay };
  const input = stillInput({ ...own, layoutDensity: layoutDensityLane });
  return {
    input,
    lanes,
    marksFrom,
    draw: (view: Span, few?: Partial<TimelineInput>): TimelinePicture =>
      layoutTimeline({ ...input, view, ...few }),
  };
}

/** The strongest, spread over all of time. */
function foremost({ importance }: EventTable, rows: Uint32Array): readonly number[] {
  const strongest: number[] = [];
  for (let wanted = 5; wanted >= 0 && strongest.length < MOST_TRIED; wanted--) {
    const equals = Array.from(rows.filter((row) => importance[row] === wanted));
    strongest.push(...equals.toSorted((a, b) => spread(a) - spread(b)).slice(0, MOST_TRIED));
  }
  return strongest.slice(0, MOST_TRIED);
}

/** A number that says nothing of the row's place. */
function spread(row: number): number {
  return Math.imul(row + 1, 2_654_435_761) >>> 0;
}
