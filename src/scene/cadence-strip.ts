import type { Cadence, CadenceGap, Occasion, PlannedNext } from '../query/cadence';
import type { Day } from '../time/day';
import { type CadenceWords, layoutCadenceTexts } from './cadence-texts';
import type { Box, Ink, MeasureText, SceneNode, Shape, Stroke } from './scene';

export interface CadenceStripInput {
  readonly cadence: Cadence;
  /** x of a day, fractions and all: a frame's own. */
  readonly xOf: (day: Day) => number;
  readonly widthPx: number;
  /** Where the strip begins; it is CADENCE_STRIP_PX high. */
  readonly topPx: number;
  readonly lang: string;
  readonly words: CadenceWords;
  readonly measure: MeasureText;
  /** In exports: a title that does not stand whole in the picture is left out instead of cut by its edge. */
  readonly wholeTexts?: boolean;
  /** Of ticks and lines; left out: plain ink. */
  readonly ink?: Ink;
}

/** What the pointer meets; the last one painted comes last. */
export type CadenceHit =
  | { readonly kind: 'cadence-gap'; readonly gap: CadenceGap; readonly box: Box }
  | { readonly kind: 'cadence-silence'; readonly box: Box }
  | {
      readonly kind: 'cadence-occasion';
      readonly box: Box;
      readonly rows: readonly number[];
      /** Of those that share a tick. */
      readonly first: Occasion;
      readonly last: Occasion;
      /** From the one before the first; undefined where there is none. */
      readonly since: CadenceGap | undefined;
    }
  | { readonly kind: 'cadence-next'; readonly row: number; readonly box: Box };

export interface CadenceStrip {
  readonly heightPx: number;
  readonly nodes: readonly SceneNode[];
  readonly hits: readonly CadenceHit[];
  /** Where its texts stand; the as-of line leaves them clear. */
  readonly texts: readonly Box[];
}

export const CADENCE_STRIP_PX = 26;
const LINE_Y = 19;
const TICK_PX = { width: 1.5, height: 9 };
/** Of the longest gap; others in proportion. */
const MOST_LINE_PX = 5;
const LEAST_LINE_PX = 1;
/** Between a tick and the line beside it. */
const CLEAR_PX = 2.5;
/** Ticks that would stand closer are one. */
const LEAST_STEP_PX = 2;
/** Lines end that far outside the view, so that giant coordinates never reach a canvas. */
const CUT_PX = 20;
const NEXT_R = 3.5;
/** So wide must an inexact start be to be shown as a range. */
const LEAST_SOFT_PX = 5;
const SILENCE_DASH = [4, 3];

/** Occasions that share a tick. */
interface Tick {
  readonly first: Occasion;
  readonly last: Occasion;
  readonly firstAt: number;
  readonly endAt: number;
}

interface Strip extends CadenceStripInput {
  readonly ink: Ink;
  readonly lineY: number;
  readonly longestDays: number;
}

/**
 * A cadence as intervals: a tick where something took place, between ticks a line, the thicker the longer, the longest in
 * full ink and named; the present silence is dashed up to the as-of line, the next that is planned a hollow ring. Ticks
 * that would touch are one, by periods of time and not of the screen, so panning moves the strip and changes nothing.
 * O(shown × log n).
 */
export function layoutCadenceStrip(input: CadenceStripInput): CadenceStrip {
  const { cadence, topPx, widthPx } = input;
  const strip: Strip = {
    ...input,
    ink: input.ink ?? 'ink-2',
    lineY: topPx + LINE_Y,
    longestDays: cadence.rhythm?.longest.days ?? 0,
  };
  const ticks = ticksShown(strip);
  const gaps = gapsShown(strip, ticks);
  const names = layoutCadenceTexts({ ...input, gaps: gaps.map(({ gap }) => gap) });
  const box: Box = { x: 0, y: topPx, width: widthPx, height: CADENCE_STRIP_PX };
  const silence = layoutSilence(strip);
  const next = cadence.next && layoutNext(strip, cadence.next);
  const nodes: SceneNode[] = [
    ...ticks.flatMap((tick) => layoutSoft(strip, tick.first)),
    ...gaps.flatMap((each) => layoutGap(strip, each)),
    ...silence.nodes,
    ...ticks.map((tick) => layoutTick(strip, tick)),
    ...(next?.nodes ?? []),
    ...names.nodes,
  ];
  return {
    heightPx: CADENCE_STRIP_PX,
    nodes: [{ kind: 'group', label: 'cadence', clip: box, nodes }],
    hits: [
      ...gaps.map(({ gap, x0, x1 }): CadenceHit => {
        return { kind: 'cadence-gap', gap, box: { ...box, x: x0, width: x1 - x0 } };
      }),
      ...silence.hits,
      ...ticks.map((tick): CadenceHit => tickHit(strip, tick)),
      ...(next?.hits ?? []),
    ],
    texts: names.boxes,
  };
}

