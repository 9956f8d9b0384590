import type { Importance } from '../model/dataset';
import type { Day, Span } from '../time/day';
import { RADIUS_PX } from './mark';
import type { PageDocument } from './page-document';
import { type EstimateItem, estimateLane } from './page-estimate';
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
  /** About how high the lanes of a content become at their tightest. */
  readonly estimate: (content: PageContent) => number;
  readonly itemOf: (row: number) => EstimateItem;
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
    const item: EstimateItem = {
      startDay: table.startDay[row] ?? 0,
      endDay: table.endDay[row] ?? 0,
      name: doc.names(row, range, doc.plot),
      halfPx: RADIUS_PX[importance] * doc.style.markScale,
    };
    items.set(row, item);
    return item;
  };
  const startOf = (row: number) => table.startDay[row] ?? 0;
  const homeOf = (rows: readonly number[], { startDay, endDay }: Span): [number, number] => [
    startDay <= range.startDay ? 0 : firstFrom(rows, startDay, startOf),
    endDay >= range.endDay ? rows.length : firstFrom(rows, endDay, startOf),
  ];
  const repeatedFrom = createRepeated(doc, { itemOf, mostPx: MOST_REPEATED * roomPx });
  return {
    itemOf,
    countIn: (span) =>
      doc.lanes.reduce((sum, { rows }) => {
        const [from, to] = homeOf(rows, span);
        return sum + to - from;
      }, 0),
    contentOf: (span) => {
      const { chosen, leftOut } = repeatedFrom(span.startDay);
      const lanes = doc.lanes.map((lane): LaneRows => {
        const [from, to] = homeOf(lane.rows, span);
        const repeated = lane.rows.slice(0, from).filter((row) => chosen.has(row));
        return { ...lane, rows: [...repeated, ...lane.rows.slice(from, to)] };
      });
      return { span, lanes: lanes.filter(({ rows }) => rows.length > 0), leftOut };
    },
    estimate: ({ span, lanes }) => {
      const plot = createPlot({ ...doc.input, style: doc.style, span });
      return lanes.reduce((sum, { rows }) => sum + estimateLane(rows.map(itemOf), plot), 0);
    },
  };
}

interface Repeated {
  readonly chosen: ReadonlySet<number>;
  readonly leftOut: number;
}

const NOTHING: Repeated = { chosen: new Set(), leftOut: 0 };

/** Of the events that run on past a day, the most important ones for which there is room. */
function createRepeated(
  { input: { table, span, rows }, style }: PageDocument,
  { itemOf, mostPx }: { readonly itemOf: (row: number) => EstimateItem; readonly mostPx: number },
): (day: Day) => Repeated {
  const known = new Map<Day, Repeated>();
  const find = (day: Day): Repeated => {
    const running = rows.filter(
      (row) => (table.startDay[row] ?? 0) < day && (table.endDay[row] ?? 0) > day,
    );
    const ranked = running.toSorted(
      (a, b) => (table.importance[b] ?? 0) - (table.importance[a] ?? 0) || b - a,
    );
    const chosen = new Set<number>();
    let takenPx = 0;
    for (const row of ranked) {
      const { name } = itemOf(row);
      const lineCount = name.fallback.lines.length + name.fallback.dateLines.length;
      takenPx += Math.max(style.rowPx, BAR_PX + lineCount * firstLinePx(name.text, 1));
      if (takenPx > mostPx) break;
      chosen.add(row);
    }
    return { chosen, leftOut: running.length - chosen.size };
  };
  return (day) => {
    if (day <= span.startDay) return NOTHING;
    const found = known.get(day) ?? find(day);
    known.set(day, found);
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
