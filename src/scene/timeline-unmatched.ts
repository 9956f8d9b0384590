import { forEachRunIn } from '../query/rows-in-span';
import { drawnDomain, LANE_FOOT_PX, LANE_HEAD_PX, type Lane, ROW_PX } from './lanes';
import { markEdges } from './place-names';
import { createRowSpace } from './row-space';
import type { SceneNode } from './scene';
import type { Frame } from './timeline-input';
import { layoutRowMark } from './timeline-names';

const FAINT = 0.12;
const GAP_PX = 4;
/** More would melt into grey, and a frame would wait for them. */
const MOST_TRACES = 600;

/**
 * Where nothing in view matches the filter, what the filter leaves out stays as a trace of the record: faint marks about
 * the middle of their lanes, which the pointer does not meet.
 */
export function layoutUnmatched(frame: Frame): readonly SceneNode[] {
  const { lanes, masks, table } = frame;
  const shown = lanes.flatMap((lane) => (lane.domainIndex === undefined ? [] : [lane.domainIndex]));
  const chosen = shown.map((index) => table.dataset.domains[index]?.id ?? '');
  const rowsOf = new Map<Lane, number[]>(lanes.map((lane) => [lane, []]));
  for (const row of tracedRows(frame)) {
    if (masks[row] === 0) continue;
    const domain = drawnDomain(table, row, chosen);
    const lane = lanes.find((each) => (each.domainIndex ?? domain) === domain);
    if (lane) rowsOf.get(lane)?.push(row);
  }
  return lanes.map((lane) => ({
    kind: 'group',
    label: `left out of lane ${lane.id}`,
    opacity: FAINT,
    nodes: layoutTraces(frame, lane, rowsOf.get(lane) ?? []),
  }));
}

/** The rows in view, of very many an even choice. Steps double, and rows keep theirs, so that a pan changes few. */
function tracedRows({ table, view }: Frame): readonly number[] {
  let count = 0;
  forEachRunIn(table, view, (first, end) => {
    count += end - first;
  });
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(count / MOST_TRACES)));
  const rows: number[] = [];
  forEachRunIn(table, view, (first, end) => {
    for (let row = Math.ceil(first / step) * step; row < end; row += step) rows.push(row);
  });
  return rows;
}

function layoutTraces(frame: Frame, lane: Lane, rows: readonly number[]): SceneNode[] {
  const order = rowsFromMiddle(lane);
  const space = createRowSpace(order.length);
  return rows.flatMap((row) => {
    const { left, right } = markEdges(frame.table, row, frame.pxPerDay);
    const free = order.findIndex((_, i) => space.isFree(i, left, right + GAP_PX));
    // Where all rows are full, the middle one takes it all the same: faint marks may melt.
    if (free >= 0) space.take(free, left, right + GAP_PX);
    const y = frame.topOf(lane) + LANE_HEAD_PX + (order[Math.max(0, free)] ?? 0) * ROW_PX;
    return layoutRowMark(frame, lane, row, y).shapes;
  });
}

/** Rows of a lane from its middle outwards, as multiples of a row's height under the head. */
function rowsFromMiddle({ heightPx }: Lane): number[] {
  const middle = (heightPx - LANE_HEAD_PX - LANE_FOOT_PX) / 2 / ROW_PX;
  const reach = Math.max(0, Math.floor(middle - 0.5));
  return Array.from(
    { length: 2 * reach + 1 },
    (_, i) => middle + Math.ceil(i / 2) * (i % 2 ? 1 : -1),
  );
}
