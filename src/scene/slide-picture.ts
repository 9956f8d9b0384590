import type { Steps } from '../lib/steps';
import { STATUSES } from '../model/dataset';
import { FLAG } from '../model/event-table';
import { textIn } from '../model/text';
import { formatDay } from '../time/date-text';
import type { Day, Span } from '../time/day';
import { scaleOf } from './projection';
import type { Box, MeasureText, Scene, SceneNode } from './scene';
import { drawAxis, drawGround } from './slide-axis';
import { drawBands } from './slide-bands';
import { domainOf, statusOfRow } from './slide-events';
import { type PlacedFoot, placeFoot } from './slide-foot';
import { type Head, type LegendItem, layoutHead } from './slide-head';
import type { SlideInput } from './slide-input';
import { drawLane, type MarkBox, markBoxes } from './slide-lane';
import { lanesHeight, type PlacedLanes } from './slide-lanes';
import { layoutSlideLinks } from './slide-links';
import type { SlidePlot } from './slide-mark';
import { placeNote } from './slide-note';
import { type PlacedSources, placeSources, type SlideSource } from './slide-source-list';
import type { PageStyle } from './slide-style';
import { textBox, textNode } from './slide-text';
import { type Band, bandsPx } from './timeline-input';

/** A page with a picture, before its lanes are placed. */
export interface FrameInput
  extends Pick<
    SlideInput,
    | 'table'
    | 'asOfDay'
    | 'recordedThrough'
    | 'exportedDay'
    | 'lang'
    | 'title'
    | 'subtitle'
    | 'words'
    | 'grouping'
    | 'chosenDomains'
    | 'measure'
  > {
  readonly style: PageStyle;
  /** What all pages show together. */
  readonly range: Span;
  readonly span: Span;
  /** What is drawn on the page. */
  readonly rows: readonly number[];
  readonly lead?: string | undefined;
  readonly note?: string | undefined;
  /** Stands under the note: what the page leaves to others. */
  readonly remark?: string | undefined;
  readonly bands: readonly Band[];
  /** The signs that the legend explains; left out: those of the rows. */
  readonly legend?: readonly LegendItem[];
  /** Those that the page lists. */
  readonly sources: readonly SlideSource[];
  readonly footer?: string | undefined;
  readonly page?: string | undefined;
  readonly widestPage?: string | undefined;
  readonly hidesLegend?: boolean;
  readonly isFootBare?: boolean;
  readonly hidesAsOf?: boolean;
  readonly hidesNoSource?: boolean;
  /** Arrows between linked events. */
  readonly showsLinks?: boolean;
  /** So many lines at most; without end where left out. */
  readonly most?: {
    readonly title: number;
    readonly subtitle: number;
    readonly foot: number;
    readonly note: number;
  };
}

const NO_LINKS = { curves: [], words: [] };

type PlacedNote = ReturnType<typeof placeNote>;

/** All round the lanes of a page. */
export interface Frame {
  readonly input: FrameInput;
  readonly plot: SlidePlot;
  readonly head: Head;
  readonly note: PlacedNote;
  readonly remark: PlacedNote;
  readonly list: PlacedSources;
  readonly foot: PlacedFoot;
  /** Texts that do not stand on the page in whole. */
  readonly cut: readonly string[];
  /** What it takes of the page's height. */
  readonly heightPx: number;
}

/** Heights of lanes shared out add up to the room only but for this: no reason for another row of pixels. */
const ROUNDING_PX = 1e-6;

export function createFrame(input: FrameInput): Frame {
  const { style, words, lang, measure, most } = input;
  const head = layoutHead({
    ...input,
    legend: input.hidesLegend ? [] : (input.legend ?? legendOf(input)),
  });
  const note = placeNote({ note: input.note, lang, style, measure, most: most?.note });
  const remark = placeNote({ note: input.remark, lang, style, measure });
  const list = placeSources({ sources: input.sources, words, lang, style, measure });
  const foot = footOf(input);
  const parts = [head, note, remark, list, foot];
  const heightPx =
    axisPx(input) + bandsPx(input.bands) + parts.reduce((sum, part) => sum + part.heightPx, 0);
  const cut = [...head.cut, ...(note.isCut && input.note ? [input.note] : []), ...foot.cut];
  return { input, plot: createPlot(input), head, note, remark, list, foot, cut, heightPx };
}

