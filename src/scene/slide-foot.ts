import type { MeasureText, SceneNode } from './scene';
import { FONT, PAGE } from './slide-style';
import { textNode, wrapToWidth } from './slide-text';
import type { SlideWords } from './slide-words';

/** A source as it is listed: number, then publisher and date. */
export interface SlideSource {
  readonly number: number;
  readonly text: string;
  readonly lang: string;
}

export interface SourcesInput {
  readonly sources: readonly SlideSource[];
  readonly words: SlideWords;
  readonly lang: string;
  readonly widthPx: number;
  readonly measure: MeasureText;
}

const COLUMNS = 5;
const COLUMN_GAP_PX = 12;
const LINE_PX = 14.4;
const HEAD_PX = 31;
const BELOW_PX = 12;
/** Numbers end here, texts begin two blanks later. */
const NUMBER_END_PX = 16;
const DIGIT_PX = 7;
const TEXT_GAP_PX = 6;

interface Entry {
  readonly source: SlideSource;
  readonly lines: readonly string[];
}

/** The list of sources in five columns of like height. `draw` puts it at a height of the page. */
export interface PlacedSources {
  readonly heightPx: number;
  draw(top: number): readonly SceneNode[];
}

export function placeSources(input: SourcesInput): PlacedSources {
  if (input.sources.length === 0) return { heightPx: 0, draw: () => [] };
  const columns = columnsOf(input);
  const most = Math.max(...columns.map(lineCount));
  return {
    heightPx: HEAD_PX + most * LINE_PX + BELOW_PX,
    draw: (top) => [
      {
        kind: 'group',
        label: input.words.sources,
        nodes: [
          ...heading(input, top),
          ...columns.flatMap((_, i) => drawColumn(input, columns, i, top)),
        ],
      },
    ],
  };
}

function columnWidth({ widthPx }: SourcesInput): number {
  return (widthPx - 2 * PAGE.marginPx - (COLUMNS - 1) * COLUMN_GAP_PX) / COLUMNS;
}

function textIndent(sources: readonly SlideSource[]): number {
  const digits = String(sources.length).length;
  return NUMBER_END_PX + Math.max(0, digits - 2) * DIGIT_PX + TEXT_GAP_PX;
}

function columnsOf(input: SourcesInput): readonly (readonly Entry[])[] {
  const width = columnWidth(input) - textIndent(input.sources);
  const widthOf = (text: string) => input.measure(text, FONT.source);
  const entries = input.sources.map((source) => ({
    source,
    lines: wrapToWidth(source.text, width, widthOf),
  }));
  // The least height at which five columns hold all.
  let height = Math.ceil(lineCount(entries) / COLUMNS);
  let columns = fillColumns(entries, height);
  while (columns.length > COLUMNS) {
    height += 1;
    columns = fillColumns(entries, height);
  }
  return columns;
}

function fillColumns(entries: readonly Entry[], height: number): Entry[][] {
  const columns: Entry[][] = [];
  let free = 0;
  for (const entry of entries) {
    if (entry.lines.length > free) {
      columns.push([]);
      free = Math.max(height, entry.lines.length);
    }
    columns.at(-1)?.push(entry);
    free -= entry.lines.length;
  }
  return columns;
}

function lineCount(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.lines.length, 0);
}

function heading({ words, lang, measure }: SourcesInput, top: number): SceneNode[] {
  const y = top + 21;
  const noteX = PAGE.marginPx + measure(words.sources, FONT.sourcesTitle) + 9;
  return [
    textNode({
      text: words.sources,
      lang,
      x: PAGE.marginPx,
      y,
      font: FONT.sourcesTitle,
      ink: 'ink-1',
    }),
    textNode({ text: words.sourcesNote, lang, x: noteX, y, font: FONT.sourcesNote, ink: 'ink-3' }),
  ];
}

function drawColumn(
  input: SourcesInput,
  columns: readonly (readonly Entry[])[],
  index: number,
  top: number,
): SceneNode[] {
  const left = PAGE.marginPx + index * (columnWidth(input) + COLUMN_GAP_PX);
  const x = left + textIndent(input.sources);
  const nodes: SceneNode[] = [];
  let y = top + HEAD_PX + 10;
  for (const { source, lines } of columns[index] ?? []) {
    const number = {
      text: String(source.number),
      lang: input.lang,
      x: x - TEXT_GAP_PX,
      y,
    } as const;
    nodes.push(textNode({ ...number, font: FONT.sourceIndex, ink: 'ink-2', align: 'end' }));
    for (const text of lines) {
      nodes.push(textNode({ text, lang: source.lang, x, y, font: FONT.source, ink: 'ink-2' }));
      y += LINE_PX;
    }
  }
  return nodes;
}

const FOOT_RULE_PX = 6;
const FOOT_LINE_PX = 17;
const FOOT_GAP_PX = 24;
/** One line with the page's lower margin. */
const FOOT_HEIGHT_PX = 74;
const WORDMARK_X = 30;

export interface FootInput {
  readonly wordmark: string;
  readonly left: string;
  readonly right: string;
  readonly lang: string;
  readonly widthPx: number;
  readonly measure: MeasureText;
}

export interface PlacedFoot {
  readonly heightPx: number;
  draw(top: number): SceneNode;
}

/** Wordmark, dataset and stamps, with the page's lower margin. */
export function placeFoot(input: FootInput): PlacedFoot {
  const { widthPx, measure, wordmark } = input;
  const right = widthPx - PAGE.marginPx;
  const x = PAGE.marginPx + WORDMARK_X + measure(wordmark, FONT.wordmark) + 9;
  const widthOf = (text: string) => measure(text, FONT.foot);
  const lines = wrapToWidth(input.left, right - widthOf(input.right) - FOOT_GAP_PX - x, widthOf);
  return {
    heightPx: FOOT_HEIGHT_PX + (lines.length - 1) * FOOT_LINE_PX,
    draw: (top) => drawFoot(input, { lines, x, right, top }),
  };
}

function drawFoot(
  { lang, wordmark, ...input }: FootInput,
  place: { lines: readonly string[]; x: number; right: number; top: number },
): SceneNode {
  const { right, top, x } = place;
  const left = PAGE.marginPx;
  const rule = top + FOOT_RULE_PX;
  const y = rule + 24;
  const foot = { lang, font: FONT.foot } as const;
  return {
    kind: 'group',
    label: wordmark,
    nodes: [
      {
        kind: 'polygon',
        points: [left, rule, right, rule],
        closed: false,
        stroke: { ink: 'line-2', widthPx: 1 },
      },
      ...logo(left, y - 5),
      textNode({
        text: wordmark,
        lang: 'en',
        x: left + WORDMARK_X,
        y,
        font: FONT.wordmark,
        ink: 'ink-1',
      }),
      ...place.lines.map((text, i) =>
        textNode({ ...foot, text, x, y: y + i * FOOT_LINE_PX, ink: 'ink-3' }),
      ),
      textNode({ ...foot, text: input.right, x: right, y, ink: 'ink-2', align: 'end' }),
    ],
  };
}

/** Two arcs that open to each other, and the bar that joins them: the header's sign at 20 px. */
function logo(left: number, middle: number): SceneNode[] {
  const k = 20 / 26;
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
