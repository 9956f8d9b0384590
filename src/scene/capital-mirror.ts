import type { Box, Group, SceneNode, Shape, TextShape } from './scene';
import type { Part } from './timeline-input';

/** From the middle of a text's letters to its baseline, as a share of its size. */
const BASELINE = 0.355;

/** A part turned over about a line: what stood on it hangs from it. Names stay upright, their first line on top. */
export function mirrorPart(part: Part, aboutY: number): Part {
  return {
    ...part,
    nodes: mirrorNodes(part.nodes, aboutY),
    hits: part.hits.map((hit) => ({ ...hit, box: mirrorBox(hit.box, aboutY) })),
    texts: (part.texts ?? []).map((box) => mirrorBox(box, aboutY)),
  };
}

function mirrorBox<B extends Box>(box: B, aboutY: number): B {
  return { ...box, y: 2 * aboutY - box.y - box.height };
}

function mirrorNodes(nodes: readonly SceneNode[], aboutY: number): SceneNode[] {
  const lines = nodes.filter((node): node is TextShape => node.kind === 'text');
  const middles = lines.map(middleOf);
  const placed = new Map(
    lines.map((line, i) => {
      // The lines of one name change places, else they would be read upwards.
      const middle = 2 * aboutY - (middles[lines.length - 1 - i] ?? 0);
      return [line, { ...line, y: middle + BASELINE * line.font.sizePx }];
    }),
  );
  const last = lines.at(-1);
  const signDy = last ? (placed.get(last)?.y ?? last.y) - last.y : 0;
  return nodes.map((node) => {
    if (node.kind === 'text') return placed.get(node) ?? node;
    if (node.kind === 'group') return mirrorGroup(node, aboutY);
    return isSign(node) ? shiftShape(node, signDy) : mirrorShape(node, aboutY);
  });
}

function mirrorGroup(group: Group, aboutY: number): Group {
  return { ...group, nodes: mirrorNodes(group.nodes, aboutY) };
}

function middleOf({ y, font }: TextShape): number {
  return y - BASELINE * font.sizePx;
}

type Drawn = Exclude<Shape, TextShape>;

function mirrorShape(shape: Drawn, aboutY: number): Shape {
  const turn = (y: number) => 2 * aboutY - y;
  if (shape.kind === 'rect') return mirrorBox(shape, aboutY);
  if (shape.kind === 'circle') return { ...shape, y: turn(shape.y) };
  return withYs(shape, turn);
}

/** The sign after a name goes with it. */
function isSign(shape: Drawn): boolean {
  return shape.fill === 'warn-tint' || shape.fill === 'warn' || shape.stroke?.ink === 'warn';
}

function shiftShape(shape: Drawn, dy: number): Shape {
  if (shape.kind === 'rect' || shape.kind === 'circle') return { ...shape, y: shape.y + dy };
  return withYs(shape, (y) => y + dy);
}

function withYs(shape: Extract<Drawn, { points: unknown }>, turn: (y: number) => number): Shape {
  const points = shape.points.map((value, i) => (i % 2 === 1 ? turn(value) : value));
  return { ...shape, points } as Shape;
}
