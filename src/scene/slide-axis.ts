import { formatDay } from '../time/date-text';
import type { Day, Span } from '../time/day';
import type { Lang } from '../time/lang';
import type { Box, Ink, MeasureText, SceneNode, Stroke } from './scene';
import type { SlidePlot } from './slide-mark';
import { textBox, textNode } from './slide-text';
import { slideTicks } from './slide-ticks';
import type { SlideWords } from './slide-words';

export interface AxisInput {
  readonly span: Span;
  readonly plot: SlidePlot;
  readonly asOfDay: Day;
  readonly recordedThrough: Day;
  readonly lang: Lang;
  readonly words: SlideWords;
  readonly measure: MeasureText;
  /** Lower edge of the head; the axis begins there. */
  readonly headPx: number;
  /** The axis' line, and the lower edge of the last lane. */
  readonly top: number;
  readonly bottom: number;
  /** Texts that upright lines must not cross. */
  readonly obstacles: readonly Box[];
  /** Draws neither the as-of line nor what lies beyond it. */
  readonly hidesAsOf?: boolean;
}

/** From the middle of a line to its baseline, in parts of the letters' size. */
const PILL_DROP_EM = 4.8 / 13.5;
const LABEL_GAP_PX = 7;
const MINOR_PX = 5;
const HATCH_PX = 9;
/** Upright lines keep this far from what is written. */
const CLEAR_PX = 3;
/** Shorter pieces of a line, between two lines of a name, would look like a letter. */
const LEAST_PIECE_PX = 8;

/** What lay ahead on the as-of day, and the stretch that the record does not reach. */
export function drawGround({ plot, top, bottom, ...input }: AxisInput): SceneNode {
  const nodes: SceneNode[] = [];
  const aheadX = Math.max(plot.left, plot.asOfX);
  const rows = { y: top, height: bottom - top };
  if (aheadX < plot.right && !input.hidesAsOf) {
    nodes.push({ kind: 'rect', x: aheadX, width: plot.right - aheadX, ...rows, fill: 'ahead' });
  }
  const x0 = Math.max(plot.left, plot.xOf(input.recordedThrough + 1));
  const x1 = Math.min(plot.right, plot.asOfX);
  if (x1 - x0 >= 1) nodes.push(hatch({ x: x0, width: x1 - x0, ...rows }));
  return { kind: 'group', label: 'ground', nodes };
}

function hatch(box: Box): SceneNode {
  const nodes: SceneNode[] = [];
  for (let x = box.x - box.height; x < box.x + box.width; x += HATCH_PX) {
    const points = [x, box.y + box.height, x + box.height, box.y];
    nodes.push({ kind: 'polygon', points, closed: false, stroke: { ink: 'line-1', widthPx: 1 } });
  }
  return { kind: 'group', label: 'beyond the record', clip: box, nodes };
}

/** Axis, its upright lines, the end of the record and the as-of line. */
export function drawAxis(axisInput: AxisInput): {
  /** Lie under the lanes. */
  readonly periods: readonly SceneNode[];
  /** Lie over them. */
  readonly asOf: readonly SceneNode[];
} {
  const { plot, top, bottom, words, measure } = axisInput;
  const line = (y: number, widthPx: number): SceneNode => ({
    kind: 'polygon',
    points: [plot.left, y, plot.right, y],
    closed: false,
    stroke: { ink: 'ink-1', widthPx },
  });
  const periods = drawPeriods(axisInput);
  const names = periods.flatMap((node) => (node.kind === 'text' ? [textBox(node, measure)] : []));
  const input = { ...axisInput, obstacles: [...axisInput.obstacles, ...names] };
  const axis = [...periods, line(top, 1.25), line(bottom, 1.25)];
  const nodes: SceneNode[] = [{ kind: 'group', label: 'axis', nodes: axis }];
  const asOf: SceneNode[] = [];
  const pill = pillBox(input);
  const recordEnd = drawRecordEnd(input, pill);
  if (recordEnd.length > 0) {
    nodes.push({
      kind: 'group',
      label: words.recordEnds(formatDay(input.recordedThrough, input.lang, 'long')),
      nodes: recordEnd,
    });
  }
  if (pill) asOf.push({ kind: 'group', label: asOfText(input), nodes: drawAsOf(input, pill) });
  return { periods: nodes, asOf };
}

