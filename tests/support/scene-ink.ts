import type {
  Box,
  Ink,
  MeasureText,
  Scene,
  SceneNode,
  Shape,
  TextShape,
} from '../../src/scene/scene';

/** A shape as it shows: its box is cut by the clips around it. */
export interface Inked<S extends Shape = Shape> {
  readonly shape: S;
  readonly box: Box;
  readonly eventId: string | undefined;
  /** Label of the innermost group that has one. */
  readonly label: string;
  /** Place in painter's order. */
  readonly order: number;
}

interface Around {
  readonly eventId: string | undefined;
  readonly label: string;
  readonly clip: Box;
}

/** Every shape of a scene that can be seen, in painter's order. */
export function inkOf(scene: Scene, measure: MeasureText): Inked[] {
  const found: Inked[] = [];
  const visit = (node: SceneNode, around: Around): void => {
    if (node.kind !== 'group') {
      const box = meet(boxOf(node, measure), around.clip);
      const { eventId, label } = around;
      if (box) found.push({ shape: node, box, eventId, label, order: found.length });
      return;
    }
    const clip = node.clip ? meet(node.clip, around.clip) : around.clip;
    if (!clip) return;
    const inside = {
      eventId: node.eventId ?? around.eventId,
      label: node.label ?? around.label,
      clip,
    };
    for (const child of node.nodes) visit(child, inside);
  };
  const clip = { x: 0, y: 0, width: scene.widthPx, height: scene.heightPx };
  for (const node of scene.nodes) visit(node, { eventId: undefined, label: '', clip });
  return found;
}

export function textsOf(inked: readonly Inked[]): Inked<TextShape>[] {
  return inked.filter((each): each is Inked<TextShape> => each.shape.kind === 'text');
}

const SURFACES: ReadonlySet<Ink> = new Set(['canvas', 'ahead', 'bg', 'panel']);

/** What is drawn of events, but for texts and halos. */
export function marksOf(inked: readonly Inked[]): Inked[] {
  return inked.filter(({ shape, eventId }) => {
    if (shape.kind === 'text' || eventId === undefined) return false;
    const isSurface = typeof shape.fill === 'string' && SURFACES.has(shape.fill);
    return !(isSurface && shape.stroke === undefined);
  });
}

/** By how many px two boxes overlap in the direction in which they overlap less; 0 or less where they don't. */
export function overlapPx(a: Box, b: Box): number {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(x, y);
}

/** Pairs that overlap by more than `slackPx`, said so that a failing test can be read. O(n log n) and the pairs near in x. */
export function overlapsOf(
  first: readonly Inked[],
  second: readonly Inked[],
  slackPx: number,
): string[] {
  const sorted = second.toSorted((a, b) => a.box.x - b.box.x);
  const found: string[] = [];
  for (const a of first) {
    for (const b of sorted) {
      if (b.box.x >= a.box.x + a.box.width) break;
      // Of two texts each pair is met twice.
      if (a === b || (a.shape.kind === b.shape.kind && b.order < a.order)) continue;
      // A name stands in its own span.
      if (a.shape.kind !== b.shape.kind && a.eventId === b.eventId) continue;
      if (isOverHalo(a, b)) continue;
      if (overlapPx(a.box, b.box) > slackPx) found.push(`${said(a)} meets ${said(b)}`);
    }
  }
  return found;
}

/** All texts and marks that stand where they should not, in words. */
export function faultsIn(scene: Scene, measure: MeasureText): string[] {
  const inked = inkOf(scene, measure);
  const texts = textsOf(inked);
  return [...overlapsOf(texts, texts, 0.5), ...overlapsOf(texts, marksOf(inked), 0.5)];
}

/** A thin line may pass under letters whose halo keeps it from them. */
function isOverHalo(text: Inked, line: Inked): boolean {
  if (text.shape.kind !== 'text' || !text.shape.halo) return false;
  return (
    line.shape.kind !== 'text' &&
    Math.min(line.box.width, line.box.height) <= 3 &&
    line.order < text.order
  );
}

function said({ shape, box, eventId, label }: Inked): string {
  const what = shape.kind === 'text' ? `“${shape.text}”` : shape.kind;
  const place = [box.x, box.y, box.width, box.height].map((n) => Math.round(n * 10) / 10).join(' ');
  return `${what} of ${eventId ?? label} (${place})`;
}

function boxOf(shape: Shape, measure: MeasureText): Box {
  switch (shape.kind) {
    case 'rect':
      return shape;
    case 'circle':
      return {
        x: shape.x - shape.r,
        y: shape.y - shape.r,
        width: 2 * shape.r,
        height: 2 * shape.r,
      };
    case 'polygon':
    case 'curve':
      return boxOfPoints(shape.points);
    case 'text':
      return boxOfText(shape, measure);
  }
}

function boxOfPoints(points: readonly number[]): Box {
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  // A straight line has no height: it takes the room of its stroke.
  const width = Math.max(1, Math.max(...xs) - x);
  return { x, y, width, height: Math.max(1, Math.max(...ys) - y) };
}

/** From the height of a capital to the foot of a “g”. */
function boxOfText({ text, x, y, font, align }: TextShape, measure: MeasureText): Box {
  const width = measure(text, font);
  const shift = align === 'start' ? 0 : align === 'middle' ? width / 2 : width;
  return { x: x - shift, y: y - 0.75 * font.sizePx, width, height: 0.96 * font.sizePx };
}

function meet(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
