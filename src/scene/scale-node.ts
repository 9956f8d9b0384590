import type { Box, FadeFill, SceneNode, Shape, Stroke, TextShape } from './scene';

/** A node as large as `scale` says, from the origin: letters, lines and all. */
export function scaleNode(node: SceneNode, scale: number): SceneNode {
  if (node.kind === 'group') {
    const nodes = node.nodes.map((child) => scaleNode(child, scale));
    return { ...node, ...(node.clip && { clip: scaleBox(node.clip, scale) }), nodes };
  }
  if (node.kind === 'text') return scaleText(node, scale);
  return withStyleScaled(scaleShape(node, scale), scale);
}

type DrawnShape = Exclude<Shape, TextShape>;

function scaleShape(shape: DrawnShape, k: number): DrawnShape {
  switch (shape.kind) {
    case 'polygon':
      return { ...shape, points: shape.points.map((value) => value * k) };
    case 'curve': {
      const [x0, y0, ax, ay, bx, by, x1, y1] = shape.points;
      const points = [x0 * k, y0 * k, ax * k, ay * k, bx * k, by * k, x1 * k, y1 * k] as const;
      return { ...shape, points };
    }
    case 'rect': {
      const { radius } = shape;
      return { ...shape, ...scaleBox(shape, k), ...(radius && { radius: radius * k }) };
    }
    case 'circle':
      return { ...shape, x: shape.x * k, y: shape.y * k, r: shape.r * k };
  }
}

function scaleBox({ x, y, width, height }: Box, k: number): Box {
  return { x: x * k, y: y * k, width: width * k, height: height * k };
}

function scaleText(text: TextShape, k: number): TextShape {
  const { font, halo } = text;
  return {
    ...text,
    x: text.x * k,
    y: text.y * k,
    font: { ...font, sizePx: font.sizePx * k },
    ...(halo && { halo: { ...halo, widthPx: halo.widthPx * k } }),
  };
}

function withStyleScaled(shape: DrawnShape, k: number): DrawnShape {
  const { fill, stroke } = shape;
  return {
    ...shape,
    ...(typeof fill === 'object' && { fill: scaleFade(fill, k) }),
    ...(stroke && { stroke: scaleStroke(stroke, k) }),
  };
}

function scaleStroke(stroke: Stroke, k: number): Stroke {
  const { widthPx, dash, fade } = stroke;
  return {
    ...stroke,
    widthPx: widthPx * k,
    ...(dash && { dash: dash.map((px) => px * k) }),
    ...(fade && { fade: scaleFade(fade, k) }),
  };
}

function scaleFade(fade: FadeFill, k: number): FadeFill {
  return { ...fade, x0: fade.x0 * k, x1: fade.x1 * k };
}
