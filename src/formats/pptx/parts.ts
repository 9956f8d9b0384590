import { strToU8, zipSync } from 'fflate';
import { element, escapeXml } from '../../paint/xml';

/** One file of the package. */
export interface Part {
  /** From the package's root, without a slash before it: `ppt/slides/slide1.xml`. */
  readonly path: string;
  readonly contentType: string;
  readonly xml: string;
  readonly relations?: Relations | undefined;
}

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces that every part of a presentation uses. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': OFFICE,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** What a part refers to: other parts of the package, and addresses outside. */
export class Relations {
  private readonly entries: string[] = [];
  private readonly idOfAddress = new Map<string, string>();

  /** The id of a part, whose path is relative to the folder of the part that refers to it. */
  toPart(kind: string, target: string): string {
    return this.add({ Type: kind.includes('/') ? kind : `${OFFICE}/${kind}`, Target: target });
  }

  /** The id of an address; the same one for the same address. */
  toAddress(address: string): string {
    const known = this.idOfAddress.get(address);
    if (known !== undefined) return known;
    const link = { Type: `${OFFICE}/hyperlink`, Target: address, TargetMode: 'External' };
    const id = this.add(link);
    this.idOfAddress.set(address, id);
    return id;
  }

  private add(attributes: Readonly<Record<string, string>>): string {
    const id = `rId${this.entries.length + 1}`;
    this.entries.push(element('Relationship', { Id: id, ...attributes }));
    return id;
  }

  toXml(): string {
    return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, this.entries.join(''));
  }
}

/** The package as a zip file: parts in the order given, no times, so that the same parts give the same bytes. */
export function zipParts(root: Relations, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', root.toXml()],
  ];
  for (const { path, xml, relations } of parts) {
    files.push([path, xml]);
    if (relations) files.push([relationsPath(path), relations.toXml()]);
  }
  const entries = files.map(([path, xml]) => [path, strToU8(DECLARATION + xml)] as const);
  // Zip files tell local time: this is the first day they know, in every zone.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash)}/_rels/${path.slice(slash + 1)}.rels`;
}

function contentTypes(parts: readonly Part[]): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ].map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const overrides = parts.map(({ path, contentType }) =>
    element('Override', { PartName: `/${path}`, ContentType: contentType }),
  );
  const xmlns = `${PACKAGE}/content-types`;
  return element('Types', { xmlns }, [...defaults, ...overrides].join(''));
}

/** An element that holds a text. */
export function textElement(name: string, text: string): string {
  return element(name, {}, escapeXml(text));
}
