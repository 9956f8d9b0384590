import type { PDFDocument, PdfReference } from 'pdfkit';
import type { GlyphRun } from '../fonts/font-engine';
import { boxOutline } from '../fonts/missing-letters';
import { glyphLetters } from './glyph-letters';
import { hex, unicodeMap } from './unicode-map';

/** Codes are single bytes, and 0 stands for nothing. */
const MOST_CODES = 255;

interface Box {
  readonly text: string;
  /** In thousandths of an em. */
  readonly width: number;
}

/**
 * Letters that no font has, as hollow boxes that can be searched and copied all the same: fonts of drawings (Type 3), each
 * of 255 letters.
 */
export class PdfBoxes {
  private readonly boxes: Box[] = [];
  private readonly places = new Map<string, number>();

  use(run: GlyphRun, sizePx: number): void {
    const letters = glyphLetters(run);
    for (const [i, { advance }] of run.glyphs.entries()) {
      const text = letters[i] ?? '';
      if (this.places.has(text)) continue;
      this.places.set(text, this.boxes.length);
      this.boxes.push({ text, width: Math.round((advance / sizePx) * 1000) });
    }
  }

  /** The fonts by the names that `encode` calls them. */
  embed(doc: PDFDocument): ReadonlyMap<string, PdfReference> {
    const fonts = new Map<string, PdfReference>();
    for (let at = 0; at < this.boxes.length; at += MOST_CODES) {
      const font = embedBoxes(doc, this.boxes.slice(at, at + MOST_CODES));
      fonts.set(nameAt(at), font);
    }
    return fonts;
  }

  encode(
    run: GlyphRun,
  ): readonly { readonly font: string; readonly code: string; readonly width: number }[] {
    return glyphLetters(run).map((text) => {
      const place = this.places.get(text) ?? 0;
      const code = hex((place % MOST_CODES) + 1, 2);
      return { font: nameAt(place), code, width: this.boxes[place]?.width ?? 0 };
    });
  }
}

function nameAt(place: number): string {
  return `B${Math.floor(place / MOST_CODES) + 1}`;
}

function embedBoxes(doc: PDFDocument, boxes: readonly Box[]): PdfReference {
  const drawings = new Map<number, PdfReference>();
  for (const { width } of boxes) {
    if (drawings.has(width)) continue;
    const drawing = doc.ref();
    drawing.end(drawBox(width));
    drawings.set(width, drawing);
  }
  const map = doc.ref();
  map.end(
    unicodeMap(
      boxes.map(({ text }) => text),
      { firstCode: 1, bytes: 1 },
    ),
  );
  const font = doc.ref({
    Type: 'Font',
    Subtype: 'Type3',
    FontBBox: [0, 0, 1000, 700],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: Object.fromEntries([...drawings].map(([width, drawing]) => [`w${width}`, drawing])),
    Encoding: {
      Type: 'Encoding',
      Differences: [1, ...boxes.map(({ width }) => `w${width}`)],
    },
    FirstChar: 1,
    LastChar: boxes.length,
    Widths: boxes.map(({ width }) => width),
    Resources: {},
    ToUnicode: map,
  });
  font.end();
  return font;
}

/** In the colour of the text (`d1`); inner rings run the other way round, so they are holes. */
function drawBox(width: number): string {
  const path = boxOutline(width / 1000).map(({ type, values }) => {
    const points = values.map((value) => Math.round(value * 1000)).join(' ');
    if (type === 'Z') return 'h';
    return `${points} ${type === 'M' ? 'm' : 'l'}`;
  });
  return [`${width} 0 0 0 ${width} 700 d1`, ...path, ...(path.length > 0 ? ['f'] : [])].join('\n');
}
