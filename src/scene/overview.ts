import { yearText } from '../time/date-words';
import { civilOf, type Day, dayOf, type Span } from '../time/day';
import { binYears, yearsPerColumn } from './overview-bins';
import { overviewColumns, type YearCounts } from './overview-columns';
import { overviewTenor, type TenorPoint } from './overview-tenor';
import { scaleOf } from './projection';
import type { Box, Font, Ink, MeasureText, Scene, SceneNode, Shape, TextShape } from './scene';

export interface OverviewInput {
  readonly counts: YearCounts;
  /** The whole of the strip. */
  readonly extent: Span;
  readonly widthPx: number;
  /** 104, or 52 for the slim strip with neither title nor tenor. */
  readonly heightPx: number;
  readonly asOfDay: Day;
  /** Of title and note. */
  readonly lang: string;
  readonly title: string;
  readonly note: string;
  /** By day, −2 to 2. */
  readonly tenor?: readonly TenorPoint[];
  readonly measure: MeasureText;
}

export interface OverviewBrush {
  /** Edges of the frame. */
  readonly x0: number;
  readonly x1: number;
  /** As drawn, 6 × 20; the room for the pointer is the caller's to widen. */
  readonly handleLeft: Box;
  readonly handleRight: Box;
}

export interface OverviewLayout {
  readonly scene: Scene;
  readonly brush: OverviewBrush;
  readonly xOfDay: (day: Day) => number;
  readonly dayOfX: (x: number) => Day;
}

/** Heights within the strip, in px from its top. */
interface Frame {
  readonly isSlim: boolean;
  readonly left: number;
  readonly right: number;
  /** Top of a column at its cap, and the foot of all columns. */
  readonly top: number;
  readonly base: number;
  readonly zero: number;
  readonly brushTop: number;
  readonly brushFoot: number;
  readonly textY: number;
}

const MARGIN_PX = 16;
const SLIM_BELOW_PX = 80;
const DIM = 0.55;
const HANDLE = { width: 6, height: 20 };
const FRAME_PX = 1.75;
const LEAST_BRUSH_PX = 4;
const LABEL: Font = { family: 'ui', sizePx: 10, weight: 400 };
const TITLE: Font = { family: 'ui', sizePx: 11, weight: 600 };
const NOTE: Font = { family: 'ui', sizePx: 11, weight: 400 };

/**
 * The strip under the timeline: events by year, the tenor, and the frame round what is in view. Gives the strip of any
 * view; what hangs on no view is laid out once.
 */
export function layoutOverview(input: OverviewInput): (view: Span) => OverviewLayout {
  const frame = frameOf(input);
  const { startDay, endDay } = input.extent;
  const whole = { startDay, endDay: Math.max(startDay + 1, endDay) };
  const xOfDay = scaleOf(whole, [frame.left, frame.right]);
  const { widthPx, heightPx } = input;
  const head = frame.isSlim ? [] : heading(input, frame);
  const years = ruler(input, frame, xOfDay);
  const recordIn = record(input, { ...frame, headEnd: endOf(head, input.measure) }, xOfDay);
  const tick = asOfTick(input.asOfDay, frame, xOfDay);
  const dayOfX = (x: number) => xOfDay.invert(x);
  return (view) => {
    const brush = layoutBrush(view, frame, xOfDay);
    const nodes = [...years, ...recordIn(brush), ...head, ...tick, brushGroup(brush, frame)];
    return { scene: { widthPx, heightPx, nodes }, brush, xOfDay, dayOfX };
  };
}

function frameOf({ widthPx, heightPx, tenor }: OverviewInput): Frame {
  const isSlim = heightPx < SLIM_BELOW_PX;
  const place = { isSlim, left: MARGIN_PX, right: Math.max(MARGIN_PX + 1, widthPx - MARGIN_PX) };
  const textY = heightPx - 3.5;
  if (isSlim) {
    return { ...place, top: 8, base: 35.5, zero: 0, brushTop: 3.5, brushFoot: 39, textY };
  }
  // Without a tenor line the columns take its room.
  const base = tenor ? heightPx - 40 : heightPx - 18;
  return {
    ...place,
    top: 24,
    base,
    zero: heightPx - 24,
    brushTop: 5,
    // Over the names of the years, and under the lowest tenor.
    brushFoot: heightPx - 12.5,
    textY,
  };
}

/** Columns and tenor: pale as a whole, and at full strength within the brush. */
function record(
  input: OverviewInput,
  frame: Frame & { readonly headEnd: number },
  xOfDay: (day: Day) => number,
): (brush: OverviewBrush) => SceneNode[] {
  const each = yearsPerColumn(input.counts.years, input.widthPx);
  const counts = binYears(input.counts, each);
  const { shapes, numbers } = overviewColumns({ ...input, ...frame, counts, each, xOfDay });
  const tenor =
    input.tenor && !frame.isSlim
      ? overviewTenor({ points: input.tenor, zero: frame.zero, xOfDay })
      : [];
  const nodes: Shape[] = [...shapes, ...tenor];
  const pale: SceneNode = { kind: 'group', label: 'events by year', opacity: DIM, nodes };
  return ({ x0, x1, handleLeft, handleRight }) => [
    pale,
    { kind: 'group', clip: { x: x0, y: 0, width: x1 - x0, height: input.heightPx }, nodes },
    ...numbers([handleLeft.x - 2, handleRight.x + HANDLE.width + 2]),
  ];
}

