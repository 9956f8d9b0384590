import type { FadeFill } from '../../scene/scene';
import { clipShape } from './clip-shape';
import { edgesOf, type PathShape } from './path-shape';

/** Stops that lie so near to the line between their neighbours are left out; in parts of full opacity. */
const BEND = 0.04;
/** Opaque pieces reach so far over what fades beside them, so that no seam shows. */
const OVERLAP_PX = 0.5;

type Stop = FadeFill['stops'][number];

interface Strip {
  readonly x0: number;
  readonly x1: number;
  /** Its one colour; undefined where it fades. */
  readonly plain: Stop | undefined;
}

/**
 * A shape with soft ends as pieces that are of one colour or fade from one to one other, from left to right: gradients of
 * more stops whose opacity changes are drawn right by PowerPoint and by LibreOffice from 7.6 on alone. What fades in other
 * ways stays whole, since seams between pieces that let something through would show.
 */
export function splitFade(given: PathShape): readonly PathShape[] {
  const found = fadeOf(given);
  if (!found || found.stops.length <= 2) return [given];
  const fade = { ...found, stops: withoutFlat(found.stops) };
  const shape = withFade(given, fade);
  const { x0, y0, x1, y1 } = edgesOf(shape);
  const strips = stripsOf(fade, x0, x1);
  if (strips.length < 2 || !hasSoftEnds(shape, strips)) return [shape];
  return strips.flatMap((strip) => {
    const over = strip.plain ? OVERLAP_PX : 0;
    const left = Math.max(x0, strip.x0 - over);
    const width = Math.min(x1, strip.x1 + over) - left;
    // A line has a width of its own, which no clip is to take away.
    const box = { x: left, width, y: y0 - 1, height: y1 - y0 + 2 };
    return clipShape(strip.plain ? paintedPlain(shape, strip.plain) : shape, box);
  });
}

/** Whether it fades at its ends alone, from an opaque middle. */
function hasSoftEnds({ opacity = 1 }: PathShape, strips: readonly Strip[]): boolean {
  const plain = strips.filter((strip) => strip.plain);
  return (
    opacity === 1 && plain.length === 1 && plain[0]?.plain?.opacity === 1 && strips.length <= 3
  );
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

function withFade(shape: PathShape, fade: FadeFill): PathShape {
  if (typeof shape.fill === 'object') return { ...shape, fill: fade };
  return shape.stroke ? { ...shape, stroke: { ...shape.stroke, fade } } : shape;
}

/** The stops at which a fade bends (Ramer, Douglas and Peucker); all of one of many inks. */
function withoutFlat(stops: readonly Stop[]): readonly Stop[] {
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last || stops.some(({ ink }) => ink !== first.ink)) return stops;
  let [farthest, most] = [0, BEND];
  const length = last.offset - first.offset;
  // The ends lie off the line between them where they are at one place; they stay anyway.
  stops.slice(0, -1).forEach(({ offset, opacity }, i) => {
    const share = length > 0 ? (offset - first.offset) / length : 0;
    const off = Math.abs(opacity - first.opacity - share * (last.opacity - first.opacity));
    if (off > most) [farthest, most] = [i, off];
  });
  if (farthest === 0) return [first, last];
  const before = withoutFlat(stops.slice(0, farthest + 1));
  return [...before.slice(0, -1), ...withoutFlat(stops.slice(farthest))];
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
