import type { Steps } from '../lib/steps';
import { textIn } from '../model/text';
import { domainStyle } from './domain-style';
import { pointShape } from './mark-geometry';
import { MOST_PAGES, type PageDocument } from './page-document';
import type { Page } from './pages';
import type { Font, SceneNode, TextShape } from './scene';
import { slideDate } from './slide-dates';
import { domainOf, titleOf } from './slide-events';
import { drawLegendItem, layoutHead } from './slide-head';
import { footOf, legendOf } from './slide-picture';
import { drawSourceLine, sourceEntries, sourceIndentPx, sourceLinePx } from './slide-source-list';
import { ASCENT, type PageStyle } from './slide-style';
import { fillToWidth, onOneLine, textNode, wrapToWidth } from './slide-text';
import { columnPx, type FlowLine, type FlowPage, flowIntoPages } from './text-flow';

/** Text pages before they are drawn: their number is needed first. */
export interface TextPages {
  readonly pageCount: number;
  readonly draw: (index: number, pageText: string) => Page;
}

const COLUMN_GAP_PX = 28;
const BODY_TOP_PX = 12;
const BODY_BELOW_PX = 14;
const LINE_EM = 1.4;
/** From the column's edge to the text of an entry: room for the domain's shape. */
const INDENT_PX = 18;
const ENTRY_GAP_PX = 9;
const SECTION_GAP_PX = 22;
const NUMBER_RISE_EM = 0.32;

/** What the picture pages leave to text: names and words too long for them, summaries, the legend, the sources. */
export function* layoutTextPages(doc: PageDocument): Steps<TextPages> {
  const { input, style, common } = doc;
  const { size } = input;
  const head = layoutHead({
    ...common,
    subtitle: '',
    legend: [],
  });
  const widest = input.words.page(MOST_PAGES, MOST_PAGES);
  const footPx = footOf({ ...common, page: widest, widestPage: widest }).heightPx;
  const heightPx = size.heightPx - head.heightPx - BODY_TOP_PX - BODY_BELOW_PX - footPx;
  const columns = style.textColumns;
  const innerPx = style.widthPx - 2 * style.marginPx;
  const widthPx = (innerPx - (columns - 1) * COLUMN_GAP_PX) / columns;
  const lines = yield* linesOf(doc, widthPx);
  yield;
  const pages = flowIntoPages(lines, { columns, heightPx });
  yield;
  const bodyTop = head.heightPx + BODY_TOP_PX;
  return {
    pageCount: pages.length,
    draw: (index, page) => {
      const body = pages[index] ?? [];
      const bodyPx = Math.max(0, ...body.map(columnPx));
      const foot = footOf({ ...common, page, widestPage: widest });
      const lowPx = Math.ceil(bodyTop + bodyPx + BODY_BELOW_PX + foot.heightPx);
      const pagePx = size.isLow ? Math.min(size.heightPx, lowPx) : size.heightPx;
      const nodes: SceneNode[] = [
        { kind: 'rect', x: 0, y: 0, width: style.widthPx, height: pagePx, fill: 'canvas' },
        { kind: 'group', label: 'head', nodes: head.nodes },
        ...drawColumns(body, { style, widthPx, top: bodyTop }),
        foot.draw(pagePx - foot.heightPx),
      ];
      const rows = body.flat().flatMap(({ row }) => (row === undefined ? [] : [row]));
      const scene = { widthPx: style.widthPx, heightPx: pagePx, nodes };
      return { kind: 'text', scene, span: input.span, rows };
    },
  };
}

function drawColumns(
  page: FlowPage,
  place: { readonly style: PageStyle; readonly widthPx: number; readonly top: number },
): SceneNode[] {
  return page.map((column, i): SceneNode => {
    const x = place.style.marginPx + i * (place.widthPx + COLUMN_GAP_PX);
    let { top } = place;
    const nodes = column.flatMap((line) => {
      const drawn = line.draw({ x, top });
      top += line.heightPx;
      return drawn;
    });
    return { kind: 'group', label: `column ${i + 1}`, nodes };
  });
}

