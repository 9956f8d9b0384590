import type { Status } from '../model/dataset';
import { type ColumnSign, columnIcon } from './column-signs';
import { domainStyle } from './domain-style';
import { layoutMark } from './mark';
import { pointShape } from './mark-geometry';
import type { MeasureText, SceneNode } from './scene';
import type { PageStyle } from './slide-style';
import { clampLines, textNode, wrapToWidth } from './slide-text';

/** What the legend explains: only what the picture holds. */
export type LegendItem =
  | {
      readonly kind: 'domain';
      readonly index: number;
      readonly text: string;
      readonly lang: string;
    }
  | {
      readonly kind: 'status';
      readonly status: Status;
      readonly text: string;
      readonly lang: string;
    }
  /** Of a page of columns. */
  | {
      readonly kind: 'column';
      readonly look: ColumnSign;
      readonly text: string;
      readonly lang: string;
    }
  | { readonly kind: 'inexact'; readonly text: string; readonly lang: string }
  | { readonly kind: 'noSource'; readonly text: string; readonly lang: string };

export interface HeadInput {
  readonly style: PageStyle;
  readonly title: string;
  readonly subtitle: string;
  /** What this page shows of the whole, before the subtitle; left out where one page shows all. */
  readonly lead?: string | undefined;
  readonly lang: string;
  readonly legend: readonly LegendItem[];
  /** So many lines of each at most; without end where left out. */
  readonly most?: { readonly title: number; readonly subtitle: number };
  readonly measure: MeasureText;
}

export interface Head {
  /** Of title and subtitle those that do not stand there in whole. */
  readonly cut: readonly string[];
  readonly nodes: readonly SceneNode[];
  readonly heightPx: number;
}

const LEAD_GAP_PX = 12;
const LEGEND_CLEAR_PX = 40;
const ICON_PX = { domain: 20, status: 19, column: 20, inexact: 36, noSource: 17 } as const;
/** What is under way shows on a bar only. */
const UNDER_WAY_PX = 26;
/** The bar over the title, at the width of a slide. */
const BAR_PX = { width: 52, height: 5 } as const;

/** Ink bar, title, subtitle and legend, from the page's upper edge on. */
export function layoutHead(input: HeadInput): Head {
  const { title, lang, measure, most } = input;
  const { style } = input;
  const { head, font, marginPx: x } = style;
  const roomPx = style.widthPx - 2 * x;
  const titleOf = (text: string) => measure(text, font.title);
  const wrapped = wrapToWidth(title, roomPx, titleOf);
  const titleLines = clampLines(wrapped, {
    most: most?.title,
    roomPx,
    widthOf: titleOf,
  });
  const k = font.title.sizePx / 44;
  const nodes: SceneNode[] = [
    {
      kind: 'rect',
      x,
      y: head.barTopPx,
      width: Math.round(BAR_PX.width * k),
      height: Math.max(3, BAR_PX.height * k),
      fill: 'ink-1',
    },
    ...titleLines.map((text, i) => {
      const y = head.firstTitlePx + i * head.titleLinePx;
      return textNode({ text, lang, x, y, font: font.title, ink: 'ink-1' });
    }),
  ];
  const lastTitle = head.firstTitlePx + Math.max(0, titleLines.length - 1) * head.titleLinePx;
  const under = layoutUnder(input, lastTitle + head.subtitleDropPx);
  const legend = layoutLegend(input, under);
  return {
    cut: [...(titleLines.length < wrapped.length ? [title] : []), ...under.cut],
    nodes: [...nodes, ...under.nodes, ...legend.nodes],
    heightPx: legend.lastBaseline + head.belowPx,
  };
}

interface Under {
  readonly cut: readonly string[];
  readonly nodes: readonly SceneNode[];
  /** Baseline of the last line, and how far it reaches. */
  readonly y: number;
  readonly taken: number;
  readonly isEmpty: boolean;
}

/** The subtitle, after what the page shows: on one line where both have room there. */
function layoutUnder(input: HeadInput, y: number): Under {
  const { style, subtitle, lead, lang, measure, most } = input;
  const font = style.font.subtitle;
  const leadFont = { ...font, weight: 600 };
  const left = style.marginPx;
  const roomPx = style.widthPx - 2 * left;
  const widthOf = (text: string) => measure(text, font);
  const leadOf = (text: string) => measure(text, leadFont);
  const leadLines = lead ? wrapToWidth(lead, roomPx, leadOf) : [];
  const leadPx = leadLines.length === 1 ? leadOf(lead ?? '') + LEAD_GAP_PX : Infinity;
  const isBeside = lead !== undefined && leadPx + widthOf(subtitle) <= roomPx;
  const wrapped = subtitle ? wrapToWidth(subtitle, roomPx, widthOf) : [];
  const lines = clampLines(wrapped, { most: most?.subtitle, roomPx, widthOf });
  const first = isBeside ? 0 : leadLines.length;
  const yOf = (line: number) => y + line * style.head.subtitleLinePx;
  const nodes = [
    ...leadLines.map((text, i) =>
      textNode({ text, lang, x: left, y: yOf(i), font: leadFont, ink: 'ink-1' }),
    ),
    ...lines.map((text, i) => {
      const x = left + (isBeside ? leadPx : 0);
      return textNode({ text, lang, x, y: yOf(first + i), font, ink: 'ink-2' });
    }),
  ];
  const last = lines.at(-1);
  const taken = last === undefined ? leadOf(leadLines.at(-1) ?? '') : widthOf(last);
  const lineCount = isBeside ? 1 : first + lines.length;
  return {
    cut: lines.length < wrapped.length ? [subtitle] : [],
    nodes,
    // Without either, what follows moves up by a line.
    y: yOf(lineCount - 1),
    taken: taken + (isBeside ? leadPx : 0),
    isEmpty: lineCount === 0,
  };
}

