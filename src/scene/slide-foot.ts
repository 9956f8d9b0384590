import type { MeasureText, SceneNode } from './scene';
import type { PageStyle } from './slide-style';
import { clampLines, textNode, wrapToWidth } from './slide-text';

const RULE_PX = 6;
/** A line of letters, in parts of their size. */
const LINE_EM = 17 / 13;
const GAP_PX = 24;
/** Wordmark with its sign, in parts of a wordmark of 14 px. */
const WORDMARK_X = 30;
const WORDMARK_GAP_PX = 9;
/** Between a wordmark on a line of its own and the lines below. */
const WORDMARK_BELOW_PX = 4;

export interface FootInput {
  readonly style: PageStyle;
  readonly wordmark: string;
  readonly left: string;
  readonly right: string;
  /** On low pages: nothing but wordmark and page. */
  readonly isBare?: boolean | undefined;
  /** Which page this is; stands last, and is left out where there is but one. */
  readonly page?: string | undefined;
  /** The widest that `page` can become in the document: for it, room is kept. */
  readonly widestPage?: string | undefined;
  /** What the page's maker adds. */
  readonly footer?: string | undefined;
  /** So many lines of `left` and `footer` each at most. */
  readonly most?: number;
  readonly lang: string;
  readonly measure: MeasureText;
}

export interface PlacedFoot {
  readonly heightPx: number;
  /** Texts that do not stand in it in whole. */
  readonly cut: readonly string[];
  draw(top: number): SceneNode;
}

interface Row {
  readonly text: string;
  readonly line: number;
  readonly x: number;
  readonly align: 'start' | 'end';
  readonly isStrong: boolean;
  readonly isPage?: boolean;
}

/** Wordmark, dataset and stamps, with the page's lower margin. */
export function placeFoot(input: FootInput): PlacedFoot {
  const { style } = input;
  const linePx = footLinePx(style);
  const isBeside = !input.isBare && hasRoomBeside(input);
  const rows = isBeside ? rowsBeside(input) : rowsBelow(input);
  const lineCount = 1 + Math.max(0, ...rows.map(({ line }) => line));
  const gapPx = isBeside || input.isBare ? 0 : WORDMARK_BELOW_PX;
  const shown = rows
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');
  const given = [input.footer ?? '', input.left, input.right];
  return {
    heightPx: style.footPx + (lineCount - 1) * linePx + gapPx,
    cut: given.filter((text) => !shown.includes(text.replaceAll(/\s/g, ''))),
    draw: (top) => drawFoot(input, rows, { top, gapPx }),
  };
}

export function footLinePx({ font }: PageStyle): number {
  return LINE_EM * font.foot.sizePx;
}

function widthOf({ measure, style }: FootInput, text: string, isStrong = false): number {
  return measure(text, isStrong ? pageFont(style) : style.font.foot);
}

function pageFont({ font }: PageStyle) {
  return { ...font.foot, weight: 600 };
}

function leftOf({ style, measure, wordmark }: FootInput): number {
  const k = wordmarkScale(style);
  return (
    style.marginPx + k * WORDMARK_X + measure(wordmark, style.font.wordmark) + k * WORDMARK_GAP_PX
  );
}

function wordmarkScale({ font }: PageStyle): number {
  return font.wordmark.sizePx / 14;
}

/** What stands at the right end: the stamp, then the page. */
function rightRows(input: FootInput): Row[] {
  const { style, right, page } = input;
  const end = style.widthPx - style.marginPx;
  const row = { line: 0, align: 'end' } as const;
  if (!page) return [{ ...row, text: right, x: end, isStrong: true }];
  const x = end - widthOf(input, page, true) - GAP_PX;
  return [
    { ...row, text: right, x, isStrong: true },
    { ...row, text: page, x: end, isStrong: true, isPage: true },
  ];
}

function rightPx(input: FootInput): number {
  const widest = input.widestPage ?? input.page;
  const page = widest ? widthOf(input, widest, true) + GAP_PX : 0;
  return widthOf(input, input.right) + page;
}

/** Whether there is a column for running text between wordmark and stamp. */
function hasRoomBeside(input: FootInput): boolean {
  const { style } = input;
  const between = style.widthPx - style.marginPx - rightPx(input) - GAP_PX - leftOf(input);
  return between >= (style.widthPx - 2 * style.marginPx) / 4;
}

