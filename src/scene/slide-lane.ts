import type { Steps } from '../lib/steps';
import { domainStyle } from './domain-style';
import { pointShape } from './mark-geometry';
import type { Box, MeasureText, SceneNode } from './scene';
import { drawName, nameBox } from './slide-draw-name';
import type { SlideMark, SlidePlot } from './slide-mark';
import { firstLinePx, type NameForm, nameForms, type SetName } from './slide-names';
import { createTakenRoom, type TakenBox, type TakenRoom } from './slide-pack';
import { type PageStyle, type PlaceCosts, UNITS_PER_ROW } from './slide-style';
import { clampLines, textNode, wrapToWidth } from './slide-text';

/** An event of a lane, ready to be placed. */
export interface SlideEvent {
  readonly row: number;
  readonly id: string;
  readonly name: SetName;
  readonly mark: SlideMark;
  readonly isAhead: boolean;
}

export interface SlideLane {
  readonly id: string;
  /** Undefined where events are not grouped. */
  readonly head:
    | {
        readonly lines: readonly string[];
        readonly lang: string;
        readonly domainIndex: number | undefined;
      }
    | undefined;
  /** In time order. */
  readonly events: readonly SlideEvent[];
}

/** Who looks for a place first: the most important, as on screen, or in time order from either end. */
export type PlaceOrder = 'rank' | 'time' | 'reverse';

export interface LaneInput {
  readonly lane: SlideLane;
  readonly plot: SlidePlot;
  readonly asOfX: number | undefined;
  readonly density: number;
  readonly costs: PlaceCosts;
  readonly order: PlaceOrder;
  readonly measure: MeasureText;
}

interface PlacedEvent {
  readonly event: SlideEvent;
  readonly form: NameForm;
  readonly unit: number;
  readonly units: number;
}

/** A lane whose names all have their place. Heights in px. */
export interface PlacedLane {
  readonly lane: SlideLane;
  readonly events: readonly PlacedEvent[];
  readonly heightPx: number;
}

const CLEAR_PX = { before: 5, after: 8 } as const;
const HEAD_CLEAR_PX = 14;
/** Where the name of a lane begins, from the page's margin. */
export const LANE_NAME_X = 22;
/** Half a domain's sign beside the lane's name, in parts of the name's size. */
const LANE_MARK_SHARE = 7 / 16;
/** A span over this share of the page comes after all others: it lies below them. */
const WIDE_SHARE = 0.6;

/**
 * Gives each event of a lane a place where neither its mark nor its name meets another's.
 *
 * One after the other in the given order, each takes the form that costs least where it is free.
 */
export function* placeLane(input: LaneInput): Steps<PlacedLane> {
  const { lane, density } = input;
  const taken = createTakenRoom();
  if (lane.head) taken.add(headBox(input));
  const placed = new Map<SlideEvent, PlacedEvent>();
  for (const event of lane.events.toSorted(inOrder(input))) {
    const choice = cheapestForm(input, event, taken);
    taken.add(choice.box);
    placed.set(event, choice);
    yield;
  }
  const { style } = input.plot;
  const contentPx = taken.endUnit() * unitPx(style, density) + 2 * lanePadPx(density);
  return {
    lane,
    events: lane.events.flatMap((event) => placed.get(event) ?? []),
    heightPx: Math.max(style.laneMinPx, contentPx),
  };
}

/** Room above and below what stands in a lane. */
export function lanePadPx(density: number): number {
  return density < 1 ? 6 : 8;
}

export function unitPx(style: PageStyle, density: number): number {
  return (style.rowPx * density) / UNITS_PER_ROW;
}

function headBox({ lane, plot, measure }: LaneInput): TakenBox {
  const { lines = [] } = lane.head ?? {};
  const width = Math.max(0, ...lines.map((line) => measure(line, plot.style.font.lane)));
  return {
    x0: plot.left,
    x1: plot.left + LANE_NAME_X + width + HEAD_CLEAR_PX,
    from: 0,
    to: UNITS_PER_ROW * Math.max(1, lines.length),
  };
}

/** Where the page is too narrow for the name of a lane, it goes on in further lines. */
export function laneNameLines(
  name: string,
  { style, left, right }: Pick<SlidePlot, 'style' | 'left' | 'right'>,
  { measure, most }: { readonly measure: MeasureText; readonly most: number | undefined },
): readonly string[] {
  const roomPx = right - left - LANE_NAME_X - HEAD_CLEAR_PX;
  const widthOf = (text: string) => measure(text, style.font.lane);
  return clampLines(wrapToWidth(name, roomPx, widthOf), { most, roomPx, widthOf });
}

function byRank(a: SlideEvent, b: SlideEvent): number {
  return b.name.text.importance - a.name.text.importance || Number(b.isAhead) - Number(a.isAhead);
}

function inOrder({ plot, order }: LaneInput): (a: SlideEvent, b: SlideEvent) => number {
  const isWide = ({ mark }: SlideEvent) =>
    Number(mark.x1 - mark.x0 > WIDE_SHARE * (plot.right - plot.left));
  const inTime = (a: SlideEvent, b: SlideEvent) =>
    order === 'reverse' ? b.row - a.row : a.row - b.row;
  return (a, b) => isWide(a) - isWide(b) || (order === 'rank' ? byRank(a, b) : 0) || inTime(a, b);
}

