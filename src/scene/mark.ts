import type { Importance, Status } from '../model/dataset';
import { FLAG } from '../model/event-table';
import {
  type BarPlace,
  barEdges,
  barShape,
  capOf,
  fadeOf,
  open,
  pointBox,
  pointHalfWidth,
  pointShape,
} from './mark-geometry';
import {
  CHEVRON_GAP_PX,
  CHEVRON_PX,
  type MarkForm,
  type MarkInput,
  type MarkPlan,
  planMark,
} from './mark-input';
import type { Box, FadeFill, Ink, Shape, Stroke, TextShape } from './scene';

export { ghostMark } from './mark-ghost';
export { type MarkForm, type MarkInput, RADIUS_PX } from './mark-input';
export { ringShapes } from './mark-rings';

export interface MarkExtent {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly form: MarkForm;
}

export interface MarkLayout {
  readonly form: MarkForm;
  /** The mark itself, without halo, chevron and question mark; rings go round it. */
  readonly box: Box;
  readonly shapes: readonly Shape[];
  /** Whether the name belongs inside the span rather than beside the mark. */
  readonly nameInside: boolean;
}

const HALO_PX = 1.25;
const QUESTION_GAP_PX = 8;
/** Width of "?" in the 11 px font, rounded up, so that no text need be measured here. */
const QUESTION_WIDTH_PX = 6.5;
const CANCELLED_OPACITY = 0.8;
/** Half the cross of a cancelled mark, as a share of its radius. */
const SIGN_SHARE = 0.62;

/** What a mark covers from left to right with its chevrons and question mark; same rules as `layoutMark`. */
export function markExtent(input: MarkInput): MarkExtent {
  const plan = planMark(input);
  const body = bodyOf(input, plan);
  // The sign of what did not come about may be wider than a short bar.
  const middle = middleInView(input, body);
  const arm = input.status === 'cancelled' || input.status === 'lapsed' ? SIGN_SHARE * plan.r : 0;
  const left = Math.min(body.left, middle - arm);
  const right = Math.max(body.right, middle + arm);
  const chevron = CHEVRON_GAP_PX + CHEVRON_PX;
  const after = plan.open.right ? chevron : 0;
  const question = questionX(input, plan, right);
  return {
    leftPx: left - (plan.open.left ? chevron : 0),
    rightPx: question === undefined ? right + after : question + QUESTION_WIDTH_PX,
    form: plan.form,
  };
}

/** The mark of one event by its domain, date, status and importance. Nothing for one that is outside the view. */
export function layoutMark(input: MarkInput): MarkLayout {
  const plan = planMark(input);
  const body = bodyOf(input, plan);
  const nameInside = plan.form === 'soft-tall';
  const box =
    plan.form === 'point'
      ? pointBox(input.style.shape, pointPlace(input, plan))
      : {
          x: body.left,
          y: input.y - plan.height / 2,
          width: body.right - body.left,
          height: plan.height,
        };
  if (plan.outside) return { form: plan.form, box, shapes: [], nameInside };
  const shapes = plan.form === 'point' ? pointMark(input, plan) : barMark(input, plan);
  const question = questionX(input, plan, body.right);
  return {
    form: plan.form,
    box,
    shapes: question === undefined ? shapes : [...shapes, questionMark(input, question)],
    nameInside,
  };
}

/** The line of a status; under way and happened have it beyond the as-of day. */
export function statusStroke(status: Status, importance: Importance, ink: Ink): Stroke {
  const widthPx = importance >= 4 ? 1.75 : 1.5;
  switch (status) {
    case 'expected':
      return { ink, widthPx, dash: [3.5, 2.5] };
    case 'possible':
      return { ink, widthPx, dash: [0.1, 3], cap: 'round' };
    case 'lapsed':
      return { ink: 'line-3', widthPx: 1.5, dash: [0.1, 3], cap: 'round' };
    case 'cancelled':
      return { ink, widthPx: 1.5 };
    case 'happened':
    case 'under-way':
    case 'scheduled':
    case 'postponed':
      return { ink, widthPx };
  }
}

