import type { Importance } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import type { Day, Span } from '../time/day';
import { RADIUS_PX } from './mark';
import type { PageDocument } from './page-document';
import { createEstimateItem, createHeights, type EstimateItem } from './page-estimate';
import type { LaneRows } from './slide-events';
import { firstLinePx } from './slide-names';
import { createPlot } from './slide-picture';

/** What a picture page shows. */
export interface PageContent {
  readonly span: Span;
  readonly lanes: readonly LaneRows[];
  /** Of events that began before the span and run on in it, so many are left to earlier pages. */
  readonly leftOut: number;
}

/** In time order, each once. */
export function rowsOf({ lanes }: Pick<PageContent, 'lanes'>): number[] {
  return [...new Set(lanes.flatMap(({ rows }) => rows))].toSorted((a, b) => a - b);
}

/** What spans of the range hold. */
export interface Contents {
  readonly contentOf: (span: Span) => PageContent;
  /** Events that begin in it, each for every lane in which it stands. */
  readonly countIn: (span: Span) => number;
  /** About what a page of the span holds. */
  readonly estimateSpan: (span: Span) => Estimate;
  readonly estimate: (content: PageContent) => Estimate;
}

export interface Estimate {
  /** Height of the lanes at their tightest. */
  readonly lanesPx: number;
  /** Of events, each for every lane in which it stands. */
  readonly count: number;
  /** Of them those that earlier pages do not name. */
  readonly newCount: number;
}

/** Of what began earlier and runs on, a page repeats what takes this share of its height. */
const MOST_REPEATED = 1 / 3;
const BAR_PX = 12;

export function createContents(doc: PageDocument, roomPx: number): Contents {
  const { table, span: range } = doc.input;
  const items = new Map<number, EstimateItem>();
  const itemOf = (row: number): EstimateItem => {
    const known = items.get(row);
    if (known) return known;
    const importance = (table.importance[row] ?? 3) as Importance;
    const item = createEstimateItem({
      startDay: table.startDay[row] ?? 0,
      endDay: table.endDay[row] ?? 0,
      name: doc.names(row, range, doc.plot),
      halfPx: RADIUS_PX[importance] * doc.style.markScale,
    });
    items.set(row, item);
    return item;
  };
  const startOf = (row: number) => table.startDay[row] ?? 0;
  const homeOf = (rows: readonly number[], { startDay, endDay }: Span): [number, number] => [
    startDay <= range.startDay ? 0 : firstFrom(rows, startDay, startOf),
    endDay >= range.endDay ? rows.length : firstFrom(rows, endDay, startOf),
  ];
  const { asOfDay } = doc.input;
  const heights = createHeights(doc.plot);
  const sumOf = (span: Span, lanes: readonly LanePart[]): Estimate => {
    const plot = createPlot({ span, asOfDay, style: doc.style });
    let [lanesPx, count, newCount] = [0, 0, 0];
    for (const { rows, from, to, more } of lanes) {
      if (to - from + more.length === 0) continue;
      count += to - from + more.length;
      newCount += to - from;
      heights.begin(plot);
      for (const row of more) heights.add(itemOf(row));
      for (let i = from; i < to; i++) heights.add(itemOf(rows[i] ?? 0));
      lanesPx += heights.lanePx();
    }
    return { lanesPx, count, newCount };
  };
  const repeatedFrom = createRepeated(doc, { itemOf, mostPx: MOST_REPEATED * roomPx });
  return {
    countIn: (span) =>
      doc.lanes.reduce((sum, { rows }) => {
        const [from, to] = homeOf(rows, span);
        return sum + to - from;
      }, 0),
    contentOf: (span) => {
      const { byLane, leftOut } = repeatedFrom(span.startDay);
      const lanes = doc.lanes.map((lane, i): LaneRows => {
        const [from, to] = homeOf(lane.rows, span);
        return { ...lane, rows: [...(byLane[i] ?? []), ...lane.rows.slice(from, to)] };
      });
      return { span, lanes: lanes.filter(({ rows }) => rows.length > 0), leftOut };
    },
    estimateSpan: (span) => {
      const { byLane } = repeatedFrom(span.startDay);
      const estimates = doc.lanes.map(({ rows }, i) => {
        const [from, to] = homeOf(rows, span);
        return { rows, from, to, more: byLane[i] ?? [] };
      });
      return sumOf(span, estimates);
    },
    estimate: ({ span, lanes }) => {
      return sumOf(
        span,
        lanes.map(({ rows }) => ({ rows, from: 0, to: rows.length, more: [] })),
      );
    },
  };
}

/** Rows of a lane from one place to another, and some more. */
interface LanePart {
  readonly rows: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly more: readonly number[];
}

interface Repeated {
  /** In time order. */
  readonly byLane: readonly (readonly number[])[];
  readonly leftOut: number;
}

const NOTHING: Repeated = { byLane: [], leftOut: 0 };

/** Of the events that run on past a day, the most important ones for which there is room. */
function createRepeated(
  { input: { table, span, rows }, style, lanes }: PageDocument,
  { itemOf, mostPx }: { readonly itemOf: (row: number) => EstimateItem; readonly mostPx: number },
): (day: Day) => Repeated {
  const known = new Map<Day, Repeated>();
  const runningOn = createRunning(table, rows);
  const laneSets = lanes.map((lane) => new Set(lane.rows));
  const find = (day: Day): Repeated => {
    const running = runningOn(day);
    const ranked = running.toSorted(
      (a, b) => (table.importance[b] ?? 0) - (table.importance[a] ?? 0) || b - a,
    );
    const chosen: number[] = [];
    let takenPx = 0;
    for (const row of ranked) {
      const { name } = itemOf(row);
      const lineCount = name.fallback.lines.length + name.fallback.dateLines.length;
      takenPx += Math.max(style.rowPx, BAR_PX + lineCount * firstLinePx(name.text, 1));
      if (takenPx > mostPx) break;
      chosen.push(row);
    }
    const inTime = chosen.toSorted((a, b) => a - b);
    const byLane = laneSets.map((set) => inTime.filter((row) => set.has(row)));
    return { byLane, leftOut: running.length - chosen.length };
  };
  return (day) => {
    if (day <= span.startDay) return NOTHING;
    const found = known.get(day) ?? find(day);
    known.set(day, found);
    return found;
  };
}

/** Rows are looked through by so many; of those that all ended before, none is looked at. */
const BLOCK = 64;

/** The rows, in time order, that begin before a day and run on. */
function createRunning(
  { startDay, endDay }: Pick<EventTable, 'startDay' | 'endDay'>,
  rows: readonly number[],
): (day: Day) => number[] {
  const lastDays: Day[] = [];
  rows.forEach((row, i) => {
    const block = Math.floor(i / BLOCK);
    lastDays[block] = Math.max(lastDays[block] ?? Number.NEGATIVE_INFINITY, endDay[row] ?? 0);
  });
  return (day) => {
    const found: number[] = [];
    for (const [block, lastDay] of lastDays.entries()) {
      const first = rows[block * BLOCK] ?? 0;
      if ((startDay[first] ?? 0) >= day) break;
      if (lastDay <= day) continue;
      for (const row of rows.slice(block * BLOCK, (block + 1) * BLOCK)) {
        if ((startDay[row] ?? 0) < day && (endDay[row] ?? 0) > day) found.push(row);
      }
    }
    return found;
  };
}

function firstFrom(rows: readonly number[], day: Day, startOf: (row: number) => Day): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(rows[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
