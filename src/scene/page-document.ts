import type { Steps } from '../lib/steps';
import { formatSpan } from '../time/date-text';
import type { Span } from '../time/day';
import type { PagesInput } from './pages';
import { createSetNames, type LaneRows, laneRowsOf, type SetNames, titleOf } from './slide-events';
import { footLinePx } from './slide-foot';
import { laneNameLines, lanePadPx } from './slide-lane';
import type { SlidePlot } from './slide-mark';
import { createFrame, createPlot, type Frame, type FrameInput } from './slide-picture';
import { sourceColumnPx, sourceEntries, sourceLinePx } from './slide-source-list';
import { type NumberedSources, numberSources } from './slide-sources';
import { lineHeightPx, nameStyle, type PageStyle, pageStyle } from './slide-style';
import { wrapToWidth } from './slide-text';

/** What all pages of a document share. */
export interface PageDocument {
  readonly input: PagesInput;
  readonly style: PageStyle;
  /** On the scale of the whole range. */
  readonly plot: SlidePlot;
  readonly lanes: readonly LaneRows[];
  readonly names: SetNames;
  readonly sources: NumberedSources;
  /** Which picture pages carry their sources; else text pages list them all. */
  readonly listsSources: boolean;
  /** What picture pages hold in the pages' name, for all of them. */
  readonly common: FrameCommon;
  /** Texts that have no room on picture pages in whole. */
  readonly longTexts: readonly string[];
  /** Rows whose names have none. */
  readonly longRows: ReadonlySet<number>;
}

type FrameCommon = Omit<FrameInput, 'span' | 'rows' | 'sources'>;

/** Shares of a page's height that its parts may take. */
const MOST = {
  title: 0.2,
  subtitle: 0.12,
  foot: 0.06,
  note: 0.15,
  bands: 0.35,
  name: 0.4,
} as const;
/** What lanes are left with on any page. */
const LEAST_LANES = { share: 0.25, px: 96 } as const;
export const MOST_LANE_NAME_LINES = 3;
/** A name that is not longer than that needs no trial. */
const SHORT_NAME_LETTERS = 120;
const MARK_PX = 24;
const ELLIPSIS = '…';

export function* createDocument(input: PagesInput): Steps<PageDocument> {
  const { size, includes, rows, measure } = input;
  const style = pageStyle(size.widthPx, size.heightPx);
  const common = fitCommon(input, style);
  yield;
  const sources = includes.sources
    ? numberSources(input)
    : { list: [], sources: [], numberOfRow: new Map<number, number>() };
  yield;
  const plot = createPlot({ ...input, style });
  const roomPx = size.heightPx - frameFor(input, common, rows).heightPx;
  const long = yield* findLongNames(input, plot, roomPx);
  const names = createSetNames({
    ...input,
    hidesNoSource: !includes.sources,
    sourceOf: (row) => sources.list[(sources.numberOfRow.get(row) ?? 0) - 1],
    shortenedOf: (row) => long.get(row),
  });
  const lanes = laneRowsOf(input);
  const longTexts = [...longTextsOf(input, common), ...longLaneNames(lanes, plot, measure)];
  const doc = { input, style, plot, lanes, names, sources, common, longTexts };
  const namesPx = yield* heightOfNames(doc);
  const listsSources = hasRoomForSources(doc, { roomPx, namesPx });
  return { ...doc, longRows: new Set(long.keys()), listsSources };
}

/** The frame of a page that holds all there is, without sources. */
function frameFor(input: PagesInput, common: FrameCommon, rows: readonly number[]): Frame {
  const lead = formatSpan(rangeOf(input.span), input.lang, 'words');
  return createFrame({ ...common, lead, span: input.span, rows, sources: [] });
}

export function rangeOf({ startDay, endDay }: Span) {
  return { firstDay: startDay, lastDay: endDay - 1 };
}

/** Leaves away from low pages what the lanes need more, the least needed first; text pages have it instead. */
function fitCommon(input: PagesInput, style: PageStyle): FrameCommon {
  const { size, includes, note, bands = [], footer } = input;
  const { heightPx } = size;
  const linesIn = (share: number, linePx: number) =>
    Math.max(1, Math.floor((share * heightPx) / linePx));
  let common: FrameCommon = {
    ...input,
    style,
    note,
    bands,
    footer,
    page: undefined,
    hidesLegend: !includes.legend,
    hidesAsOf: !includes.asOf,
    hidesNoSource: !includes.sources,
    most: {
      title: linesIn(MOST.title, style.head.titleLinePx),
      subtitle: linesIn(MOST.subtitle, style.head.subtitleLinePx),
      foot: linesIn(MOST.foot, footLinePx(style)),
      note: linesIn(MOST.note, 18),
    },
  };
  const leastPx = Math.max(LEAST_LANES.px, LEAST_LANES.share * heightPx);
  const bandsTooHigh = bands.reduce((sum, band) => sum + band.heightPx, 0) > MOST.bands * heightPx;
  const economies: Partial<FrameCommon>[] = [
    { hidesLegend: true },
    { bands: [] },
    { note: undefined },
    { subtitle: '' },
    { most: { title: 1, subtitle: 1, foot: 1, note: 1 } },
  ];
  if (bandsTooHigh) common = { ...common, bands: [] };
  for (const economy of economies) {
    if (heightPx - frameFor(input, common, input.rows).heightPx >= leastPx) break;
    common = { ...common, ...economy };
  }
  return common;
}

