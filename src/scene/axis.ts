import type { Day, Span } from '../time/day';
import type { Lang } from '../time/lang';
import { axisTicks, type LabelSpacing, type Tick } from '../time/ticks';
import { type Projection, projectionOf } from './projection';
import type { Font, Group, Ink, MeasureText, PolygonShape, SceneNode, TextShape } from './scene';

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

export interface Axis {
  /** y from 0 to `heightPx`. */
  readonly axis: Group;
  /** y from `heightPx` to `heightPx + gridHeightPx`. */
  readonly grid: Group;
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
/** Where ticks of the lower row begin; those of the upper row cross the whole axis. */
const LOWER_TICK_TOP_PX = 18.5;
const SINGLE_ROW_TICK_PX = { year: 9, other: 5 } as const;
const TODAY_TICK_PX = 4;

/** The axis of VISUAL.md §6 and the grid lines that go down from it. */
export function layoutAxis(input: AxisInput): Axis {
  const { view, widthPx, heightPx, gridHeightPx } = input;
  const projection = projectionOf(view, widthPx);
  const { upper, lower, lowerSpacing } = axisTicks(view, projection.pxPerDay, input.lang);
  const row: Row = { input, projection, oneRow: upper.length === 0 };
  const lines = tickLines(upper, lower, row);
  const axis: SceneNode[] = [
    ...lines.map(({ x, topPx, tick }) => verticalLine(x, [topPx, heightPx], tick.weight)),
    footLine(widthPx, heightPx),
    ...upperLabels(upper, row),
    ...(row.oneRow
      ? upperLabels(lower.filter(hasLabel), row)
      : lowerLabels(lower, lowerSpacing, row)),
    ...todayTick(row),
  ];
  const box = { x: 0, width: widthPx };
  return {
    axis: { kind: 'group', label: 'axis', clip: { ...box, y: 0, height: heightPx }, nodes: axis },
    grid: {
      kind: 'group',
      label: 'grid',
      clip: { ...box, y: heightPx, height: gridHeightPx },
      nodes: lines.map(({ x, tick }) =>
        verticalLine(x, [heightPx, heightPx + gridHeightPx], tick.weight),
      ),
    },
  };
}

interface Row {
  readonly input: AxisInput;
  readonly projection: Projection;
  /** Ticks and their years stand alone, with no row above. */
  readonly oneRow: boolean;
}

interface TickLine {
  readonly x: number;
  readonly topPx: number;
  readonly tick: Tick;
}

/** One line per day: where both rows have a tick, the upper one's. */
function tickLines(upper: readonly Tick[], lower: readonly Tick[], row: Row): TickLine[] {
  const { heightPx, widthPx } = row.input;
  const upperDays = new Set(upper.map((tick) => tick.day));
  const own = lower.filter((tick) => !upperDays.has(tick.day));
  const topOf = (tick: Tick) =>
    row.oneRow ? heightPx - SINGLE_ROW_TICK_PX[tick.weight] : LOWER_TICK_TOP_PX;
  return [
    ...own.map((tick) => ({ x: tickX(tick.day, row), topPx: topOf(tick), tick })),
    ...upper.map((tick) => ({ x: tickX(tick.day, row), topPx: 0, tick })),
  ].filter(({ x }) => x >= 0 && x <= widthPx);
}

/** In the middle of a pixel, so that lines stay sharp. */
function tickX(day: Day, { projection }: Row): number {
  return Math.floor((day - projection.startDay) * projection.pxPerDay) + 0.5;
}

function verticalLine(
  x: number,
  [topPx, bottomPx]: readonly [number, number],
  weight: Tick['weight'],
): PolygonShape {
  return {
    kind: 'polygon',
    points: [x, topPx, x, bottomPx],
    closed: false,
    stroke: weight === 'year' ? { ink: 'line-2', widthPx: 1.25 } : { ink: 'line-1', widthPx: 1 },
  };
}

function footLine(widthPx: number, heightPx: number): PolygonShape {
  return {
    kind: 'polygon',
    points: [0, heightPx - 0.5, widthPx, heightPx - 0.5],
    closed: false,
    stroke: { ink: 'line-2', widthPx: 1 },
  };
}

function todayTick({ input, projection }: Row): PolygonShape[] {
  const { todayDay, heightPx, widthPx } = input;
  if (todayDay === undefined) return [];
  const x = (todayDay + 0.5 - projection.startDay) * projection.pxPerDay;
  if (x < 0 || x > widthPx) return [];
  return [
    {
      kind: 'polygon',
      points: [x, heightPx - TODAY_TICK_PX, x, heightPx],
      closed: false,
      stroke: { ink: 'ink-1', widthPx: 1.5 },
    },
  ];
}

function hasLabel(tick: Tick): boolean {
  return tick.label !== '';
}

interface LabelLook {
  readonly font: Font;
  readonly ink: Ink;
  readonly lang: Lang;
  readonly y: number;
}

/** Labels stick to the left edge until the next one pushes them out; the era goes first when room is short. */
function upperLabels(ticks: readonly Tick[], row: Row): TextShape[] {
  const { lang, heightPx } = row.input;
  const y = row.oneRow ? Math.round(heightPx / 2) + 5.5 : UPPER_BASELINE_PX;
  const look: LabelLook = { font: UPPER_FONT, ink: 'ink-1', lang, y };
  return ticks.flatMap((tick, i) => {
    const stickyX = row.oneRow ? tickX(tick.day, row) : Math.max(tickX(tick.day, row), 0);
    const endX = tickX(ticks[i + 1]?.day ?? tick.endDay, row) + PAD_PX - LABEL_GAP_PX;
    return upperLabel(tick, { x: stickyX + PAD_PX, endX, look }, row);
  });
}

function upperLabel(
  tick: Tick,
  { x: wantedX, endX, look }: { x: number; endX: number; look: LabelLook },
  { input }: Row,
): TextShape[] {
  const { measure, widthPx, showEras, wholeLabels } = input;
  const labelPx = measure(tick.label, UPPER_FONT);
  const x = Math.min(wantedX, endX - labelPx);
  const isSeen = x + labelPx > 0 && x + labelPx <= widthPx;
  if (!isSeen || (x < 0 && wholeLabels)) return [];
  const label = textShape(tick.label, x, look);
  const eraX = x + labelPx + PAD_PX;
  const hasRoom = (era: string) => eraX + measure(era, ERA_FONT) <= Math.min(endX, widthPx);
  if (!showEras || tick.era === undefined || !hasRoom(tick.era)) return [label];
  return [label, eraShape(tick.era, eraX, look.y)];
}

/** Thinned by a tick's own index and the scale alone, so that panning never changes which labels stand. */
function lowerLabels(ticks: readonly Tick[], spacing: LabelSpacing, row: Row): TextShape[] {
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

function thinning(
  { leastDays, strides, widest }: LabelSpacing,
  { input, projection }: Row,
): Thinning {
  const long: Thinning['textOf'] = (tick) => tick.label;
  const short: Thinning['textOf'] = (tick) => tick.short ?? tick.label;
  const widthOf = (textOf: Thinning['textOf']) =>
    Math.max(...widest.map((tick) => input.measure(textOf(tick), STRONG_FONT)));
  const forms = [long, short].map((textOf) => ({
    textOf,
    neededPx: widthOf(textOf) + LABEL_GAP_PX,
  }));
  for (const stride of strides) {
    const slotPx = leastDays * stride * projection.pxPerDay;
    const form = forms.find(({ neededPx }) => neededPx <= slotPx);
    if (form) return { stride, textOf: form.textOf };
  }
  return { stride: strides.at(-1) ?? 1, textOf: short };
}

function textShape(text: string, x: number, { font, ink, lang, y }: LabelLook): TextShape {
  return { kind: 'text', text, lang, x, y, font, ink, align: 'start' };
}

function eraShape(era: string, x: number, y: number): TextShape {
  return textShape(era, x, { font: ERA_FONT, ink: 'ink-3', lang: 'ja', y });
}
