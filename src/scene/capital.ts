import { memoize } from '../lib/memoize';
import type { EventTable } from '../model/event-table';
import {
  bandMeasure,
  bandNames,
  inTwoFonts,
  placeBandNames,
  withoutCutTitle,
} from './capital-band';
import { layoutCapitalHead } from './capital-head';
import { bandBody, columnBody, stackCapitalLanes, stackRoomPx } from './capital-lanes';
import { layoutStacks, orderOf } from './capital-marks';
import { mirrorPart } from './capital-mirror';
import { layoutStackedNames } from './capital-names';
import { planStackedNames } from './capital-plan';
import { stackSkyline } from './capital-stack';
import { addPlannedNames, addStackedNames, type StackedNames, standingOf } from './capital-stems';
import type { Lane } from './lanes';
import type { Seat } from './place-names';
import type { LaneMarks, LevelInput } from './placement';
import type { MeasureText } from './scene';
import { layoutColumnLane } from './timeline-columns';
import { layoutFoot } from './timeline-foot';
import { layoutGhosts } from './timeline-ghosts';
import type { Frame, LaneFrame, Part, TimelineWords } from './timeline-input';
import { layoutNamedMarks } from './timeline-names';
import { pxPerDayOfLevel } from './zoom-levels';

/** The lanes of the two capitals; passed in, since a picture of other lanes does without its code. */
export interface Capital {
  readonly stackLanes: typeof stackCapitalLanes;
  readonly columnBody: typeof columnBody;
  readonly createMarks: typeof createCapitalMarks;
  readonly leavesRoom: typeof leavesRoom;
  readonly layoutLane: typeof layoutCapitalLane;
}

/** A year across a desk: the scale for which rows are planned. */
const PLAN_LEVEL = 5;
const FOOT_REACH_PX = 300;

export interface CapitalTexts {
  readonly words: Pick<TimelineWords, 'noPlace'>;
  readonly lang: Frame['lang'];
  readonly measure: MeasureText;
}

/** Places names in the marks of such lanes, for one placement: rows are planned once. */
export function createCapitalMarks({ words, lang, measure }: CapitalTexts): LaneMarks {
  const plans = new Map<Lane, readonly Seat[]>();
  return (input, inherited, rows) => {
    const { lane, level, table } = input;
    if (lane.side === 'band') {
      const { nameOf } = bandNames(table, lang, words.noPlace, measure);
      return placeBandNames({ ...input, nameOf }, inherited, rows);
    }
    const ground = groundAt(input, level);
    if (level > PLAN_LEVEL) return addStackedNames(ground, inherited, rows);
    const plan = plans.get(lane) ?? planStackedNames(groundAt(input, PLAN_LEVEL), rows);
    plans.set(lane, plan);
    const planned = addPlannedNames(ground, inherited, plan);
    return level < PLAN_LEVEL ? planned : addStackedNames(ground, planned, rows);
  };
}

/** Whether the stacks of a lane, as they now are, leave a name on its stem its place. */
export function leavesRoom(input: LevelInput, seat: Seat): boolean {
  if (input.lane.side === 'band') return true;
  const standing = standingOf(groundAt(input, input.level), seat);
  return standing !== undefined && standing.leastRow <= seat.laneRow;
}

function groundAt(input: LevelInput, level: number): StackedNames {
  const { table, nameOf, extent, lane } = input;
  const pxPerDay = pxPerDayOfLevel(level);
  const skyline = skylineAt(table, lane.index.rows, pxPerDay, stackRoomPx(lane));
  return { table, nameOf, extent, pxPerDay, skyline, rowCount: lane.rowCount };
}

/** Enough for three lanes at the level in view. */
const SKYLINES = 4;

const skylineAt = memoize(
  (table: EventTable, rows: Uint32Array, pxPerDay: number, roomPx: number) =>
    stackSkyline({ table, order: orderOf(table, rows), pxPerDay, roomPx }),
  SKYLINES,
);

/** A capital's lane, or the band between the two. */
export function layoutCapitalLane(frame: Frame, lane: Lane, of: LaneFrame): Part {
  const head = layoutCapitalHead(frame, lane, of.count);
  const body = layoutBody(frame, lane, of);
  return {
    nodes: [...body.nodes, ...head.nodes],
    hits: [...body.hits, ...head.hits],
    texts: [...(body.texts ?? []), ...(head.texts ?? [])],
    shown: body.shown ?? [],
  };
}

function layoutBody(frame: Frame, lane: Lane, { index, seats }: LaneFrame): Part {
  const { regime } = frame;
  if (regime !== 'marks') {
    const columns = frame.placement.columnsOf(index, regime === 'years' ? regime : 'months');
    const own = columnBody(lane);
    const part = layoutColumnLane(frame, own, { columns, seats });
    return lane.side === 'lower' ? mirrorPart(part, frame.topOf(own) + own.heightPx / 2) : part;
  }
  if (lane.side === 'band') return layoutBand(frame, bandBody(lane), seats);
  const names = layoutStackedNames(frame, lane, seats);
  const stacks = layoutStacks(frame, lane, seats);
  return {
    ...names,
    nodes: [...names.stems, ...stacks.nodes, ...names.nodes],
    hits: [...stacks.hits, ...names.hits],
  };
}

function layoutBand(usual: Frame, lane: Lane, placed: readonly Seat[]): Part {
  const { table, lang, words, measure } = usual;
  const names = bandNames(table, lang, words.noPlace, measure);
  const frame = { ...usual, nameOf: names.nameOf, measure: bandMeasure(names, measure) };
  const seats = placed.map((seat) => withoutCutTitle(frame, seat));
  const reach = FOOT_REACH_PX / frame.pxPerDay;
  const { startDay, endDay } = frame.view;
  const near = lane.index.rowsIn({ startDay: startDay - reach, endDay: endDay + reach });
  const seated = new Set(seats.map((seat) => seat.row));
  const foot = layoutFoot(
    frame,
    lane,
    near.filter((row) => !seated.has(row)),
  );
  const named = layoutNamedMarks(frame, lane, seats);
  const ghosts = layoutGhosts(frame, lane, { seats, named });
  return {
    nodes: [...foot.nodes, ...ghosts, ...named.nodes.map((node) => inTwoFonts(names, node))],
    hits: [...foot.hits, ...named.hits],
    texts: named.texts ?? [],
    shown: named.shown ?? [],
  };
}

export const capital: Capital = {
  stackLanes: stackCapitalLanes,
  columnBody,
  createMarks: createCapitalMarks,
  leavesRoom,
  layoutLane: layoutCapitalLane,
};
