import type { SceneNode } from './scene';
import type { Frame } from './timeline-input';

const WIDTH_PX = 4;
const MARGIN_PX = 3;
const LEAST_PX = 24;

interface Scroll {
  readonly lanesHeightPx: number;
  readonly scrollPx: number;
}

/** At the right edge: which part of the lanes is in view, where they overflow. */
export function layoutScroll(frame: Frame, { lanesHeightPx, scrollPx }: Scroll): SceneNode[] {
  const { ground, widthPx } = frame;
  const hiddenPx = lanesHeightPx - ground.height;
  if (hiddenPx < 1) return [];
  const roomPx = ground.height - 2 * MARGIN_PX;
  const height = Math.min(roomPx, Math.max(LEAST_PX, (roomPx * ground.height) / lanesHeightPx));
  const share = Math.min(1, Math.max(0, scrollPx / hiddenPx));
  const place = {
    x: widthPx - WIDTH_PX - MARGIN_PX,
    y: ground.y + MARGIN_PX + (roomPx - height) * share,
    width: WIDTH_PX,
    height,
  };
  return [{ kind: 'rect', ...place, radius: WIDTH_PX / 2, fill: 'ink-3', opacity: 0.6 }];
}
