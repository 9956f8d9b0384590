import type { FadeFill } from '../../scene/scene';
import { clipShape } from './clip-shape';
import { edgesOf, type PathShape } from './path-shape';

/** A fade of more stops than this is left whole: it is drawn as a curve of colours, not as soft ends. */
const MOST_STOPS = 6;
/** Pieces of one colour reach so far under what fades beside them, so that no seam shows. */
const OVERLAP_PX = 0.5;

type Stop = FadeFill['stops'][number];

interface Strip {
  readonly x0: number;
  readonly x1: number;
  /** Its one colour; undefined where it fades. */
  readonly plain: Stop | undefined;
}

/**
 * A shape with soft ends as pieces that are of one colour or fade from one to one other, from left to right. Gradients of
 * more stops whose opacity changes are drawn right by PowerPoint alone.
 */
export function splitFade(shape: PathShape): readonly PathShape[] {
  const fade = fadeOf(shape);
  if (!fade || fade.stops.length <= 2 || fade.stops.length > MOST_STOPS) return [shape];
  const { x0, y0, x1, y1 } = edgesOf(shape);
  const strips = stripsOf(fade, x0, x1);
  if (strips.length < 2) return [shape];
  return strips.flatMap((strip) => {
    const over = strip.plain ? OVERLAP_PX : 0;
    const left = Math.max(x0, strip.x0 - over);
    const width = Math.min(x1, strip.x1 + over) - left;
    // A line has a width of its own, which no clip is to take away.
    const box = { x: left, width, y: y0 - 1, height: y1 - y0 + 2 };
    return clipShape(strip.plain ? paintedPlain(shape, strip.plain) : shape, box);
  });
}

function paintedPlain(shape: PathShape, { ink, opacity }: Stop): PathShape {
  const { fill, stroke, ...rest } = shape;
  const { fade: _, ...line } = stroke ?? { widthPx: 0 };
  return {
    ...rest,
    ...(fill && { fill: ink }),
    ...(stroke && { stroke: { ...line, ink } }),
    opacity: opacity * (shape.opacity ?? 1),
  };
}

function fadeOf({ fill, stroke }: PathShape): FadeFill | undefined {
  if (typeof fill === 'object') return fill;
  return fill === undefined ? stroke?.fade : undefined;
}

/** Between stops, those of one colour taken together. */
function stripsOf({ x0: from, x1: to, stops }: FadeFill, x0: number, x1: number): Strip[] {
  const strips: Strip[] = [];
  const xOf = (offset: number) => Math.min(x1, Math.max(x0, from + offset * (to - from)));
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return [];
  const all = [{ ...first, offset: -Infinity }, ...stops, { ...last, offset: Infinity }];
  for (let i = 1; i < all.length; i++) {
    const [a, b] = [all[i - 1] ?? first, all[i] ?? last];
    const plain = a.ink === b.ink && a.opacity === b.opacity ? a : undefined;
    const left = Number.isFinite(a.offset) ? xOf(a.offset) : x0;
    const right = Number.isFinite(b.offset) ? xOf(b.offset) : x1;
    if (right <= left || plain?.opacity === 0) continue;
    const before = strips.at(-1);
    if (plain && before?.plain) strips[strips.length - 1] = { ...before, x1: right };
    else strips.push({ x0: left, x1: right, plain });
  }
  return strips;
}
