import type { Box, Ink, MeasureText, Scene, SceneNode, TextShape } from '../../scene/scene';
import { clipShape } from './clip-shape';
import { isText, type PathShape } from './path-shape';
import { splitFade } from './split-fade';
import { type TextBlock, textBlocks } from './text-blocks';

/** What a slide holds, in painter's order: clips and opacities worked in, texts joined. */
export type SlideNode =
  | { readonly kind: 'shape'; readonly shape: PathShape; readonly opacity: number }
  | { readonly kind: 'text'; readonly block: TextBlock }
  | {
      readonly kind: 'group';
      readonly label: string;
      readonly isEvent: boolean;
      readonly nodes: readonly SlideNode[];
    };

interface Place {
  readonly opacity: number;
  readonly clip: Box | undefined;
  readonly isOfEvent: boolean;
  readonly measure: MeasureText;
}

/** The scene without the ground that fills it, which a slide has of itself. */
export function slideNodes(scene: Scene, measure: MeasureText): readonly SlideNode[] {
  const nodes = groundOf(scene) ? scene.nodes.slice(1) : scene.nodes;
  return collect(nodes, { opacity: 1, clip: undefined, isOfEvent: false, measure });
}

/** The colour of a rectangle under all else that fills the page. */
export function groundOf({ nodes: [first], widthPx, heightPx }: Scene): Ink | undefined {
  if (first?.kind !== 'rect' || typeof first.fill !== 'string' || first.stroke) return undefined;
  const { x, y, width, height, opacity = 1, fill } = first;
  const fills = x <= 0 && y <= 0 && x + width >= widthPx && y + height >= heightPx;
  return fills && opacity === 1 ? fill : undefined;
}

function collect(nodes: readonly SceneNode[], place: Place): SlideNode[] {
  const found: SlideNode[] = [];
  let texts: TextShape[] = [];
  const endTexts = () => {
    for (const block of textBlocks(texts, place)) found.push({ kind: 'text', block });
    texts = [];
  };
  for (const node of nodes) {
    if (node.kind !== 'group' && isText(node)) {
      if (isWritten(node, place.clip)) texts.push(faded(node, place.opacity));
      continue;
    }
    endTexts();
    if (node.kind === 'group') found.push(...collectGroup(node, place));
    else found.push(...collectShape(node, place));
  }
  endTexts();
  return found;
}

/** Texts are never cut: one in a clip stands in whole where it begins inside. */
function isWritten({ text, x, y }: TextShape, clip: Box | undefined): boolean {
  if (text.trim() === '') return false;
  if (!clip) return true;
  return x >= clip.x && x <= clip.x + clip.width && y >= clip.y && y <= clip.y + clip.height;
}

function faded(text: TextShape, opacity: number): TextShape {
  return opacity === 1 ? text : { ...text, opacity: opacity * (text.opacity ?? 1) };
}

function collectShape(shape: PathShape, { clip, opacity }: Place): SlideNode[] {
  if (!shape.fill && !shape.stroke) return [];
  const pieces = clip ? clipShape(shape, clip) : [shape];
  return pieces.flatMap(splitFade).map((piece) => ({
    kind: 'shape',
    shape: piece,
    opacity: opacity * (piece.opacity ?? 1),
  }));
}

/** Groups without a name are there to clip or fade: their nodes are put where they stand. */
function collectGroup(group: SceneNode & { kind: 'group' }, place: Place): SlideNode[] {
  const isEvent = group.eventId !== undefined;
  const nodes = collect(group.nodes, {
    ...place,
    opacity: place.opacity * (group.opacity ?? 1),
    clip: common(place.clip, group.clip),
    isOfEvent: isEvent || place.isOfEvent,
  });
  const label = group.label ?? group.eventId;
  if (label === undefined || nodes.length === 0) return nodes;
  return [{ kind: 'group', label, isEvent, nodes }];
}

function common(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  return { x, y, width, height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) };
}

/** All texts of a page, in painter's order. */
export function blocksOf(nodes: readonly SlideNode[]): readonly TextBlock[] {
  return nodes.flatMap((node): readonly TextBlock[] => {
    if (node.kind === 'group') return blocksOf(node.nodes);
    return node.kind === 'text' ? [node.block] : [];
  });
}

/** The largest text of a page that names no event, the first of such: its title. */
export function titleOf(nodes: readonly SlideNode[]): TextBlock | undefined {
  let title: TextBlock | undefined;
  let sizePx = 0;
  const visit = (node: SlideNode) => {
    if (node.kind === 'group' && !node.isEvent) node.nodes.forEach(visit);
    if (node.kind !== 'text') return;
    const size = node.block.lines[0]?.[0].font.sizePx ?? 0;
    if (size <= sizePx) return;
    sizePx = size;
    title = node.block;
  };
  nodes.forEach(visit);
  return title;
}
