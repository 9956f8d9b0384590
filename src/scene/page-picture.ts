import type { Steps } from '../lib/steps';
import { formatSpan } from '../time/date-text';
import { createContents, type PageContent, rowsOf } from './page-content';
import { MOST_LANE_NAME_LINES, MOST_PAGES, type PageDocument, rangeOf } from './page-document';
import { type Fit, planPages } from './page-plan';
import type { Page } from './pages';
import { createLanes } from './slide-events';
import { lanesHeight, placeLanes, placeTightly } from './slide-lanes';
import { createFrame, drawPicture, type Frame, namedLanes } from './slide-picture';
import type { SlideSource } from './slide-source-list';

/** Beyond that many times a page's height all is not tried on one. */
const HOPELESS = 2;

/** What each picture page shows: one page for all where that fits. Whether text pages follow must be known. */
export function* planDocument(doc: PageDocument, hasTexts: boolean): Steps<PageContent[]> {
  const { size, span, rows } = doc.input;
  const whole: PageContent = { span, lanes: doc.lanes, leftOut: 0 };
  if (rows.length === 0) return [whole];
  const place = { isWhole: false, isNumbered: true, isFirst: false };
  const frame = frameOf(doc, whole, place);
  const framePx = frame.heightPx - frame.list.heightPx;
  const listPxPerRow = frame.list.heightPx / rows.length;
  const roomPx = size.heightPx - framePx;
  const contents = createContents(doc, roomPx);
  if (contents.estimate(whole).lanesPx <= HOPELESS * roomPx) {
    const { fits } = yield* tryPage(doc, whole, {
      isWhole: true,
      isNumbered: hasTexts,
      isFirst: true,
    });
    if (fits) return [whole];
  }
  const trial = (content: PageContent) => {
    const isFirst = content.span.startDay === span.startDay;
    return tryPage(doc, content, { isWhole: false, isNumbered: true, isFirst });
  };
  return yield* planPages({ doc, contents, trial, roomPx, listPxPerRow });
}

interface PagePlace {
  /** It shows all, and need not say of what time. */
  readonly isWhole: boolean;
  /** There are others, with a picture or without. */
  readonly isNumbered: boolean;
  /** It carries what is said of the whole range. */
  readonly isFirst: boolean;
  /** "Page 2 of 3", once that is known. */
  readonly page?: string;
}

function frameOf(doc: PageDocument, content: PageContent, place: PagePlace): Frame {
  const { input, common, style } = doc;
  const { words, lang } = input;
  const { isWhole, isNumbered, isFirst } = place;
  const widestPage = isNumbered ? words.page(MOST_PAGES, MOST_PAGES) : undefined;
  const rows = rowsOf(content);
  return createFrame({
    ...common,
    style,
    span: content.span,
    rows,
    lead: isWhole ? undefined : formatSpan(rangeOf(content.span), lang, 'words'),
    note: isFirst ? common.note : undefined,
    remark: content.leftOut > 0 && !common.hidesRemark ? words.runOn(content.leftOut) : undefined,
    sources: doc.listsSources ? sourcesOf(doc, rows) : [],
    page: isNumbered ? (place.page ?? widestPage) : undefined,
    widestPage,
  });
}

/** Those of the rows, by number. */
function sourcesOf({ sources }: PageDocument, rows: readonly number[]): SlideSource[] {
  const numbers = new Set(rows.map((row) => sources.numberOfRow.get(row) ?? 0));
  return sources.list.filter(({ number }) => numbers.has(number));
}

/** Whether a content has room on a page where all stands at its closest. */
function* tryPage(doc: PageDocument, content: PageContent, place: PagePlace): Steps<Fit> {
  const frame = frameOf(doc, content, place);
  yield;
  const roomPx = doc.input.size.heightPx - frame.heightPx;
  const lanes = yield* lanesOf(doc, content, frame);
  const { measure } = doc.input;
  const placed = yield* placeTightly({ lanes, plot: frame.plot, roomPx, measure });
  const lanesPx = lanesHeight(placed);
  return { fits: lanesPx <= roomPx, lanesPx, roomPx };
}

function lanesOf(doc: PageDocument, content: PageContent, { plot }: Frame) {
  const { input, names } = doc;
  const { span, lanes } = content;
  return createLanes({ ...input, span, plot, names, mostLines: MOST_LANE_NAME_LINES }, lanes);
}

export interface PageCount {
  readonly index: number;
  readonly pictureCount: number;
  /** Of all pages. */
  readonly count: number;
}

/** A page whose content is known to fit. */
export function* drawPage(
  doc: PageDocument,
  content: PageContent,
  { index, pictureCount, count }: PageCount,
): Steps<Page> {
  const { size, words, measure } = doc.input;
  const frame = frameOf(doc, content, {
    isWhole: pictureCount === 1,
    isNumbered: count > 1,
    isFirst: index === 0,
    page: words.page(index + 1, count),
  });
  yield;
  const lanes = yield* lanesOf(doc, content, frame);
  const roomPx = size.heightPx - frame.heightPx;
  const isLow = size.isLow ?? false;
  const placed = yield* placeLanes({ lanes, plot: frame.plot, roomPx, measure, isLow });
  yield;
  const scene = yield* drawPicture(frame, namedLanes(frame, placed));
  return { kind: 'picture', scene, span: content.span, rows: rowsOf(content) };
}
