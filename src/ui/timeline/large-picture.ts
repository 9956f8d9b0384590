import { serviceOf } from '../../io/large/service-of';
import { memoize } from '../../lib/memoize';
import { type Dataset, STATUSES, type Status } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { collectAdvances, createAdvanceMeasure } from '../../scene/advances';
import type { LanesInput } from '../../scene/lanes';
import type { Placement } from '../../scene/placement';
import type { MeasureText } from '../../scene/scene';
import { createTileGrid } from '../../scene/tile-grid';
import { createTiledPlacement } from '../../scene/tiled-placement';
import { layoutDensityLane } from '../../scene/timeline-density';
import type { TimelineWords } from '../../scene/timeline-input';
import { asOfDayOf } from '../../state/derive';
import { recordExtent, wholeSpan } from '../../state/record-extent';
import type { Language, State } from '../../state/state';
import { createLargeLanes, type LargeLanes } from './large-lanes';
import type { PictureSetting } from './picture-source';
import { pictureTexts } from './picture-texts';

/** What a placement of names depends on beside the state. */
export interface PlacedLanes {
  readonly table: EventTable;
  readonly masks: Uint8Array;
  readonly lanes: LargeLanes;
  /** What there is for all of them together. */
  readonly lanesPx: number;
  /** Ids, joined by blanks, of events whose names come first. */
  readonly first: string;
}

/** Draws packed datasets: columns where marks have no room, names placed in the dataset's worker. */
export interface LargePicture {
  readonly layoutDensity: typeof layoutDensityLane;
  /** Measures names the same way as the worker does. */
  measureOf: (
    dataset: Dataset,
    language: Language,
    setting: Pick<PictureSetting, 'words' | 'measure'>,
  ) => MeasureText;
  /**
   * Undefined while it is being made, in steps that each leave room for a frame: `onChange` tells when it is there. The
   * same object for the same input.
   */
  lanesOf: (input: LanesInput) => LargeLanes | undefined;
  place: (state: State, setting: PictureSetting, placed: PlacedLanes) => Placement;
}

const KEPT = 3;
/** Every picture needs them, whatever its texts hold. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('');

/** `onChange` is told when names have come. */
export function createLargePicture(onChange: () => void): LargePicture {
  const advancesOf = memoize(
    (dataset: Dataset, language: Language, words: TimelineWords, measure: MeasureText) =>
      collectAdvances(ASCII + pictureTexts(dataset, language, words).join(''), measure),
    KEPT,
  );
  const measures = memoize(createAdvanceMeasure, KEPT);
  let count = 0;
  let shown: { readonly table: EventTable; readonly placement: Placement } | undefined;
  const create = (state: State, setting: PictureSetting, placed: PlacedLanes): Placement => {
    const { table, masks, lanes, first } = placed;
    const { dataset } = table;
    const { words, measure } = setting;
    const { language, filter, grouping } = state;
    const extent = wholeSpan(recordExtent(dataset));
    const service = serviceOf(dataset);
    const key = String((count += 1));
    const placeSetting = {
      asOfDay: asOfDayOf(state),
      calendar: table.calendar?.country,
      filter,
      grouping,
      heightPx: placed.lanesPx,
      extent,
      lang: language,
      statusWords: wordsOf(words),
      notConfirmed: words.notConfirmed,
      advances: advancesOf(dataset, language, words, measure),
      first: first === '' ? [] : first.split(' '),
    };
    return createTiledPlacement({
      table,
      masks,
      lanes: lanes.lanes,
      grid: createTileGrid(extent, lanes.marksFrom),
      request: async (level, tile) =>
        (await service?.place({ key, setting: placeSetting, level, tile })) ?? [],
      onChange,
      earlier: shown?.table === table ? shown.placement : undefined,
    });
  };
  let asked: { readonly state: State; readonly setting: PictureSetting } | undefined;
  const placementOf = memoize(
    (
      table: EventTable,
      masks: Uint8Array,
      lanes: LargeLanes,
      first: string,
      lanesPx: number,
      _words: TimelineWords,
      _measure: MeasureText,
    ) => asked && create(asked.state, asked.setting, { table, masks, lanes, lanesPx, first }),
    2 * KEPT,
  );
  return {
    layoutDensity: layoutDensityLane,
    lanesOf: createLargeLanes(onChange),
    measureOf: (dataset, language, { words, measure }) =>
      measures(advancesOf(dataset, language, words, measure)),
    place: (state, setting, { table, masks, lanes, lanesPx, first }) => {
      asked = { state, setting };
      const { words, measure } = setting;
      const placement = placementOf(table, masks, lanes, first, lanesPx, words, measure);
      if (!placement) throw new Error('no placement for a state that was given');
      shown = { table, placement };
      return placement;
    },
  };
}

function wordsOf({ statusOf }: TimelineWords): Readonly<Record<Status, string>> {
  return Object.fromEntries(STATUSES.map((status) => [status, statusOf(status)])) as Record<
    Status,
    string
  >;
}
