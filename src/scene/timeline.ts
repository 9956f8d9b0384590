import { memoize } from '../lib/memoize';
import { linksAsOf } from '../model/shown-event';
import type { Day, Span } from '../time/day';
import type { Lang } from '../time/lang';
import { layoutAxis } from './axis';
import type { ColumnUnit } from './columns';
import type { Lane } from './lanes';
import type { Seat } from './place-names';
import type { Placement } from './placement';
import { projectionOf } from './projection';
import type { Box, MeasureText, Scene, SceneNode } from './scene';
import { layoutAsOf } from './timeline-as-of';
import { labelBoxes, withoutCovered } from './timeline-axis';
import { layoutColumnLane } from './timeline-columns';
import { layoutFoot } from './timeline-foot';
import { layoutGhosts } from './timeline-ghosts';
import { layoutLaneHead, layoutRecordEnd, layoutSurfaces } from './timeline-ground';
import { layoutHighlights } from './timeline-highlights';
import {
  AXIS_PX,
  type BandPart,
  bandsPx,
  type Frame,
  type Hit,
  type LaneFrame,
  type Part,
  type TimelineInput,
} from './timeline-input';
import type { LinksPart } from './timeline-links';
import { layoutNamedMarks } from './timeline-names';
import { layoutScroll } from './timeline-scroll';
import { layoutOtherDomainTicks } from './timeline-ticks';
import { layoutTies } from './timeline-ties';
import { layoutUnmatched } from './timeline-unmatched';
import type { Regime } from './zoom-levels';

/** One frame of the timeline. */
export interface TimelinePicture {
  readonly scene: Scene;
  /** In painter's order: the last that holds a point is what lies on top there. */
  readonly hits: readonly Hit[];
  /** Rows that have a name at this scale, in view or not. */
  readonly named: ReadonlySet<number>;
  /** Rows whose name can be seen, if only in part. */
  readonly shown: ReadonlySet<number>;
  readonly regime: Regime;
  readonly view: Span;
  readonly lanes: readonly Lane[];
  /** The same object as long as names keep their places at all scales. */
  readonly placement: Placement;
  /** Of all lanes; above the room there is, lanes scroll. */
  readonly lanesHeightPx: number;
  /** What room they have, and where it begins. */
  readonly groundPx: number;
  readonly groundTopPx: number;
  readonly bands: readonly BandPart[];
}

const NO_LINKS: LinksPart = { curves: [], words: [] };
/** Unnamed marks so far outside the view still count for merging, so that groups do not change at the edges. */
const FOOT_REACH_PX = 300;

/**
 * Puts the picture together: surfaces, grid, lanes with their marks and names or columns, as-of line, axis.
 * Costs what is in view; names and columns come placed.
 */
export function layoutTimeline(input: TimelineInput): TimelinePicture {
  const frame = createFrame(input);
  const seats = input.placement.seatsAt(frame.pxPerDay, input.view);
  const { view, widthPx, heightPx, lang, showEras, today, measure } = input;
  const axis = axisOf(view, widthPx, heightPx, lang, showEras, today, measure);
  const counts = frame.lanes.map((lane) => lane.index.countIn(frame.view));
  const lanes = frame.lanes.map((lane, index) =>
    layoutLane(frame, lane, { index, seats: seats[index] ?? [], count: counts[index] ?? 0 }),
  );
  // In lanes of capitals seats are no rows: marks are found where they can be met.
  const rowSeats = seats.map((own, i) => (frame.lanes[i]?.side ? [] : own));
  const laneHits = lanes.flatMap((part) => part.hits);
  const ticks = layoutOtherDomainTicks(frame);
  const links = input.layoutLinks?.(frame, { parts: lanes, seats: rowSeats }) ?? NO_LINKS;
  const peeks = input.layoutPeeks?.(frame, { parts: lanes, seats: rowSeats });
  const bands = layoutBands(frame);
  const lanesHeightPx = frame.lanes.reduce((sum, lane) => sum + lane.heightPx, 0);
  const texts = [...lanes, ...(peeks ? [peeks] : []), ...bands].flatMap((part) => part.texts ?? []);
  const asOf = layoutAsOf(frame, texts, labelBoxes(axis.axis, input.measure));
  const pill = asOf.hits.slice(1);
  const whole = { x: 0, y: AXIS_PX, width: input.widthPx, height: input.heightPx - AXIS_PX };
  const nodes: SceneNode[] = [
    ...layoutSurfaces(frame),
    axis.grid,
    { kind: 'group', clip: whole, nodes: layoutRecordEnd(frame, texts) },
    ...asOf.line,
    {
      kind: 'group',
      clip: frame.ground,
      nodes: [
        ...(counts.every((count) => count === 0) ? layoutUnmatched(frame) : []),
        ...layoutTies(frame, { parts: lanes, seats: rowSeats }),
        ...ticks.nodes,
        ...links.curves,
        ...lanes.flatMap((part) => part.nodes),
        ...(peeks?.nodes ?? []),
        ...links.words,
        ...(input.highlighted ? layoutHighlights(input.highlighted, laneHits) : []),
      ],
    },
    ...layoutScroll(frame, { lanesHeightPx, scrollPx: input.scrollPx }),
    ...bands.flatMap(({ nodes: own }) => own),
    { kind: 'rect', x: 0, y: 0, width: input.widthPx, height: AXIS_PX, fill: 'canvas' },
    withoutCovered(
      axis.axis,
      pill.map((hit) => hit.box),
      input.measure,
    ),
    ...asOf.pill,
  ];
  return {
    scene: { widthPx: input.widthPx, heightPx: input.heightPx, nodes },
    hits: [
      ...asOf.hits.slice(0, 1),
      ...ticks.hits,
      ...(peeks?.hits ?? []),
      ...laneHits,
      ...bands.flatMap((part) => part.hits),
      ...pill,
    ],
    named: new Set(seats.flat().map((seat) => seat.row)),
    shown: new Set(lanes.flatMap((part) => part.shown ?? [])),
    regime: frame.regime,
    view: input.view,
    lanes: frame.lanes,
    placement: input.placement,
    bands,
    groundPx: frame.ground.height,
    groundTopPx: frame.ground.y,
    lanesHeightPx,
  };
}

