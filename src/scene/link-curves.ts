import { overlap } from './boxes';
import { type CrossingGrid, createCrossingGrid } from './crossing-grid';
import { curvePoint, type Cubic as Points } from './cubic';
import type { DomainStyle } from './domain-style';
import { spanOffPx } from './mark-rings';
import type { Box } from './scene';

/** One end of a link: a mark and how far from it, ring included, its curve stands off. */
export interface LinkEnd {
  readonly box: Box;
  readonly shape: DomainStyle['shape'];
  readonly offPx: number;
}

export interface RouteInput {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** Where curves and words may stand. */
  readonly clip: Box;
  readonly names: readonly Box[];
  /** Of other events; a curve may cross a span more easily than a point. */
  readonly points: readonly Box[];
  readonly spans: readonly Box[];
  /** Whatever else a word must not lie on. */
  readonly others: readonly Box[];
  /** Where curves end that are already drawn. */
  readonly taken: readonly (readonly [number, number])[];
  /** Size of the word's pill. */
  readonly pill: { readonly width: number; readonly height: number };
  /** For pictures that stay: more ways are tried, and no curve begins or ends in a name or in another mark. */
  readonly care?: RouteCare;
}

export interface RouteCare {
  /** Names and marks of the two events themselves: a line through them would strike them out. */
  readonly own: readonly Box[];
  /** Along what is already drawn. */
  readonly curves: readonly Box[];
}

export interface LinkRoute {
  readonly points: Points;
  /** Names that it crosses, and how far it runs in them, about. */
  readonly crossed: number;
  readonly crossedPx: number;
  /** Where the word meets neither name nor mark; undefined where that is nowhere along the curve. */
  readonly pill: Box | undefined;
}

/** A place at a mark where a curve may begin, and the direction away from the mark. */
interface Port {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
}

/** How far the controls stand off, at either end, in parts of the way. */
type Bend = readonly [start: number, end: number];

interface Candidate {
  readonly points: Points;
  readonly crossed: number;
  readonly crossedPx: number;
  readonly cost: number;
}

/** Cosine of the angle by which a curve may set out away from where it goes. */
const AWAY = 0.45;
const LEAST_PORTS = 4;
const BENDS: readonly Bend[] = [
  [0.2, 0.2],
  [0.4, 0.4],
  [0.7, 0.7],
  [0.2, 0.7],
  [0.7, 0.2],
];
const CAREFUL_BENDS: readonly Bend[] = [0.12, 0.3, 0.6].flatMap((start) =>
  [0.12, 0.3, 0.6].map((end): Bend => [start, end]),
);
const PLAIN_BEND: Bend = [0.4, 0.4];
const PLAIN_PORTS = 3;
/** On screen a wide swing may go round names that careful ways, of which there are more, go between. */
const MOST_BEND_PX = 260;
const MOST_CAREFUL_BEND_PX = 150;
const LEAST_BEND_PX = 14;
/** A word counts for more than a name crossed: without it an arrow does not say what it means. */
const COSTS = {
  name: 100,
  inName: 0.25,
  own: 0,
  along: 0,
  noWord: 150,
  point: 50,
  span: 12,
  taken: 30,
  outside: 400,
  detour: 0.3,
  length: 0.12,
  turn: 22,
};
/** On paper nobody can move a picture to read what a line runs through: names count for more than a word. */
const CAREFUL_COSTS: typeof COSTS = {
  ...COSTS,
  name: 260,
  inName: 2,
  own: 600,
  along: 0.8,
  noWord: 120,
  point: 120,
  span: 30,
};
/** Of the ways of a careful route that many are tried for a word. */
const MOST_TRIED = 80;
/** At its ends a curve is free of names so far: the arrowhead and some line. */
const FREE_END_PX = 11;
const PILL_PLACES = [
  0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86,
] as const;
const PILL_MARGIN_PX = 2;
/** Two arrowheads nearer than this look like one. */
const APART_PX = 9;

/**
 * The curve between two marks that crosses the fewest names, then the shortest; of some hundred cubics, one for each
 * pair of places round the two marks and each of five bends, or of nine with care. The same for the same picture.
 * Undefined where each of them would end in a name, which only care forbids.
 */
export function routeLink(input: RouteInput): LinkRoute | undefined {
  const grid = createRouteGrid(input);
  const costs = input.care ? CAREFUL_COSTS : COSTS;
  const candidates = curvesBetween(input)
    .map((points) => rate(points, grid, { taken: input.taken, costs }))
    .toSorted((a, b) => a.cost - b.cost);
  const ends = [input.from, input.to].map(({ box, offPx }) => grow(box, offPx));
  const { names, points, spans, others, care } = input;
  const blocked = [...names, ...points, ...spans, ...others, ...(care?.curves ?? []), ...ends];
  const atEnds = care ? [...names, ...points, ...spans].filter((box) => isNear(box, ends)) : [];
  let best: LinkRoute | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  let tried = 0;
  for (const candidate of candidates) {
    if (candidate.cost >= bestCost) break;
    if (atEnds.length > 0 && endsWithin(candidate.points, atEnds)) continue;
    tried += 1;
    const pill =
      care && tried > MOST_TRIED
        ? undefined
        : findPill(input, candidate.points, [
            ...blocked,
            ...(care ? tipsOf(candidate.points) : []),
          ]);
    const whole = candidate.cost + (pill ? 0 : costs.noWord);
    if (whole >= bestCost) continue;
    bestCost = whole;
    const { points: way, crossed, crossedPx } = candidate;
    best = { points: way, crossed, crossedPx, pill };
  }
  return best;
}