function bodyOf(input: MarkInput, plan: MarkPlan): { left: number; right: number } {
  if (plan.form !== 'point') return { left: plan.left, right: plan.right };
  const { x } = pointPlace(input, plan);
  const half = pointHalfWidth(input.style.shape, plan.r);
  return { left: x - half, right: x + half };
}

function pointPlace(
  { startX, endX, y, viewLeftX, viewRightX }: MarkInput,
  { r, outside }: MarkPlan,
): { x: number; y: number; r: number } {
  const x = (startX + endX) / 2;
  return { x: outside ? Math.max(viewLeftX - 20, Math.min(viewRightX + 20, x)) : x, y, r };
}

function pointMark(input: MarkInput, plan: MarkPlan): Shape[] {
  const { style, status, importance, surface } = input;
  const place = pointPlace(input, plan);
  if (status === 'happened' || status === 'under-way') {
    return [
      pointShape(style.shape, { ...place, growPx: HALO_PX }, { fill: surface }),
      pointShape(style.shape, place, { fill: style.mark }),
    ];
  }
  const stroke = statusStroke(status, importance, style.mark);
  const opacity = status === 'cancelled' ? { opacity: CANCELLED_OPACITY } : {};
  return [
    pointShape(style.shape, { ...place, growPx: HALO_PX + stroke.widthPx / 2 }, { fill: surface }),
    pointShape(style.shape, { ...place, growPx: OUTLINE_INSET_PX }, { stroke, ...opacity }),
    ...sign(input, place),
  ];
}

/** A hollow mark looks larger than a filled one of its size; drawn in by this it does not. */
const OUTLINE_INSET_PX = -0.25;

/** The cross of what was cancelled, the bar of what lapsed. */
function sign(input: MarkInput, { x, y, r }: { x: number; y: number; r: number }): Shape[] {
  if (input.status === 'cancelled') {
    // A triangle is slimmer at its centre than the others.
    const arm = (input.style.shape === 'triangle' ? 0.45 : SIGN_SHARE) * r;
    const stroke: Stroke = { ink: input.style.mark, widthPx: 1.5, cap: 'round' };
    return [
      open([x - arm, y - arm, x + arm, y + arm], stroke),
      open([x - arm, y + arm, x + arm, y - arm], stroke),
    ];
  }
  if (input.status === 'lapsed') {
    const arm = 0.55 * r;
    return [open([x - arm, y, x + arm, y], { ink: 'line-3', widthPx: 1.5, cap: 'round' })];
  }
  return [];
}

function barMark(input: MarkInput, plan: MarkPlan): Shape[] {
  const { status } = input;
  const chevrons = chevronShapes(input, plan);
  if (status === 'happened' || status === 'under-way') {
    return [...filledBar(input, plan), ...chevrons];
  }
  if (plan.hollow && plan.form !== 'bar') return [...tintedSpan(input, plan), ...chevrons];
  const stroke = statusStroke(status, input.importance, input.style.mark);
  const middle = middleInView(input, plan);
  const outline = outlinedBar(input, plan, stroke);
  const dim = status === 'cancelled' ? outline.map(dimmed) : outline;
  return [...dim, ...sign(input, { x: middle, y: input.y, r: plan.r }), ...chevrons];
}

/** The middle of what can be seen of a bar. */
function middleInView(
  { viewLeftX, viewRightX }: MarkInput,
  { left, right }: { left: number; right: number },
): number {
  return (Math.max(left, viewLeftX) + Math.min(right, viewRightX)) / 2;
}

function dimmed(shape: Shape): Shape {
  return { ...shape, opacity: CANCELLED_OPACITY };
}

function placeOf({ style, y }: MarkInput, plan: MarkPlan): BarPlace {
  const cap = capOf(style.shape);
  return {
    left: plan.left,
    right: plan.right,
    y,
    height: plan.height,
    leftCap: plan.cut.left || plan.soft.left > 0 ? 'flat' : cap,
    rightCap: plan.cut.right || plan.soft.right > 0 ? 'flat' : cap,
  };
}