function rowsBeside(input: FootInput): Row[] {
  const { style } = input;
  const x = leftOf(input);
  const roomPx = style.widthPx - style.marginPx - rightPx(input) - GAP_PX - x;
  return [...leftRows(input, { x, roomPx, line: 0 }), ...rightRows(input)];
}

/** On a narrow page wordmark and page have the first line, all else the whole width below. */
function rowsBelow(input: FootInput): Row[] {
  const { style, right, page, isBare } = input;
  const x = style.marginPx;
  const roomPx = style.widthPx - 2 * x;
  const stamps = wrapToWidth(right, roomPx, (text) => widthOf(input, text));
  const rows: Row[] = stamps.map((text, i) => ({
    text,
    line: i + 1,
    x,
    align: 'start',
    isStrong: true,
  }));
  const end = style.widthPx - x;
  const pageRow = { line: 0, x: end, align: 'end', isStrong: true, isPage: true } as const;
  const pages = page ? [{ ...pageRow, text: page }] : [];
  if (isBare) return pages;
  return [...pages, ...rows, ...leftRows(input, { x, roomPx, line: stamps.length + 1 })];
}

/** The footer of the page's maker first, then where the data are from. */
function leftRows(
  input: FootInput,
  { x, roomPx, line }: { readonly x: number; readonly roomPx: number; readonly line: number },
): Row[] {
  const paragraphs = [
    { text: input.footer ?? '', isStrong: true },
    { text: input.left, isStrong: false },
  ];
  let at = line;
  return paragraphs.flatMap(({ text, isStrong }) =>
    footLines(input, text, roomPx).map((part): Row => {
      at += 1;
      return { text: part, line: at - 1, x, align: 'start', isStrong };
    }),
  );
}

function footLines(input: FootInput, text: string, roomPx: number): readonly string[] {
  if (text === '') return [];
  const width = (part: string) => widthOf(input, part);
  return clampLines(wrapToWidth(text, roomPx, width), {
    most: input.most,
    roomPx,
    widthOf: width,
  });
}

function drawFoot(
  input: FootInput,
  rows: readonly Row[],
  { top, gapPx }: { readonly top: number; readonly gapPx: number },
): SceneNode {
  const { style, lang, wordmark } = input;
  const { font, marginPx: left, widthPx } = style;
  const rule = top + RULE_PX;
  const k = wordmarkScale(style);
  const y = rule + RULE_PX + (18 / 14) * font.wordmark.sizePx;
  return {
    kind: 'group',
    label: wordmark,
    nodes: [
      {
        kind: 'polygon',
        points: [left, rule, widthPx - left, rule],
        closed: false,
        stroke: { ink: 'line-2', widthPx: 1 },
      },
      ...logo(left, y - 5 * k, k),
      textNode({
        text: wordmark,
        lang: 'en',
        x: left + k * WORDMARK_X,
        y,
        font: font.wordmark,
        ink: 'ink-1',
      }),
      ...rows.map(({ text, line, x, align, isStrong, isPage }) =>
        textNode({
          text,
          lang,
          x,
          y: y + line * footLinePx(style) + (line > 0 ? gapPx : 0),
          font: isPage ? pageFont(style) : font.foot,
          ink: isPage ? 'ink-1' : isStrong ? 'ink-2' : 'ink-3',
          align,
        }),
      ),
    ],
  };
}

/** Two arcs that open to each other, and the bar that joins them: the header's sign at 20 px, times `scale`. */
function logo(left: number, middle: number, scale: number): SceneNode[] {
  const k = (20 / 26) * scale;
  const stroke = { ink: 'ink-1', widthPx: 2.6 * k } as const;
  const x = (value: number) => left + k * value;
  const y = (value: number) => middle + k * (value - 10);
  /** Of a quarter of an ellipse, drawn as a cubic. */
  const bow = 0.5523;
  const arc = (sign: 1 | -1): SceneNode[] => {
    const at = (dx: number) => x(13 + sign * dx);
    const points = (
      top: number,
    ): readonly [number, number, number, number, number, number, number, number] => [
      at(3.4),
      y(top),
      at(3.4 + bow * 7.9),
      y(top),
      at(11.3),
      y(10 + (top - 10) * bow),
      at(11.3),
      y(10),
    ];
    return [
      { kind: 'curve', points: points(1.8), stroke },
      { kind: 'curve', points: points(18.2), stroke },
    ];
  };
  const bar = [x(7.4), middle, x(18.6), middle];
  return [...arc(-1), ...arc(1), { kind: 'polygon', points: bar, closed: false, stroke }];
}
