import type { CSSProperties } from 'react';

/** A tip narrower than this breaks words. */
const LEAST_PX = 240;
const MARGIN_PX = 8;

/** Beside a place in the picture, on the side that has more room; where neither has enough, over the whole width. */
export function besideX(x: number, widthPx: number, gapPx: number): CSSProperties {
  if (Math.max(x, widthPx - x) - gapPx < LEAST_PX)
    return { left: MARGIN_PX, right: MARGIN_PX, width: 'fit-content', marginInline: 'auto' };
  return x > widthPx / 2 ? { right: widthPx - x + gapPx } : { left: x + gapPx };
}