function* linesOf(doc: PageDocument, widthPx: number): Steps<FlowLine[]> {
  const { input, common, longTexts, longRows, listsSources, sources } = doc;
  const { words, includes } = input;
  const lines: FlowLine[] = [];
  const section = (title: string, content: readonly FlowLine[]) => {
    if (content.length === 0) return;
    if (lines.length > 0) lines.push(gap(SECTION_GAP_PX));
    lines.push(headingLine(doc, title), ...content);
  };
  const inFull = longTexts.flatMap((text) => paragraph(doc, text, widthPx));
  if (!includes.summaries) {
    for (const row of longRows) {
      inFull.push(...entryLines(doc, row, { widthPx, hasSummary: false }));
      yield;
    }
  }
  section(words.inFull, inFull);
  if (includes.summaries) {
    const chronology: FlowLine[] = [];
    for (const row of input.rows) {
      chronology.push(...entryLines(doc, row, { widthPx, hasSummary: true }));
      yield;
    }
    section(words.chronology, chronology);
  }
  if (includes.legend && common.hidesLegend) section(words.legend, legendLines(doc));
  if (includes.sources && !listsSources) section(words.sources, sourceLines(doc, widthPx));
  return sources.list.length === 0 && lines.length === 0 ? [] : lines;
}

function gap(heightPx: number): FlowLine {
  return { heightPx, isGap: true, draw: () => [] };
}

function headingLine({ style, input }: PageDocument, text: string): FlowLine {
  const font = style.font.lane;
  const heightPx = 1.9 * font.sizePx;
  return {
    heightPx,
    keepsWithNext: true,
    draw: ({ x, top }) => [
      textNode({ text, lang: input.lang, x, y: top + font.sizePx, font, ink: 'ink-1' }),
    ],
  };
}

type WordsLine = Pick<TextShape, 'text' | 'lang' | 'font' | 'ink'>;

function wordsLine(words: WordsLine, indentPx = 0): FlowLine {
  const heightPx = LINE_EM * words.font.sizePx;
  return {
    heightPx,
    draw: ({ x, top }) => [
      textNode({ ...words, x: x + indentPx, y: baselineIn(top, heightPx, words.font) }),
    ],
  };
}

function baselineIn(top: number, heightPx: number, font: Font): number {
  return top + (heightPx - font.sizePx) / 2 + ASCENT * font.sizePx;
}

function paragraph({ style, input }: PageDocument, text: string, widthPx: number): FlowLine[] {
  const font = style.font.note;
  const lines = wrapToWidth(text, widthPx, (part) => input.measure(part, font));
  return [
    ...lines.map((line) => wordsLine({ text: line, lang: input.lang, font, ink: 'ink-1' })),
    gap(ENTRY_GAP_PX),
  ];
}

/** Date, whole name with its source's number, summary. */
function entryLines(
  doc: PageDocument,
  row: number,
  { widthPx, hasSummary }: { readonly widthPx: number; readonly hasSummary: boolean },
): FlowLine[] {
  const { style, input } = doc;
  const { measure, lang } = input;
  const roomPx = widthPx - INDENT_PX;
  const dateFont = style.font.date;
  const dates = wrapToWidth(slideDate(input, row), roomPx, (text) => measure(text, dateFont));
  const summaries = hasSummary ? summaryLines(doc, row, roomPx) : [];
  const titles = titleLines(doc, row, { roomPx, hasMore: summaries.length > 0 });
  const sign: FlowLine = {
    heightPx: 0,
    keepsWithNext: true,
    row,
    draw: ({ x, top }) => [domainSign(doc, row, { x: x + 6, y: top + 0.7 * dateFont.sizePx })],
  };
  return [
    sign,
    ...dates.map((text) => ({
      ...wordsLine({ text, lang, font: dateFont, ink: 'ink-3' }, INDENT_PX),
      keepsWithNext: true,
    })),
    ...titles,
    ...summaries,
    gap(ENTRY_GAP_PX),
  ];
}

