import type { Box, FadeFill, Ink, SceneNode, Shape } from './scene';

/** A node so many px farther to the right and farther down, fades and clips and all. */
export function shiftNode<N extends SceneNode>(node: N, dx: number, dy: number): N;
export function shiftNode(node: SceneNode, dx: number, dy: number): SceneNode {
  if (node.kind === 'group') {
    const nodes = node.nodes.map((child) => shiftNode(child, dx, dy));
    return { ...node, ...(node.clip && { clip: shiftBox(node.clip, dx, dy) }), nodes };
  }
  const styled = dx === 0 ? node : withFadesShifted(node, dx);
  switch (styled.kind) {
    case 'polygon':
      return { ...styled, points: styled.points.map((value, i) => value + (i % 2 ? dy : dx)) };
    case 'curve': {
      const [x0, y0, ax, ay, bx, by, x1, y1] = styled.points;
      return {
        ...styled,
        points: [x0 + dx, y0 + dy, ax + dx, ay + dy, bx + dx, by + dy, x1 + dx, y1 + dy],
      };
    }
    case 'rect':
    case 'circle':
    case 'text':
      return { ...styled, x: styled.x + dx, y: styled.y + dy };
  }
}

export function shiftBox(box: Box, dx: number, dy: number): Box {
  return { ...box, x: box.x + dx, y: box.y + dy };
}

function withFadesShifted(shape: Shape, dx: number): Shape {
  if (shape.kind === 'text') return shape;
  const { fill, stroke } = shape;
  return {
    ...shape,
    ...(fill !== undefined && { fill: shiftFill(fill, dx) }),
    ...(stroke?.fade && { stroke: { ...stroke, fade: shiftFade(stroke.fade, dx) } }),
  };
}

function shiftFill(fill: Ink | FadeFill, dx: number): Ink | FadeFill {
  return typeof fill === 'string' ? fill : shiftFade(fill, dx);
}

function shiftFade(fade: FadeFill, dx: number): FadeFill {
  return { ...fade, x0: fade.x0 + dx, x1: fade.x1 + dx };
}
