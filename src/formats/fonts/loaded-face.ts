import type * as HarfBuzz from 'harfbuzzjs';
import type { FontFaceFile } from './font-face';
import type { TextItem } from './itemize';

/** Positions are asked for in so many parts of a font's unit, so that variable widths are not rounded. */
const PARTS = 16;

/** A piece of outline: `M`, `L`, `Q` and `C` as in an SVG path, `Z` closes. */
export interface PathCommand {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  /** x and y of each point, controls first. */
  readonly values: readonly number[];
}

/** A glyph with all lengths in em, y up. */
export interface ShapedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** Where its letters begin in the shaped text, in UTF-16 units. */
  readonly cluster: number;
}

/** A font file that was read: what it has, how it sets text. */
export class LoadedFace {
  readonly file: FontFaceFile;
  /** The bare font file. */
  readonly bytes: Uint8Array;
  private readonly hb: typeof HarfBuzz;
  private readonly face: HarfBuzz.Face;
  /** One for all texts: what is left behind is freed only once the thread rests. */
  private readonly buffer: HarfBuzz.Buffer;
  private readonly letters: ReadonlySet<number>;
  private readonly fonts = new Map<number, HarfBuzz.Font>();
  private readonly outlines = new Map<number, Map<number, readonly PathCommand[]>>();

  constructor(hb: typeof HarfBuzz, file: FontFaceFile, bytes: Uint8Array) {
    this.hb = hb;
    this.file = file;
    this.bytes = bytes;
    this.face = new hb.Face(new hb.Blob(bytes));
    this.buffer = new hb.Buffer();
    this.letters = new Set(this.face.collectUnicodes());
  }

  has(letter: number): boolean {
    return this.letters.has(letter);
  }

  /** Glyphs from left to right, whatever the direction. */
  shape(item: Omit<TextItem, 'face'>, weight: number): ShapedGlyph[] {
    const { hb, buffer } = this;
    buffer.reset();
    buffer.addText(item.text);
    buffer.guessSegmentProperties();
    buffer.setDirection(item.level % 2 === 1 ? hb.Direction.RTL : hb.Direction.LTR);
    const halves = item.halved.map((at) => new hb.Feature('halt', 1, at, at + 1));
    hb.shape(this.fontOf(weight), buffer, halves);
    const em = this.face.upem * PARTS;
    const positions = buffer.getGlyphPositions();
    let x = 0;
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, i) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
      const [start, advance] = [(x + xOffset) / em, xAdvance / em];
      x += xAdvance;
      return { id: codepoint, x: start, y: yOffset / em, advance, cluster };
    });
  }

  /** In em, y up. */
  outline(glyph: number, weight: number): readonly PathCommand[] {
    let known = this.outlines.get(weight);
    if (!known) this.outlines.set(weight, (known = new Map<number, readonly PathCommand[]>()));
    let path = known.get(glyph);
    if (!path) {
      const em = this.face.upem * PARTS;
      path = this.fontOf(weight)
        .glyphToJson(glyph)
        .map(({ type, values }) => ({
          type: type as PathCommand['type'],
          values: values.map((value) => value / em),
        }));
      known.set(glyph, path);
    }
    return path;
  }

  private fontOf(weight: number): HarfBuzz.Font {
    let font = this.fonts.get(weight);
    if (!font) {
      font = new this.hb.Font(this.face);
      font.setScale(this.face.upem * PARTS, this.face.upem * PARTS);
      font.setVariations([new this.hb.Variation('wght', weight)]);
      this.fonts.set(weight, font);
    }
    return font;
  }
}