function ruler(input: OverviewInput, frame: Frame, xOfDay: (day: Day) => number): SceneNode[] {
  const { left, right, base, zero, isSlim } = frame;
  const line = (y: number, ink: Ink): Shape => rect(left, y, right - left, 1, ink);
  if (isSlim) return [...endYears(input, frame)];
  const nodes: Shape[] = [line(base + 0.5, 'line-2')];
  if (input.tenor) nodes.push(line(zero - 0.5, 'line-1'));
  for (const { year, x } of decades(input, frame, xOfDay)) {
    nodes.push(rect(x - 0.5, base + 1.5, 1, input.heightPx - base - 1.5, 'line-2'));
    nodes.push(yearLabel(year, x + 4.5, input, frame));
  }
  return [{ kind: 'group', label: 'years', nodes }];
}

/** Round years whose names stand clear of each other and of the strip's end. */
function decades(
  { counts, lang, measure }: OverviewInput,
  { left, right }: Frame,
  xOfDay: (day: Day) => number,
): { year: number; x: number }[] {
  const { firstYear, years } = counts;
  const widthPx = Math.max(
    ...[firstYear, firstYear + years].map((year) => measure(textOfYear(year, lang), LABEL)),
  );
  const yearPx = (xOfDay(dayOf(firstYear + years, 1, 1)) - xOfDay(dayOf(firstYear, 1, 1))) / years;
  const steps = years > 20 ? STEPS : [1, 2, 5, ...STEPS];
  const step = steps.find((some) => some * yearPx >= widthPx + 16.5) ?? 5000;
  const found: { year: number; x: number }[] = [];
  for (let round = Math.floor(firstYear / step) * step; round <= firstYear + years; round += step) {
    // Before the era years count from 1: … 2001 BCE, 1001 BCE, 1 CE, 1000 …
    const year = round > 0 ? round : round + 1;
    const x = xOfDay(dayOf(year, 1, 1));
    if (x >= left && x + 4.5 + widthPx <= right) found.push({ year, x });
  }
  return found;
}

const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000];

function endYears(input: OverviewInput, frame: Frame): Shape[] {
  const { startDay, endDay } = input.extent;
  return [
    yearLabel(civilOf(startDay).year, frame.left, input, frame),
    { ...yearLabel(civilOf(endDay - 1).year, frame.right, input, frame), align: 'end' },
  ];
}

function yearLabel(year: number, x: number, { lang }: OverviewInput, { textY }: Frame): TextShape {
  return { ...write(textOfYear(year, lang), x, textY, LABEL, 'ink-3'), lang };
}

/** The number alone where it can only be a year of this era. */
function textOfYear(year: number, lang: string): string {
  return year < 1000 ? yearText(year, lang === 'ja' ? 'ja' : 'en') : String(year);
}

function heading(
  { title, note, lang, measure }: OverviewInput,
  { left, right }: Frame,
): TextShape[] {
  const x = left + 2;
  const noteX = x + measure(title, TITLE) + 8;
  const heads = [{ ...write(title, x, 18, TITLE, 'ink-2'), lang }];
  const fits = note !== '' && noteX + measure(note, NOTE) <= right;
  return fits ? [...heads, { ...write(note, noteX, 18, NOTE, 'ink-3'), lang }] : heads;
}

function endOf(texts: readonly TextShape[], measure: MeasureText): number {
  const last = texts.at(-1);
  return last ? last.x + measure(last.text, last.font) : 0;
}

function asOfTick(day: Day, { left, right, base }: Frame, xOfDay: (day: Day) => number): Shape[] {
  const x = xOfDay(day);
  return x < left || x > right ? [] : [rect(x - 0.75, base + 0.5, 1.5, 4, 'ink-1')];
}

function layoutBrush(view: Span, frame: Frame, xOfDay: (day: Day) => number): OverviewBrush {
  const { left, right, top, base } = frame;
  const clamp = (x: number): number => Math.max(left, Math.min(right, x));
  const [start, end] = [clamp(xOfDay(view.startDay)), clamp(xOfDay(view.endDay))];
  const lacking = Math.max(0, LEAST_BRUSH_PX - (end - start)) / 2;
  // The frame's line stands just outside what it frames.
  const [x0, x1] = [start - lacking - 1, end + lacking + 1];
  const y = (top + base) / 2 - HANDLE.height / 2;
  const inset = FRAME_PX / 2;
  return {
    x0,
    x1,
    handleLeft: { ...HANDLE, x: x0 + inset - HANDLE.width, y },
    handleRight: { ...HANDLE, x: x1 - inset, y },
  };
}

function brushGroup(brush: OverviewBrush, { brushTop, brushFoot }: Frame): SceneNode {
  const { x0, x1, handleLeft, handleRight } = brush;
  const box = { x: x0, y: brushTop, width: x1 - x0, height: brushFoot - brushTop };
  return {
    kind: 'group',
    label: 'brush',
    nodes: [
      { kind: 'rect', ...box, radius: 3.5, stroke: { ink: 'ink-1', widthPx: FRAME_PX } },
      handle(handleLeft),
      handle(handleRight),
    ],
  };
}

function handle(at: Box): Shape {
  return { kind: 'rect', ...at, radius: 3, fill: 'raise', stroke: { ink: 'ink-1', widthPx: 1.5 } };
}

function rect(x: number, y: number, width: number, height: number, fill: Ink): Shape {
  return { kind: 'rect', x, y, width, height, fill };
}

function write(text: string, x: number, y: number, font: Font, ink: Ink): TextShape {
  return { kind: 'text', text, lang: 'en', x, y, font, ink, align: 'start' };
}