/** What of the strip lies at an x, the last one painted. */
export function findCadenceHit({ hits }: CadenceStrip, x: number): CadenceHit | undefined {
  return hits.findLast(({ box }) => box.x <= x && x < box.x + box.width);
}

/** Where a start stands: at noon, as marks of one day do. */
export function startX(xOf: (day: Day) => number, day: Day): number {
  return xOf(day + 0.5);
}

/** Periods of 1, 2, 4 … days, by the scale alone. */
function periodDays(xOf: (day: Day) => number): number {
  const pxPerDay = xOf(1) - xOf(0);
  // Scales that differ by rounding alone, as those of a panned view do, get the same period.
  return 2 ** Math.max(0, Math.ceil(Math.log2(LEAST_STEP_PX / pxPerDay) - 1e-6));
}

function ticksShown({ cadence: { occasions }, xOf, widthPx }: Strip): Tick[] {
  const period = periodDays(xOf);
  const periodOf = (at: number) => Math.floor((occasions[at]?.day ?? Infinity) / period);
  let at = firstAt(occasions, (day) => startX(xOf, day) >= -CUT_PX);
  // The whole of the period that the edge cuts.
  const firstDay = periodOf(at) * period;
  at = firstAt(occasions, (day) => day >= firstDay);
  const ticks: Tick[] = [];
  for (let endAt = at; at < occasions.length; at = endAt) {
    const first = occasions[at];
    if (!first || startX(xOf, first.day) > widthPx + CUT_PX) break;
    const endDay = (periodOf(at) + 1) * period;
    endAt = firstAt(occasions, (day) => day >= endDay);
    ticks.push({ first, last: occasions[endAt - 1] ?? first, firstAt: at, endAt });
  }
  return ticks;
}

