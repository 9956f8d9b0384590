import type { Box, Group, MeasureText, SceneNode, TextShape } from './scene';

const CLEAR_PX = 3;

/** Where the labels of the axis stand. */
export function labelBoxes(axis: Group, measure: MeasureText): Box[] {
  return axis.nodes.flatMap((node) => (node.kind === 'text' ? [boxOf(node, measure)] : []));
}

/** The axis without the labels of which a cover would leave but a part to be seen. */
export function withoutCovered(axis: Group, covers: readonly Box[], measure: MeasureText): Group {
  const isClear = (node: SceneNode) =>
    node.kind !== 'text' || !covers.some((cover) => boxesMeet(boxOf(node, measure), cover));
  return { ...axis, nodes: axis.nodes.filter(isClear) };
}

/** Whether two boxes meet, or nearly so from left or right. */
export function boxesMeet(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + CLEAR_PX &&
    b.x < a.x + a.width + CLEAR_PX &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

/** The axis writes from left to right only. */
function boxOf({ text, x, y, font }: TextShape, measure: MeasureText): Box {
  return {
    x,
    y: y - 0.75 * font.sizePx,
    width: measure(text, font),
    height: 0.96 * font.sizePx,
  };
}
