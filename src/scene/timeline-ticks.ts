import { FLAG } from '../model/event-table';
import { domainStyle } from './domain-style';
import { type Lane, TICKS_PX } from './lanes';
import type { Shape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';

const TICK_PX = { width: 2, height: 8 };
const HIT_PX = 8;
const STRENGTH = 0.55;

/**
 * An event is drawn once, in one domain; along the foot of the lanes of its others a tick stands for it, under
 * everything else that the lane holds.
 */
export function layoutOtherDomainTicks(frame: Frame): Part {
  const shapes: Shape[] = [];
  const hits: Hit[] = [];
  if (frame.regime !== 'marks') return { nodes: [], hits };
  for (const { lane, row } of ticksOf(frame)) {
    const x = middleOf(frame, row);
    if (x === undefined) continue;
    const y = frame.topOf(lane) + lane.heightPx - TICKS_PX;
    const isLit = frame.hoveredRow === row || frame.selectedRow === row;
    shapes.push({
      kind: 'rect',
      x: x - TICK_PX.width / 2,
      y,
      ...TICK_PX,
      fill: domainStyle(lane.domainIndex ?? 0).mark,
      opacity: isLit ? 1 : STRENGTH,
    });
    hits.push({ kind: 'event', row, box: { x: x - HIT_PX / 2, y, width: HIT_PX, height: HIT_PX } });
  }
  return { nodes: [{ kind: 'group', label: 'other domains', nodes: shapes }], hits };
}

function ticksOf({ lanes, table, view }: Frame): { lane: Lane; row: number }[] {
  // Few have a domain beside the one that they are drawn in: they are looked up once for all lanes.
  const wide = lanes.map(({ index, domainIndex }) =>
    domainIndex === undefined
      ? []
      : index
          .rowsIn(view)
          .filter((row) => ((table.domainMask[row] ?? 0) & ~(1 << domainIndex)) !== 0),
  );
  const ticks: { lane: Lane; row: number }[] = [];
  for (const lane of lanes) {
    if (lane.domainIndex === undefined) continue;
    const bit = 1 << lane.domainIndex;
    for (const [i, rows] of wide.entries()) {
      if (lanes[i] === lane) continue;
      for (const row of rows) {
        if (((table.domainMask[row] ?? 0) & bit) !== 0) ticks.push({ lane, row });
      }
    }
  }
  return ticks;
}

/** Undefined where the middle of the event is not in view, or it has none. */
function middleOf({ table, xOf, widthPx }: Frame, row: number): number | undefined {
  if (((table.flags[row] ?? 0) & (FLAG.openStart | FLAG.openEnd)) !== 0) return undefined;
  const x = (xOf(table.startDay[row] ?? 0) + xOf(table.endDay[row] ?? 0)) / 2;
  return x < 0 || x > widthPx ? undefined : x;
}
