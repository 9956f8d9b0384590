import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Publication, PublishedPage } from '../../src/formats/publication';
import { writePptx } from '../../src/formats/write-pptx';
import { LIGHT } from '../../src/paint/palette';
import type { Scene, SceneNode } from '../../src/scene/scene';
import { elementsOf, parseXml, type XmlElement } from './xml-tree';

/** A PowerPoint file read back: every part parsed, by its path. */
export type PptxFile = ReadonlyMap<string, XmlElement>;

export function readPptx(bytes: Uint8Array): PptxFile {
  const files = Object.entries(unzipSync(bytes));
  return new Map(files.map(([name, content]) => [name, parseXml(strFromU8(content))]));
}

export function partOf(file: PptxFile, name: string): XmlElement {
  const part = file.get(name);
  if (!part) throw new Error(`no part ${name}`);
  return part;
}

export function slideOf(file: PptxFile, number = 1): XmlElement {
  return partOf(file, `ppt/slides/slide${number}.xml`);
}

/** What is wrong with the package as such, as sentences; empty where nothing is. */
export function packageFaults(file: PptxFile): string[] {
  const faults: string[] = [];
  const types = partOf(file, '[Content_Types].xml');
  const typed = new Set(elementsOf(types, 'Override').map((of) => of.attributes['PartName']));
  const endings = elementsOf(types, 'Default').map((of) => of.attributes['Extension'] ?? '');
  for (const name of typed) if (!file.has((name ?? '').slice(1))) faults.push(`${name} is lacking`);
  const reached = new Set<string>();
  for (const [name, root] of file) {
    if (name === '[Content_Types].xml') continue;
    const isRelations = name.endsWith('.rels');
    if (!isRelations && !typed.has(`/${name}`)) faults.push(`${name} has no type of its own`);
    if (!endings.some((ending) => name.endsWith(`.${ending}`))) faults.push(`${name} has no type`);
    if (!isRelations) faults.push(...openReferences(file, name, root));
    else for (const target of targetsOf(name, root)) reached.add(target);
  }
  for (const target of reached) if (!file.has(target)) faults.push(`${target} is not there`);
  for (const name of typed) {
    if (!reached.has((name ?? '').slice(1))) faults.push(`nothing refers to ${name}`);
  }
  return faults;
}

/** `ppt/slides/_rels/slide1.xml.rels` of `ppt/slides/slide1.xml`. */
export function relationsOf(file: PptxFile, name: string): readonly XmlElement[] {
  const { dir, base } = path.posix.parse(name);
  const relations = file.get(`${dir}/_rels/${base}.rels`);
  return relations ? elementsOf(relations, 'Relationship') : [];
}

function openReferences(file: PptxFile, name: string, root: XmlElement): string[] {
  const known = new Set(relationsOf(file, name).map((of) => of.attributes['Id']));
  return ['p:sldId', 'p:sldMasterId', 'p:notesMasterId', 'p:sldLayoutId', 'a:hlinkClick']
    .flatMap((element) => elementsOf(root, element))
    .map((element) => element.attributes['r:id'])
    .filter((id) => !known.has(id))
    .map((id) => `${name} refers to ${id}, which is not there`);
}

function targetsOf(relationsPath: string, root: XmlElement): string[] {
  const folder = path.posix.dirname(path.posix.dirname(relationsPath));
  return elementsOf(root, 'Relationship')
    .filter((of) => of.attributes['TargetMode'] !== 'External')
    .map((of) => path.posix.join(folder, of.attributes['Target'] ?? ''));
}

/** The text of a shape as a reader has it: runs joined, lines parted by a line feed. */
export function textOfShape(shape: XmlElement): string {
  return elementsOf(shape, 'a:p')
    .map((paragraph) =>
      paragraph.children
        .map((child) => {
          if (child.name === 'a:br') return '\n';
          return elementsOf(child, 'a:t')
            .map(({ text }) => text)
            .join('');
        })
        .join(''),
    )
    .join('\n');
}

/** Name and description of a shape or a group. */
export function namesOf(shape: XmlElement): { readonly name: string; readonly descr: string } {
  const named = shape.children[0]?.children[0];
  return { name: named?.attributes['name'] ?? '', descr: named?.attributes['descr'] ?? '' };
}

export interface EmuBox {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a shape or group lies, in EMU. */
export function boxOf(shape: XmlElement): EmuBox {
  const [xfrm] = elementsOf(shape, 'a:xfrm');
  const [off, ext] = xfrm?.children.map(({ attributes }) => attributes) ?? [];
  const [x, y] = [Number(off?.['x']), Number(off?.['y'])];
  return { x, y, right: x + Number(ext?.['cx']), bottom: y + Number(ext?.['cy']) };
}

export function publish(pages: readonly PublishedPage[], more: Partial<Publication> = {}) {
  const publication: Publication = {
    pages,
    title: 'A publication',
    lang: 'en',
    palette: LIGHT,
    pointsPerPx: 0.5,
    words: { sources: 'Sources' },
    ...more,
  };
  return publication;
}

export function pageOf(scene: Scene, more: Partial<PublishedPage> = {}): PublishedPage {
  return { scene, title: 'A page', alt: 'What it shows', sources: [], ...more };
}

/** The only slide of a file of so many nodes, on a page of 200 × 100 px at half a point a px. */
export async function slideWith(...nodes: readonly SceneNode[]): Promise<XmlElement> {
  const scene = { widthPx: 200, heightPx: 100, nodes };
  return slideOf(readPptx(await writePptx(publish([pageOf(scene)]))));
}
