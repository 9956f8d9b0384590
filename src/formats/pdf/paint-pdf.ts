import type { PDFDocument } from 'pdfkit';
import type { Palette } from '../../paint/palette';
import type {
  Box,
  CircleShape,
  CurveShape,
  FadeFill,
  Group,
  Ink,
  PolygonShape,
  RectShape,
  Scene,
  SceneNode,
  Stroke,
  TextShape,
} from '../../scene/scene';
import type { PdfFades } from './pdf-fades';
import type { PdfTags } from './pdf-tags';
import type { PdfTexts } from './pdf-texts';
import { round } from './round';

export type PathShape = RectShape | CircleShape | PolygonShape | CurveShape;

export interface PdfPainting {
  readonly doc: PDFDocument;
  readonly palette: Palette;
  readonly fades: PdfFades;
  readonly texts: PdfTexts;
  /** What of the page is which part of its structure. */
  readonly tags: PdfTags;
}

/** Draws the scene on the page that `doc` is at. Draws just what `paintCanvas` draws. */
export function paintPdf(painting: PdfPainting, scene: Scene): void {
  painting.doc.lineJoin('round');
  const painter = new PdfPainter(painting);
  for (const node of scene.nodes) painter.paint(node, 1);
}

/** Keeps what it last set on the page, so that a file says it once. */
class PdfPainter {
  private readonly painting: PdfPainting;
  private readonly doc: PDFDocument;
  private fill = '';
  private stroke = '';
  private strokePx = -1;
  private cap = '';
  private dash: string | undefined;
  private alpha = -1;

  constructor(painting: PdfPainting) {
    this.painting = painting;
    this.doc = painting.doc;
  }

  paint(node: SceneNode, above: number): void {
    const opacity = above * (node.opacity ?? 1);
    switch (node.kind) {
      case 'group':
        this.paintGroup(node, opacity);
        break;
      case 'text':
        this.paintText(node, opacity);
        break;
      case 'rect':
      case 'circle':
      case 'polygon':
      case 'curve':
        this.paintPath(node, opacity);
        break;
    }
  }

  private paintGroup(group: Group, opacity: number): void {
    const { tags } = this.painting;
    tags.enter(group);
    if (group.clip) {
      this.doc.save();
      this.trace({ kind: 'rect', ...group.clip });
      this.doc.clip();
    }
    for (const node of group.nodes) this.paint(node, opacity);
    if (group.clip) this.restore();
    tags.leave();
  }

  private paintPath(shape: PathShape, opacity: number): void {
    const { fill, stroke } = shape;
    if (!fill && !stroke) return;
    this.painting.tags.beginShape();
    this.setAlpha(opacity);
    if (fill && hasArea(shape)) this.fillPath(shape, fill);
    if (stroke) this.strokePath(shape, stroke);
  }

  /** Filled and stroked one after the other: at once, what is half transparent would look otherwise. */
  private fillPath(shape: PathShape, fill: Ink | FadeFill): void {
    const { doc, painting } = this;
    if (typeof fill === 'string') {
      this.setFill(fill);
      this.trace(shape);
      doc.fill();
      return;
    }
    if (fill.stops.length === 0) return;
    doc.save();
    painting.fades.begin(fill, boundsOf(shape, 0), 'fill');
    this.trace(shape);
    doc.fill();
    this.restore();
  }

  private strokePath(shape: PathShape, stroke: Stroke): void {
    const { doc, painting } = this;
    if (!stroke.fade) {
      this.setLine(stroke);
      this.setStroke(stroke.ink);
      this.trace(shape);
      doc.stroke();
      return;
    }
    if (stroke.fade.stops.length === 0) return;
    doc.save();
    this.setLine(stroke);
    painting.fades.begin(stroke.fade, boundsOf(shape, stroke.widthPx / 2 + 1), 'stroke');
    this.trace(shape);
    doc.stroke();
    this.restore();
  }

