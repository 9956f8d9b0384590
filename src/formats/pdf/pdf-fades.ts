import type { PDFDocument, PdfReference } from 'pdfkit';
import type { Palette } from '../../paint/palette';
import type { Box, FadeFill } from '../../scene/scene';

interface Stop {
  readonly offset: number;
  readonly colour: string;
  readonly opacity: number;
}

interface Mask {
  readonly name: string;
  readonly state: PdfReference;
}

/** Functions of a PDF must not have two bounds in one place. */
const LEAST_STEP = 1e-4;

/**
 * The fades of one document. A gradient has no opacity in PDF: what is drawn after `begin` shows through a mask of its own,
 * no larger than what is drawn, and as light as the fade is opaque.
 */
export class PdfFades {
  private readonly doc: PDFDocument;
  private readonly palette: Palette;
  private readonly masks = new Map<string, Mask>();

  constructor(doc: PDFDocument, palette: Palette) {
    this.doc = doc;
    this.palette = palette;
  }

  /** Sets fill or stroke, and the mask for a shape in `box`. Stands between `save` and `restore`. */
  begin(fade: FadeFill, box: Box, use: 'fill' | 'stroke'): void {
    const stops = stopsOf(fade, this.palette);
    const mask = this.maskOf(fade, stops, box);
    if (mask) {
      this.doc.page.ext_gstates[mask.name] = mask.state;
      this.doc.addContent(`/${mask.name} gs`);
    }
    const paint = this.paintOf(fade, stops);
    if (use === 'fill') this.doc.fillColor(paint);
    else this.doc.strokeColor(paint);
  }

  private paintOf(fade: FadeFill, stops: readonly Stop[]) {
    const [first] = stops;
    if (!first || stops.every(({ colour }) => colour === first.colour)) {
      return first?.colour ?? '#000000';
    }
    const gradient = this.doc.linearGradient(fade.x0, 0, endOf(fade), 0);
    for (const { offset, colour } of stops) gradient.stop(offset, colour);
    return gradient;
  }

  private maskOf(fade: FadeFill, stops: readonly Stop[], box: Box): Mask | undefined {
    if (stops.every(({ opacity }) => opacity === 1)) return undefined;
    const opacities = stops.map(({ offset, opacity }) => [offset, opacity]);
    const bbox = [box.x, box.y, box.x + box.width, box.y + box.height];
    const key = JSON.stringify([fade.x0, fade.x1, opacities, bbox]);
    let mask = this.masks.get(key);
    if (!mask) {
      mask = { name: `Mask${this.masks.size + 1}`, state: this.writeMask(fade, stops, bbox) };
      this.masks.set(key, mask);
    }
    return mask;
  }

  private writeMask(fade: FadeFill, stops: readonly Stop[], bbox: readonly number[]): PdfReference {
    const { doc } = this;
    const form = doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: bbox,
      Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceGray', I: true },
      Resources: {
        Shading: {
          Fade: {
            ShadingType: 2,
            ColorSpace: 'DeviceGray',
            Coords: [fade.x0, 0, endOf(fade), 0],
            Function: functionOf(stops),
            Extend: [true, true],
          },
        },
      },
    });
    form.end('/Fade sh');
    const state = doc.ref({
      Type: 'ExtGState',
      SMask: { Type: 'Mask', S: 'Luminosity', G: form },
    });
    state.end();
    return state;
  }
}

/** A gradient of no width has its last colour, as on a canvas. */
function endOf({ x0, x1 }: FadeFill): number {
  return x1 > x0 ? x1 : x0 + 0.01;
}

/** Two at least, from 0 to 1, each behind the one before. */
function stopsOf(fade: FadeFill, palette: Palette): Stop[] {
  const stops: Stop[] = [];
  for (const { offset, ink, opacity } of fade.stops) {
    const least = stops.length === 0 ? 0 : (stops.at(-1)?.offset ?? 0) + LEAST_STEP;
    stops.push({ offset: Math.max(least, offset), colour: palette[ink], opacity });
  }
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return [];
  if (first.offset > 0) stops.unshift({ ...first, offset: 0 });
  const width = Math.max(1, last.offset);
  const whole = stops.map((stop) => ({ ...stop, offset: stop.offset / width }));
  if (last.offset < 1 || whole.length < 2) whole.push({ ...last, offset: 1 });
  return whole;
}

/** Opacity from 0 to 1 along the fade. */
function functionOf(stops: readonly Stop[]): Record<string, unknown> {
  const pieces = stops.slice(1).map((stop, i) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [stops[i]?.opacity ?? 0],
    C1: [stop.opacity],
    N: 1,
  }));
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: pieces,
    Bounds: stops.slice(1, -1).map(({ offset }) => offset),
    Encode: pieces.flatMap(() => [0, 1]),
  };
}
