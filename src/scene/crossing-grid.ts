import type { Cubic } from './cubic';
import type { Box } from './scene';

/** What a curve goes through. */
export interface Crossing {
  readonly lengthPx: number;
  /** Whether it leaves the ground. */
  readonly outside: boolean;
  /** Boxes crossed, by layer. */
  readonly counts: readonly number[];
  /** Length in boxes, by layer. */
  readonly innerPx: readonly number[];
}

export interface CrossingGrid {
  follow: (points: Cubic) => Crossing;
}

const CELL_PX = 4;
const STEP_PX = 6;
const MOST_STEPS = 120;

/**
 * Tells what curves go through, in time that depends on their length alone: boxes are painted on a grid, layer over
 * layer, to 4 px.
 */
export function createCrossingGrid(ground: Box, layers: readonly (readonly Box[])[]): CrossingGrid {
  const columns = Math.ceil(ground.width / CELL_PX) + 1;
  const rows = Math.ceil(ground.height / CELL_PX) + 1;
  const cells = new Uint16Array(columns * rows);
  const layerOf = [-1];
  for (const [layer, boxes] of layers.entries()) {
    for (const box of boxes) {
      const x0 = clamp(Math.round((box.x - ground.x) / CELL_PX), columns);
      const x1 = clamp(Math.round((box.x + box.width - ground.x) / CELL_PX), columns);
      const y0 = clamp(Math.round((box.y - ground.y) / CELL_PX), rows);
      const y1 = clamp(Math.round((box.y + box.height - ground.y) / CELL_PX), rows);
      for (let y = y0; y < y1; y++) cells.fill(layerOf.length, y * columns + x0, y * columns + x1);
      layerOf.push(layer);
    }
  }
  /** By box, the curve that last went through it. */
  const seenBy = new Uint32Array(layerOf.length);
  let curve = 0;
  const follow = (points: Cubic): Crossing => {
    const [ax, bx, cx, dx] = [points[0], points[2], points[4], points[6]];
    const [ay, by, cy, dy] = [points[1], points[3], points[5], points[7]];
    const steps = Math.min(MOST_STEPS, 8 + Math.ceil(Math.hypot(dx - ax, dy - ay) / STEP_PX));
    const counts = layers.map(() => 0);
    curve++;
    let lengthPx = 0;
    const inner = layers.map(() => 0);
    let outside = false;
    let [lastX, lastY] = [ax, ay];
    for (let i = 0; i <= steps; i++) {
      const t = i / steps;
      const u = 1 - t;
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      const x = p * ax + q * bx + r * cx + s * dx;
      const y = p * ay + q * by + r * cy + s * dy;
      lengthPx += Math.sqrt((x - lastX) ** 2 + (y - lastY) ** 2);
      lastX = x;
      lastY = y;
      const column = Math.floor((x - ground.x) / CELL_PX);
      const row = Math.floor((y - ground.y) / CELL_PX);
      if (x < ground.x || y < ground.y || column >= columns || row >= rows) {
        outside = true;
        continue;
      }
      const box = cells[row * columns + column] ?? 0;
      if (box === 0) continue;
      const layer = layerOf[box] ?? 0;
      inner[layer] = (inner[layer] ?? 0) + 1;
      if (seenBy[box] === curve) continue;
      seenBy[box] = curve;
      counts[layer] = (counts[layer] ?? 0) + 1;
    }
    const innerPx = inner.map((places) => (places * lengthPx) / (steps + 1));
    return { lengthPx, outside, counts, innerPx };
  };
  return { follow };
}

function clamp(cell: number, count: number): number {
  return Math.max(0, Math.min(count, cell));
}
