import type { Steps } from '../lib/steps';
import { formatSpan } from '../time/date-text';
import { type ColumnTally, type RangeTally, rangeGroups } from './column-groups';
import type { ColumnFacts, ColumnPageInput } from './column-input';
import { type ColumnFrame, type ColumnLane, drawColumnLane } from './column-lane';
import { namedRows, type PlacedColumns, placeColumns } from './column-places';
import type { ColumnSign } from './column-signs';
import { hasNoSource } from './no-source';
import { createDocument, MOST_PAGES, type PageDocument, rangeOf } from './page-document';
import { layoutTextPages } from './page-text';
import type { Page, Pages, PagesInput } from './pages';
import { scaleNode } from './scale-node';
import type { SceneNode } from './scene';
import { shiftNode } from './shift-node';
import type { LegendItem } from './slide-head';
import { createFrame, drawPicture, emptyText, type Frame, type LanePicture } from './slide-picture';
import type { SlideSource } from './slide-source-list';

/**
 * A range on one page, however much it holds: columns that count what begins in a stretch of time, as the screen shows a
 * long arc, and as many names as find room. Costs rows as bits, and columns, but no list of events. Only a title too long
 * for the page goes on to one behind.
 */
export function* layoutColumnPageInSteps(input: ColumnPageInput): Steps<Pages> {
  const { groups, tally } = rangeGroups(input);
  yield;
  const signs = possibleSigns(input, tally);
  const doc = yield* createDocument({ ...withoutRows(input), legend: signs });
  const texts = yield* layoutTextPages(withoutSigns(doc));
  const frameWith = (content: FrameContent) => frameOf(doc, input, texts.pageCount, content);
  const draft = frameWith({ facts: widestFacts(tally), signs, sources: [] });
  const roomPx = input.size.heightPx - draft.heightPx;
  const placed = yield* placeColumns(input, doc, { groups, roomPx });
  const rows = namedRows(placed.lanes);
  const told = tallyOf(tally, placed);
  const frame = frameWith({
    facts: factsOf(tally, placed, rows.length),
    signs: shownSigns(input, signs, placed),
    sources: placed.sources.list,
  });
  yield;
  const scene = yield* drawPicture(frame, lanesOf(input, frame, placed));
  const pages: Page[] = [{ kind: 'columns', scene, span: input.span, rows, tally: told }];
  for (let at = 0; at < texts.pageCount; at++) {
    pages.push(texts.draw(at, input.words.page(at + 2, texts.pageCount + 1)));
    yield;
  }
  const sources = placed.sources.sources.map((source, i) => ({ number: i + 1, source }));
  return { pages, sources };
}

function withoutRows(input: ColumnPageInput): PagesInput {
  return { ...input, rows: [], includes: { ...input.includes, summaries: false, links: false } };
}

/** A page too low for its legend does without: it shall be one page. */
function withoutSigns(doc: PageDocument): PageDocument {
  const includes = { ...doc.input.includes, legend: false, sources: false };
  return { ...doc, input: { ...doc.input, includes } };
}

function tallyOf(tally: RangeTally, { lanes, stage }: PlacedColumns): ColumnTally {
  return {
    ...tally,
    unit: stage.unit,
    lanes: lanes.map(({ group: { id, head, count } }) => ({ id, name: head?.name ?? '', count })),
  };
}

/** More than are ever named. */
const WIDEST_COUNT = 888;

function widestFacts({ count, barCount }: RangeTally): ColumnFacts {
  return { count, barCount, namedCount: WIDEST_COUNT, unit: 'centuries', isShared: true };
}

function factsOf(
  { count, barCount }: RangeTally,
  { lanes, stage }: PlacedColumns,
  namedCount: number,
): ColumnFacts {
  const stands = lanes.reduce((sum, { group }) => sum + group.count, 0);
  return { count, barCount, namedCount, unit: stage.unit, isShared: stands > count };
}

