import { element } from '../../paint/xml';
import type { Edges } from './path-shape';
import type { SlidePart } from './slide-part';

/** A shape or group of the slide, and where it lies, in EMU. */
export interface Drawn {
  readonly xml: string;
  readonly edges: Edges;
}

export interface Naming {
  /** What the selection pane shows. */
  readonly name: string;
  /** Read out to those who do not see it. */
  readonly descr?: string | undefined;
  /** Says nothing that a text does not say. */
  readonly isDecorative?: boolean | undefined;
  /** Opened by a click. */
  readonly address?: string | undefined;
}

const LONGEST_NAME = 120;
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>' +
  '</a:ext></a:extLst>';

/** The element that names a shape and counts it. */
export function named(part: SlidePart, { name, descr, isDecorative, address }: Naming): string {
  const attributes = { id: part.nextId(), name: shortName(name), descr };
  const link =
    address === undefined
      ? ''
      : element('a:hlinkClick', { 'r:id': part.relations.toAddress(address) });
  const content = link + (isDecorative ? DECORATIVE : '');
  return element('p:cNvPr', attributes, content === '' ? undefined : content);
}

function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Where a shape lies; `flips` where a line falls from right to left. */
export function transform({ x0, y0, x1, y1 }: Edges, isFlipped = false): string {
  return element('a:xfrm', { flipV: isFlipped ? 1 : undefined }, place(x0, y0, x1, y1));
}

/** A group whose children lie on the slide's own scale. */
export function groupTransform({ x0, y0, x1, y1 }: Edges): string {
  const children =
    element('a:chOff', { x: x0, y: y0 }) + element('a:chExt', { cx: x1 - x0, cy: y1 - y0 });
  return element('a:xfrm', {}, place(x0, y0, x1, y1) + children);
}

function place(x0: number, y0: number, x1: number, y1: number): string {
  return element('a:off', { x: x0, y: y0 }) + element('a:ext', { cx: x1 - x0, cy: y1 - y0 });
}

export function unionOf(all: readonly Edges[]): Edges {
  return {
    x0: Math.min(...all.map(({ x0 }) => x0)),
    y0: Math.min(...all.map(({ y0 }) => y0)),
    x1: Math.max(...all.map(({ x1 }) => x1)),
    y1: Math.max(...all.map(({ y1 }) => y1)),
  };
}

/** In EMU, its sides in order whatever the scene says. */
/** In EMU, its sides in order whatever the scene says. */
export function emuEdges(part: SlidePart, edges: Edges): Edges {
  const [x0, y0] = [part.emu(edges.x0), part.emu(edges.y0)];
  return { x0, y0, x1: Math.max(x0, part.emu(edges.x1)), y1: Math.max(y0, part.emu(edges.y1)) };
}