/** Right on the subtitle's line where it has room there, else in lines of its own below. */
function layoutLegend(
  input: HeadInput,
  after: Under,
): { nodes: SceneNode[]; lastBaseline: number } {
  const { style, measure } = input;
  const items = input.legend.map((item) => ({
    item,
    width: iconPx(item) + measure(item.text, style.font.legend),
  }));
  if (items.length === 0) return { nodes: [], lastBaseline: after.y };
  const { legendLinePx, legendGapPx } = style.head;
  const roomPx = style.widthPx - 2 * style.marginPx;
  const lines = flow(items, roomPx, legendGapPx);
  const width = lineWidth(lines[0] ?? [], legendGapPx);
  const isOne = lines.length === 1 && width + LEGEND_CLEAR_PX + after.taken <= roomPx;
  const isBeside = isOne && !after.isEmpty;
  const first = isBeside ? after.y : after.y + legendLinePx + 2;
  const nodes = lines.flatMap((line, i) => {
    let x = isBeside ? style.widthPx - style.marginPx - width : style.marginPx;
    return line.flatMap(({ item, width: itemWidth }) => {
      const drawn = drawLegendItem(style, item, { x, y: first + i * legendLinePx });
      x += itemWidth + legendGapPx;
      return drawn;
    });
  });
  const group: SceneNode = { kind: 'group', label: 'legend', nodes };
  return { nodes: [group], lastBaseline: first + (lines.length - 1) * legendLinePx };
}

interface SizedItem {
  readonly item: LegendItem;
  readonly width: number;
}

function flow(items: readonly SizedItem[], maxWidth: number, gapPx: number): SizedItem[][] {
  const lines: SizedItem[][] = [[]];
  for (const item of items) {
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && lineWidth([...line, item], gapPx) > maxWidth) lines.push([item]);
    else line.push(item);
  }
  return lines;
}

function lineWidth(line: readonly SizedItem[], gapPx: number): number {
  return line.reduce((sum, { width }) => sum + width, 0) + gapPx * (line.length - 1);
}

function iconPx(item: LegendItem): number {
  const isUnderWay = item.kind === 'status' && item.status === 'under-way';
  return ICON_PX[item.kind] + (isUnderWay ? UNDER_WAY_PX - 12 : 0);
}

/** Sign and words, from x on, on the baseline y. */
export function drawLegendItem(
  style: PageStyle,
  item: LegendItem,
  { x, y }: { readonly x: number; readonly y: number },
): SceneNode[] {
  const text = textNode({
    text: item.text,
    lang: item.lang,
    x: x + iconPx(item),
    y,
    font: style.font.legend,
    ink: 'ink-2',
  });
  return [...drawIcon(item, x, y - 4.8), text];
}

function drawIcon(item: LegendItem, x: number, middle: number): readonly SceneNode[] {
  switch (item.kind) {
    case 'domain': {
      const { shape, mark } = domainStyle(item.index);
      return [pointShape(shape, { x: x + 7, y: middle, r: 6.2 }, { fill: mark })];
    }
    case 'status':
      return statusIcon(item.status, x + 6.5, middle);
    case 'column':
      return columnIcon(item.look, x, middle);
    case 'inexact':
      return [inexactIcon(x, middle)];
    case 'noSource': {
      const points = [x, middle + 5, x + 5.5, middle - 5, x + 11, middle + 5];
      return [{ kind: 'polygon', points, closed: true, stroke: { ink: 'warn', widthPx: 1.2 } }];
    }
  }
}

/** Statuses show on every shape alike, so the legend has them in grey. */
function statusIcon(status: Status, x: number, y: number): readonly SceneNode[] {
  const isBar = status === 'under-way';
  return layoutMark({
    style: { shape: 'circle', mark: 'ink-2', text: 'ink-2', tint: 'line-1' },
    importance: 4,
    status,
    flags: 0,
    startX: x - (isBar ? 6 : 0.5),
    endX: x + (isBar ? UNDER_WAY_PX - 6 : 0.5),
    y,
    asOfX: isBar ? x + UNDER_WAY_PX / 2 - 6 : x,
    viewLeftX: x - 1000,
    viewRightX: x + 1000,
    dayPx: 1,
    surface: 'canvas',
  }).shapes;
}

function inexactIcon(x: number, middle: number): SceneNode {
  const stops = [0, 0.3, 0.7, 1].map((offset, i) => ({
    offset,
    ink: 'line-3' as const,
    opacity: i === 1 || i === 2 ? 1 : 0,
  }));
  const fill = { x0: x, x1: x + 28, stops };
  return { kind: 'rect', x, y: middle - 5, width: 28, height: 10, fill };
}
