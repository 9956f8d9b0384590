import { type Importance, STATUSES, type Status } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { domainStyle } from './domain-style';
import { layoutMark, markExtent } from './mark';
import { fadeOf, open } from './mark-geometry';
import { type MarkInput, planMark } from './mark-input';
import type { Box, FadeFill, SceneNode, Shape, Stroke } from './scene';
import type { PageStyle } from './slide-style';

/** The mark of an event where time puts it; its height on the page is chosen later. */
export interface SlideMark {
  /** All that is drawn lies between these, in px of the page. */
  readonly x0: number;
  readonly x1: number;
  readonly heightPx: number;
  readonly holdsName: boolean;
  /** With its middle at `y`. */
  draw(y: number): readonly SceneNode[];
  /** As high as `heightPx`, to hold a name. */
  drawTall(top: number, heightPx: number): readonly SceneNode[];
}

/** The horizontal scale of the slide, and what it is cut at. */
export interface SlidePlot {
  readonly style: PageStyle;
  readonly left: number;
  readonly right: number;
  readonly pxPerDay: number;
  readonly xOf: (day: number) => number;
  readonly asOfX: number;
}

export interface SlideMarkInput {
  readonly table: EventTable;
  readonly row: number;
  /** The one that gives shape and colour. */
  readonly domainIndex: number;
  readonly plot: SlidePlot;
}

/** Marks are laid out on the screen's scale, then enlarged. */
export function createSlideMark({ table, row, domainIndex, plot }: SlideMarkInput): SlideMark {
  const k = plot.style.markScale;
  const small = (px: number) => px / k;
  const input: MarkInput = {
    style: domainStyle(domainIndex),
    importance: (table.importance[row] ?? 3) as Importance,
    status: STATUSES[table.status[row] ?? 0] ?? 'happened',
    flags: table.flags[row] ?? 0,
    startX: small(plot.xOf(table.startDay[row] ?? 0)),
    endX: small(plot.xOf(table.endDay[row] ?? 0)),
    y: 0,
    asOfX: small(plot.asOfX),
    viewLeftX: small(plot.left),
    viewRightX: small(plot.right),
    dayPx: small(plot.pxPerDay),
    surface: plot.xOf(table.startDay[row] ?? 0) >= plot.asOfX ? 'ahead' : 'canvas',
  };
  const extent = markExtent(input);
  const plan = planMark(input);
  const x0 = extent.leftPx * k;
  const x1 = extent.rightPx * k;
  const overflows = x0 < plot.left || x1 > plot.right;
  const clipped = (nodes: readonly SceneNode[], rows: Rows) =>
    overflows ? [clipTo(plot, rows, nodes)] : nodes;
  const heightPx = Math.max(layoutMark(input).box.height * k, leastHeightPx(input.flags));
  return {
    x0: Math.max(plot.left, x0),
    x1: Math.min(plot.right, x1),
    heightPx,
    holdsName: plan.form === 'soft-tall',
    draw: (y) => {
      const { shapes: all } = layoutMark({ ...input, y: small(y) });
      // No line runs under a mark here, so it needs no halo, which could cover a letter beside it.
      const shapes = all
        .filter((shape) => !isSurface(shape, input))
        .map((shape) => scaleShape(shape, k))
        .filter((shape) => shape.kind !== 'text' || shape.x + LETTER_PX * k <= plot.right);
      return clipped(shapes, { y: y - heightPx, height: 2 * heightPx });
    },
    drawTall: (top, height) =>
      clipped(tallSpan(input, { top, heightPx: height, k }), { y: top - 1, height: height + 2 }),
  };
}

/** The width of a question mark, which is not cut by the page's edge but left out. */
const LETTER_PX = 6.5;

function isSurface(shape: Shape, { surface }: MarkInput): boolean {
  return shape.kind !== 'text' && shape.fill === surface && shape.stroke === undefined;
}

/** A question mark and the chevron of an open end are higher than a thin bar. */
function leastHeightPx(flags: number): number {
  if ((flags & FLAG.uncertain) !== 0) return 16;
  return (flags & (FLAG.openStart | FLAG.openEnd)) === 0 ? 0 : 11;
}

interface Rows {
  readonly y: number;
  readonly height: number;
}

function clipTo(plot: SlidePlot, rows: Rows, nodes: readonly SceneNode[]): SceneNode {
  return { kind: 'group', clip: { x: plot.left, width: plot.right - plot.left, ...rows }, nodes };
}

/** An ahead span with room for text: its tint, and both long edges in the line of its status. */
function tallSpan(
  input: MarkInput,
  { top, heightPx, k }: { readonly top: number; readonly heightPx: number; readonly k: number },
): Shape[] {
  const plan = planMark(input);
  const left = plan.left * k;
  const right = plan.right * k;
  const soft = { left: plan.soft.left * k, right: plan.soft.right * k };
  const { mark, tint } = input.style;
  const fill = fadeOf(tint, { left, right }, soft) ?? tint;
  const fade = fadeOf(mark, { left, right }, soft);
  const stroke: Stroke = { ink: mark, ...(LINES[input.status] ?? SOLID), ...(fade && { fade }) };
  const foot = top + heightPx;
  return [
    { kind: 'rect', x: left, y: top, width: right - left, height: heightPx, fill },
    open([left, top, right, top], stroke),
    open([left, foot, right, foot], stroke),
  ];
}

type Line = Pick<Stroke, 'widthPx' | 'dash' | 'cap'>;
const SOLID: Line = { widthPx: 1.1 };
const LINES: Readonly<Partial<Record<Status, Line>>> = {
  expected: { widthPx: 1.1, dash: [4.5, 3] },
  possible: { widthPx: 1.4, dash: [0.1, 3.4], cap: 'round' },
};

function scaleBox({ x, y, width, height }: Box, k: number): Box {
  return { x: x * k, y: y * k, width: width * k, height: height * k };
}

function scaleFade(fade: FadeFill, k: number): FadeFill {
  return { ...fade, x0: fade.x0 * k, x1: fade.x1 * k };
}

function scaleStroke(stroke: Stroke, k: number): Stroke {
  const { dash, fade, ...rest } = stroke;
  return {
    ...rest,
    widthPx: stroke.widthPx * k,
    ...(dash && { dash: dash.map((length) => length * k) }),
    ...(fade && { fade: scaleFade(fade, k) }),
  };
}

/** Enlarges a shape about the origin, its lines too. */
function scaleShape(node: Shape, k: number): Shape {
  if (node.kind === 'text') {
    const font = { ...node.font, sizePx: node.font.sizePx * k };
    return { ...node, x: node.x * k, y: node.y * k, font };
  }
  const { fill, stroke } = node;
  const style = {
    ...(fill !== undefined && { fill: typeof fill === 'string' ? fill : scaleFade(fill, k) }),
    ...(stroke && { stroke: scaleStroke(stroke, k) }),
  };
  switch (node.kind) {
    case 'rect': {
      const radius = node.radius === undefined ? {} : { radius: node.radius * k };
      return { ...node, ...scaleBox(node, k), ...radius, ...style };
    }
    case 'circle':
      return { ...node, x: node.x * k, y: node.y * k, r: node.r * k, ...style };
    case 'polygon':
      return { ...node, points: node.points.map((v) => v * k), ...style };
    case 'curve': {
      const [a, b, c, d, e, f, g, h] = node.points;
      const points = [a * k, b * k, c * k, d * k, e * k, f * k, g * k, h * k] as const;
      return { ...node, points, ...style };
    }
  }
}