  private trace(shape: PathShape): void {
    const { doc } = this;
    switch (shape.kind) {
      case 'rect': {
        const box = [shape.x, shape.y, shape.width, shape.height].map(round);
        const [x = 0, y = 0, width = 0, height = 0] = box;
        if (shape.radius) doc.roundedRect(x, y, width, height, round(shape.radius));
        else doc.rect(x, y, width, height);
        break;
      }
      case 'circle':
        doc.circle(round(shape.x), round(shape.y), round(Math.max(0, shape.r)));
        break;
      case 'polygon': {
        const points = shape.points.map(round);
        doc.moveTo(points[0] ?? 0, points[1] ?? 0);
        for (let i = 2; i + 1 < points.length; i += 2) {
          doc.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
        }
        if (shape.closed) doc.closePath();
        break;
      }
      case 'curve': {
        const [x0, y0, ax, ay, bx, by, x1, y1] = shape.points;
        doc.moveTo(round(x0), round(y0));
        doc.bezierCurveTo(round(ax), round(ay), round(bx), round(by), round(x1), round(y1));
        break;
      }
    }
  }

  private paintText(shape: TextShape, opacity: number): void {
    const { texts, tags } = this.painting;
    const placed = texts.place(shape);
    if (shape.halo) {
      tags.beginShape();
      this.setAlpha(opacity);
      this.setStroke(shape.halo.ink);
      this.setLine({ ink: shape.halo.ink, widthPx: 2 * shape.halo.widthPx, cap: 'round' });
      texts.strokeOutlines(placed);
    }
    tags.beginText(shape, placed.box);
    this.setAlpha(opacity);
    this.setFill(shape.ink);
    texts.draw(placed);
    tags.endText();
  }

  private setAlpha(alpha: number): void {
    if (this.alpha === alpha) return;
    this.alpha = alpha;
    this.doc.opacity(round(alpha));
  }

  private setFill(ink: Ink): void {
    const colour = this.painting.palette[ink];
    if (this.fill === colour) return;
    this.fill = colour;
    this.doc.fillColor(colour);
  }

  private setStroke(ink: Ink): void {
    const colour = this.painting.palette[ink];
    if (this.stroke === colour) return;
    this.stroke = colour;
    this.doc.strokeColor(colour);
  }

  private setLine({ widthPx, cap = 'butt', dash = [] }: Stroke): void {
    const { doc } = this;
    if (this.strokePx !== widthPx) doc.lineWidth(round(Math.max(0, widthPx)));
    this.strokePx = widthPx;
    if (this.cap !== cap) doc.lineCap(cap);
    this.cap = cap;
    const lengths = dash.map(round);
    const pattern = lengths.join(' ');
    if (this.dash === pattern) return;
    this.dash = pattern;
    if (lengths.length > 0 && lengths.every((length) => length > 0)) doc.dash(lengths);
    else doc.undash();
  }

  /** Afterwards the page is not as this painter left it. */
  private restore(): void {
    this.doc.restore();
    this.fill = '';
    this.stroke = '';
    this.strokePx = -1;
    this.cap = '';
    this.dash = undefined;
    this.alpha = -1;
  }
}

/** PDF draws a hairline where a canvas fills nothing. */
function hasArea(shape: PathShape): boolean {
  if (shape.kind === 'rect') return shape.width !== 0 && shape.height !== 0;
  return shape.kind !== 'circle' || shape.r > 0;
}

/** Around all of a shape, and so much more on each side; in whole px. */
function boundsOf(shape: PathShape, morePx: number): Box {
  const { left, top, right, bottom } = edgesOf(shape);
  const [x, y] = [Math.floor(left - morePx), Math.floor(top - morePx)];
  return { x, y, width: Math.ceil(right + morePx) - x, height: Math.ceil(bottom + morePx) - y };
}

function edgesOf(shape: PathShape) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height } = shape;
      return {
        left: Math.min(x, x + width),
        top: Math.min(y, y + height),
        right: Math.max(x, x + width),
        bottom: Math.max(y, y + height),
      };
    }
    case 'circle': {
      const { x, y, r } = shape;
      return { left: x - r, top: y - r, right: x + r, bottom: y + r };
    }
    case 'polygon':
    case 'curve': {
      const xs = shape.points.filter((_, i) => i % 2 === 0);
      const ys = shape.points.filter((_, i) => i % 2 === 1);
      return {
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs),
        bottom: Math.max(...ys),
      };
    }
  }
}
