import { certaintyOf, type TenorSampler, type TenorSamples } from '../query/tenor';
import type { TenorWindow } from '../query/tenor-window';
import type { Span } from '../time/day';
import type { Box, Font, MeasureText, SceneNode, TextShape } from './scene';
import { boxesMeet } from './timeline-axis';
import { wrapBalanced } from './wrap-text';

interface LowsInput {
  readonly sampler: TenorSampler;
  readonly window: TenorWindow;
  readonly view: Span;
  readonly pxPerDay: number;
  readonly xOf: (day: number) => number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly zeroY: number;
  readonly pxPerPoint: number;
  readonly lang: string;
  readonly measure: MeasureText;
  readonly nameLow?: (day: number, window: TenorWindow) => string | undefined;
  /** The ribbon's own head. */
  readonly heads: readonly Box[];
}

const FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };
const LINE_PX = 13;
/** A low is the lowest within that. */
const LOCAL_PX = 40;
/** It is named only if no lower one with a name lies within that: names then never meet. */
const APART_PX = 160;
const WIDEST_PX = APART_PX - 6;
const STEM_PX = 4;
const LEAST_DEPTH = 0.1;
const LEAST_CERTAINTY = 0.12;

/**
 * Names the low points of the relation by what made them, under the line. Which ones, hangs on what lies within 160 px
 * of each, in view or not: panning neither adds nor takes a name that stands in view.
 */
export function layoutTenorLows(input: LowsInput): {
  readonly nodes: readonly SceneNode[];
  readonly texts: readonly Box[];
} {
  const { nameLow, sampler, window, view, pxPerDay, heads } = input;
  if (!nameLow) return { nodes: [], texts: [] };
  const reach = (2 * APART_PX + LOCAL_PX) / pxPerDay;
  const around = { startDay: view.startDay - reach, endDay: view.endDay + reach };
  const samples = sampler.samplesIn(around, window);
  const named = findLows(samples, LOCAL_PX / pxPerDay).flatMap((i) => {
    const day = (samples.first + i) * samples.stepDays;
    const text = day > sampler.asOfDay ? undefined : nameLow(day, window);
    const x = input.xOf(day);
    const low = text === undefined ? undefined : layoutLow(input, samples, { i, x, text });
    return low ? [{ ...low, x, value: samples.value[i] ?? 0 }] : [];
  });
  const lows = named.filter(({ x, value, box }, i) => {
    const isLower = (other: (typeof named)[number], j: number) =>
      Math.abs(other.x - x) < APART_PX && (other.value < value || (other.value === value && j < i));
    return !named.some(isLower) && !heads.some((head) => boxesMeet(head, box));
  });
  return { nodes: lows.flatMap(({ nodes }) => nodes), texts: lows.map(({ box }) => box) };
}

/** Samples below zero that are the lowest within so many days, of equals the earliest. */
function findLows({ value, error, stepDays, count }: TenorSamples, reachDays: number): number[] {
  const reach = Math.ceil(reachDays / stepDays);
  const found: number[] = [];
  const isLow = (i: number) => {
    const own = value[i] ?? 0;
    for (let j = Math.max(0, i - reach); j <= Math.min(count - 1, i + reach); j++) {
      const other = value[j] ?? Number.NaN;
      if (certaintyOf(error[j] ?? Infinity) < LEAST_CERTAINTY) continue;
      if (other < own || (other === own && j < i)) return false;
    }
    return true;
  };
  for (let i = 0; i < count; i++) {
    if (!((value[i] ?? 0) < -LEAST_DEPTH)) continue;
    if (certaintyOf(error[i] ?? Infinity) >= LEAST_CERTAINTY && isLow(i)) found.push(i);
  }
  return found;
}

function layoutLow(
  { measure, xOf, zeroY, pxPerPoint, topPx, heightPx, lang }: LowsInput,
  samples: TenorSamples,
  { i, x, text }: { readonly i: number; readonly x: number; readonly text: string },
): { readonly nodes: SceneNode[]; readonly box: Box } | undefined {
  const widthOf = (part: string) => measure(part, FONT);
  const depthOf = (at: number) => -Math.min(0, samples.value[at] || 0) * pxPerPoint;
  for (const count of [1, 2, 3] as const) {
    const lines = wrapBalanced(text, count, widthOf);
    const width = Math.max(0, ...(lines ?? []).map(widthOf));
    if (!lines || width > WIDEST_PX) continue;
    let depth = depthOf(i);
    for (let at = 0; at < samples.count; at++) {
      const away = Math.abs(xOf((samples.first + at) * samples.stepDays) - x);
      if (away < width / 2 + 4) depth = Math.max(depth, depthOf(at));
    }
    const top = zeroY + depth + STEM_PX;
    if (top + count * LINE_PX > topPx + heightPx - 1) continue;
    const box = { x: x - width / 2, y: top, width, height: count * LINE_PX };
    const stem: SceneNode = {
      kind: 'polygon',
      points: [x, zeroY + depthOf(i) + 1.5, x, top + 1],
      closed: false,
      stroke: { ink: 'ink-3', widthPx: 1 },
    };
    const write = (line: string, row: number): TextShape => ({
      kind: 'text',
      text: line,
      lang,
      x,
      y: top + 10.5 + row * LINE_PX,
      font: FONT,
      ink: 'ink-2',
      align: 'middle',
      halo: { ink: 'canvas', widthPx: 3 },
    });
    return { nodes: [stem, ...lines.map(write)], box };
  }
  return undefined;
}
