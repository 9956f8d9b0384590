import { cssFont } from '../scene/fonts';
import type {
  CircleShape,
  CurveShape,
  FadeFill,
  Font,
  Group,
  Ink,
  PolygonShape,
  RectShape,
  Scene,
  SceneNode,
  Stroke,
  TextShape,
} from '../scene/scene';
import { type Palette, withAlpha } from './palette';

export interface PaintGradient {
  addColorStop(offset: number, colour: string): void;
}

/** What the painter needs of a 2D context; the browser's contexts, on screen and off, fit. */
export interface PaintContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  globalAlpha: number;
  font: string;
  textAlign: 'start' | 'end' | 'left' | 'right' | 'center';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top';
  textRendering?: 'auto' | 'geometricPrecision' | 'optimizeLegibility' | 'optimizeSpeed';
  /** Chooses Japanese glyphs over Chinese ones; browsers that lack it go by the font. */
  lang?: string;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  arc(x: number, y: number, r: number, start: number, end: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  setLineDash(dash: number[]): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): PaintGradient;
}

export interface CanvasPaintOptions {
  readonly palette: Palette;
  /** Device pixels in a CSS pixel. */
  readonly pixelRatio: number;
}

type PathShape = RectShape | CircleShape | PolygonShape | CurveShape;

const TEXT_ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;
const NO_DASH: readonly number[] = [];
/** In pixels of the screen. */
const LEAST_ROUND_PX = 2;

interface Line {
  readonly cap: NonNullable<Stroke['cap']>;
  readonly dash: readonly number[];
}

function isSameDash(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a === b || (a?.length === b.length && a.every((px, i) => px === b[i]));
}

/** With their marks and wide forms; Hangul lies among them. */
const HAN_OR_KANA = /[\u2e80-\uffef]/;

/**
 * Clears the canvas and draws the scene. The canvas is `pixelRatio` times the scene's size.
 * A group's opacity multiplies that of its shapes one by one, here and in the SVG.
 */
export function paintCanvas(ctx: PaintContext, scene: Scene, options: CanvasPaintOptions): void {
  const { pixelRatio } = options;
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  ctx.clearRect(0, 0, scene.widthPx, scene.heightPx);
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  // Else some systems round the width of each letter to whole px, and text is wider than in a file.
  ctx.textRendering = 'geometricPrecision';
  const painter = new CanvasPainter(ctx, options);
  for (const node of scene.nodes) painter.paint(node, 1);
}

/**
 * Keeps what it last set on the context: setting `font` alone costs more than drawing a mark.
 * What is kept starts unknown, since contexts come here used.
 */
class CanvasPainter {
  private readonly ctx: PaintContext;
  private readonly palette: Palette;
  private readonly pixelRatio: number;
  private font: Font | undefined;
  private cssFont = '';
  private fill: unknown;
  private stroke: unknown;
  private strokePx = -1;
  private cap: Stroke['cap'];
  private dash: readonly number[] | undefined;
  private alpha = -1;
  private align: PaintContext['textAlign'] | undefined;
  private lang: string | undefined;

  constructor(ctx: PaintContext, { palette, pixelRatio }: CanvasPaintOptions) {
    this.ctx = ctx;
    this.palette = palette;
    this.pixelRatio = pixelRatio;
  }

  paint(node: SceneNode, opacity: number): void {
    switch (node.kind) {
      case 'group':
        this.paintGroup(node, opacity * (node.opacity ?? 1));
        break;
      case 'text':
        this.paintText(node, opacity * (node.opacity ?? 1));
        break;
      case 'rect':
      case 'circle':
      case 'polygon':
      case 'curve':
        this.paintPath(node, opacity * (node.opacity ?? 1));
        break;
    }
  }

