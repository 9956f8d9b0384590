import { type TrueType, viewOf, writeTrueType } from './true-type';

/** A glyph of one of the fonts that are merged. */
export interface GlyphSource {
  readonly font: TrueType;
  readonly glyph: number;
}

export interface MergedFont {
  readonly bytes: Uint8Array;
  /** Advances of the glyphs asked for, in thousandths of an em, as are all lengths here. */
  readonly widths: readonly number[];
  /** Left, bottom, right, top. */
  readonly bbox: readonly number[];
  readonly ascent: number;
  readonly descent: number;
}

/**
 * One font of glyphs from files of one family at one weight: glyph 0 is empty, the first of `sources` is glyph 1, and so on.
 * Web fonts come in a hundred files for Japanese; a document is better off with one. The fonts must agree in their units.
 */
export function mergeGlyphs(sources: readonly [GlyphSource, ...GlyphSource[]]): MergedFont {
  const first = sources[0].font;
  const perMille = (units: number) => Math.round((units * 1e6) / first.unitsPerEm) / 1000;
  const { glyphs, numberOf } = withParts(sources);
  const fonts = [...new Set(glyphs.map(({ font }) => font))];
  const bbox = unionBox(fonts);
  const count = glyphs.length + 1;
  const tables = {
    head: patched(first.bytesOf('head'), (head) => {
      for (const [i, edge] of bbox.entries()) head.setInt16(36 + 2 * i, edge);
      head.setInt16(LONG_OFFSETS_AT, 1);
    }),
    hhea: patched(first.bytesOf('hhea'), (hhea) => {
      hhea.setUint16(10, Math.max(...glyphs.map(({ font, glyph }) => font.advanceOf(glyph))));
      hhea.setUint16(34, count);
    }),
    maxp: patched(first.bytesOf('maxp'), (maxp) => {
      raiseLimits(maxp, fonts);
      maxp.setUint16(4, count);
    }),
    hmtx: writeMetrics(glyphs),
    ...writeOutlines(glyphs.map((source) => renumbered(source, numberOf))),
  };
  return {
    bytes: writeTrueType(tables),
    widths: sources.map(({ font, glyph }) => perMille(font.advanceOf(glyph))),
    bbox: bbox.map(perMille),
    ascent: perMille(first.ascent),
    descent: perMille(first.descent),
  };
}

const LONG_OFFSETS_AT = 50;
/** Words of `maxp` from here on are limits. */
const LIMITS_AT = 6;

type NumberOf = (font: TrueType, glyph: number) => number;

/** The sources and, behind them, the glyphs that glyphs made up of others refer to, with all their new numbers. */
function withParts(sources: readonly GlyphSource[]): {
  readonly glyphs: readonly GlyphSource[];
  readonly numberOf: NumberOf;
} {
  const glyphs = [...sources];
  const numbers = new Map<TrueType, Map<number, number>>();
  const give = ({ font, glyph }: GlyphSource, number: number) => {
    let own = numbers.get(font);
    if (!own) numbers.set(font, (own = new Map<number, number>()));
    if (!own.has(glyph)) own.set(glyph, number);
  };
  const numberOf: NumberOf = (font, glyph) => numbers.get(font)?.get(glyph) ?? 0;
  for (const [i, source] of glyphs.entries()) give(source, i + 1);
  // The list grows while it is walked: parts may have parts.
  for (const { font, glyph } of glyphs) {
    const outline = font.outlineOf(glyph);
    for (const at of referencesOf(outline)) {
      const part = { font, glyph: viewOf(outline).getUint16(at) };
      if (numberOf(font, part.glyph) !== 0) continue;
      glyphs.push(part);
      give(part, glyphs.length);
    }
  }
  return { glyphs, numberOf };
}

/** Where in the outline of a glyph made up of others their numbers stand (OpenType 1.9, `glyf`). */
function referencesOf(outline: Uint8Array): number[] {
  const places: number[] = [];
  const view = viewOf(outline);
  if (outline.length === 0 || view.getInt16(0) >= 0) return places;
  let at = 10;
  for (let hasMore = true; hasMore; ) {
    const flags = view.getUint16(at);
    places.push(at + 2);
    at += 4 + ((flags & 0x01) === 0 ? 2 : 4);
    if (flags & 0x08) at += 2;
    else if (flags & 0x40) at += 4;
    else if (flags & 0x80) at += 8;
    hasMore = (flags & 0x20) !== 0;
  }
  return places;
}

function renumbered({ font, glyph }: GlyphSource, numberOf: NumberOf): Uint8Array {
  const outline = font.outlineOf(glyph);
  const places = referencesOf(outline);
  if (places.length === 0) return outline;
  return patched(outline, (view) => {
    for (const at of places) view.setUint16(at, numberOf(font, view.getUint16(at)));
  });
}

function patched(bytes: Uint8Array, patch: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  patch(viewOf(copy));
  return copy;
}

function unionBox(fonts: readonly TrueType[]): readonly number[] {
  const edges = fonts.map((font) => {
    const head = viewOf(font.bytesOf('head'));
    return [36, 38, 40, 42].map((at) => head.getInt16(at));
  });
  return [0, 1, 2, 3].map((i) => {
    const all = edges.map((edge) => edge[i] ?? 0);
    return i < 2 ? Math.min(...all) : Math.max(...all);
  });
}

function raiseLimits(maxp: DataView, fonts: readonly TrueType[]): void {
  for (const font of fonts) {
    const own = viewOf(font.bytesOf('maxp'));
    for (let at = LIMITS_AT; at + 1 < maxp.byteLength; at += 2) {
      maxp.setUint16(at, Math.max(maxp.getUint16(at), own.getUint16(at)));
    }
  }
}

function writeMetrics(glyphs: readonly GlyphSource[]): Uint8Array {
  const bytes = new Uint8Array(4 * (glyphs.length + 1));
  const view = viewOf(bytes);
  for (const [i, { font, glyph }] of glyphs.entries()) {
    view.setUint16(4 * (i + 1), font.advanceOf(glyph));
    view.setInt16(4 * (i + 1) + 2, font.leftBearingOf(glyph));
  }
  return bytes;
}

function even(length: number): number {
  return Math.ceil(length / 2) * 2;
}

function writeOutlines(outlines: readonly Uint8Array[]): {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
} {
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + even(length), 0));
  const loca = new Uint8Array(4 * (outlines.length + 2));
  const offsets = viewOf(loca);
  let at = 0;
  for (const [i, outline] of outlines.entries()) {
    glyf.set(outline, at);
    at += even(outline.length);
    // Glyph 0 has no outline; this is where glyph i + 1 ends.
    offsets.setUint32(4 * (i + 2), at);
  }
  return { glyf, loca };
}
