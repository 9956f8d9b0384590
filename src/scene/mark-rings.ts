import type { DomainStyle } from './domain-style';
import type { Box, Shape, Stroke } from './scene';

export type RingKind = 'hover' | 'focus' | 'selected' | 'linked';

const HOVER_GAP_PX = 4;
const FOCUS_GAP_PX = 3;
/** Over and under a span, whose neighbours stand close: a name in the next row stays clear of the line. */
const SPAN_GAP_PX = 2;
const FOCUS: Stroke = { ink: 'focus', widthPx: 2 };
const SELECTED: Stroke = { ink: 'ink-1', widthPx: 1.75 };
const LINKED: Stroke = { ink: 'ink-1', widthPx: 1.4 };

/**
 * What shows an event's state. Hover and focus take the box round mark and name, selected and linked that of the mark
 * alone. Hover goes under the mark, the others over it.
 */
export function ringShapes(box: Box, kind: RingKind, style: DomainStyle): Shape[] {
  switch (kind) {
    case 'hover':
      return [{ ...grown(box, HOVER_GAP_PX), radius: 4, fill: style.tint }];
    case 'focus':
      return [{ ...grown(box, FOCUS_GAP_PX + FOCUS.widthPx / 2), radius: 4, stroke: FOCUS }];
    case 'selected':
      return [ring(box, 4.5, SELECTED, style)];
    case 'linked':
      return [ring(box, 4, LINKED, style)];
  }
}

/** Round a point in the point's own shape, round a span as a rounded box. `gapPx` is clear of the mark. */
function ring(box: Box, gapPx: number, stroke: Stroke, { shape }: DomainStyle): Shape {
  const off = gapPx + stroke.widthPx / 2;
  const isSpan = box.width > 1.3 * box.height;
  if (isSpan) return { ...grown(box, off, spanOffPx(off)), radius: 5, stroke };
  if (shape === 'square') return { ...grown(box, off), radius: 1, stroke };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const half = box.width / 2;
  if (shape === 'diamond') {
    const out = half + off * Math.SQRT2;
    const points = [x, y - out, x + out, y, x, y + out, x - out, y];
    return { kind: 'polygon', points, closed: true, stroke };
  }
  return { kind: 'circle', x, y, r: Math.max(half, box.height / 2) + off, stroke };
}

/** How far the line round a span stands off its long sides, given how far off its ends. */
export function spanOffPx(offPx: number): number {
  return Math.min(offPx, SPAN_GAP_PX + LINKED.widthPx / 2);
}

function grown(box: Box, byPx: number, byYPx = byPx) {
  return {
    kind: 'rect',
    x: box.x - byPx,
    y: box.y - byYPx,
    width: box.width + 2 * byPx,
    height: box.height + 2 * byYPx,
  } as const;
}
