import { runThrough, type Steps } from '../lib/steps';
import { STATUSES, type Status } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { textIn } from '../model/text';
import { formatDay } from '../time/date-text';
import type { Day } from '../time/day';
import { drawnDomain } from './lanes';
import { scaleOf } from './projection';
import type { Box, MeasureText, Scene, SceneNode } from './scene';
import { drawAxis, drawGround, PLOT_TOP_PX } from './slide-axis';
import { drawBands } from './slide-bands';
import { slideDate } from './slide-dates';
import { placeFoot, placeSources } from './slide-foot';
import { type LegendItem, layoutHead } from './slide-head';
import type { SlideInput } from './slide-input';
import {
  drawLane,
  markBoxes,
  type PlacedLane,
  type SlideEvent,
  type SlideLane,
} from './slide-lane';
import { placeLanes } from './slide-lanes';
import { createSlideMark, type SlidePlot } from './slide-mark';
import { type NameText, setName } from './slide-names';
import { placeNote } from './slide-note';
import { numberSources } from './slide-sources';
import { FONT, PAGE } from './slide-style';
import { textBox, textNode } from './slide-text';
import { bandsPx } from './timeline-input';

export type { SlideInput } from './slide-input';
export type { SlideWords } from './slide-words';

export interface Slide {
  readonly scene: Scene;
  /** How many distinct sources the picture lists. */
  readonly sourceCount: number;
}

/** Heights of lanes shared out add up to the room only but for this: no reason for another row of pixels. */
const ROUNDING_PX = 1e-6;

/**
 * A range as a picture for a slide: every event by its whole name, with its date and its source's number.
 *
 * No two texts meet and none leaves the page. Where the least height does not do, rows come closer; where that does
 * not do either, the picture is higher.
 */
export function layoutSlide(input: SlideInput): Slide {
  return runThrough(layoutSlideInSteps(input));
}

/** As `layoutSlide`, by the event: some hundreds of them take a second, and a page has other things to do. */
export function* layoutSlideInSteps(input: SlideInput): Steps<Slide> {
  const { widthPx = 1920, minHeightPx = 1080, words, lang, measure } = input;
  const plot = createPlot(input, widthPx);
  const sources = numberSources(input);
  const lanes = yield* createLanes(input, plot, sources.numberOfRow);
  const head = layoutHead({ ...input, widthPx, legend: legendOf(input) });
  yield;
  const list = placeSources({ sources: sources.list, words, lang, widthPx, measure });
  const note = placeNote({ note: input.note, lang, widthPx, measure });
  const foot = placeFoot({
    wordmark: words.wordmark,
    left: words.readAsOf(input.table.dataset.id, dayText(input, input.asOfDay)),
    right: words.stamp(
      dayText(input, input.asOfDay),
      input.exportedDay === undefined ? '' : dayText(input, input.exportedDay),
    ),
    lang,
    widthPx,
    measure,
  });
  const top = head.heightPx + PLOT_TOP_PX;
  const { bands = [] } = input;
  const overPx = bandsPx(bands.filter(({ isBelow }) => !isBelow));
  const roomPx = minHeightPx - top - bandsPx(bands) - note.heightPx - list.heightPx - foot.heightPx;
  const { placed, density } = yield* placeLanes({ lanes, plot, roomPx, measure });
  yield;
  const lanesTop = top + overPx;
  const lanesBottom = lanesTop + placed.reduce((sum, lane) => sum + lane.heightPx, 0);
  const bottom = lanesBottom + bandsPx(bands) - overPx;
  const lanePart = drawLanes(input, placed, { density, plot, top: lanesTop });
  yield;
  const bandPart = drawBands({ bands, span: input.span, plot, top, bottom: lanesBottom });
  const obstacles = [...textBoxes(lanePart.nodes, measure), ...lanePart.marks, ...bandPart.texts];
  const axis = { ...input, plot, top, bottom, obstacles, headPx: head.heightPx };
  const { periods, asOf } = drawAxis(axis);
  yield;
  const heightPx = Math.ceil(bottom + note.heightPx + list.heightPx + foot.heightPx - ROUNDING_PX);
  return {
    scene: {
      widthPx,
      heightPx,
      nodes: [
        { kind: 'rect', x: 0, y: 0, width: widthPx, height: heightPx, fill: 'canvas' },
        drawGround(axis),
        { kind: 'group', label: 'head', nodes: head.nodes },
        ...periods,
        ...bandPart.nodes,
        ...lanePart.nodes,
        ...asOf,
        ...note.draw(bottom),
        ...list.draw(bottom + note.heightPx),
        foot.draw(heightPx - foot.heightPx),
      ],
    },
    sourceCount: sources.list.length,
  };
}

function dayText({ lang }: SlideInput, day: Day): string {
  return formatDay(day, lang, 'long');
}

function createPlot({ span, asOfDay }: SlideInput, widthPx: number): SlidePlot {
  const left = PAGE.marginPx;
  const right = widthPx - PAGE.marginPx;
  const first = left + PAGE.plotInsetPx;
  const last = right - PAGE.plotOutsetPx;
  const pxPerDay = (last - first) / (span.endDay - span.startDay);
  const xOf = scaleOf(span, [first, last]);
  // The as-of day itself is known to its end.
  return { left, right, pxPerDay, xOf, asOfX: xOf(asOfDay + 1) };
}

