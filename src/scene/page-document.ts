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

type FrameCommon = Omit<FrameInput, 'span' | 'rows' | 'sources'> & {
  /** Pages do not say what they leave to others. */
  readonly hidesRemark?: boolean;
};

/** Enough for any; what is said of the page must have room with so many. */
export const MOST_PAGES = 8888;

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
const MARK_PX = 24;
const ELLIPSIS = '…';

export function* createDocument(input: PagesInput): Steps<PageDocument> {
  const { size, includes, rows, measure } = input;
  const style = pageStyle(size.widthPx, size.heightPx);
  const common = fitCommon(input, style);
  yield;
  const sources = includes.sources
    ? yield* numberSources(input)
    : { list: [], sources: [], numberOfRow: new Map<number, number>() };
  yield;
  const plot = createPlot({ ...input, style });
  const frame = frameFor(input, common, rows);
  const roomPx = size.heightPx - frame.heightPx;
  const long = yield* findLongNames(input, plot, roomPx);
  const names = createSetNames({
    ...input,
    hidesNoSource: !includes.sources,
    sourceOf: (row) => sources.list[(sources.numberOfRow.get(row) ?? 0) - 1],
    shortenedOf: (row) => long.get(row),
  });
  const lanes = laneRowsOf(input);
  const longTexts = [...longTextsOf(input, common, frame), ...longLaneNames(lanes, plot, measure)];
  const doc = { input, style, plot, lanes, names, sources, common, longTexts };
  const namesPx = yield* heightOfNames(doc);
  const listsSources = hasRoomForSources(doc, { roomPx, namesPx });
  return { ...doc, longRows: new Set(long.keys()), listsSources };
}

/** The frame of a page that holds all there is, without sources. */
function frameFor(input: PagesInput, common: FrameCommon, rows: readonly number[]): Frame {
  const { span, lang, words } = input;
  const widestPage = words.page(MOST_PAGES, MOST_PAGES);
  return createFrame({
    ...common,
    lead: formatSpan(rangeOf(span), lang, 'words'),
    remark: common.hidesRemark ? undefined : words.runOn(rows.length),
    page: widestPage,
    widestPage,
    span,
    rows,
    sources: [],
  });
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
    range: input.span,
    note,
    bands,
    footer,
    page: undefined,
    hidesLegend: !includes.legend,
    hidesAsOf: !includes.asOf,
    showsLinks: includes.links,
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
    { isFootBare: true },
    { hidesRemark: true },
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
    const { font } = nameStyle(style, input.table.importance[row] ?? 3);
    const linePx = lineHeightPx(font.sizePx, 1);
    const most = Math.max(2, Math.floor(Math.min(freePx, MOST.name * roomPx) / linePx));
    // No letter is wider than it is high.
    if (title.length * font.sizePx <= (most - 1) * (right - left)) continue;
    const countOf = (text: string) =>
      wrapToWidth(text, right - left, (part) => input.measure(part, font)).length;
    // A line is left for number and date.
    if (countOf(title) >= most) found.set(row, beginningOf(title, most - 1, countOf));
    yield;
  }
  return found;
}

/** What of a text stands in so many lines, with an ellipsis. By halving. */
function beginningOf(text: string, most: number, countOf: (text: string) => number): string {
  const letters = Array.from(text);
  const cutAt = (length: number) => letters.slice(0, length).join('').trimEnd() + ELLIPSIS;
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (countOf(cutAt(middle)) <= most) low = middle;
    else high = middle - 1;
  }
  return cutAt(low);
}

/** What is given for all pages and does not stand on them in whole. */
function longTextsOf(
  { title, subtitle, note }: PagesInput,
  common: FrameCommon,
  frame: Frame,
): string[] {
  const leftOut = [common.subtitle === subtitle ? '' : subtitle, common.note === note ? '' : note];
  return [...frame.cut, ...leftOut]
    .filter((text) => text !== undefined)
    .filter((text) => text !== '')
    .toSorted((a, b) => Number(b === title) - Number(a === title));
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
