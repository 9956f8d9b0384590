import type { PDFDocument, PdfReference } from 'pdfkit';
import type { FontEngine, GlyphRun } from '../fonts/font-engine';
import type { FontFaceFile } from '../fonts/font-face';
import { glyphLetters } from './glyph-letters';
import { type MergedFont, mergeGlyphs } from './merge-glyphs';
import { pdfString } from './pdf-string';
import { openTrueType, type TrueType } from './true-type';
import { hex, unicodeMap } from './unicode-map';

/** A glyph as the document knows it: under a number of its own for each text that it stands for. */
interface Used {
  readonly file: FontFaceFile;
  readonly glyph: number;
  readonly text: string;
}

/** Numbers have two bytes; what comes after them looks right, but is copied as something else. */
const MOST_NUMBERS = 65_534;

/** One family at one weight, with the glyphs that a document uses. First `use` all its runs, then `embed`, then `encode`. */
export class PdfFace {
  /** As pages call it. */
  readonly name: string;
  private readonly fontName: string;
  private readonly weight: number;
  private readonly used: Used[] = [];
  /** By glyph and text, and by glyph alone for the first of its numbers. */
  private readonly numbers = new Map<FontFaceFile, Map<string, number>>();
  private widths: readonly number[] = [];

  constructor(name: string, family: string, weight: number) {
    this.name = name;
    this.fontName = `${subsetTag(Number(name.slice(1)))}+${family.replaceAll(/\W/g, '')}-${weight}`;
    this.weight = weight;
  }

  use(file: FontFaceFile, run: GlyphRun): void {
    let numbers = this.numbers.get(file);
    if (!numbers) this.numbers.set(file, (numbers = new Map<string, number>()));
    for (const [i, text] of glyphLetters(run).entries()) {
      const glyph = run.glyphs[i]?.id ?? 0;
      if (numbers.has(`${glyph} ${text}`) || this.used.length === MOST_NUMBERS) continue;
      this.used.push({ file, glyph, text });
      numbers.set(`${glyph} ${text}`, this.used.length);
      if (!numbers.has(`${glyph}`)) numbers.set(`${glyph}`, this.used.length);
    }
  }

  /** Number in hexadecimal and width in thousandths of an em for each glyph of a run that was used. */
  encode(
    file: FontFaceFile,
    run: GlyphRun,
  ): readonly { readonly code: string; readonly width: number }[] {
    const numbers = this.numbers.get(file);
    return glyphLetters(run).map((text, i) => {
      const glyph = `${run.glyphs[i]?.id ?? 0}`;
      const number = numbers?.get(`${glyph} ${text}`) ?? numbers?.get(glyph) ?? 0;
      return { code: hex(number, 4), width: this.widths[number - 1] ?? 0 };
    });
  }

  embed(doc: PDFDocument, engine: Pick<FontEngine, 'subsetGlyphs'>): PdfReference {
    const font = this.merge(engine);
    this.widths = font.widths;
    const texts = this.used.map(({ text }) => text);
    return object(doc, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: this.fontName,
      Encoding: 'Identity-H',
      DescendantFonts: [this.writeFont(doc, font)],
      ToUnicode: stream(doc, unicodeMap(texts, { firstCode: 1, bytes: 2 })),
    });
  }

  private merge(engine: Pick<FontEngine, 'subsetGlyphs'>): MergedFont {
    const { used, weight } = this;
    const fonts = new Map<FontFaceFile, TrueType>();
    for (const file of this.numbers.keys()) {
      const glyphs = used.filter((each) => each.file === file).map(({ glyph }) => glyph);
      fonts.set(file, openTrueType(engine.subsetGlyphs(file, { weight, glyphs })));
    }
    const [first, ...rest] = used.flatMap(({ file, glyph }) => {
      const font = fonts.get(file);
      return font ? [{ font, glyph }] : [];
    });
    if (!first) throw new Error(`${this.fontName}: expected glyphs, found none`);
    return mergeGlyphs([first, ...rest]);
  }

  private writeFont(doc: PDFDocument, font: MergedFont): PdfReference {
    const { bytes, bbox, ascent, descent, widths } = font;
    const descriptor = object(doc, {
      Type: 'FontDescriptor',
      FontName: this.fontName,
      // Symbolic: its numbers are its own.
      Flags: 4,
      FontBBox: bbox,
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: descent,
      CapHeight: ascent,
      StemV: 80,
      FontFile2: stream(doc, bytes, { Length1: bytes.length }),
    });
    return object(doc, {
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: this.fontName,
      CIDSystemInfo: {
        Registry: pdfString('Adobe'),
        Ordering: pdfString('Identity'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: 0,
      W: [1, widths],
      CIDToGIDMap: 'Identity',
    });
  }
}

function object(doc: PDFDocument, data: Record<string, unknown>): PdfReference {
  const reference = doc.ref(data);
  reference.end();
  return reference;
}

function stream(
  doc: PDFDocument,
  content: string | Uint8Array,
  data: Record<string, unknown> = {},
): PdfReference {
  const reference = doc.ref(data);
  reference.end(content);
  return reference;
}

/** Six letters that tell parts of the same font from each other. */
function subsetTag(number: number): string {
  const letters = Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Math.floor(number / 26 ** (5 - i)) % 26)),
  );
  return letters.join('');
}
