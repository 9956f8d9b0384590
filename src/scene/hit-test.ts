import type { Box } from './scene';
import type { Hit } from './timeline-input';

const SLACK_PX = 4;

/** The topmost hit that holds a point, else the nearest within 4 px. O(hits of the frame). */
export function findHit(hits: readonly Hit[], x: number, y: number): Hit | undefined {
  let best: Hit | undefined;
  let bestDistance = SLACK_PX;
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

/**
 * A box for each event in the picture: its mark and name, or, where it has melted into a group or column, a slice along
 * the group's foot, so that no two events share one.
 */
export function eventBoxes(hits: readonly Hit[]): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  for (const hit of hits) {
    if (hit.kind === 'event') boxes.set(hit.row, hit.box);
    if (hit.kind !== 'cluster') continue;
    const width = hit.box.width / hit.rows.length;
    const y = hit.box.y + hit.box.height;
    for (const [i, row] of hit.rows.entries()) {
      boxes.set(row, { x: hit.box.x + i * width, y, width, height: SLICE_PX });
    }
  }
  return boxes;
}
