import { ROW_PX } from './lanes';
import type { Seat } from './place-names';
import type { SceneNode, Shape } from './scene';
import type { Frame, Part } from './timeline-input';

/** More would be a curtain. */
const MOST_TIES = 250;
const SHARED = /^(?:actor|tag|country):/;
/** Clear of the marks at either end. */
const CLEAR_PX = 6;

interface LaidLanes {
  readonly parts: readonly Part[];
  readonly seats: readonly (readonly Seat[])[];
}

/**
 * Where an event stands in each lane that it belongs to: a thin upright line from mark to mark, under all else. Marks
 * that have melted into others have none.
 */
export function layoutTies(frame: Frame, laid: LaidLanes): readonly SceneNode[] {
  if (frame.regime !== 'marks' || !frame.lanes.some(({ id }) => SHARED.test(id))) return [];
  const shapes: Shape[] = [];
  for (const [row, ys] of middlesOf(laid)) {
    if (shapes.length >= MOST_TIES) break;
    if (ys.length > 1) shapes.push(...tiesOf(frame, row, ys));
  }
  return [{ kind: 'group', label: 'ties', nodes: shapes }];
}

/** Of each row the heights of its marks, from the top lane down. */
function middlesOf({ parts, seats }: LaidLanes): Map<number, number[]> {
  const middles = new Map<number, number[]>();
  for (const [i, part] of parts.entries()) {
    const named = new Set(seats[i]?.map(({ row }) => row));
    const own = new Set<number>();
    for (const hit of part.hits) {
      if (hit.kind !== 'event' || own.has(hit.row)) continue;
      own.add(hit.row);
      const y = hit.box.y + (named.has(hit.row) ? ROW_PX : hit.box.height) / 2;
      middles.set(hit.row, [...(middles.get(hit.row) ?? []), y]);
    }
  }
  return middles;
}

function tiesOf(frame: Frame, row: number, ys: readonly number[]): Shape[] {
  const { table, xOf, widthPx, selectedRow, hoveredRow } = frame;
  const x = (xOf(table.startDay[row] ?? 0) + xOf(table.endDay[row] ?? 0)) / 2;
  if (!(x >= 0 && x <= widthPx)) return [];
  const isLit = row === selectedRow || row === hoveredRow;
  return ys.slice(1).map(
    (y, i): Shape => ({
      kind: 'polygon',
      points: [x, (ys[i] ?? y) + CLEAR_PX, x, y - CLEAR_PX],
      closed: false,
      stroke: { ink: isLit ? 'ink-2' : 'line-3', widthPx: 1 },
    }),
  );
}
