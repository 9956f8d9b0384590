import type { Status } from '../model/dataset';
import { domainStyle } from './domain-style';
import { layoutMark } from './mark';
import { pointShape } from './mark-geometry';
import type { MeasureText, SceneNode } from './scene';
import { FONT, PAGE } from './slide-style';
import { textNode, wrapToWidth } from './slide-text';

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
  | { readonly kind: 'inexact'; readonly text: string; readonly lang: string }
  | { readonly kind: 'noSource'; readonly text: string; readonly lang: string };

export interface HeadInput {
  readonly title: string;
  readonly subtitle: string;
  readonly lang: string;
  readonly legend: readonly LegendItem[];
  readonly widthPx: number;
  readonly measure: MeasureText;
}

const TITLE_LINE_PX = 50;
const SUBTITLE_LINE_PX = 23;
const FIRST_TITLE_BASELINE = 86;
/** From the last line of the title to the first of the subtitle. */
const SUBTITLE_DROP_PX = 41;
const LEGEND_LINE_PX = 22;
const LEGEND_GAP_PX = 19;
const LEGEND_CLEAR_PX = 40;
const ICON_PX = { domain: 20, status: 19, inexact: 36, noSource: 17 } as const;
/** What is under way shows on a bar only. */
const UNDER_WAY_PX = 26;

/** Ink bar, title, subtitle and legend, from the page's upper edge on. */
export function layoutHead(input: HeadInput): {
  readonly nodes: SceneNode[];
  readonly heightPx: number;
} {
  const { title, subtitle, lang, widthPx, measure } = input;
  const width = widthPx - 2 * PAGE.marginPx;
  const x = PAGE.marginPx;
  const titleLines = wrapToWidth(title, width, (text) => measure(text, FONT.title));
  const nodes: SceneNode[] = [
    { kind: 'rect', x, y: 34, width: 52, height: 5, fill: 'ink-1' },
    ...titleLines.map((text, i) => {
      const y = FIRST_TITLE_BASELINE + i * TITLE_LINE_PX;
      return textNode({ text, lang, x, y, font: FONT.title, ink: 'ink-1' });
    }),
  ];
  const lastTitle = FIRST_TITLE_BASELINE + Math.max(0, titleLines.length - 1) * TITLE_LINE_PX;
  const subtitleLines = wrapToWidth(subtitle, width, (text) => measure(text, FONT.subtitle));
  const y = lastTitle + SUBTITLE_DROP_PX;
  subtitleLines.forEach((text, i) => {
    const line = { y: y + i * SUBTITLE_LINE_PX, font: FONT.subtitle, ink: 'ink-2' } as const;
    nodes.push(textNode({ text, lang, x, ...line }));
  });
  const lastSubtitle = y + Math.max(0, subtitleLines.length - 1) * SUBTITLE_LINE_PX;
  const taken = measure(subtitleLines.at(-1) ?? '', FONT.subtitle);
  const legend = layoutLegend(input, { y: lastSubtitle, taken });
  return { nodes: [...nodes, ...legend.nodes], heightPx: legend.lastBaseline + 11 };
}

/** Right on the subtitle's line where it has room there, else in lines of its own below. */
function layoutLegend(
  input: HeadInput,
  after: { readonly y: number; readonly taken: number },
): { nodes: SceneNode[]; lastBaseline: number } {
  const items = input.legend.map((item) => ({
    item,
    width: iconPx(item) + input.measure(item.text, FONT.legend),
  }));
  if (items.length === 0) return { nodes: [], lastBaseline: after.y };
  const page = input.widthPx - 2 * PAGE.marginPx;
  const lines = flow(items, page);
  const width = lineWidth(lines[0] ?? []);
  const isBeside = lines.length === 1 && width + LEGEND_CLEAR_PX + after.taken <= page;
  const first = isBeside ? after.y : after.y + LEGEND_LINE_PX + 2;
  const nodes = lines.flatMap((line, i) => {
    let x = isBeside ? input.widthPx - PAGE.marginPx - lineWidth(line) : PAGE.marginPx;
    return line.flatMap(({ item, width: itemWidth }) => {
      const drawn = drawItem(item, x, first + i * LEGEND_LINE_PX);
      x += itemWidth + LEGEND_GAP_PX;
      return drawn;
    });
  });
  const group: SceneNode = { kind: 'group', label: 'legend', nodes };
  return { nodes: [group], lastBaseline: first + (lines.length - 1) * LEGEND_LINE_PX };
}

interface SizedItem {
  readonly item: LegendItem;
  readonly width: number;
}

function flow(items: readonly SizedItem[], maxWidth: number): SizedItem[][] {
  const lines: SizedItem[][] = [[]];
  for (const item of items) {
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && lineWidth([...line, item]) > maxWidth) lines.push([item]);
    else line.push(item);
  }
  return lines;
}

function lineWidth(line: readonly SizedItem[]): number {
  return line.reduce((sum, { width }) => sum + width, 0) + LEGEND_GAP_PX * (line.length - 1);
}

function iconPx(item: LegendItem): number {
  const isUnderWay = item.kind === 'status' && item.status === 'under-way';
  return ICON_PX[item.kind] + (isUnderWay ? UNDER_WAY_PX - 12 : 0);
}

function drawItem(item: LegendItem, x: number, y: number): SceneNode[] {
  const text = textNode({
    text: item.text,
    lang: item.lang,
    x: x + iconPx(item),
    y,
    font: FONT.legend,
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