function cheapestForm(
  input: LaneInput,
  event: SlideEvent,
  taken: TakenRoom,
): PlacedEvent & { readonly box: TakenBox } {
  const { density, plot, asOfX, costs } = input;
  let best: (PlacedEvent & { readonly box: TakenBox }) | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const form of nameForms({ name: event.name, mark: event.mark, bounds: plot, density })) {
    const units = unitsOf(form.blockPx, plot.style, density);
    const x0 = Math.min(event.mark.x0, form.x0) - CLEAR_PX.before;
    const x1 = Math.max(event.mark.x1, form.x1) + CLEAR_PX.after;
    const unit = taken.findFreeUnit({ x0, x1, units });
    const crosses = asOfX !== undefined && form.x0 < asOfX && form.x1 > asOfX;
    const cost =
      (unit / UNITS_PER_ROW) * costs.row +
      (crosses && !event.isAhead ? costs.crossing : 0) +
      (form.side === 'left' ? costs.left : 0) +
      (form.side === 'below' ? costs.below : 0) +
      (form.lines.length - 1) * costs.furtherLine;
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = { event, form, unit, units, box: { x0, x1, from: unit, to: unit + units } };
  }
  if (!best) throw new Error(`slide: no form for ${event.id}; nameForms gives at least one`);
  return best;
}

function unitsOf(blockPx: number, style: PageStyle, density: number): number {
  const clearPx = 2 * density;
  return Math.max(UNITS_PER_ROW, Math.ceil((blockPx + clearPx) / unitPx(style, density) - 1e-6));
}

export interface DrawLaneInput {
  readonly top: number;
  readonly density: number;
  readonly plot: SlidePlot;
  readonly measure: MeasureText;
  /** The first lane lies under the axis, whose line parts it from what is above. */
  readonly isFirst: boolean;
}

/** A lane: the line above it, its name, and a group for each event in time order. */
export function drawLane(placed: PlacedLane, input: DrawLaneInput): SceneNode {
  const { top, plot, density, isFirst } = input;
  const { lane, events } = placed;
  const line: SceneNode = {
    kind: 'polygon',
    points: [plot.left, top, plot.right, top],
    closed: false,
    stroke: { ink: 'line-3', widthPx: 1 },
  };
  return {
    kind: 'group',
    label: `lane ${lane.id}`,
    nodes: [
      ...(isFirst ? [] : [line]),
      ...(lane.head ? drawHead(lane.head, top + lanePadPx(density), input) : []),
      ...events.map((event) => drawEvent(event, input)),
    ],
  };
}

function drawHead(
  head: NonNullable<SlideLane['head']>,
  top: number,
  { plot: { style, left }, density }: DrawLaneInput,
): SceneNode[] {
  const font = style.font.lane;
  const middle = top + (style.rowPx * density) / 2;
  const look = head.domainIndex === undefined ? undefined : domainStyle(head.domainIndex);
  const names = head.lines.map((text, i) =>
    textNode({
      text,
      lang: head.lang,
      font,
      x: look ? left + LANE_NAME_X : left,
      y: middle + 0.36 * font.sizePx + i * style.rowPx * density,
      ink: look?.text ?? 'ink-1',
    }),
  );
  if (!look) return names;
  const r = LANE_MARK_SHARE * font.sizePx;
  return [pointShape(look.shape, { x: left + 7, y: middle, r }, { fill: look.mark }), ...names];
}

/** Where the mark of an event lies, and whether it holds the name. */
export interface MarkBox extends Box {
  readonly row: number;
  readonly holdsName: boolean;
  readonly nameBox: Box;
}

export function markBoxes({ events }: PlacedLane, input: DrawLaneInput): MarkBox[] {
  const { density } = input;
  return events.map((placed) => {
    const { mark, row, name } = placed.event;
    const { y: top, middle } = rowsOf(placed, input);
    const holdsName = placed.form.side === 'inside';
    const height = holdsName ? placed.form.blockPx : mark.heightPx;
    const y = holdsName ? top : middle - height / 2;
    const { form } = placed;
    return {
      row,
      holdsName,
      x: mark.x0,
      y,
      width: mark.x1 - mark.x0,
      height,
      nameBox: nameBox({ name: name.text, form, y: top, markHeightPx: mark.heightPx, density }),
    };
  });
}

/** Top of mark and name together, and the mark's middle. */
function rowsOf(
  { event, form, unit, units }: PlacedEvent,
  { top, density, plot: { style } }: DrawLaneInput,
): { readonly y: number; readonly middle: number } {
  const blockTop = top + lanePadPx(density) + unit * unitPx(style, density);
  const y = blockTop + (units * unitPx(style, density) - form.blockPx) / 2;
  const firstPx = form.side === 'below' ? 0 : firstLinePx(event.name.text, density);
  return { y, middle: y + Math.max(event.mark.heightPx, firstPx) / 2 };
}

function drawEvent(placed: PlacedEvent, input: DrawLaneInput): SceneNode {
  const { event, form } = placed;
  const { mark } = event;
  const name = event.name.text;
  const { density, measure } = input;
  const { y, middle } = rowsOf(placed, input);
  const marks = form.side === 'inside' ? mark.drawTall(y, form.blockPx) : mark.draw(middle);
  const texts = drawName({ name, form, y, markHeightPx: mark.heightPx, density, measure });
  return {
    kind: 'group',
    eventId: event.id,
    label: [name.title, name.date].filter(Boolean).join(', '),
    nodes: [...marks, ...texts],
  };
}
