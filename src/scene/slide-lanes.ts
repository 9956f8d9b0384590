import type { Steps } from '../lib/steps';
import type { MeasureText } from './scene';
import { type PlacedLane, type PlaceOrder, placeLane, type SlideLane } from './slide-lane';
import type { SlidePlot } from './slide-mark';
import { COSTS, DENSITIES, type PlaceCosts } from './slide-style';

export interface LanesInput {
  readonly lanes: readonly SlideLane[];
  readonly plot: SlidePlot;
  /** Height that there is for all lanes together. */
  readonly roomPx: number;
  readonly measure: MeasureText;
  /** Lanes are as high as they need be, and no rows stand wider than by plan. */
  readonly isLow?: boolean;
}

export interface PlacedLanes {
  readonly placed: readonly PlacedLane[];
  readonly density: number;
}

interface Manner {
  readonly costs: PlaceCosts;
  readonly order: PlaceOrder;
}

/** As on screen first; the others are tried where height is short. */
const ORDERS: readonly PlaceOrder[] = ['rank', 'time', 'reverse'];
const MANNERS: readonly Manner[] = COSTS.flatMap((costs) =>
  ORDERS.map((order) => ({ costs, order })),
);

const TIGHTEST = Math.min(...DENSITIES);

/**
 * All lanes at the widest density that fits the height, with what is left over shared out in proportion. Where not even the tightest
 * one fits, that one, as high as it comes.
 */
export function* placeLanes(input: LanesInput): Steps<PlacedLanes> {
  const { lanes, roomPx, isLow } = input;
  if (lanes.length === 0) return emptyLanes(input);
  const densities = isLow ? DENSITIES.filter((density) => density <= 1) : DENSITIES;
  for (const density of densities) {
    const placed = yield* placeAt(input, density);
    const sparePx = roomPx - lanesHeight(placed);
    if (sparePx < 0) continue;
    return { placed: isLow ? placed : shareOut(placed, sparePx), density };
  }
  return { placed: yield* placeLow(input, TIGHTEST), density: TIGHTEST };
}

function emptyLanes({ roomPx, isLow, plot }: LanesInput): PlacedLanes {
  const lane: SlideLane = { id: 'empty', head: undefined, events: [] };
  const leastPx = Math.min(roomPx, 2 * plot.style.laneMinPx);
  return { placed: [{ lane, events: [], heightPx: isLow ? leastPx : roomPx }], density: 1 };
}

/** All lanes at their tightest: whether they fit the height, and how high they are where they do not. */
export function* placeTightly(input: LanesInput): Steps<readonly PlacedLane[]> {
  return yield* placeAt(input, TIGHTEST);
}

/** No other manner makes lanes lower by more than that. */
const MOST_SAVED = 1.35;

/** As on screen where that fits the height, else as near to it as there is height for. */
function* placeAt(input: LanesInput, density: number): Steps<readonly PlacedLane[]> {
  const onScreen = yield* placeAsOnScreen(input, density);
  const px = lanesHeight(onScreen);
  if (px <= input.roomPx || px > MOST_SAVED * input.roomPx) return onScreen;
  const low = yield* placeLow(input, density);
  const sparePx = input.roomPx - lanesHeight(low);
  return sparePx < 0 ? low : asOnScreenWherePossible(low, onScreen, sparePx);
}

/** Lanes go back to the manner of the screen as far as there is height for it. */
function asOnScreenWherePossible(
  low: readonly PlacedLane[],
  onScreen: readonly PlacedLane[],
  sparePx: number,
): readonly PlacedLane[] {
  let leftPx = sparePx;
  return low.map((lane, i) => {
    const other = onScreen[i] ?? lane;
    const morePx = other.heightPx - lane.heightPx;
    if (morePx > leftPx) return lane;
    leftPx -= morePx;
    return other;
  });
}

function* placeAsOnScreen(input: LanesInput, density: number): Steps<PlacedLane[]> {
  const [manner] = MANNERS;
  const placed: PlacedLane[] = [];
  if (!manner) return placed;
  for (const lane of input.lanes) placed.push(yield* placeIn(input, lane, density, manner));
  return placed;
}

/** Each lane in the manner that makes it lowest. */
function* placeLow(input: LanesInput, density: number): Steps<PlacedLane[]> {
  const placed: PlacedLane[] = [];
  for (const lane of input.lanes) {
    let best: PlacedLane | undefined;
    for (const manner of MANNERS) {
      const other = yield* placeIn(input, lane, density, manner);
      if (!best || other.heightPx < best.heightPx) best = other;
    }
    if (best) placed.push(best);
  }
  return placed;
}

function placeIn(
  { plot, measure }: LanesInput,
  lane: SlideLane,
  density: number,
  manner: Manner,
): Steps<PlacedLane> {
  const isSeen = plot.asOfX > plot.left && plot.asOfX < plot.right;
  const asOfX = isSeen ? plot.asOfX : undefined;
  return placeLane({ lane, plot, asOfX, density, measure, ...manner });
}

export function lanesHeight(placed: readonly PlacedLane[]): number {
  return placed.reduce((sum, lane) => sum + lane.heightPx, 0);
}

function shareOut(placed: readonly PlacedLane[], sparePx: number): readonly PlacedLane[] {
  const factor = 1 + sparePx / lanesHeight(placed);
  return placed.map((lane) => ({ ...lane, heightPx: lane.heightPx * factor }));
}