function domainSign(
  { input }: PageDocument,
  row: number,
  { x, y }: { readonly x: number; readonly y: number },
): SceneNode {
  const { shape, mark } = domainStyle(domainOf(input, row));
  return pointShape(shape, { x, y, r: 5 }, { fill: mark });
}

/** With what follows, if anything does. */
function titleLines(
  doc: PageDocument,
  row: number,
  { roomPx, hasMore }: { readonly roomPx: number; readonly hasMore: boolean },
): FlowLine[] {
  const { style, input, sources } = doc;
  const { measure, lang, table } = input;
  const font = { ...style.names[3].font, weight: 600 };
  const title = titleOf(input, row);
  const source = sources.list[(sources.numberOfRow.get(row) ?? 0) - 1];
  const number = source ? String(source.number) : '';
  const numberFont = style.font.sourceNumber;
  const numberPx = number ? 2 + measure(number, numberFont) : 0;
  const widthOf = (text: string) =>
    measure(text, font) + (title.text.endsWith(text) ? numberPx : 0);
  const lines = wrapToWidth(title.text, roomPx, widthOf);
  const eventId = table.idOf(row);
  return lines.map((text, i): FlowLine => {
    const line = wordsLine({ text, lang: title.lang, font, ink: 'ink-1' }, INDENT_PX);
    const isLast = i === lines.length - 1;
    const draw: FlowLine['draw'] = ({ x, top }) => {
      const y = baselineIn(top, line.heightPx, font);
      const raised: TextShape = {
        ...textNode({
          text: number,
          lang,
          x: x + INDENT_PX + measure(text, font) + 2,
          y: y - NUMBER_RISE_EM * font.sizePx,
          font: numberFont,
          ink: 'ink-2',
        }),
        role: 'source-number',
        ...(source?.href !== undefined && { href: source.href }),
      };
      const nodes = [...line.draw({ x, top }), ...(isLast && number ? [raised] : [])];
      return [
        { kind: 'group', ...(eventId !== undefined && { eventId }), label: title.text, nodes },
      ];
    };
    return { ...line, keepsWithNext: !isLast || hasMore, draw };
  });
}

function summaryLines({ style, input }: PageDocument, row: number, roomPx: number): FlowLine[] {
  const { table, lang, measure } = input;
  const given = table.stateOf(row)?.summary;
  if (given === undefined) return [];
  const { text, lang: own } = textIn(given, lang);
  const font = style.font.note;
  const paragraphs = text.split(/\p{Cc}+/u).filter((part) => part.trim() !== '');
  const lines = paragraphs.flatMap((part) =>
    fillToWidth(onOneLine(part), roomPx, (line) => measure(line, font)),
  );
  return lines.map((line, i) => ({
    ...wordsLine({ text: line, lang: own, font, ink: 'ink-2' }, INDENT_PX),
    // No line of it stands alone at the foot or the head of a column.
    keepsWithNext: i < lines.length - 1 && (i === 0 || i === lines.length - 2),
  }));
}

function legendLines(doc: PageDocument): FlowLine[] {
  const { input, style, common } = doc;
  const items = common.legend ?? legendOf({ ...common, rows: input.rows });
  const heightPx = style.head.legendLinePx;
  return items.map((item) => ({
    heightPx,
    draw: ({ x, top }) => drawLegendItem(style, item, { x, y: top + 0.7 * heightPx }),
  }));
}

function sourceLines({ input, style, sources }: PageDocument, widthPx: number): FlowLine[] {
  const indentPx = sourceIndentPx(sources.list);
  const linePx = sourceLinePx(style);
  const entries = sourceEntries({ ...input, sources: sources.list, style }, widthPx);
  return entries.flatMap((entry) =>
    entry.lines.map(
      (_, line): FlowLine => ({
        heightPx: linePx,
        draw: ({ x, top }) =>
          drawSourceLine({ ...input, style }, entry, {
            line,
            x: x + indentPx,
            y: top + linePx - 4,
          }),
      }),
    ),
  );
}
