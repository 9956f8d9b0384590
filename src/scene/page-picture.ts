import type { Steps } from '../lib/steps';
import { formatSpan } from '../time/date-text';
import { createContents, type PageContent, rowsOf } from './page-content';
import { MOST_LANE_NAME_LINES, type PageDocument, rangeOf } from './page-document';
import { type Fit, planPages } from './page-plan';
import { MOST_PAGES } from './page-text';
import type { Page } from './pages';
import { createLanes } from './slide-events';
import { lanesHeight, placeLanes, placeTightly } from './slide-lanes';
import { createFrame, drawPicture, type Frame } from './slide-picture';
import type { SlideSource } from './slide-source-list';

/** Beyond that many times a page's height all is not tried on one. */
const HOPELESS = 2;

/** What each picture page shows. One page for all where that fits. */
export function* planDocument(doc: PageDocument): Steps<PageContent[]> {
  const { size, span, rows } = doc.input;
  const whole: PageContent = { span, lanes: doc.lanes, leftOut: 0 };
  if (rows.length === 0) return [whole];
  const place = { isOnly: false, isFirst: false };
  const frame = frameOf(doc, whole, place);
  const framePx = frame.heightPx - frame.list.heightPx;
  const listPxPerRow = frame.list.heightPx / rows.length;
  const roomPx = size.heightPx - framePx;
  const contents = createContents(doc, roomPx);
  if (contents.estimate(whole) <= HOPELESS * roomPx) {
    const { fits } = yield* tryPage(doc, whole, { isOnly: true, isFirst: true });
    if (fits) return [whole];
  }
  const trial = (content: PageContent) => {
    const isFirst = content.span.startDay === span.startDay;
    return tryPage(doc, content, { isOnly: false, isFirst });
  };
  return yield* planPages({ doc, contents, trial, roomPx, listPxPerRow });
}

interface PagePlace {
  /** The only one: it need not say which. */
  readonly isOnly: boolean;
  /** It carries what is said of the whole range. */
  readonly isFirst: boolean;
  /** "Page 2 of 3", once that is known. */
  readonly page?: string;
}

function frameOf(doc: PageDocument, content: PageContent, place: PagePlace): Frame {
  const { input, common, style } = doc;
  const { words, lang } = input;
  const { isOnly, isFirst } = place;
  const widestPage = isOnly ? undefined : words.page(MOST_PAGES, MOST_PAGES);
  const rows = rowsOf(content);
  return createFrame({
    ...common,
    style,
    span: content.span,
    rows,
    lead: isOnly ? undefined : formatSpan(rangeOf(content.span), lang, 'words'),
    note: isFirst ? common.note : undefined,
    remark: content.leftOut > 0 ? words.runOn(content.leftOut) : undefined,
    sources: doc.listsSources ? sourcesOf(doc, rows) : [],
    page: place.page ?? widestPage,
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
  /** Of all pages, and of those with a picture. */
  readonly count: number;
}

/** A page whose content is known to fit. */
export function* drawPage(
  doc: PageDocument,
  content: PageContent,
  { index, count }: PageCount,
): Steps<Page> {
  const { size, words, measure } = doc.input;
  const isOnly = content.span === doc.input.span && count === 1;
  const frame = frameOf(doc, content, {
    isOnly,
    isFirst: index === 0,
    page: words.page(index + 1, count),
  });
  yield;
  const lanes = yield* lanesOf(doc, content, frame);
  const roomPx = size.heightPx - frame.heightPx;
  const isLow = size.isLow ?? false;
  const placed = yield* placeLanes({ lanes, plot: frame.plot, roomPx, measure, isLow });
  yield;
  const scene = drawPicture(frame, placed);
  return { kind: 'picture', scene, span: content.span, rows: rowsOf(content) };
}
