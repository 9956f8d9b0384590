import type { Span } from '../time/day';
import { projectionOf } from './projection';
import type { Box, SceneNode } from './scene';
import { shiftBox, shiftNode } from './shift-node';
import type { SlidePlot } from './slide-mark';
import type { Band } from './timeline-input';

interface SlideBands {
  readonly bands: readonly Band[];
  readonly span: Span;
  readonly plot: SlidePlot;
  /** Where the bands over the lanes begin, and those under them. */
  readonly top: number;
  readonly bottom: number;
}

/** The strips over and under the lanes, on the slide's own scale. */
export function drawBands({ bands, span, plot, top, bottom }: SlideBands): {
  readonly nodes: readonly SceneNode[];
  readonly texts: readonly Box[];
} {
  const widthPx = plot.right - plot.left;
  const startDay = span.startDay - (plot.xOf(span.startDay) - plot.left) / plot.pxPerDay;
  const view = { startDay, endDay: startDay + widthPx / plot.pxPerDay };
  const { xOf } = projectionOf(view, widthPx);
  let [over, under] = [top, bottom];
  const parts = bands.map((band) => {
    const y = band.isBelow ? under : over;
    if (band.isBelow) under += band.heightPx;
    else over += band.heightPx;
    return band.layout({ view, widthPx, xOf, isStill: true }, y);
  });
  return {
    nodes: parts.flatMap(({ nodes }) => nodes.map((node) => shiftNode(node, plot.left, 0))),
    texts: parts.flatMap(({ texts }) => texts.map((box) => shiftBox(box, plot.left, 0))),
  };
}