/**
 * From the head's lower edge to the axis' line; without the row of the as-of pill where nothing stands in it on any page.
 */
function axisPx({ style, range, asOfDay, recordedThrough, hidesAsOf }: FrameInput): number {
  const { left, right, xOf, asOfX } = createPlot({ span: range, asOfDay, style });
  const hasPill = !hidesAsOf && left <= asOfX && asOfX <= right;
  const tellsEnd = asOfDay > recordedThrough && xOf(recordedThrough + 1) <= right;
  const { axis } = style;
  return axis.heightPx - (hasPill || tellsEnd ? 0 : axis.tickTopPx - axis.pill.topPx);
}

/** The foot of a page, with a picture or without. */
export function footOf(
  input: Pick<
    FrameInput,
    | 'style'
    | 'words'
    | 'table'
    | 'asOfDay'
    | 'exportedDay'
    | 'lang'
    | 'measure'
    | 'footer'
    | 'isFootBare'
    | 'page'
    | 'widestPage'
    | 'most'
  >,
): PlacedFoot {
  const { style, words, table, lang, measure, most } = input;
  const asOf = formatDay(input.asOfDay, lang, 'long');
  return placeFoot({
    style,
    wordmark: words.wordmark,
    left: words.readAsOf(table.dataset.id, asOf),
    right: words.stamp(
      asOf,
      input.exportedDay === undefined ? '' : formatDay(input.exportedDay, lang, 'long'),
    ),
    page: input.page,
    widestPage: input.widestPage,
    footer: input.footer,
    isBare: input.isFootBare,
    ...(most && { most: most.foot }),
    lang,
    measure,
  });
}

export function createPlot({
  span,
  asOfDay,
  style,
}: {
  readonly span: Span;
  readonly asOfDay: Day;
  readonly style: PageStyle;
}): SlidePlot {
  const left = style.marginPx;
  const right = style.widthPx - style.marginPx;
  const first = left + style.plotInsetPx;
  const last = right - style.plotOutsetPx;
  const pxPerDay = (last - first) / (span.endDay - span.startDay);
  const xOf = scaleOf(span, [first, last]);
  // The as-of day itself is known to its end.
  return { style, left, right, pxPerDay, xOf, asOfX: xOf(asOfDay + 1) };
}

/** What stands between a page's head and what is under it. */
export interface LanePicture {
  readonly heightPx: number;
  readonly draw: (page: { readonly top: number; readonly plot: SlidePlot }) => {
    readonly nodes: readonly SceneNode[];
    /** Where its marks lie. */
    readonly marks: readonly MarkBox[];
  };
}

/** Lanes in which each event has its mark and its name. */
export function namedLanes({ input }: Frame, lanes: PlacedLanes): LanePicture {
  return {
    heightPx: lanesHeight(lanes.placed),
    draw: (page) => drawLanes(input, lanes, page),
  };
}

/** The page with its lanes, as high as it comes. */
export function* drawPicture(frame: Frame, lanes: LanePicture): Steps<Scene> {
  const { input, plot, head, note, remark, list, foot } = frame;
  const { style, bands, span, measure } = input;
  const { widthPx } = style;
  const overPx = bandsPx(bands.filter(({ isBelow }) => !isBelow));
  const top = head.heightPx + axisPx(input);
  const lanesTop = top + overPx;
  const lanesBottom = lanesTop + lanes.heightPx;
  const bottom = lanesBottom + bandsPx(bands) - overPx;
  const lanePart = lanes.draw({ plot, top: lanesTop });
  yield;
  const bandPart = drawBands({ bands, span, plot, top, bottom: lanesBottom });
  const texts = textBoxes(lanePart.nodes, measure);
  // Upright lines leave out what is written, and marks beside their names.
  const marks = lanePart.marks.filter(({ holdsName }) => !holdsName);
  const obstacles = [...texts, ...marks, ...bandPart.texts];
  const axis = { ...input, plot, top, bottom, obstacles, headPx: top - style.axis.heightPx };
  const { periods, asOf } = drawAxis(axis);
  const heads = lanePart.nodes.flatMap((lane) => headBoxes(lane, measure));
  const ground = { top: lanesTop, bottom: lanesBottom, heads, marks: lanePart.marks };
  yield;
  const links = input.showsLinks
    ? yield* layoutSlideLinks({ ...input, plot, ...ground })
    : NO_LINKS;
  const noteTop = bottom + note.heightPx;
  const listTop = noteTop + remark.heightPx;
  const heightPx = Math.ceil(listTop + list.heightPx + foot.heightPx - ROUNDING_PX);
  return {
    widthPx,
    heightPx,
    nodes: [
      { kind: 'rect', x: 0, y: 0, width: widthPx, height: heightPx, fill: 'canvas' },
      drawGround(axis),
      { kind: 'group', label: 'head', nodes: head.nodes },
      ...periods,
      ...bandPart.nodes,
      ...lanePart.nodes,
      ...links.curves,
      ...asOf,
      ...links.words,
      ...note.draw(bottom),
      ...remark.draw(noteTop),
      ...list.draw(listTop),
      foot.draw(heightPx - foot.heightPx),
    ],
  };
}