/** Filled up to the as-of line, but for its first day at least; outlined beyond. */
function filledBar(input: MarkInput, plan: MarkPlan): Shape[] {
  const { style } = input;
  const place = placeOf(input, plan);
  const fill: Ink | FadeFill = fadeOf(style.mark, plan, plan.soft) ?? style.mark;
  const edge = Math.max(input.asOfX, input.startX + Math.min(input.dayPx, plan.right - plan.left));
  if (edge >= plan.right || Number.isNaN(edge)) return [barShape(place, { fill })];
  const beyond = { ...plan, left: Math.max(plan.left, edge) };
  const stroke = statusStroke(input.status, input.importance, style.mark);
  const ahead = outlinedBar(input, beyond, stroke, 'from-as-of');
  if (edge <= plan.left) return ahead;
  return [...ahead, barShape({ ...place, right: edge, rightCap: 'flat' }, { fill })];
}

function outlinedBar(
  input: MarkInput,
  plan: MarkPlan,
  stroke: Stroke,
  start?: 'from-as-of',
): Shape[] {
  const half = stroke.widthPx / 2;
  const whole = placeOf(input, plan);
  const place: BarPlace = {
    ...whole,
    left: start ? whole.left : whole.left + half,
    right: Math.max(whole.left + half, whole.right - half),
    height: whole.height - stroke.widthPx,
    leftCap: start ? 'flat' : whole.leftCap,
  };
  const ends = { left: !start && plan.soft.left === 0, right: plan.soft.right === 0 };
  const isSoft = plan.soft.left > 0 || plan.soft.right > 0;
  const soft = { left: start ? 0 : plan.soft.left, right: plan.soft.right };
  const fade = fadeOf(stroke.ink, place, soft);
  const edges = barEdges(place, ends, fade ? { ...stroke, fade } : stroke);
  return isSoft ? edges : [barShape(place, { fill: input.surface }), ...edges];
}

/** What lies ahead and is not exact, or is wide: tint between two thin edges. */
function tintedSpan(input: MarkInput, plan: MarkPlan): Shape[] {
  const { style, status, importance } = input;
  const place = placeOf(input, plan);
  const fill = fadeOf(style.tint, plan, plan.soft) ?? style.tint;
  const fade = fadeOf(style.mark, plan, plan.soft);
  const stroke = { ...statusStroke(status, importance, style.mark), widthPx: EDGE_PX[status] ?? 1 };
  const ends = { left: plan.soft.left === 0, right: plan.soft.right === 0 };
  return [barShape(place, { fill }), ...barEdges(place, ends, fade ? { ...stroke, fade } : stroke)];
}

/** Dots of 1 px are too faint to be told from the tint. */
const EDGE_PX: Partial<Record<Status, number>> = { possible: 1.25 };

/** A chevron at each open end; it stands at the view's edge since the span ends short of it. */
function chevronShapes({ style, y }: MarkInput, plan: MarkPlan): Shape[] {
  const stroke: Stroke = { ink: style.mark, widthPx: 1.5, cap: 'round' };
  const chevron = (from: number, tip: number): Shape =>
    open([from, y - 3.5, tip, y, from, y + 3.5], stroke);
  const shapes: Shape[] = [];
  if (plan.open.left) {
    const from = plan.left - CHEVRON_GAP_PX;
    shapes.push(chevron(from, from - CHEVRON_PX));
  }
  if (plan.open.right) {
    const from = plan.right + CHEVRON_GAP_PX;
    shapes.push(chevron(from, from + CHEVRON_PX));
  }
  return shapes;
}

function questionX({ flags }: MarkInput, plan: MarkPlan, right: number): number | undefined {
  if ((flags & FLAG.uncertain) === 0 || plan.cut.right || plan.open.right) return undefined;
  return right + QUESTION_GAP_PX;
}

function questionMark({ style, y }: MarkInput, x: number): TextShape {
  return {
    kind: 'text',
    text: '?',
    lang: 'en',
    x,
    y: y + 4,
    font: QUESTION_FONT,
    ink: style.text,
    align: 'start',
  };
}

const QUESTION_FONT = { family: 'ui', sizePx: 11, weight: 500 } as const;