function drawPeriods(input: AxisInput): SceneNode[] {
  const { plot, top, headPx, lang, measure } = input;
  const { style } = plot;
  const { periods, minor } = slideTicks({
    span: input.span,
    pxPerDay: plot.pxPerDay,
    lang,
    font: style.font,
    measure,
  });
  const nodes: SceneNode[] = [];
  let taken = plot.left;
  for (const { day, label, isStrong } of periods) {
    const x = plot.xOf(day);
    if (x > plot.right) break;
    const stroke: Stroke = isStrong
      ? { ink: 'line-2', widthPx: 1.25 }
      : { ink: 'line-1', widthPx: 1.25 };
    const font = isStrong ? style.font.axisStrong : style.font.axis;
    const textX = Math.max(x, plot.left) + LABEL_GAP_PX;
    const end = textX + measure(label, font);
    const isWritten = label !== '' && textX >= taken && end <= plot.right;
    if (x >= plot.left) {
      nodes.push(
        ...upright(input, x, { y0: headPx + style.axis.tickTopPx, stroke, isAxisText: isWritten }),
      );
    }
    if (!isWritten) continue;
    const y = headPx + style.axis.baselinePx;
    nodes.push(textNode({ text: label, lang, x: textX, y, font, ink: 'ink-1' }));
    taken = end + 12;
  }
  for (const day of minor) {
    const x = plot.xOf(day);
    if (x < plot.left || x > plot.right) continue;
    const stroke: Stroke = { ink: 'line-3', widthPx: 1 };
    nodes.push({ kind: 'polygon', points: [x, top - MINOR_PX, x, top], closed: false, stroke });
  }
  return nodes;
}

/** An upright line through the lanes that leaves out what is written there. */
function upright(
  { obstacles, bottom, top }: AxisInput,
  x: number,
  line: { readonly y0: number; readonly stroke: Stroke; readonly isAxisText?: boolean },
): SceneNode[] {
  const gaps = obstacles
    .filter((box) => box.x - CLEAR_PX < x && x < box.x + box.width + CLEAR_PX)
    .map((box) => ({ from: box.y - 1, to: box.y + box.height + 1 }))
    .toSorted((a, b) => a.from - b.from);
  const nodes: SceneNode[] = [];
  let y = line.isAxisText === false ? top : line.y0;
  const draw = (to: number) => {
    if (to - y < LEAST_PIECE_PX) return;
    nodes.push({ kind: 'polygon', points: [x, y, x, to], closed: false, stroke: line.stroke });
  };
  for (const gap of gaps) {
    draw(gap.from);
    y = Math.max(y, gap.to);
  }
  draw(bottom);
  return nodes;
}

function asOfText({ words, asOfDay, lang }: AxisInput): string {
  return words.asOf(formatDay(asOfDay, lang, 'long'));
}

/** Undefined where the as-of day lies outside the picture. */
function pillBox(input: AxisInput): Box | undefined {
  const { plot, headPx, measure } = input;
  if (input.hidesAsOf || plot.asOfX < plot.left || plot.asOfX > plot.right) return undefined;
  const { pill } = plot.style.axis;
  const width = measure(asOfText(input), plot.style.font.pill) + 2 * pill.paddingPx;
  const x = Math.min(Math.max(plot.left, plot.asOfX - width / 2), plot.right - width);
  return { x, y: headPx + pill.topPx, width, height: pill.heightPx };
}

function drawAsOf(input: AxisInput, pill: Box): SceneNode[] {
  const { plot, lang } = input;
  const font = plot.style.font.pill;
  const stroke: Stroke = { ink: 'ink-1', widthPx: 2 };
  return [
    ...upright(input, plot.asOfX, { y0: pill.y + pill.height, stroke }),
    { kind: 'rect', ...pill, radius: 4, fill: 'ink-1' },
    textNode({
      text: asOfText(input),
      lang,
      x: pill.x + pill.width / 2,
      y: pill.y + pill.height / 2 + PILL_DROP_EM * font.sizePx,
      font,
      ink: 'on-ink',
      align: 'middle',
    }),
  ];
}

/** A dashed line where the record ends, said in words beside the pill. */
function drawRecordEnd(input: AxisInput, pill: Box | undefined): SceneNode[] {
  const { plot, headPx, lang, words, recordedThrough, asOfDay, measure } = input;
  if (asOfDay <= recordedThrough) return [];
  const endX = plot.xOf(recordedThrough + 1);
  if (endX > plot.right) return [];
  const { axis, font } = plot.style;
  const text = words.recordEnds(formatDay(recordedThrough, lang, 'long'));
  const width = measure(text, font.note);
  const most = (pill?.x ?? plot.right + NOTE_GAP_PX) - NOTE_GAP_PX - width;
  const beside = Math.min(most, endX - width - LABEL_GAP_PX);
  const after = pill ? pill.x + pill.width + NOTE_GAP_PX : plot.left;
  const x = beside >= plot.left ? beside : after;
  const y = headPx + axis.pill.topPx + axis.pill.heightPx / 2 + 4.5;
  const ink: Ink = 'ink-2';
  const note = textNode({ text, lang, x, y, font: font.note, ink });
  const notes = x + width <= plot.right ? [note] : [];
  if (endX < plot.left) return notes;
  const stroke: Stroke = { ink: 'line-3', widthPx: 1.25, dash: [2, 3] };
  return [...upright(input, endX, { y0: headPx + axis.tickTopPx, stroke }), ...notes];
}

const NOTE_GAP_PX = 12;
