import { placeInRange, type RowRange, rowsOfRange } from '../query/row-set';
import type { Span } from '../time/day';
import type { Box } from './scene';
import type { Hit } from './timeline-input';

const SLACK_PX = 4;

/** The topmost hit that holds a point, else the nearest within `slackPx`. O(hits of the frame). */
export function findHit(
  hits: readonly Hit[],
  x: number,
  y: number,
  slackPx = SLACK_PX,
): Hit | undefined {
  let best: Hit | undefined;
  let bestDistance = slackPx;
  for (const hit of hits) {
    const distance = distanceTo(hit.box, x, y);
    // Of equally near ones the later lies on top; events win over the line that they stand on.
    if (distance < bestDistance || (distance === bestDistance && !(hit.kind === 'as-of' && best))) {
      best = hit;
      bestDistance = distance;
    }
  }
  return best;
}

function distanceTo(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - (box.x + box.width));
  const dy = Math.max(box.y - y, 0, y - (box.y + box.height));
  return Math.hypot(dx, dy);
}

const SLICE_PX = 5;

/** Where events stand in the picture, by row. */
export interface EventBoxes {
  get: (row: number) => Box | undefined;
}

/**
 * A box for each event in the picture: its mark and name, or, where it has melted into a group or column, a slice along
 * the group's foot, so that no two events share one. Costs the hits; a column's events are looked up when asked for.
 */
export function eventBoxes(hits: readonly Hit[]): EventBoxes {
  const owners = new Map<number, number>();
  const runs: ColumnRun[] = [];
  for (const [i, hit] of hits.entries()) {
    if (hit.kind === 'event') owners.set(hit.row, i);
    if (hit.kind !== 'cluster') continue;
    if (hit.range) addToRuns(runs, hit.range, i);
    else for (let at = 0; at < hit.rows.length; at++) owners.set(hit.rows[at] ?? 0, i);
  }
  return {
    get: (row) => {
      // The last hit is the event's own: a column's, unless its name comes after it.
      const owner = owners.get(row) ?? -1;
      const hit = hits[Math.max(owner, columnHolding(runs, row))];
      return hit?.kind === 'cluster' ? sliceOf(hit, placeInHit(hit, row)) : hit?.box;
    },
  };
}

/** Columns beside each other, of one set of rows. */
interface ColumnRun {
  readonly ranges: RowRange[];
  /** Where the first stands among the hits; the others follow. */
  readonly first: number;
}

function addToRuns(runs: ColumnRun[], range: RowRange, at: number): void {
  const run = runs.at(-1);
  const last = run?.ranges.at(-1);
  const follows = last?.set === range.set && last.end <= range.first;
  if (run && follows && at === run.first + run.ranges.length) run.ranges.push(range);
  else runs.push({ ranges: [range], first: at });
}

/** Place among the hits of the last column that holds a row, else −1. A binary search in each run. */
function columnHolding(runs: readonly ColumnRun[], row: number): number {
  for (let i = runs.length - 1; i >= 0; i--) {
    const { ranges = [], first = 0 } = runs[i] ?? {};
    const [one] = ranges;
    const place = one ? placeInRange({ ...one, first: 0, end: Infinity }, row) : -1;
    if (place < 0) continue;
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ranges[middle]?.first ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    if (place < (ranges[low - 1]?.end ?? 0)) return first + low - 1;
  }
  return -1;
}

/** Whether a hit stands for an event, alone or among others. */
export function holdsRow(hit: Hit, row: number): boolean {
  return (hit.kind === 'event' && hit.row === row) || placeInHit(hit, row) >= 0;
}

/** The place of an event among those of a cluster, else −1. */
function placeInHit(hit: Hit | undefined, row: number): number {
  if (hit?.kind !== 'cluster') return -1;
  return hit.range ? placeInRange(hit.range, row) : Array.prototype.indexOf.call(hit.rows, row);
}

export type Cluster = Extract<Hit, { kind: 'cluster' }>;

/** How many events a cluster stands for. */
export function clusterSize(hit: Cluster): number {
  return hit.range ? hit.range.end - hit.range.first : hit.rows.length;
}

/** A cluster of a large set, whose events are listed when somebody asks for them. */
export function rangeHit(range: RowRange, place: Pick<Cluster, 'box' | 'span'>): Cluster {
  return new RangeCluster(range, place.box, place.span);
}

/** A class, since each frame makes one for each column: a literal with a getter would have a shape of its own each time. */
class RangeCluster {
  readonly kind = 'cluster';
  readonly range: RowRange;
  readonly box: Box;
  readonly span?: Span;
  private listed: Uint32Array | undefined;

  constructor(range: RowRange, box: Box, span: Span | undefined) {
    this.range = range;
    this.box = box;
    if (span) this.span = span;
  }

  get rows(): Uint32Array {
    return (this.listed ??= rowsOfRange(this.range));
  }
}

function sliceOf(hit: Cluster, place: number): Box {
  const { box } = hit;
  const width = box.width / clusterSize(hit);
  return { x: box.x + place * width, y: box.y + box.height, width, height: SLICE_PX };
}