/** Names that would take too much of a page, with what stands for them in pictures: their beginning. */
function* findLongNames(
  input: PagesInput,
  { style, left, right }: SlidePlot,
  roomPx: number,
): Steps<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  const freePx = roomPx - 2 * lanePadPx(1) - style.rowPx * MOST_LANE_NAME_LINES - MARK_PX;
  for (const row of input.rows) {
    const title = titleOf(input, row).text;
    if (title.length <= SHORT_NAME_LETTERS) continue;
    const { font } = nameStyle(style, input.table.importance[row] ?? 3);
    const linePx = lineHeightPx(font.sizePx, 1);
    const most = Math.max(2, Math.floor(Math.min(freePx, MOST.name * roomPx) / linePx));
    const lines = wrapToWidth(title, right - left, (text) => input.measure(text, font));
    // A line is left for number and date.
    if (lines.length >= most) found.set(row, beginningOf(title, (most - 1) / lines.length));
    yield;
  }
  return found;
}

function beginningOf(text: string, share: number): string {
  const letters = Array.from(text);
  const cut = letters.slice(0, Math.floor(SAFE_SHARE * share * letters.length)).join('');
  return cut.trimEnd() + ELLIPSIS;
}

/** Lines are not equally full. */
const SAFE_SHARE = 0.8;

/** What is given for all pages and does not stand on them in whole. */
function longTextsOf(input: PagesInput, { style, most, subtitle, note }: FrameCommon): string[] {
  const { font, widthPx, marginPx } = style;
  const linesOf = (text: string, use: 'title' | 'subtitle' | 'foot' | 'note') =>
    wrapToWidth(text, widthPx - 2 * marginPx, (part) => input.measure(part, font[use])).length;
  const uses = ['title', 'subtitle', 'note', 'foot'] as const;
  const given = { ...input, foot: input.footer };
  const kept = { title: input.title, subtitle, note, foot: input.footer };
  return uses.flatMap((use) => {
    const text = given[use];
    if (!text) return [];
    return kept[use] !== text || linesOf(text, use) > (most?.[use] ?? 0) ? [text] : [];
  });
}

function longLaneNames(
  lanes: readonly LaneRows[],
  { style, left, right }: SlidePlot,
  measure: PagesInput['measure'],
): string[] {
  return lanes.flatMap(({ head }) => {
    if (!head) return [];
    const lines = laneNameLines(head.name, { style, left, right }, { measure, most: undefined });
    return lines.length > MOST_LANE_NAME_LINES ? [head.name] : [];
  });
}

/** Shares of the room between head and foot that sources may take, on average and for one of them. */
const MOST_SOURCES = { all: 0.4, one: 0.15 } as const;
const LEAST_ROOM_PX = 300;

function hasRoomForSources(
  { sources: { list }, style, input }: Pick<PageDocument, 'sources' | 'style' | 'input'>,
  { roomPx, namesPx }: { readonly roomPx: number; readonly namesPx: number },
): boolean {
  if (list.length === 0 || roomPx < LEAST_ROOM_PX) return false;
  const entries = sourceEntries({ ...input, sources: list, style }, sourceColumnPx(style));
  const linePx = sourceLinePx(style);
  const heights = entries.map(({ lines }) => linePx * lines.length);
  const listPx = heights.reduce((sum, px) => sum + px, 0) / style.sourceColumns;
  const isOneTooHigh = heights.some((px) => px > MOST_SOURCES.one * roomPx);
  return !isOneTooHigh && listPx <= MOST_SOURCES.all * (listPx + namesPx);
}

/** Of a page's width that names cover where they stand close. */
const COVERED = 0.6;

/** About how high names stand that are spread evenly, in px. */
function* heightOfNames({
  input,
  names,
  plot,
}: Pick<PageDocument, 'input' | 'names' | 'plot'>): Steps<number> {
  let area = 0;
  for (const row of input.rows) {
    const name = names(row, input.span, plot);
    const [setting = name.fallback] = name.settings;
    area += setting.widthPx * plot.style.rowPx;
    yield;
  }
  return area / (COVERED * (plot.right - plot.left));
}