/** The same as long as the view is: while the as-of line is dragged, or names travel. */
const axisOf = memoize(
  (
    view: Span,
    widthPx: number,
    heightPx: number,
    lang: Lang,
    showEras: boolean,
    todayDay: Day,
    measure: MeasureText,
  ) =>
    layoutAxis({
      view,
      widthPx,
      lang,
      showEras,
      todayDay,
      measure,
      heightPx: AXIS_PX,
      gridHeightPx: heightPx - AXIS_PX,
    }),
);

function createFrame(input: TimelineInput): Frame {
  const { pxPerDay, xOf } = projectionOf(input.view, input.widthPx);
  const { widthPx, heightPx, bands = [] } = input;
  const y = AXIS_PX + bandsPx(bands.filter(({ isBelow }) => !isBelow));
  const height = heightPx - AXIS_PX - bandsPx(bands);
  const ground: Box = { x: 0, y, width: widthPx, height: Math.max(0, height) };
  return {
    ...input,
    pxPerDay,
    regime: input.placement.regimeAt(pxPerDay),
    lanes: input.placement.lanes,
    xOf,
    ground,
    topOf: (lane) => ground.y + lane.topPx - input.scrollPx,
    asOfX: xOf(input.asOfDay + 1),
    linkedRows: linkedRowsOf(input),
  };
}

function layoutBands(frame: Frame): readonly BandPart[] {
  let topPx = AXIS_PX;
  let bottomPx = frame.heightPx;
  return (frame.bands ?? []).map((band) => {
    if (band.isBelow) bottomPx -= band.heightPx;
    const part = band.layout(frame, band.isBelow ? bottomPx : topPx);
    if (!band.isBelow) topPx += band.heightPx;
    return part;
  });
}

function linkedRowsOf({ table, selectedRow }: TimelineInput): ReadonlySet<number> {
  const links = selectedRow === undefined ? [] : linksAsOf(table, selectedRow);
  return new Set(links.map(({ row }) => row));
}

function layoutLane(frame: Frame, lane: Lane, of: LaneFrame): Part {
  const { index, seats, count } = of;
  if (lane.side && frame.layoutCapital) return frame.layoutCapital(frame, lane, of);
  const head = layoutLaneHead(frame, lane, count);
  const body =
    frame.regime === 'marks'
      ? layoutMarks(frame, lane, seats)
      : layoutColumnsOfLane(frame, lane, { index, seats, unit: frame.regime });
  return {
    nodes: [...body.nodes, ...head.nodes],
    hits: [...body.hits, ...head.hits],
    texts: [...(body.texts ?? []), ...(head.texts ?? [])],
    shown: body.shown ?? [],
  };
}

interface ColumnsOfLane {
  readonly index: number;
  readonly seats: readonly Seat[];
  readonly unit: ColumnUnit;
}

function layoutColumnsOfLane(frame: Frame, lane: Lane, columns: ColumnsOfLane): Part {
  const { index, seats, unit } = columns;
  const density = frame.placement.densityOf?.(index);
  if (density && frame.layoutDensity)
    return frame.layoutDensity(frame, lane, { density, unit, seats });
  const coarse = unit === 'years' ? unit : 'months';
  return layoutColumnLane(frame, lane, {
    columns: frame.placement.columnsOf(index, coarse),
    seats,
  });
}

function layoutMarks(frame: Frame, lane: Lane, seats: readonly Seat[]): Part {
  const seated = new Set(seats.map((seat) => seat.row));
  const reach = FOOT_REACH_PX / frame.pxPerDay;
  const { startDay, endDay } = frame.view;
  const near = lane.index.rowsIn({ startDay: startDay - reach, endDay: endDay + reach });
  const unnamed = near.filter((row) => !seated.has(row));
  const foot = layoutFoot(frame, lane, unnamed);
  const named = layoutNamedMarks(frame, lane, seats);
  const ghosts = layoutGhosts(frame, lane, { seats, named });
  return {
    nodes: [...foot.nodes, ...ghosts, ...named.nodes],
    hits: [...foot.hits, ...named.hits],
    texts: named.texts ?? [],
    shown: named.shown ?? [],
  };
}
