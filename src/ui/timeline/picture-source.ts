import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import { linksAsOf } from '../../model/shown-event';
import type { Filter } from '../../query/filter';
import type { RowIndex } from '../../query/window';
import type { Capital } from '../../scene/capital';
import { groupRows, type Lane, layoutLanes } from '../../scene/lanes';
import { createNames, type Name, type NameCache } from '../../scene/names';
import { createPlacement, type Placement, type PlacementInput } from '../../scene/placement';
import { projectionOf } from '../../scene/projection';
import type { MeasureText } from '../../scene/scene';
import { layoutTimeline, type TimelinePicture } from '../../scene/timeline';
import {
  AXIS_PX,
  type Band,
  bandsPx,
  type SceneTheme,
  type TimelineInput,
  type TimelineWords,
} from '../../scene/timeline-input';
import type { LayoutPeeks } from '../../scene/timeline-peeks';
import { asOfDayOf, deriveMasks, deriveMatching, deriveTable } from '../../state/derive';
import { recordExtent, wholeSpan } from '../../state/record-extent';
import type { Language, State } from '../../state/state';
import type { Day, Span } from '../../time/day';
import { createHold } from './hold-names';
import type { LargePicture } from './large-picture';

/** What the picture depends on beside the store. */
export interface PictureSetting {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scrollPx: number;
  readonly theme: SceneTheme;
  readonly words: TimelineWords;
  readonly measure: MeasureText;
  readonly hoveredRow: number | undefined;
  /** Of the events that are pointed out. */
  readonly highlightStrength: number;
  readonly layoutLinks: LayoutLinks | undefined;
  readonly layoutPeeks: LayoutPeeks | undefined;
  /** What makes the strips over and under the lanes that are shown; the same object as long as these are. */
  readonly bands: readonly MakeBand[];
  /** What draws the lanes of two capitals: till it is there they have no picture, and are ordinary ones where it is `null`. */
  readonly capital: Capital | null | undefined;
  /** What draws a packed dataset; till it is there such a dataset has no picture. */
  readonly large: LargePicture | undefined;
}

/** A strip for what a filter leaves; undefined where there is none. */
export type MakeBand = (state: BandState, shown: Shown) => Band | undefined;

/** What a strip depends on beside the events. */
export type BandState = Pick<State, 'tenor' | 'cadence' | 'language' | 'filter'> &
  Partial<Pick<State, 'asOfMoving'>>;

export interface Shown {
  readonly table: EventTable;
  readonly matching: RowIndex;
  readonly measure: MeasureText;
}

export type LayoutLinks = NonNullable<TimelineInput['layoutLinks']>;

/** Lanes, names and places so often kept: enough for going to and fro. */
const KEPT = 3;

/**
 * Gives the picture of a state. Lanes, names and their places are kept as long as what they depend on stays the same,
 * so a pan or a zoom costs only what is in view.
 */
