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
  return lanes.flatMap((lane) => {
    const { domainIndex } = lane;
    if (domainIndex === undefined) return [];
    const bit = 1 << domainIndex;
    return lanes.flatMap((other) =>
      other === lane
        ? []
        : Array.from(other.index.rowsIn(view))
            .filter((row) => ((table.domainMask[row] ?? 0) & bit) !== 0)
            .map((row) => ({ lane, row })),
    );
  });
}

/** Undefined where the middle of the event is not in view, or it has none. */
function middleOf({ table, xOf, widthPx }: Frame, row: number): number | undefined {
  if (((table.flags[row] ?? 0) & (FLAG.openStart | FLAG.openEnd)) !== 0) return undefined;
  const x = (xOf(table.startDay[row] ?? 0) + xOf(table.endDay[row] ?? 0)) / 2;
  return x < 0 || x > widthPx ? undefined : x;
}