/** The domain in which an event is drawn. */
export function domainOf(
  { table, grouping, chosenDomains = [] }: Pick<SlideInput, 'table' | 'grouping' | 'chosenDomains'>,
  row: number,
): number {
  return grouping === 'domain' ? drawnDomain(table, row, chosenDomains) : (table.domain[row] ?? 0);
}

function statusOfRow(table: EventTable, row: number): Status {
  return STATUSES[table.status[row] ?? 0] ?? 'happened';
}

function* createLanes(
  input: SlideInput,
  plot: SlidePlot,
  numberOfRow: ReadonlyMap<number, number>,
): Steps<SlideLane[]> {
  const { table, rows, grouping, lang } = input;
  if (input.lanes) return yield* createGivenLanes(input, plot, numberOfRow);
  const groups = new Map<number, SlideEvent[]>();
  for (const row of rows) {
    const group = grouping === 'none' ? 0 : domainOf(input, row);
    const events = groups.get(group) ?? [];
    groups.set(group, events);
    events.push(createEvent(input, row, plot, numberOfRow.get(row)));
    yield;
  }
  if (grouping === 'none') return [{ id: 'all', head: undefined, events: groups.get(0) ?? [] }];
  return table.dataset.domains.flatMap((domain, domainIndex) => {
    const events = groups.get(domainIndex);
    if (!events) return [];
    const name = textIn(domain.name, lang);
    return [{ id: domain.id, head: { name: name.text, lang: name.lang, domainIndex }, events }];
  });
}

/** An event may stand in several; lanes without any are left out. */
function* createGivenLanes(
  input: SlideInput,
  plot: SlidePlot,
  numberOfRow: ReadonlyMap<number, number>,
): Steps<SlideLane[]> {
  const lanes: SlideLane[] = [];
  for (const { id, name, lang, rows } of input.lanes ?? []) {
    const events: SlideEvent[] = [];
    for (const row of rows) {
      events.push(createEvent(input, row, plot, numberOfRow.get(row)));
      yield;
    }
    const head = { name, lang, domainIndex: undefined };
    if (events.length > 0) lanes.push({ id, head, events });
  }
  return lanes;
}

function createEvent(
  input: SlideInput,
  row: number,
  plot: SlidePlot,
  sourceNumber: number | undefined,
): SlideEvent {
  const { table, lang } = input;
  const state = table.stateOf(row);
  if (!state) throw new Error(`slide: row ${row} of ${table.count} has no event`);
  const title = textIn(state.title, lang);
  const text: NameText = {
    title: title.text,
    titleLang: title.lang,
    sourceNumber: sourceNumber === undefined ? '' : String(sourceNumber),
    date: slideDate(input, row),
    lang,
    importance: table.importance[row] ?? 3,
    warnsOfNoSource: ((table.flags[row] ?? 0) & FLAG.noSource) !== 0,
  };
  return {
    row,
    id: state.id,
    name: setName(text, plot, input.measure),
    mark: createSlideMark({ table, row, domainIndex: domainOf(input, row), plot }),
    isAhead: liesAhead(statusOfRow(table, row)),
  };
}

function drawLanes(
  { words, lang, measure }: SlideInput,
  placed: readonly PlacedLane[],
  page: { readonly top: number; readonly density: number; readonly plot: SlidePlot },
): { readonly nodes: readonly SceneNode[]; readonly marks: readonly Box[] } {
  const nodes: SceneNode[] = [];
  const marks: Box[] = [];
  let { top } = page;
  for (const lane of placed) {
    const place = { ...page, top, measure, isFirst: lane === placed[0] };
    nodes.push(drawLane(lane, place));
    marks.push(...markBoxes(lane, place));
    top += lane.heightPx;
  }
  if (placed.every((lane) => lane.events.length === 0)) {
    nodes.push(emptyText(words.noEvents, lang, page.plot, (page.top + top) / 2));
  }
  return { nodes, marks };
}

function emptyText(text: string, lang: string, plot: SlidePlot, y: number): SceneNode {
  const x = (plot.left + plot.right) / 2;
  return textNode({ text, lang, x, y, font: FONT.empty, ink: 'ink-2', align: 'middle' });
}

/** Domains, statuses and soft ends, each only where the picture holds one. */
function legendOf(input: SlideInput): LegendItem[] {
  const { table, rows, lang, words } = input;
  const flags = rows.reduce((all, row) => all | (table.flags[row] ?? 0), 0);
  const domains = table.dataset.domains.flatMap((domain, index): LegendItem[] => {
    if (!rows.some((row) => domainOf(input, row) === index)) return [];
    return [{ kind: 'domain', index, ...textIn(domain.name, lang) }];
  });
  const statuses = STATUSES.flatMap((status): LegendItem[] =>
    rows.some((row) => statusOfRow(table, row) === status)
      ? [{ kind: 'status', status, text: words.status(status), lang }]
      : [],
  );
  const inexact = (flags & (FLAG.approximate | FLAG.uncertain | FLAG.coarse)) !== 0;
  const rest: LegendItem[] = [];
  if (inexact) rest.push({ kind: 'inexact', text: words.dateNotExact, lang });
  if ((flags & FLAG.noSource) !== 0) rest.push({ kind: 'noSource', text: words.noSource, lang });
  return [...domains, ...statuses, ...rest];
}

function textBoxes(nodes: readonly SceneNode[], measure: MeasureText) {
  return nodes.flatMap((node): Box[] => {
    if (node.kind === 'group') return textBoxes(node.nodes, measure);
    return node.kind === 'text' ? [textBox(node, measure)] : [];
  });
}