function isNear(name: Box, ends: readonly Box[]): boolean {
  return ends.some((end) => overlap(name, grow(end, 2 * FREE_END_PX)));
}

/** Whether the first or the last stretch of a curve meets one of the boxes. */
function endsWithin(points: Points, boxes: readonly Box[]): boolean {
  return [0, 1].some((end) => {
    const [startX, startY] = curvePoint(points, end);
    for (let i = 0; i <= END_STEPS; i++) {
      const [x, y] = curvePoint(points, Math.abs(end - i / (2 * END_STEPS)));
      if (boxes.some((box) => holds(box, x, y))) return true;
      if (Math.hypot(x - startX, y - startY) > FREE_END_PX) return false;
    }
    return false;
  });
}

const END_STEPS = 100;

/** What must be seen of a curve beside its word. */
function tipsOf([x0, y0, , , , , x1, y1]: Points): Box[] {
  return [
    grow({ x: x0, y: y0, width: 0, height: 0 }, FREE_END_PX),
    grow({ x: x1, y: y1, width: 0, height: 0 }, FREE_END_PX),
  ];
}

function createRouteGrid({ clip, spans, points, names, care }: RouteInput): CrossingGrid {
  const { own = [], curves = [] } = care ?? {};
  return createCrossingGrid(clip, [spans, points, names, own, curves]);
}

/** What the curves of one picture go through. */
export function createLinkGrid({
  clip,
  spans,
  points,
  names,
}: Pick<RouteInput, 'clip' | 'spans' | 'points' | 'names'>): CrossingGrid {
  return createCrossingGrid(clip, [spans, points, names]);
}

/** A curve without a word, the best of nine between the places that face each other most: for pictures with many. */
export function routePlainly(
  { from, to, clip, taken }: Pick<RouteInput, 'from' | 'to' | 'clip' | 'taken'>,
  grid: CrossingGrid,
): Points | undefined {
  const [dx, dy] = [centreX(to) - centreX(from), centreY(to) - centreY(from)];
  const starts = mostFacing(portsOf(from, centreX(to), clip), dx, dy);
  const ends = mostFacing(portsOf(to, centreX(from), clip), -dx, -dy);
  const candidates = starts.flatMap((start) =>
    ends.map((end) => {
      const points = curve(start, end, PLAIN_BEND, MOST_CAREFUL_BEND_PX);
      return rate(points, grid, { taken, costs: COSTS });
    }),
  );
  return candidates.toSorted((a, b) => a.cost - b.cost)[0]?.points;
}

function mostFacing(ports: readonly Port[], dx: number, dy: number): readonly Port[] {
  return ports
    .toSorted((a, b) => b.nx * dx + b.ny * dy - (a.nx * dx + a.ny * dy))
    .slice(0, PLAIN_PORTS);
}

function curvesBetween({ from, to, clip, care }: RouteInput): Points[] {
  const [dx, dy] = [centreX(to) - centreX(from), centreY(to) - centreY(from)];
  const starts = facing(portsOf(from, centreX(to), clip), dx, dy);
  const ends = facing(portsOf(to, centreX(from), clip), -dx, -dy);
  const bends = care ? CAREFUL_BENDS : BENDS;
  const mostPx = care ? MOST_CAREFUL_BEND_PX : MOST_BEND_PX;
  return starts.flatMap((start) =>
    ends.flatMap((end) => bends.map((bend) => curve(start, end, bend, mostPx))),
  );
}

/** Places on the side of a mark towards the other, and those at right angles to it; all, if there are too few. */
function facing(ports: readonly Port[], dx: number, dy: number): readonly Port[] {
  const least = -AWAY * Math.hypot(dx, dy);
  const some = ports.filter(({ nx, ny }) => nx * dx + ny * dy >= least);
  return some.length < LEAST_PORTS ? ports : some;
}

function curve(start: Port, end: Port, bend: Bend, mostPx: number): Points {
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  const offPx = (share: number) => Math.min(mostPx, Math.max(LEAST_BEND_PX, share * distance));
  const [k, l] = [offPx(bend[0]), offPx(bend[1])];
  return [
    start.x,
    start.y,
    start.x + k * start.nx,
    start.y + k * start.ny,
    end.x + l * end.nx,
    end.y + l * end.ny,
    end.x,
    end.y,
  ];
}

