import type { Day, Span } from '../time/day';
import type { Lang } from '../time/lang';
import type { LabelSpacing, Tick } from '../time/ticks';
import type { Projection } from './projection';
import type { Font, Ink, MeasureText, TextShape } from './scene';

export interface AxisInput {
  readonly view: Span;
  readonly widthPx: number;
  /** Of the axis: 42 on screen. */
  readonly heightPx: number;
  /** Of the ground below it that the grid lines cross. */
  readonly gridHeightPx: number;
  readonly lang: Lang;
  /** Whether years by Japan's eras stand beside the others. */
  readonly showEras: boolean;
  readonly todayDay?: Day;
  readonly measure: MeasureText;
  /** In exports: a label that does not stand whole in the picture is left out instead of cut by its edge. */
  readonly wholeLabels?: boolean;
}

export interface AxisRow {
  readonly input: AxisInput;
  readonly projection: Projection;
  /** Ticks and their years stand alone, with no row above. */
  readonly oneRow: boolean;
}

const UPPER_FONT: Font = { family: 'ui', sizePx: 12, weight: 650 };
const STRONG_FONT: Font = { family: 'ui', sizePx: 11, weight: 600 };
const PLAIN_FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };
const ERA_FONT: Font = PLAIN_FONT;

/** From a tick to its label, and from a year to its era. */
const PAD_PX = 6;
/** Between labels; else every second one goes. */
const LABEL_GAP_PX = 12;
const UPPER_BASELINE_PX = 15.5;
const LOWER_BASELINE_FROM_FOOT_PX = 8;

/** In the middle of a pixel, so that lines stay sharp. */
export function tickX(day: Day, { projection }: AxisRow): number {
  return Math.floor(projection.xOf(day)) + 0.5;
}

interface LabelLook {
  readonly font: Font;
  readonly ink: Ink;
  readonly lang: Lang;
  readonly y: number;
}

/** Labels stick to the left edge until the next one pushes them out; the era goes first when room is short. */
export function upperLabels(ticks: readonly Tick[], row: AxisRow): TextShape[] {
  const { lang, heightPx } = row.input;
  const y = row.oneRow ? Math.round(heightPx / 2) + 5.5 : UPPER_BASELINE_PX;
  const look: LabelLook = { font: UPPER_FONT, ink: 'ink-1', lang, y };
  return ticks.flatMap((tick, i) => {
    const stickyX = row.oneRow ? tickX(tick.day, row) : Math.max(tickX(tick.day, row), 0);
    const next = ticks[i + 1];
    const nextX = next ? tickX(next.day, row) : Number.POSITIVE_INFINITY;
    const endX = nextX + PAD_PX - LABEL_GAP_PX;
    return upperLabel(tick, { x: stickyX + PAD_PX, endX, look }, row);
  });
}

function upperLabel(
  tick: Tick,
  { x: wantedX, endX, look }: { x: number; endX: number; look: LabelLook },
  { input, oneRow }: AxisRow,
): TextShape[] {
  const { measure, widthPx, showEras, wholeLabels } = input;
  const labelPx = measure(tick.label, UPPER_FONT);
  const x = Math.min(wantedX, endX - labelPx);
  const isSeen = x + labelPx > 0 && x + labelPx <= widthPx;
  if (!isSeen || (x < 0 && (wholeLabels || oneRow))) return [];
  const label = textShape(tick.label, x, look);
  const eraX = x + labelPx + PAD_PX;
  const hasRoom = (era: string) => eraX + measure(era, ERA_FONT) <= Math.min(endX, widthPx);
  if (!showEras || tick.era === undefined || !hasRoom(tick.era)) return [label];
  return [label, eraShape(tick.era, eraX, look.y)];
}

/** Thinned by a tick's own index and the scale alone, so that panning never changes which labels stand. */
export function lowerLabels(
  ticks: readonly Tick[],
  spacing: LabelSpacing,
  row: AxisRow,
): TextShape[] {
  const { lang, heightPx, measure, showEras, widthPx } = row.input;
  const { stride, textOf } = thinning(spacing, row);
  const slotPx = spacing.leastDays * stride * row.projection.pxPerDay;
  const y = heightPx - LOWER_BASELINE_FROM_FOOT_PX;
  return ticks.flatMap((tick) => {
    if (tick.index % stride !== 0) return [];
    const font = tick.strong ? STRONG_FONT : PLAIN_FONT;
    const text = textOf(tick);
    const x = tickX(tick.day, row) + PAD_PX;
    const labelPx = measure(text, font);
    if (x < 0 || x + labelPx > widthPx) return [];
    const label = textShape(text, x, { font, ink: tick.strong ? 'ink-1' : 'ink-3', lang, y });
    if (!showEras || tick.era === undefined) return [label];
    const bothPx = labelPx + PAD_PX + measure(tick.era, ERA_FONT);
    if (bothPx + LABEL_GAP_PX > slotPx || x + bothPx > widthPx) return [label];
    return [label, eraShape(tick.era, x + labelPx + PAD_PX, y)];
  });
}

interface Thinning {
  readonly stride: number;
  readonly textOf: (tick: Pick<Tick, 'label' | 'short'>) => string;
}

const longText: Thinning['textOf'] = (tick) => tick.label;
const shortText: Thinning['textOf'] = (tick) => tick.short ?? tick.label;

function thinning(
  { leastDays, strides, widest }: LabelSpacing,
  { input, projection }: AxisRow,
): Thinning {
  const widthOf = (textOf: Thinning['textOf']) =>
    Math.max(...widest.map((tick) => input.measure(textOf(tick), STRONG_FONT)));
  const forms = [longText, shortText].map((textOf) => ({
    textOf,
    neededPx: widthOf(textOf) + LABEL_GAP_PX,
  }));
  for (const stride of strides) {
    const slotPx = leastDays * stride * projection.pxPerDay;
    const form = forms.find(({ neededPx }) => neededPx <= slotPx);
    if (form) return { stride, textOf: form.textOf };
  }
  return { stride: strides.at(-1) ?? 1, textOf: shortText };
}

function textShape(text: string, x: number, { font, ink, lang, y }: LabelLook): TextShape {
  return { kind: 'text', text, lang, x, y, font, ink, align: 'start' };
}

function eraShape(era: string, x: number, y: number): TextShape {
  return textShape(era, x, { font: ERA_FONT, ink: 'ink-3', lang: 'ja', y });
}