function possibleSigns(
  { columnWords, words, lang, includes }: ColumnPageInput,
  { count, barCount, aheadCount }: RangeTally,
): LegendItem[] {
  const sign = (look: ColumnSign): LegendItem => {
    return { kind: 'column', look, text: columnWords.signs[look], lang };
  };
  return [
    ...(count > barCount ? [sign('weight'), sign('cut')] : []),
    ...(aheadCount > 0 ? [sign('ahead')] : []),
    ...(barCount > 0 ? [sign('bar')] : []),
    ...(includes.sources ? [{ kind: 'noSource', text: words.noSource, lang } as const] : []),
  ];
}

/** Without those of which the picture holds none. */
function shownSigns(
  { table }: ColumnPageInput,
  signs: readonly LegendItem[],
  { lanes }: PlacedColumns,
): readonly LegendItem[] {
  const isCut = lanes.some(({ columns }) => columns.some(({ isPressed }) => isPressed));
  const lacksSource = namedRows(lanes).some((row) => hasNoSource(table, row));
  return signs.filter((sign) => {
    if (sign.kind === 'noSource') return lacksSource;
    return sign.kind !== 'column' || sign.look !== 'cut' || isCut;
  });
}

interface FrameContent {
  readonly facts: ColumnFacts;
  readonly signs: readonly LegendItem[];
  readonly sources: readonly SlideSource[];
}

function frameOf(
  { common, style }: PageDocument,
  { words, columnWords, span }: ColumnPageInput,
  textCount: number,
  { facts, signs, sources }: FrameContent,
): Frame {
  return createFrame({
    ...common,
    style,
    words: { ...words, sourcesNote: columnWords.sourcesNote },
    span,
    rows: [],
    legend: signs,
    remark: columnWords.line(facts),
    sources,
    page: textCount > 0 ? words.page(1, textCount + 1) : undefined,
    widestPage: textCount > 0 ? words.page(MOST_PAGES, MOST_PAGES) : undefined,
  });
}

/** The lanes, as much higher than they were placed as there is room left. */
function lanesOf(input: ColumnPageInput, { heightPx, plot }: Frame, placed: PlacedColumns) {
  const { stage, lanes } = placed;
  const { size, words, lang } = input;
  const placedPx = stage.scale * lanes.reduce((sum, lane) => sum + lane.heightPx, 0);
  const sparePx = size.isLow ? 0 : Math.max(0, size.heightPx - heightPx - placedPx);
  if (lanes.length === 0) return noLanes(sparePx || 2 * plot.style.laneMinPx, words.noEvents, lang);
  const frame = columnFrame(input, placed);
  const morePx = sparePx / stage.scale / lanes.length;
  return drawnLanes(
    frame,
    lanes.map((lane) => ({ ...lane, heightPx: lane.heightPx + morePx })),
    stage.scale,
  );
}

function columnFrame(input: ColumnPageInput, { stage, sources }: PlacedColumns): ColumnFrame {
  const { lang, theme, columnWords } = input;
  return {
    ...stage,
    theme,
    view: stage.span,
    lang,
    labelOf: ({ startDay, endDay, count }) =>
      columnWords.column(formatSpan(rangeOf({ startDay, endDay }), lang, 'words'), count),
    numberOf: (row) => sources.list[(sources.numberOfRow.get(row) ?? 0) - 1],
  };
}

function drawnLanes(frame: ColumnFrame, lanes: readonly ColumnLane[], scale: number): LanePicture {
  return {
    heightPx: scale * lanes.reduce((sum, lane) => sum + lane.heightPx, 0),
    draw: ({ top, plot: { left, right } }) => {
      let y = top;
      const nodes = lanes.flatMap((lane, i): SceneNode[] => {
        const drawn = shiftNode(scaleNode(drawColumnLane(frame, lane), scale), left, y);
        const points = [left, y, right, y];
        const stroke = { ink: 'line-3', widthPx: 1 } as const;
        y += scale * lane.heightPx;
        return i === 0 ? [drawn] : [{ kind: 'polygon', points, closed: false, stroke }, drawn];
      });
      return { nodes, marks: [] };
    },
  };
}

function noLanes(heightPx: number, text: string, lang: ColumnPageInput['lang']): LanePicture {
  return {
    heightPx,
    draw: ({ top, plot }) => ({
      nodes: [emptyText(text, lang, plot, top + heightPx / 2)],
      marks: [],
    }),
  };
}
