import { element } from '../../paint/xml';
import type { PublishedPage } from '../publication';
import { drawShape } from './draw-shape';
import { drawText, plainText } from './draw-text';
import { type Drawn, groupTransform, named, unionOf } from './drawing';
import { solidFill } from './fill';
import { NAMESPACES } from './parts';
import type { SlidePart } from './slide-part';
import { blocksOf, groundOf, type SlideNode, slideNodes, titleOf } from './slide-tree';
import type { TextBlock } from './text-blocks';
import { addressOfBlock } from './text-runs';

type GroupNode = SlideNode & { kind: 'group' };

interface Drawing {
  readonly part: SlidePart;
  /** Written as the slide's title, apart from the other texts. */
  readonly title: TextBlock | undefined;
  /** The group that says what the whole slide shows. */
  readonly described: GroupNode | undefined;
  readonly alt: string;
}

const NO_PLACE =
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/**
 * A page as the XML of a slide: background, title, then all else in the order in which it is painted, which is also that
 * in which it is read out. The first group, which lies under the others, is described by the page's alt text.
 */
export function slideXml(part: SlidePart, { scene, alt, title: name }: PublishedPage): string {
  const nodes = slideNodes(scene, part.measure);
  part.list(new Set(blocksOf(nodes).flatMap((block) => addressOfBlock(block) ?? [])));
  const title = titleOf(nodes);
  const described = nodes.find((node) => node.kind === 'group');
  const drawing: Drawing = { part, title, described, alt };
  const root = element('p:cNvPr', { id: 1, name, descr: described ? undefined : alt });
  const tree = [
    `<p:nvGrpSpPr>${root}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>${NO_PLACE}`,
    title ? drawText(part, title, { isTitle: true }).xml : titleAside(part, name),
    ...drawNodes(drawing, nodes, name).map(({ xml }) => xml),
  ];
  const ground = solidFill(part, groundOf(scene) ?? 'canvas', 1);
  const background = `<p:bg><p:bgPr>${ground}<a:effectLst/></p:bgPr></p:bg>`;
  const content = background + element('p:spTree', {}, tree.join(''));
  const colours = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
  return element('p:sld', NAMESPACES, element('p:cSld', {}, content) + colours);
}

/** A page that writes no text still has a title in the outline: above the slide, where none sees it. */
function titleAside(part: SlidePart, text: string): string {
  const line = plainText(part, text, -20);
  return drawText(part, { lines: [[line]] }, { isTitle: true }).xml;
}

function drawNodes(drawing: Drawing, nodes: readonly SlideNode[], owner: string): Drawn[] {
  return nodes.flatMap((node): readonly Drawn[] => {
    switch (node.kind) {
      case 'shape':
        return [drawShape(drawing.part, node.shape, { owner, opacity: node.opacity })];
      case 'text':
        return node.block === drawing.title ? [] : [drawText(drawing.part, node.block)];
      case 'group':
        return drawGroup(drawing, node);
    }
  });
}

function drawGroup(drawing: Drawing, group: GroupNode): readonly Drawn[] {
  const { part, described, alt } = drawing;
  const { label } = group;
  const names = named(part, { name: label, descr: group === described ? alt : label });
  const children = drawNodes(drawing, group.nodes, label);
  if (children.length === 0) return [];
  const edges = unionOf(children.map((child) => child.edges));
  const head = element('p:nvGrpSpPr', {}, `${names}<p:cNvGrpSpPr/><p:nvPr/>`);
  const place = element('p:grpSpPr', {}, groupTransform(edges));
  const xml = element('p:grpSp', {}, head + place + children.map((child) => child.xml).join(''));
  return [{ xml, edges }];
}