  private paintGroup(group: Group, opacity: number): void {
    if (!group.clip) {
      for (const node of group.nodes) this.paint(node, opacity);
      return;
    }
    const { ctx } = this;
    const { x, y, width, height } = group.clip;
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, width, height);
    ctx.clip();
    for (const node of group.nodes) this.paint(node, opacity);
    ctx.restore();
    this.forget();
  }

  private paintPath(shape: PathShape, opacity: number): void {
    const { ctx } = this;
    const { fill, stroke } = shape;
    if (!fill && !stroke) return;
    this.setAlpha(opacity);
    if (fill) this.setFill(this.paintOf(fill));
    if (fill && !stroke && shape.kind === 'rect' && !shape.radius) {
      ctx.fillRect(shape.x, shape.y, shape.width, shape.height);
      return;
    }
    ctx.beginPath();
    this.trace(shape);
    if (fill) ctx.fill();
    if (!stroke) return;
    this.setStroke(stroke);
    ctx.stroke();
  }

  private trace(shape: PathShape): void {
    const { ctx } = this;
    switch (shape.kind) {
      case 'rect':
        if (shape.radius) {
          ctx.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
        } else {
          ctx.rect(shape.x, shape.y, shape.width, shape.height);
        }
        break;
      case 'circle':
        ctx.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
        break;
      case 'polygon': {
        const { points } = shape;
        ctx.moveTo(points[0] ?? 0, points[1] ?? 0);
        for (let i = 2; i + 1 < points.length; i += 2)
          ctx.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
        if (shape.closed) ctx.closePath();
        break;
      }
      case 'curve': {
        const [x0, y0, ax, ay, bx, by, x1, y1] = shape.points;
        ctx.moveTo(x0, y0);
        ctx.bezierCurveTo(ax, ay, bx, by, x1, y1);
        break;
      }
    }
  }

  private paintText(shape: TextShape, opacity: number): void {
    const { ctx } = this;
    this.setAlpha(opacity);
    this.setFont(shape.font);
    this.setLang(shape);
    const align = TEXT_ALIGN[shape.align];
    if (this.align !== align) ctx.textAlign = this.align = align;
    if (shape.halo) {
      const { ink, widthPx } = shape.halo;
      this.setStroke({ ink, widthPx: 2 * widthPx, cap: 'round' });
      ctx.strokeText(shape.text, shape.x, shape.y);
    }
    this.setFill(this.palette[shape.ink]);
    ctx.fillText(shape.text, shape.x, shape.y);
  }

  private setFont(font: Font): void {
    if (this.font === font) return;
    this.font = font;
    const css = cssFont(font);
    if (this.cssFont === css) return;
    this.cssFont = css;
    this.ctx.font = css;
  }

  /** Other letters look the same in any language, and setting one costs as much as setting a font. */
  private setLang({ text, lang }: TextShape): void {
    if (this.lang === lang || !HAN_OR_KANA.test(text)) return;
    this.lang = lang;
    if (this.ctx.lang !== undefined) this.ctx.lang = lang;
  }

  private setAlpha(alpha: number): void {
    if (this.alpha === alpha) return;
    this.alpha = alpha;
    this.ctx.globalAlpha = alpha;
  }

  private setFill(fill: unknown): void {
    if (this.fill === fill) return;
    this.fill = fill;
    this.ctx.fillStyle = fill;
  }

  private setStroke(stroke: Stroke): void {
    const { ctx } = this;
    const paint = this.paintOf(stroke.fade ?? stroke.ink);
    if (this.stroke !== paint) {
      this.stroke = paint;
      ctx.strokeStyle = paint;
    }
    if (this.strokePx !== stroke.widthPx) ctx.lineWidth = this.strokePx = stroke.widthPx;
    const { cap, dash } = this.lineOf(stroke);
    if (this.cap !== cap) ctx.lineCap = this.cap = cap;
    if (isSameDash(this.dash, dash)) return;
    this.dash = dash;
    ctx.setLineDash([...dash]);
  }

  /** Dots too small to be seen as round are squares: thousands of round ones a frame take longer than all else. */
  private lineOf({ cap = 'butt', dash = NO_DASH, widthPx }: Stroke): Line {
    const [on = 0, off = 0] = dash;
    const isDotted = cap === 'round' && on > 0 && on < widthPx / 2;
    if (!isDotted || widthPx * this.pixelRatio >= LEAST_ROUND_PX) return { cap, dash };
    return { cap: 'butt', dash: [widthPx, on + off - widthPx] };
  }

  private paintOf(paint: Ink | FadeFill): unknown {
    if (typeof paint === 'string') return this.palette[paint];
    // A gradient of no width paints nothing on a canvas, though it does in an SVG.
    const x1 = paint.x1 > paint.x0 ? paint.x1 : paint.x0 + 0.01;
    const gradient = this.ctx.createLinearGradient(paint.x0, 0, x1, 0);
    for (const { offset, ink, opacity } of paint.stops) {
      gradient.addColorStop(offset, withAlpha(this.palette[ink], opacity));
    }
    return gradient;
  }

  /** After `restore` the context is not as this painter left it. */
  private forget(): void {
    this.font = undefined;
    this.cssFont = '';
    this.fill = undefined;
    this.stroke = undefined;
    this.strokePx = -1;
    this.cap = undefined;
    this.dash = undefined;
    this.alpha = -1;
    this.align = undefined;
    this.lang = undefined;
  }
}
