import type { MeasureText, Scene } from './scene';
import { shiftNode } from './shift-node';
import { placeFoot } from './slide-foot';
import { type LegendItem, layoutHead } from './slide-head';
import { pageStyle } from './slide-style';

export interface PrintPageInput {
  /** As on screen. */
  readonly picture: Scene;
  readonly title: string;
  readonly subtitle: string;
  readonly legend: readonly LegendItem[];
  readonly foot: { readonly wordmark: string; readonly left: string; readonly right: string };
  readonly lang: string;
  readonly measure: MeasureText;
}

/** What head and foot take of a page as wide as a picture with margins, in px. */
export function printFramePx(input: Omit<PrintPageInput, 'picture'>, pictureWidthPx: number) {
  const { head, foot, style } = frameOf(input, pictureWidthPx);
  return { marginPx: style.marginPx, heightPx: head.heightPx + foot.heightPx };
}

/** The picture on screen as a page: title and legend over it, what it is read from under it. */
export function layoutPrintPage({ picture, ...input }: PrintPageInput): Scene {
  const { widthPx: pictureWidthPx, heightPx: pictureHeightPx } = picture;
  const { head, foot, style } = frameOf(input, pictureWidthPx);
  const widthPx = pictureWidthPx + 2 * style.marginPx;
  const heightPx = Math.ceil(head.heightPx + pictureHeightPx + foot.heightPx);
  const place = { x: style.marginPx, y: head.heightPx };
  return {
    widthPx,
    heightPx,
    nodes: [
      { kind: 'rect', x: 0, y: 0, width: widthPx, height: heightPx, fill: 'canvas' },
      { kind: 'group', label: 'head', nodes: head.nodes },
      {
        kind: 'group',
        label: 'timeline',
        clip: { ...place, width: pictureWidthPx, height: pictureHeightPx },
        nodes: picture.nodes.map((node) => shiftNode(node, place.x, place.y)),
      },
      foot.draw(heightPx - foot.heightPx),
    ],
  };
}

/** A page is about as high as paper that lies across. */
const ACROSS = Math.SQRT2;

function frameOf(input: Omit<PrintPageInput, 'picture'>, pictureWidthPx: number) {
  const { title, subtitle, legend, foot, lang, measure } = input;
  const style = pageStyle(pictureWidthPx, pictureWidthPx / ACROSS);
  const framed = { ...style, widthPx: pictureWidthPx + 2 * style.marginPx };
  return {
    style: framed,
    head: layoutHead({ style: framed, title, subtitle, legend, lang, measure }),
    foot: placeFoot({ style: framed, ...foot, lang, measure }),
  };
}
