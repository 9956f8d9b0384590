import type { MeasureText, SceneNode } from './scene';
import { drawRun, runSources } from './slide-source-run';
import type { PageStyle } from './slide-style';
import { textNode, wrapToWidth } from './slide-text';
import type { SlideWords } from './slide-words';

/** A source as it is listed: number, then publisher and date. */
export interface SlideSource {
  readonly number: number;
  readonly text: string;
  readonly lang: string;
  readonly href: string | undefined;
}

export interface SourcesInput {
  readonly style: PageStyle;
  readonly sources: readonly SlideSource[];
  readonly words: Pick<SlideWords, 'sources' | 'sourcesNote'>;
  readonly lang: string;
  readonly measure: MeasureText;
}

const COLUMN_GAP_PX = 12;
/** Of a line of 11 px. */
const LINE_EM = 14.4 / 11;
const HEAD_PX = 31;
/** To the baseline of the first line. */
const FIRST_PX = HEAD_PX + 10;
const BELOW_PX = 12;
/** Numbers end here, texts begin two blanks later. */
const NUMBER_END_PX = 16;
const DIGIT_PX = 7;
const TEXT_GAP_PX = 6;

/** A source broken into lines. */
export interface SourceEntry {
  readonly source: SlideSource;
  readonly lines: readonly string[];
}

/** Sources in columns of like height, or in running lines where there is room for one column only. `draw` puts them at a height of the page. */
export interface PlacedSources {
  readonly heightPx: number;
  draw(top: number): readonly SceneNode[];
}

export function placeSources(input: SourcesInput): PlacedSources {
  if (input.sources.length === 0) return { heightPx: 0, draw: () => [] };
  const body = input.style.sourceColumns === 1 ? running(input) : inColumns(input);
  return {
    heightPx: HEAD_PX + body.lineCount * sourceLinePx(input.style) + BELOW_PX,
    draw: (top) => [
      {
        kind: 'group',
        label: input.words.sources,
        nodes: [...heading(input, top), ...body.draw(top)],
      },
    ],
  };
}

interface SourceBody {
  readonly lineCount: number;
  draw(top: number): SceneNode[];
}

function inColumns(input: SourcesInput): SourceBody {
  const columns = columnsOf(input);
  return {
    lineCount: Math.max(...columns.map(lineCount)),
    draw: (top) => columns.flatMap((column, i) => drawColumn(input, column, { index: i, top })),
  };
}

function running(input: SourcesInput): SourceBody {
  const lines = runSources(input);
  const linePx = sourceLinePx(input.style);
  return {
    lineCount: lines.length,
    draw: (top) => lines.flatMap((line, i) => drawRun(input, line, top + FIRST_PX + i * linePx)),
  };
}

export function sourceLinePx(style: PageStyle): number {
  return LINE_EM * style.font.source.sizePx;
}

export function sourceColumnPx({ widthPx, marginPx, sourceColumns }: PageStyle): number {
  return (widthPx - 2 * marginPx - (sourceColumns - 1) * COLUMN_GAP_PX) / sourceColumns;
}

/** From where a number ends at the widest to where the text begins. */
export function sourceIndentPx(sources: readonly SlideSource[]): number {
  const digits = String(sources.at(-1)?.number ?? 1).length;
  return NUMBER_END_PX + Math.max(0, digits - 2) * DIGIT_PX + TEXT_GAP_PX;
}

/** Sources broken into lines for columns of a width, numbers included. */
export function sourceEntries(
  { sources, style, measure }: Pick<SourcesInput, 'sources' | 'style' | 'measure'>,
  columnPx: number,
): SourceEntry[] {
  const width = columnPx - sourceIndentPx(sources);
  const widthOf = (text: string) => measure(text, style.font.source);
  return sources.map((source) => ({ source, lines: wrapToWidth(source.text, width, widthOf) }));
}

function columnsOf(input: SourcesInput): readonly (readonly SourceEntry[])[] {
  const { sourceColumns } = input.style;
  const entries = sourceEntries(input, sourceColumnPx(input.style));
  // The least height at which the columns hold all.
  let height = Math.ceil(lineCount(entries) / sourceColumns);
  let columns = fillColumns(entries, height);
  while (columns.length > sourceColumns) {
    height += 1;
    columns = fillColumns(entries, height);
  }
  return columns;
}

function fillColumns(entries: readonly SourceEntry[], height: number): SourceEntry[][] {
  const columns: SourceEntry[][] = [];
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

function lineCount(entries: readonly SourceEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.lines.length, 0);
}

function heading({ words, lang, measure, style }: SourcesInput, top: number): SceneNode[] {
  const { marginPx: x, font, widthPx } = style;
  const y = top + 21;
  const noteX = x + measure(words.sources, font.sourcesTitle) + 9;
  const hasNote = noteX + measure(words.sourcesNote, font.sourcesNote) <= widthPx - x;
  const note = { text: words.sourcesNote, lang, x: noteX, y, font: font.sourcesNote } as const;
  return [
    textNode({ text: words.sources, lang, x, y, font: font.sourcesTitle, ink: 'ink-1' }),
    ...(hasNote ? [textNode({ ...note, ink: 'ink-3' })] : []),
  ];
}

function drawColumn(
  input: SourcesInput,
  column: readonly SourceEntry[],
  { index, top }: { readonly index: number; readonly top: number },
): SceneNode[] {
  const { style, sources } = input;
  const left = style.marginPx + index * (sourceColumnPx(style) + COLUMN_GAP_PX);
  const x = left + sourceIndentPx(sources);
  const linePx = sourceLinePx(style);
  let y = top + FIRST_PX;
  return column.flatMap((entry) => {
    const nodes = entry.lines.flatMap((_, i) =>
      drawSourceLine(input, entry, { line: i, x, y: y + i * linePx }),
    );
    y += entry.lines.length * linePx;
    return nodes;
  });
}

/** One line of a source; its number stands before the first, ending a little before x. */
export function drawSourceLine(
  { style: { font }, lang }: Pick<SourcesInput, 'style' | 'lang'>,
  { source, lines }: SourceEntry,
  { line, x, y }: { readonly line: number; readonly x: number; readonly y: number },
): SceneNode[] {
  const link = source.href === undefined ? {} : { href: source.href };
  const text = lines[line] ?? '';
  const words = { text, lang: source.lang, x, y, font: font.source, ink: 'ink-2' } as const;
  const nodes: SceneNode[] = [{ ...textNode(words), ...link }];
  if (line > 0) return nodes;
  const number = { text: String(source.number), lang, x: x - TEXT_GAP_PX, y } as const;
  const index = textNode({ ...number, font: font.sourceIndex, ink: 'ink-2', align: 'end' });
  return [{ ...index, ...link }, ...nodes];
}
