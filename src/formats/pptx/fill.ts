import { element } from '../../paint/xml';
import type { FadeFill, Ink, Stroke } from '../../scene/scene';
import type { Edges } from './path-shape';
import type { SlidePart } from './slide-part';

/** Hundred thousand of these are the whole. */
const WHOLE = 100_000;
/** Stops nearer to an edge stand on it. */
const LEAST_SHARE = 1e-6;
const HALF_TURN = 10_800_000;
const NO_LINE = '<a:ln><a:noFill/></a:ln>';
/** The widest line that the format knows. */
const WIDEST_EMU = 20_116_800;

export interface Painted {
  /** Of the shape, in px: where a fade begins and ends on it. */
  readonly edges: Edges;
  /** 0 to 1, of the shape and all groups above it. */
  readonly opacity: number;
}

export function solidFill(part: SlidePart, ink: Ink, opacity: number): string {
  return element('a:solidFill', {}, colour(part.palette[ink], opacity));
}

export function fillOf(part: SlidePart, fill: Ink | FadeFill | undefined, on: Painted): string {
  if (fill === undefined) return '<a:noFill/>';
  if (typeof fill === 'string') return solidFill(part, fill, on.opacity);
  return gradientFill(part, fill, on);
}

export function lineOf(part: SlidePart, stroke: Stroke | undefined, on: Painted): string {
  if (!stroke) return NO_LINE;
  const cap = stroke.cap === 'round' ? 'rnd' : 'flat';
  const w = Math.min(WIDEST_EMU, Math.max(1, part.emu(stroke.widthPx)));
  const content = fillOf(part, stroke.fade ?? stroke.ink, on) + dashOf(stroke) + '<a:round/>';
  return element('a:ln', { w, cap }, content);
}

/** In parts of the line's width. Round ends are counted in here, while a canvas puts them on. */
function dashOf({ dash, widthPx, cap }: Stroke): string {
  if (!dash || dash.length === 0 || widthPx <= 0) return '';
  const all = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  const end = cap === 'round' ? widthPx : 0;
  const part = (px: number) => Math.max(1000, Math.round((px / widthPx) * WHOLE));
  const pieces: string[] = [];
  for (let i = 0; i < all.length; i += 2) {
    const [drawn = 0, gap = 0] = [all[i], all[i + 1]];
    pieces.push(element('a:ds', { d: part(drawn + end), sp: part(gap - end) }));
  }
  return element('a:custDash', {}, pieces.join(''));
}

interface Stop {
  /** 0 at the shape's left edge, 1 at its right one. */
  readonly at: number;
  readonly rgb: Rgb;
  readonly opacity: number;
}

type Rgb = readonly [number, number, number];

function gradientFill(part: SlidePart, fade: FadeFill, { edges, opacity }: Painted): string {
  const widthPx = edges.x1 - edges.x0;
  const fadePx = Math.max(0.01, fade.x1 - fade.x0);
  const all = fade.stops.map((stop): Stop => {
    const x = fade.x0 + stop.offset * fadePx;
    const at = widthPx > 0 ? (x - edges.x0) / widthPx : 0;
    return { at, rgb: rgbOf(part.palette[stop.ink]), opacity: stop.opacity * opacity };
  });
  const inside = all.filter(({ at }) => at > LEAST_SHARE && at < 1 - LEAST_SHARE);
  const stops = fromPalest([stopAt(all, 0), ...inside, stopAt(all, 1)]);
  const list = stops.list.map(({ at, rgb, opacity: ofStop }) =>
    element('a:gs', { pos: Math.round(at * WHOLE) }, colour(hexOf(rgb), ofStop)),
  );
  const direction = element('a:lin', { ang: stops.isTurned ? HALF_TURN : 0, scaled: 0 });
  const content = element('a:gsLst', {}, list.join('')) + direction;
  return element('a:gradFill', { flip: 'none', rotWithShape: 1 }, content);
}

/** Programs that know no fading lines draw them in their first colour: better not at all than to their very end. */
function fromPalest(list: readonly Stop[]): { list: readonly Stop[]; isTurned: boolean } {
  const isTurned = (list.at(-1)?.opacity ?? 1) < (list[0]?.opacity ?? 1);
  if (!isTurned) return { list, isTurned };
  return { list: list.map((stop) => ({ ...stop, at: 1 - stop.at })).toReversed(), isTurned };
}

/** The colour that the fade has at a place, between two of its stops or beyond them all. */
function stopAt(stops: readonly Stop[], at: number): Stop {
  const after = stops.find((stop) => stop.at >= at);
  const before = stops.findLast((stop) => stop.at <= at);
  const known = before ?? after;
  if (!known) return { at, rgb: [0, 0, 0], opacity: 0 };
  if (!before || !after || after.at === before.at) return { ...known, at };
  const share = (at - before.at) / (after.at - before.at);
  const mix = (a: number, b: number) => a + (b - a) * share;
  const rgb = before.rgb.map((value, i) => mix(value, after.rgb[i] ?? value));
  const [r = 0, g = 0, b = 0] = rgb;
  return { at, rgb: [r, g, b], opacity: mix(before.opacity, after.opacity) };
}

function colour(hex: string, opacity: number): string {
  const alpha = Math.round(Math.min(1, Math.max(0, opacity)) * WHOLE);
  const content = alpha === WHOLE ? undefined : element('a:alpha', { val: alpha });
  return element('a:srgbClr', { val: hex.slice(1) }, content);
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}