/** Index of the first whose day passes a test that all later ones pass too. */
function firstAt(occasions: readonly Occasion[], test: (day: Day) => boolean): number {
  let low = 0;
  let high = occasions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(occasions[middle]?.day ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface ShownGap {
  readonly gap: CadenceGap;
  /** Cut near the view's edges. */
  readonly x0: number;
  readonly x1: number;
}

/** The gap before each tick, and the one that leaves the view, or spans the whole of it. */
function gapsShown({ cadence, xOf, widthPx }: Strip, ticks: readonly Tick[]): ShownGap[] {
  const last = ticks.at(-1);
  const afterLast = last
    ? last.endAt
    : firstAt(cadence.occasions, (day) => startX(xOf, day) >= -CUT_PX);
  return [...ticks.map((tick) => tick.firstAt), afterLast].flatMap((at) => {
    const gap = cadence.gaps[at - 1];
    if (!gap) return [];
    const x0 = Math.max(-CUT_PX, startX(xOf, gap.from.day));
    const x1 = Math.min(widthPx + CUT_PX, startX(xOf, gap.to.day));
    return x1 > x0 ? [{ gap, x0, x1 }] : [];
  });
}

function layoutGap(strip: Strip, { gap, x0, x1 }: ShownGap): Shape[] {
  const { cadence, longestDays, ink } = strip;
  const isLongest = gap === cadence.rhythm?.longest;
  const share = longestDays > 0 ? gap.days / longestDays : 0;
  const widthPx = LEAST_LINE_PX + (MOST_LINE_PX - LEAST_LINE_PX) * share;
  const line = { ink: isLongest ? 'ink-1' : ink, widthPx } as const;
  return lineBetween(strip, x0, x1, line).map((shape) =>
    isLongest ? shape : { ...shape, opacity: 0.62 },
  );
}

/** Clear of the ticks at its ends; nothing where it has no room. */
function lineBetween({ lineY }: Strip, x0: number, x1: number, stroke: Stroke): Shape[] {
  if (x1 - x0 <= 2 * CLEAR_PX) return [];
  const points = [x0 + CLEAR_PX, lineY, x1 - CLEAR_PX, lineY];
  return [{ kind: 'polygon', points, closed: false, stroke }];
}

function layoutTick({ xOf, lineY, ink }: Strip, { first }: Tick): Shape {
  const { width, height } = TICK_PX;
  const x = startX(xOf, first.day) - width / 2;
  return { kind: 'rect', x, y: lineY - height / 2, width, height, fill: ink };
}

function tickHit({ xOf, topPx, cadence }: Strip, tick: Tick): CadenceHit {
  const x0 = startX(xOf, tick.first.day) - 3;
  const x1 = startX(xOf, tick.last.day) + 3;
  return {
    kind: 'cadence-occasion',
    box: { x: x0, y: topPx, width: x1 - x0, height: CADENCE_STRIP_PX },
    first: tick.first,
    last: tick.last,
    since: cadence.gaps[tick.firstAt - 1],
    get rows() {
      return cadence.occasions.slice(tick.firstAt, tick.endAt).flatMap((each) => each.rows);
    },
  };
}

/** The days on which something inexact may have begun, fading to both ends. */
function layoutSoft(
  { xOf, lineY, widthPx, ink }: Strip,
  { minDay, maxDay }: Pick<Occasion, 'minDay' | 'maxDay'>,
): Shape[] {
  const x0 = Math.max(-CUT_PX, xOf(minDay));
  const x1 = Math.min(widthPx + CUT_PX, xOf(maxDay + 1));
  if (minDay === maxDay || x1 - x0 < LEAST_SOFT_PX) return [];
  const stops = [0, 0.35, 0.65, 1].map((offset, i) => ({
    offset,
    ink,
    opacity: i === 0 || i === 3 ? 0 : 0.28,
  }));
  const { height } = TICK_PX;
  const box = { x: x0, y: lineY - height / 2, width: x1 - x0, height };
  return [{ kind: 'rect', ...box, fill: { x0, x1, stops } }];
}

function layoutSilence(strip: Strip): { nodes: Shape[]; hits: CadenceHit[] } {
  const { cadence, xOf, widthPx, topPx } = strip;
  const last = cadence.occasions.at(-1);
  if (!last || !cadence.silence) return { nodes: [], hits: [] };
  const x0 = Math.max(-CUT_PX, startX(xOf, last.day));
  const x1 = Math.min(widthPx + CUT_PX, xOf(cadence.throughDay + 1));
  if (x1 <= x0) return { nodes: [], hits: [] };
  const isLongest = cadence.silence.isLongest;
  const stroke: Stroke = {
    ink: isLongest ? 'ink-1' : strip.ink,
    widthPx: isLongest ? 2.5 : 1.5,
    dash: SILENCE_DASH,
  };
  const box = { x: x0, y: topPx, width: x1 - x0, height: CADENCE_STRIP_PX };
  return {
    nodes: lineBetween(strip, x0, x1 + CLEAR_PX, stroke),
    hits: [{ kind: 'cadence-silence', box }],
  };
}

/** As marks of what lies ahead look: outlined, the less sure the looser. */
const NEXT_STROKES: Readonly<Record<string, Omit<Stroke, 'ink'>>> = {
  scheduled: { widthPx: 1.5 },
  postponed: { widthPx: 1.5 },
  expected: { widthPx: 1.5, dash: [3.5, 2.5] },
  possible: { widthPx: 1.75, dash: [0.1, 3], cap: 'round' },
};

function layoutNext(
  strip: Strip,
  next: PlannedNext,
): { nodes: Shape[]; hits: CadenceHit[] } | undefined {
  const { xOf, widthPx, topPx, lineY, ink } = strip;
  const x = startX(xOf, next.day);
  if (x < -CUT_PX || x > widthPx + CUT_PX) return undefined;
  const stroke: Stroke = { ink, widthPx: 1.5, ...NEXT_STROKES[next.status] };
  const ring: Shape = { kind: 'circle', x, y: lineY, r: NEXT_R, fill: 'canvas', stroke };
  const box = { x: x - 6, y: topPx, width: 12, height: CADENCE_STRIP_PX };
  return {
    nodes: [...layoutSoft(strip, next), ring],
    hits: [{ kind: 'cadence-next', row: next.row, box }],
  };
}