function rate(
  points: Points,
  grid: CrossingGrid,
  { taken, costs }: Pick<RouteInput, 'taken'> & { readonly costs: typeof COSTS },
): Candidate {
  const { lengthPx, outside, counts, innerPx } = grid.follow(points);
  const [spans = 0, marks = 0, others = 0, own = 0] = counts;
  const [, , otherPx = 0, ownPx = 0, alongPx = 0] = innerPx;
  const names = others + own;
  const namesPx = otherPx + ownPx;
  const straightPx = Math.hypot(points[6] - points[0], points[7] - points[1]);
  const cost =
    costs.name * names +
    costs.own * own +
    costs.inName * namesPx +
    costs.along * alongPx +
    costs.point * marks +
    costs.span * spans +
    costs.taken * taken.filter((place) => isNearAnEnd(points, place)).length +
    (outside ? costs.outside : 0) +
    costs.detour * (lengthPx - straightPx) +
    costs.length * lengthPx +
    costs.turn * turnOf(points);
  // Sums of the same parts in another order differ in their last digits; a tie must stay one.
  return { points, crossed: names, crossedPx: namesPx, cost: Math.round(cost * 1e6) / 1e6 };
}

/** How far a curve sets out and arrives the wrong way round: 0 for straight, 4 for wholly so. */
function turnOf([x0, y0, ax, ay, bx, by, x1, y1]: Points): number {
  const turn = (dx: number, dy: number) => {
    const px = Math.hypot(dx, dy) * Math.hypot(x1 - x0, y1 - y0);
    return px === 0 ? 0 : 1 - (dx * (x1 - x0) + dy * (y1 - y0)) / px;
  };
  return turn(ax - x0, ay - y0) + turn(x1 - bx, y1 - by);
}

function isNearAnEnd([x0, y0, , , , , x1, y1]: Points, [x, y]: readonly [number, number]): boolean {
  // Squares, since `Math.hypot` takes many times as long and this is asked a hundred thousand times a picture.
  const least = APART_PX ** 2;
  return (x0 - x) ** 2 + (y0 - y) ** 2 < least || (x1 - x) ** 2 + (y1 - y) ** 2 < least;
}

function findPill(
  { pill, clip }: RouteInput,
  points: Points,
  blocked: readonly Box[],
): Box | undefined {
  for (const t of PILL_PLACES) {
    const [x, y] = curvePoint(points, t);
    const box: Box = { x: x - pill.width / 2, y: y - pill.height / 2, ...pill };
    const room = grow(box, PILL_MARGIN_PX);
    if (!holds(clip, room.x, room.y)) continue;
    if (!holds(clip, room.x + room.width, room.y + room.height)) continue;
    if (!blocked.some((other) => overlap(other, room))) return box;
  }
  return undefined;
}

/** Round a point, eight places on its ring; at a span, its ends and some places along what is seen of its long sides. */
function portsOf({ box, shape, offPx }: LinkEnd, towardX: number, clip: Box): Port[] {
  if (box.width > 1.3 * box.height) return spanPorts(ringOf(box, offPx), towardX, clip);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return Array.from({ length: 8 }, (_, i) => {
    const angle = (i * Math.PI) / 4;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const r = ringRadius(shape, box, offPx, [Math.abs(nx), Math.abs(ny)]);
    return { x: x + r * nx, y: y + r * ny, nx, ny };
  });
}

/** From the centre of a mark to its ring, in a direction; the shapes of `ringShapes`. */
function ringRadius(
  shape: DomainStyle['shape'],
  box: Box,
  offPx: number,
  [nx, ny]: readonly [number, number],
): number {
  const half = Math.max(box.width, box.height) / 2;
  if (shape === 'square') return (half + offPx) / Math.max(nx, ny);
  if (shape === 'diamond') return (half + offPx * Math.SQRT2) / (nx + ny);
  return half + offPx;
}

/** The line round a span, as `ringShapes` draws it. */
function ringOf(box: Box, offPx: number): Box {
  const wide = grow(box, offPx);
  const offY = spanOffPx(offPx);
  return { ...wide, y: box.y - offY, height: box.height + 2 * offY };
}

function spanPorts(box: Box, towardX: number, clip: Box): Port[] {
  const left = Math.max(box.x, clip.x);
  const right = Math.min(box.x + box.width, clip.x + clip.width);
  const middle = box.y + box.height / 2;
  const inset = Math.min(10, (right - left) / 4);
  const xs = [left + inset, (3 * left + right) / 4, (left + right) / 2, right - inset, towardX].map(
    (x) => Math.min(right - inset, Math.max(left + inset, x)),
  );
  return [
    ...(left === box.x ? [{ x: left, y: middle, nx: -1, ny: 0 }] : []),
    ...(right === box.x + box.width ? [{ x: right, y: middle, nx: 1, ny: 0 }] : []),
    ...[...new Set(xs)].flatMap((x) => [
      { x, y: box.y, nx: 0, ny: -1 },
      { x, y: box.y + box.height, nx: 0, ny: 1 },
    ]),
  ];
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function grow(box: Box, byPx: number): Box {
  return {
    x: box.x - byPx,
    y: box.y - byPx,
    width: box.width + 2 * byPx,
    height: box.height + 2 * byPx,
  };
}

function centreX({ box }: LinkEnd): number {
  return box.x + box.width / 2;
}

function centreY({ box }: LinkEnd): number {
  return box.y + box.height / 2;
}
