import { FONT_STACKS } from '../scene/fonts';
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
  TextShape,
} from '../scene/scene';
import type { Palette } from './palette';
import { SvgDefs } from './svg-defs';
import { type Attributes, element, escapeXml, formatNumber } from './xml';

export interface SvgPaintOptions {
  readonly palette: Palette;
  /** What the picture is, in a few words, and what it shows, in a sentence; for readers who do not see it. */
  readonly title: string;
  readonly desc: string;
  /** BCP 47 tag of title and desc. */
  readonly lang: string;
  /** `@font-face` rules, for a file that brings its fonts. */
  readonly fontFaceCss?: string;
  /** XML for the picture's `<metadata>`, put in as it is (`stampXml`). */
  readonly metadata?: string;
  /** Put before every id, where several pictures stand in one page. */
  readonly idPrefix?: string;
  /** For a file that drawing programs open as well as browsers. */
  readonly file?: SvgFileOptions;
}

export interface SvgFileOptions {
  /** What a px of the scene measures, where the file is of a size on paper. */
  readonly mmPerPx?: number;
  /** Left out where text stays text. */
  readonly outline?: OutlineText;
}

/** A text as path data from the start of its baseline, with its width; in px. */
export type OutlineText = (
  text: string,
  font: Font,
) => { readonly d: string; readonly width: number };

interface Painting {
  readonly palette: Palette;
  readonly defs: SvgDefs;
  readonly file: SvgFileOptions | undefined;
}

type PathShape = RectShape | CircleShape | PolygonShape | CurveShape;

/** How much of a text lies before the place that it is aligned to. */
const SHARE_BEFORE = { start: 0, middle: 0.5, end: 1 } as const;
const TEXT_ANCHOR = { start: undefined, middle: 'middle', end: 'end' } as const;
/** Joins as the canvas painter draws them. */
const ROOT_STYLE = {
  'stroke-linejoin': 'round',
  'font-family': stackOf('ui'),
  'text-rendering': 'geometricPrecision',
};
/** By which Inkscape names what it lists; others pass over it. */
const INKSCAPE = 'http://www.inkscape.org/namespaces/inkscape';

/**
 * The scene as one well-formed `<svg>`, the same text for the same scene. Any string is safe in it. Draws just what
 * `paintCanvas` draws; a group's opacity is handed down to its shapes, as there.
 */
export function paintSvg(scene: Scene, options: SvgPaintOptions): string {
  const { palette, title, desc, lang, fontFaceCss, metadata, idPrefix = '', file } = options;
  const painting: Painting = { palette, defs: new SvgDefs(palette, idPrefix), file };
  const body = scene.nodes.map((node) =>
    node.kind === 'group' ? paintLayer(painting, node) : paintNode(painting, node, 1),
  );
  const { elements } = painting.defs;
  const parts = [
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(desc)),
    metadata === undefined ? '' : element('metadata', {}, metadata),
    fontFaceCss === undefined ? '' : element('style', {}, escapeXml(fontFaceCss)),
    elements.length === 0 ? '' : element('defs', {}, lines(elements)),
    ...body,
  ];
  const { widthPx: width, heightPx: height } = scene;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': file && 'http://www.w3.org/1999/xlink',
    'xmlns:inkscape': file && INKSCAPE,
    viewBox: `0 0 ${formatNumber(width)} ${formatNumber(height)}`,
    width: lengthOf(width, file),
    height: lengthOf(height, file),
    role: 'img',
    'xml:lang': lang,
    ...ROOT_STYLE,
  };
  return `${element('svg', root, lines(parts))}\n`;
}

function lengthOf(px: number, file: SvgFileOptions | undefined): number | string {
  return file?.mmPerPx === undefined ? px : `${formatNumber(px * file.mmPerPx)}mm`;
}

function lines(parts: readonly string[]): string {
  return `\n${parts.filter((part) => part !== '').join('\n')}\n`;
}

function paintNode(painting: Painting, node: SceneNode, above: number): string {
  const opacity = above * (node.opacity ?? 1);
  switch (node.kind) {
    case 'group':
      return paintGroup(painting, node, opacity);
    case 'text':
      return paintText(painting, node, opacity);
    case 'rect':
    case 'circle':
    case 'polygon':
    case 'curve':
      return paintPath(painting, node, opacity);
  }
}

/** What stands directly in the picture is a layer to those who draw on. */
function paintLayer(painting: Painting, group: Group): string {
  const more = painting.file && { 'inkscape:groupmode': 'layer' };
  return paintGroup(painting, group, group.opacity ?? 1, more);
}

function paintGroup(
  painting: Painting,
  group: Group,
  opacity: number,
  more: Attributes = {},
): string {
  const { defs, file } = painting;
  const name = group.eventId === undefined ? group.label : `event-${group.eventId}`;
  const attributes = {
    id: name === undefined ? undefined : defs.uniqueId(name),
    'data-event': group.eventId,
    'aria-label': group.label,
    'inkscape:label': file && group.label,
    ...more,
    'clip-path': group.clip && defs.clip(group.clip),
  };
  const content = group.nodes.map((node) => paintNode(painting, node, opacity));
  return element('g', attributes, lines(content));
}

