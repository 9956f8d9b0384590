import type { TenorSampler } from '../query/tenor';
import { type TenorWindow, tenorWindowAt } from '../query/tenor-window';
import type { Span } from '../time/day';
import { projectionOf } from './projection';
import type { Box, FadeFill, Ink, MeasureText, SceneNode, Shape } from './scene';
import { type Height, type TenorPlace, tenorRuns, withCrossings } from './tenor-curve';
import { tenorHatch } from './tenor-hatch';
import { layoutTenorHead, type TenorWords } from './tenor-head';
import { layoutTenorLows } from './tenor-lows';

export interface TenorRibbonInput {
  /** Keep it as long as table and filter are the same: it holds the samples of earlier frames. */
  readonly sampler: TenorSampler;
  readonly view: Span;
  readonly widthPx: number;
  /** Where the ribbon begins: under the axis. */
  readonly topPx: number;
  /** TENOR_RIBBON_PX, or less where there is less room. */
  readonly heightPx: number;
  readonly lang: string;
  readonly words: TenorWords;
  /** What is written at a low: undefined for nothing. Asked for the few lows that are named. */
  readonly nameLow?: (day: number, window: TenorWindow) => string | undefined;
  readonly measure: MeasureText;
  /** In a picture that nobody points into. */
  readonly isStill?: boolean | undefined;
}

/** What the pointer meets: the ribbon, and over it the button that tells how it is made. */
export type TenorHit =
  | { readonly kind: 'tenor'; readonly box: Box }
  | { readonly kind: 'tenor-method'; readonly box: Box };

export interface TenorRibbon {
  readonly heightPx: number;
  readonly nodes: readonly SceneNode[];
  readonly hits: readonly TenorHit[];
  /** Where its texts stand; the as-of line leaves them clear. */
  readonly texts: readonly Box[];
  readonly window: TenorWindow;
  readonly zeroY: number;
  readonly pxPerPoint: number;
}

/** With 24 px for each point of tenor. */
export const TENOR_RIBBON_PX = 130;
const HEAD_PX = 31;
const FOOT_PX = 3;
const MOST_PX_PER_POINT = 24;
const POINTS = 2;
const BAND_OPACITY = 0.24;
/** Between the stops of a fade, in samples. */
const STOP_EVERY = 4;

interface Ribbon extends TenorRibbonInput {
  readonly zeroY: number;
  readonly pxPerPoint: number;
  readonly originX: number;
}

/**
 * The ribbon of cooperation and conflict: pale above the zero line, hatched below, a line along both with a band of one
 * standard error to either side. All of it fades where few events stand behind it, and where there are none there is
 * nothing. Costs what is in view; panning moves it and changes nothing.
 */
export function layoutTenorRibbon(input: TenorRibbonInput): TenorRibbon {
  const { view, widthPx, topPx, heightPx, sampler } = input;
  const { xOf, pxPerDay } = projectionOf(view, widthPx);
  const window = tenorWindowAt(pxPerDay);
  const pxPerPoint = Math.max(
    0,
    Math.min(MOST_PX_PER_POINT, (heightPx - HEAD_PX - FOOT_PX) / (2 * POINTS)),
  );
  const zeroY = topPx + HEAD_PX + POINTS * pxPerPoint;
  const ribbon: Ribbon = { ...input, zeroY, pxPerPoint, originX: xOf(0) };
  const samples = sampler.samplesIn(view, window);
  const runs = tenorRuns(samples, { endDay: sampler.asOfDay + 1, xOf });
  const box: Box = { x: 0, y: topPx, width: widthPx, height: heightPx };
  const head = layoutTenorHead({ ...input, window, middleY: topPx + 15 });
  const lows = layoutTenorLows({
    ...input,
    window,
    pxPerDay,
    xOf,
    zeroY,
    pxPerPoint,
    heads: head.texts,
  });
  const nodes: SceneNode[] = [
    rule(zeroY, widthPx, 'line-3'),
    ...runs.flatMap((run) => layoutRun(ribbon, run)),
    ...lows.nodes,
    ...head.nodes,
    rule(topPx + heightPx - 0.5, widthPx, 'line-2'),
  ];
  return {
    heightPx,
    nodes: [{ kind: 'group', label: 'tenor', clip: box, nodes }],
    hits: [
      { kind: 'tenor', box },
      { kind: 'tenor-method', box: head.button },
    ],
    texts: [...head.texts, ...lows.texts],
    window,
    zeroY,
    pxPerPoint,
  };
}

function rule(y: number, widthPx: number, ink: Ink): Shape {
  return {
    kind: 'polygon',
    points: [0, y, widthPx, y],
    closed: false,
    stroke: { ink, widthPx: 1 },
  };
}

function layoutRun(ribbon: Ribbon, run: readonly TenorPlace[]): SceneNode[] {
  const { zeroY, pxPerPoint, originX, widthPx } = ribbon;
  const heights = withCrossings(run.map(({ x, value }) => [x, value * pxPerPoint] as const));
  const yOf = (value: number) => zeroY - Math.max(-POINTS, Math.min(POINTS, value)) * pxPerPoint;
  const rising = run.flatMap(({ x, value, error }) => [x, yOf(value + error)]);
  const falling = run.toReversed().flatMap(({ x, value, error }) => [x, yOf(value - error)]);
  const line: Shape = {
    kind: 'polygon',
    points: heights.flatMap(([x, height]) => [x, zeroY - height]),
    closed: false,
    stroke: { ink: 'tenor-line', widthPx: 1.25, fade: fadeOf(run, 'tenor-line') },
  };
  return [
    areaAbove(heights, zeroY, fadeOf(run, 'tenor-up')),
    {
      kind: 'group',
      label: 'conflict',
      nodes: tenorHatch({
        heights,
        zeroY,
        originX,
        leftX: 0,
        rightX: widthPx,
        strengthAt: strengthsOf(run),
      }),
    },
    {
      kind: 'polygon',
      points: [...rising, ...falling],
      closed: true,
      fill: fadeOf(run, 'ink-3', BAND_OPACITY),
    },
    line,
  ];
}

function areaAbove(heights: readonly Height[], zeroY: number, fill: FadeFill): Shape {
  const [first, last] = [heights[0]?.[0] ?? 0, heights.at(-1)?.[0] ?? 0];
  const top = heights.flatMap(([x, height]) => [x, zeroY - Math.max(0, height)]);
  return { kind: 'polygon', points: [first, zeroY, ...top, last, zeroY], closed: true, fill };
}

function fadeOf(run: readonly TenorPlace[], ink: Ink, most = 1): FadeFill {
  const x0 = run[0]?.x ?? 0;
  const x1 = run.at(-1)?.x ?? x0 + 1;
  const stops = run
    .filter((_, i) => i % STOP_EVERY === 0 || i === run.length - 1)
    .map(({ x, strength }) => ({
      offset: (x - x0) / (x1 - x0),
      ink,
      opacity: most * strength,
    }));
  return { x0, x1, stops };
}

/** The strength at the place before an x, for an x that never falls by much. */
function strengthsOf(run: readonly TenorPlace[]): (x: number) => number {
  return (x) => {
    let [low, high] = [0, run.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((run[middle]?.x ?? 0) <= x) low = middle;
      else high = middle - 1;
    }
    return run[low]?.strength ?? 0;
  };
}
