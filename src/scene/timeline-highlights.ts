import { holdsRow } from './hit-test';
import { ROW_PX } from './lanes';
import type { Box, SceneNode } from './scene';
import type { Hit } from './timeline-input';

/** Events that are being pointed out. */
export interface Highlighted {
  readonly rows: readonly number[];
  /** 1 at first, falling to 0. */
  readonly strength: number;
}

/** To the sides only: names of the rows above and below stand close. */
const OFF_PX = 5;
const RADIUS_PX = 8;

/** A line round each event that is pointed out, or round what it has melted into. O(rows × hits). */
export function layoutHighlights(
  { rows, strength }: Highlighted,
  hits: readonly Hit[],
): readonly SceneNode[] {
  if (strength <= 0) return [];
  const found = rows.flatMap((row) => hits.findLast((hit) => holdsRow(hit, row)) ?? []);
  const nodes = [...new Set(found)].map(
    ({ box }): SceneNode => ({
      kind: 'rect',
      ...grown(box),
      radius: RADIUS_PX,
      stroke: { ink: 'ink-1', widthPx: 2 },
    }),
  );
  return nodes.length > 0 ? [{ kind: 'group', label: 'highlights', opacity: strength, nodes }] : [];
}

function grown({ x, y, width, height }: Box): Box {
  const offY = Math.max(0, (ROW_PX - height) / 2);
  return {
    x: x - OFF_PX,
    y: y - offY,
    width: width + 2 * OFF_PX,
    height: height + 2 * offY,
  };
}