function paintPath(painting: Painting, shape: PathShape, opacity: number): string {
  if (!shape.fill && !shape.stroke) return '';
  const style = styleOf(painting, shape, opacity);
  switch (shape.kind) {
    case 'rect': {
      const { x, y, radius } = shape;
      const [width, height] = [Math.max(0, shape.width), Math.max(0, shape.height)];
      const rx = radius ? Math.min(radius, width / 2, height / 2) : undefined;
      return element('rect', { x, y, width, height, rx, ...style });
    }
    case 'circle':
      return element('circle', { cx: shape.x, cy: shape.y, r: Math.max(0, shape.r), ...style });
    case 'polygon':
      return element(shape.closed ? 'polygon' : 'polyline', {
        points: shape.points.map(formatNumber).join(' '),
        ...style,
      });
    case 'curve': {
      const [x0, y0, ...rest] = shape.points.map(formatNumber);
      return element('path', { d: `M${x0} ${y0}C${rest.join(' ')}`, ...style });
    }
  }
}

function styleOf(
  painting: Painting,
  { fill, stroke }: Pick<PathShape, 'fill' | 'stroke'>,
  opacity: number,
): Attributes {
  const part = opacity === 1 ? undefined : opacity;
  return {
    fill: fill ? paintOf(painting, fill) : 'none',
    'fill-opacity': fill && part,
    stroke: stroke && paintOf(painting, stroke.fade ?? stroke.ink),
    'stroke-width': stroke && stroke.widthPx,
    'stroke-dasharray': stroke?.dash?.map(formatNumber).join(' '),
    'stroke-linecap': stroke?.cap === 'round' ? 'round' : undefined,
    'stroke-opacity': stroke && part,
  };
}

function paintText(painting: Painting, shape: TextShape, opacity: number): string {
  const text = painting.file?.outline
    ? paintOutline(painting, shape, { opacity, outline: painting.file.outline })
    : paintRealText(painting, shape, opacity);
  // Nothing but the web is ever linked to, whatever a dataset says.
  if (!painting.file || shape.href === undefined || !/^https?:\/\//i.test(shape.href)) return text;
  return element('a', { 'xlink:href': shape.href }, text);
}

function paintRealText(painting: Painting, shape: TextShape, opacity: number): string {
  const { text, font } = shape;
  const attributes = {
    x: shape.x,
    y: shape.y,
    'xml:lang': shape.lang,
    'text-anchor': TEXT_ANCHOR[shape.align],
    'font-family': font.family === 'ui' ? undefined : stackOf(font.family),
    'font-size': font.sizePx,
    'font-weight': font.weight === 400 ? undefined : font.weight,
    'xml:space': /^\s|\s$|\s\s/.test(text) ? 'preserve' : undefined,
  };
  const inked = { 'data-role': shape.role, ...inkOf(painting, shape, opacity) };
  const halo = haloOf(painting, shape, opacity);
  const content = escapeXml(text);
  if (!halo) return element('text', { ...attributes, ...inked }, content);
  if (!painting.file) {
    return element('text', { ...attributes, ...inked, ...halo, 'paint-order': 'stroke' }, content);
  }
  // Drawing programs know no order of paint, and would draw the halo over the letters.
  const below = { ...attributes, 'aria-hidden': 'true', fill: 'none', ...halo };
  return element('text', below, content) + element('text', { ...attributes, ...inked }, content);
}

interface Outlining {
  readonly opacity: number;
  readonly outline: OutlineText;
}

function paintOutline(
  painting: Painting,
  shape: TextShape,
  { opacity, outline }: Outlining,
): string {
  const { d, width } = outline(shape.text, shape.font);
  const x = shape.x - SHARE_BEFORE[shape.align] * width;
  const halo = haloOf(painting, shape, opacity);
  const attributes = {
    role: 'img',
    'aria-label': shape.text,
    'inkscape:label': shape.text,
    'xml:lang': shape.lang,
    'data-role': shape.role,
    transform: `translate(${formatNumber(x)} ${formatNumber(shape.y)})`,
  };
  const below = halo ? element('path', { d, fill: 'none', ...halo }) : '';
  const letters = element('path', { d, ...inkOf(painting, shape, opacity) });
  return element('g', attributes, below + letters);
}

function inkOf({ palette }: Painting, { ink }: TextShape, opacity: number): Attributes {
  return { fill: palette[ink], 'fill-opacity': opacity === 1 ? undefined : opacity };
}

function haloOf(
  { palette }: Painting,
  { halo }: TextShape,
  opacity: number,
): Attributes | undefined {
  return (
    halo && {
      stroke: palette[halo.ink],
      'stroke-width': 2 * halo.widthPx,
      'stroke-opacity': opacity === 1 ? undefined : opacity,
    }
  );
}

function paintOf({ palette, defs }: Painting, paint: Ink | FadeFill): string {
  return typeof paint === 'string' ? palette[paint] : defs.fade(paint);
}

/** Single quotes, since the stack stands in an attribute. */
function stackOf(family: keyof typeof FONT_STACKS): string {
  return FONT_STACKS[family].replaceAll('"', "'");
}