function drawLanes(
  { words, lang, measure }: FrameInput,
  { placed, density }: PlacedLanes,
  page: { readonly top: number; readonly plot: SlidePlot },
): { readonly nodes: readonly SceneNode[]; readonly marks: readonly MarkBox[] } {
  const nodes: SceneNode[] = [];
  const marks: MarkBox[] = [];
  let { top } = page;
  for (const lane of placed) {
    const place = { ...page, density, top, measure, isFirst: lane === placed[0] };
    nodes.push(drawLane(lane, place));
    marks.push(...markBoxes(lane, place));
    top += lane.heightPx;
  }
  if (placed.every((lane) => lane.events.length === 0)) {
    nodes.push(emptyText(words.noEvents, lang, page.plot, (page.top + top) / 2));
  }
  return { nodes, marks };
}

export function emptyText(text: string, lang: string, plot: SlidePlot, y: number): SceneNode {
  const x = (plot.left + plot.right) / 2;
  const font = plot.style.font.empty;
  return textNode({ text, lang, x, y, font, ink: 'ink-2', align: 'middle' });
}

/** Domains, statuses and soft ends, each only where the picture holds one. */
export function legendOf(
  input: Pick<
    FrameInput,
    'table' | 'rows' | 'lang' | 'words' | 'grouping' | 'chosenDomains' | 'hidesNoSource'
  >,
): LegendItem[] {
  const { table, rows, lang, words } = input;
  const flags = rows.reduce((all, row) => all | (table.flags[row] ?? 0), 0);
  const shownDomains = new Set(rows.map((row) => domainOf(input, row)));
  const shownStatuses = new Set(rows.map((row) => statusOfRow(table, row)));
  const domains = table.dataset.domains.flatMap((domain, index): LegendItem[] =>
    shownDomains.has(index) ? [{ kind: 'domain', index, ...textIn(domain.name, lang) }] : [],
  );
  const statuses = STATUSES.filter((status) => shownStatuses.has(status)).map(
    (status): LegendItem => ({ kind: 'status', status, text: words.status(status), lang }),
  );
  const inexact = (flags & (FLAG.approximate | FLAG.uncertain | FLAG.coarse)) !== 0;
  const hasNoSource = (flags & FLAG.noSource) !== 0 && !input.hidesNoSource;
  const rest: LegendItem[] = [];
  if (inexact) rest.push({ kind: 'inexact', text: words.dateNotExact, lang });
  if (hasNoSource) rest.push({ kind: 'noSource', text: words.noSource, lang });
  return [...domains, ...statuses, ...rest];
}

/** Of what stands in a lane beside its events. */
function headBoxes(lane: SceneNode, measure: MeasureText): Box[] {
  if (lane.kind !== 'group') return [];
  return textBoxes(
    lane.nodes.filter(({ kind }) => kind === 'text'),
    measure,
  );
}

function textBoxes(nodes: readonly SceneNode[], measure: MeasureText): Box[] {
  return nodes.flatMap((node): Box[] => {
    if (node.kind === 'group') return textBoxes(node.nodes, measure);
    return node.kind === 'text' ? [textBox(node, measure)] : [];
  });
}