export function createPictureSource() {
  const lanesOf = memoize(layoutLanesOf, KEPT);
  const cacheOf = memoize(
    (_lang: Language, _words: TimelineWords, _measure: MeasureText): NameCache => new WeakMap(),
    KEPT,
  );
  const namesOf = memoize(
    (table: EventTable, lang: Language, words: TimelineWords, measure: MeasureText) =>
      createNames({ table, lang, words, measure }, cacheOf(lang, words, measure)),
    KEPT,
  );
  const capitalMarksOf = memoize(placeCapital, KEPT);
  const placementOf = memoize(placeLanes, KEPT);
  const withFirst = memoize(placeLanes, KEPT);
  const hold = createHold();
  return (state: State, setting: PictureSetting): TimelinePicture | undefined => {
    const table = deriveTable(state);
    const masks = deriveMasks(state);
    const matching = deriveMatching(state);
    const { dataset, view, language, filter } = state;
    if (!table || !masks || !matching || !dataset || !view) return undefined;
    const { measure, words } = setting;
    const shown = { table, matching, measure };
    const bands = setting.bands.flatMap((make) => make(state, shown) ?? []);
    const lanesPx = Math.max(0, setting.heightPx - AXIS_PX - bandsPx(bands));
    const large = dataset.packed && setting.large;
    const { grouping } = state;
    const many = large?.lanesOf({ table, matching, grouping, filter, heightPx: lanesPx });
    if (dataset.packed && !many) return undefined;
    const isCapital = grouping === 'capital' && !many;
    if (isCapital && setting.capital === undefined) return undefined;
    const capital = (isCapital && setting.capital) || undefined;
    const nameMeasure = large ? large.measureOf(dataset, language, setting) : measure;
    const nameOf = namesOf(table, language, words, nameMeasure);
    const extent = recordExtent(dataset);
    const asOfDay = asOfDayOf(state);
    const lanesInput = { table, matching, grouping, filter, heightPx: lanesPx };
    const placeAnew = (): Placement => {
      const lanes = many?.lanes ?? lanesOf(table, matching, grouping, filter, lanesPx, capital);
      const place = (first: string) => {
        if (large && many)
          return large.place(state, setting, { table, masks, lanes: many, lanesPx, first });
        const placed = first === '' ? placementOf : withFirst;
        const own = capital && capitalMarksOf(capital, words, language, measure);
        return placed(table, lanes, nameOf, extent, asOfDay, first, own);
      };
      const usual = place('');
      const first = missingNames(table, usual, state, setting.widthPx);
      return first === '' ? usual : place(first);
    };
    const hanging = {
      state,
      setting,
      input: lanesInput,
      masks,
      nameOf,
      capital,
      extent: wholeSpan(extent),
      manyLanes: many?.lanes,
    };
    const placement = hold.find(hanging) ?? placeAnew();
    hold.note(hanging, placement);
    const selectedRow = state.selectedId === undefined ? undefined : table.rowOf(state.selectedId);
    return layoutTimeline({
      ...setting,
      layoutDensity: large?.layoutDensity,
      layoutCapital: capital?.layoutLane,
      bands,
      isRoad: filter.road !== undefined,
      table,
      masks,
      placement,
      nameOf,
      view,
      lang: language,
      showEras: true,
      asOfDay,
      today: state.today,
      selectedRow,
      focusedRow: undefined,
      highlighted: highlightedIn(table, state.highlightedIds, setting.highlightStrength),
    });
  };
}

function highlightedIn(
  table: EventTable,
  ids: readonly string[],
  strength: number,
): TimelineInput['highlighted'] {
  if (ids.length === 0) return undefined;
  return { rows: ids.flatMap((id) => table.rowOf(id) ?? []), strength };
}

function layoutLanesOf(
  table: EventTable,
  matching: RowIndex,
  grouping: State['grouping'],
  filter: Filter,
  heightPx: number,
  capital: Capital | undefined,
): readonly Lane[] {
  const input = { table, matching, grouping, filter, heightPx };
  return capital ? capital.stackLanes(groupRows(input), heightPx) : layoutLanes(input);
}

/** How names are placed, made anew for each placement. */
type PlaceIn = () => Pick<PlacementInput, 'placeMarks' | 'columnBody'>;

function placeCapital(
  { createMarks, columnBody }: Capital,
  words: TimelineWords,
  lang: Language,
  measure: MeasureText,
): PlaceIn {
  return () => ({ placeMarks: createMarks({ words, lang, measure }), columnBody });
}

function placeLanes(
  table: EventTable,
  lanes: readonly Lane[],
  nameOf: (row: number) => Name,
  extent: Span,
  asOfDay: Day,
  first: string,
  placeIn: PlaceIn | undefined,
): Placement {
  const whole = wholeSpan(extent);
  return createPlacement({
    table,
    lanes,
    nameOf,
    asOfDay,
    extent: whole,
    first: first === '' ? [] : first.split(' '),
    ...placeIn?.(),
  });
}

/**
 * Ids, joined by blanks, of the selected event and those linked to it, if any of them has no name at this scale:
 * only then are names placed anew, so that choosing an event that is named moves nothing.
 */
function missingNames(
  table: EventTable,
  placement: Placement,
  state: State,
  widthPx: number,
): string {
  const { selectedId, view } = state;
  const row = selectedId === undefined ? undefined : table.rowOf(selectedId);
  if (row === undefined || !view) return '';
  const wanted = [row, ...linksAsOf(table, row).map((link) => link.row)];
  const seats = placement.seatsAt(projectionOf(view, widthPx).pxPerDay, view);
  const named = new Set(seats.flat().map((seat) => seat.row));
  if (wanted.every((each) => named.has(each))) return '';
  return wanted.map((each) => table.idOf(each) ?? '').join(' ');
}
