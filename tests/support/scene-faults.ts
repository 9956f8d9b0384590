import type { Box, MeasureText, Scene, SceneNode, Shape, TextShape } from '../../src/scene/scene';
import { textBox } from '../../src/scene/slide-text';

export interface Drawn {
  readonly eventId: string | undefined;
  readonly shape: Shape;
}

/** All shapes, each with the event to whose group it belongs. */
export function drawn(nodes: readonly SceneNode[], eventId?: string): Drawn[] {
  return nodes.flatMap((node): Drawn[] =>
    node.kind === 'group' ? drawn(node.nodes, node.eventId ?? eventId) : [{ eventId, shape: node }],
  );
}

export const isText = (shape: Shape): shape is TextShape => shape.kind === 'text';

export function overlap(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}

export function shapeBox(shape: Shape): Box | undefined {
  switch (shape.kind) {
    case 'circle':
      return {
        x: shape.x - shape.r,
        y: shape.y - shape.r,
        width: 2 * shape.r,
        height: 2 * shape.r,
      };
    case 'rect':
      return shape;
    case 'polygon': {
      const xs = shape.points.filter((_, i) => i % 2 === 0);
      const ys = shape.points.filter((_, i) => i % 2 === 1);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    }
    case 'curve':
    case 'text':
      return undefined;
  }
}

/** Where texts meet texts or marks of other events, or leave the page; empty where none does. */
export function collisionsIn(scene: Scene, measure: MeasureText): string[] {
  const all = drawn(scene.nodes);
  const texts = all
    .filter(({ shape }) => isText(shape))
    .map(({ eventId, shape }) => ({
      eventId,
      text: (shape as TextShape).text,
      box: textBox(shape as TextShape, measure),
    }));
  const marks = all.flatMap(({ eventId, shape }) => {
    const box = eventId && !isText(shape) ? shapeBox(shape) : undefined;
    return box ? [{ eventId, box }] : [];
  });
  const faults: string[] = [];
  const inOrder = texts.toSorted((a, b) => a.box.y - b.box.y);
  const marksInOrder = marks.toSorted((a, b) => a.box.y - b.box.y);
  inOrder.forEach((a, i) => {
    const { x, y, width, height } = a.box;
    if (x < 0 || y < 0 || x + width > scene.widthPx || y + height > scene.heightPx) {
      faults.push(`${a.text} leaves the page`);
    }
    for (let j = i + 1; j < inOrder.length; j++) {
      const b = inOrder[j];
      if (!b) break;
      if (b.box.y >= y + height) break;
      if (overlap(a.box, b.box)) faults.push(`${a.text} meets ${b.text}`);
    }
    for (const mark of marksInOrder) {
      if (mark.box.y >= y + height) break;
      if (mark.eventId !== a.eventId && overlap(a.box, mark.box)) {
        faults.push(`${a.text} covers the mark of ${mark.eventId}`);
      }
    }
  });
  return faults;
}
