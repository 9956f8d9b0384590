import type { PDFDocument, PdfReference } from 'pdfkit';
import type { Box, Font, SceneNode, TextShape } from '../../scene/scene';
import type { FontEngine, GlyphRun } from '../fonts/font-engine';
import type { FontFaceFile } from '../fonts/font-face';
import { PdfBoxes } from './pdf-boxes';
import { PdfFace } from './pdf-face';
import { type Code, TextLine } from './text-line';
import { traceOutline } from './trace-outline';

/** A text with its lengths in px. */
export interface PlacedText {
  readonly text: string;
  readonly font: Font;
  /** Where it starts, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly runs: readonly GlyphRun[];
  /** Around its letters. */
  readonly box: Box;
}

export type PdfFontEngine = Pick<FontEngine, 'prepare' | 'runs' | 'outline' | 'subsetGlyphs'>;

const SHIFT = { start: 0, middle: 0.5, end: 1 } as const;
/** How far letters reach above and below the baseline, in parts of the font's size. */
const ASCENT = 0.85;
const DESCENT = 0.25;

/** The texts of one document, letter by letter where the font engine puts them, in fonts cut down to what is used. */
export class PdfTexts {
  private readonly doc: PDFDocument;
  private readonly engine: PdfFontEngine;
  private readonly faces = new Map<string, PdfFace>();
  private readonly boxes = new PdfBoxes();
  private readonly fonts = new Map<string, PdfReference>();

  /** All scenes that texts will be drawn of: their fonts are written once. */
  static async create(
    doc: PDFDocument,
    engine: PdfFontEngine,
    scenes: readonly (readonly SceneNode[])[],
  ): Promise<PdfTexts> {
    const shapes = scenes.flatMap((nodes) => textsOf(nodes));
    await engine.prepare(new Set(shapes.map(({ text }) => text)));
    return new PdfTexts(doc, engine, shapes);
  }

  private constructor(doc: PDFDocument, engine: PdfFontEngine, shapes: readonly TextShape[]) {
    this.doc = doc;
    this.engine = engine;
    for (const { text, font } of shapes) {
      for (const run of engine.runs(text, font)) {
        if (run.face) this.faceOf(run.face, font.weight).use(run.face, run);
        else this.boxes.use(run, font.sizePx);
      }
    }
    for (const face of this.faces.values()) this.fonts.set(face.name, face.embed(doc, engine));
    for (const [name, font] of this.boxes.embed(doc)) this.fonts.set(name, font);
  }

  place({ text, font, x, y, align }: TextShape): PlacedText {
    const runs = this.engine.runs(text, font);
    const last = runs.at(-1);
    const width = last ? last.x + last.width : 0;
    const start = x - width * SHIFT[align];
    const { sizePx } = font;
    const box = { x: start, y: y - ASCENT * sizePx, width, height: (ASCENT + DESCENT) * sizePx };
    return { text, font, x: start, y, runs, box };
  }

  draw(placed: PlacedText): void {
    const { doc } = this;
    const line = new TextLine(placed.font.sizePx);
    for (const run of placed.runs) this.addRun(line, run, placed);
    doc.addContent(['BT', ...line.operators(), 'ET'].join('\n'));
  }

  /** The outlines of the letters as a path, stroked: text that is there twice would be found twice. */
  strokeOutlines({ text, font, x, y }: PlacedText): void {
    traceOutline(this.doc, this.engine.outline(text, font), { x, y });
    this.doc.stroke();
  }

  private addRun(line: TextLine, run: GlyphRun, { font, x, y }: PlacedText): void {
    const codes = this.encode(run, font.weight);
    for (const [i, glyph] of run.glyphs.entries()) {
      const code = codes[i];
      const reference = code && this.fonts.get(code.font);
      if (!reference) continue;
      this.doc.page.fonts[code.font] = reference;
      line.add(code, { x: x + glyph.x, y: y + glyph.y });
    }
  }

  private encode(run: GlyphRun, weight: number): readonly Code[] {
    if (!run.face) return this.boxes.encode(run);
    const face = this.faceOf(run.face, weight);
    return face.encode(run.face, run).map((code) => ({ font: face.name, ...code }));
  }

  /** Files of one family go into one font. */
  private faceOf({ family }: FontFaceFile, weight: number): PdfFace {
    const key = `${family} ${weight}`;
    let face = this.faces.get(key);
    if (!face) {
      face = new PdfFace(`F${this.faces.size + 1}`, family, weight);
      this.faces.set(key, face);
    }
    return face;
  }
}

function textsOf(nodes: readonly SceneNode[]): TextShape[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsOf(node.nodes);
    return node.kind === 'text' ? [node] : [];
  });
}
