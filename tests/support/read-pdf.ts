import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf';

/** Opens a PDF with PDF.js, as Firefox does. */
export async function openPdfFile(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // The reader takes the bytes away for good.
  return getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
}

/** A stretch of text where it stands: x and baseline in points from the lower left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The texts of a page in the order of the file; pages count from 1. */
export async function pdfItems(file: PDFDocumentProxy, page: number): Promise<PdfItem[]> {
  const { items } = await (await file.getPage(page)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str + (item.hasEOL ? ' ' : ''), x, y, width: item.width }];
  });
}

/** All text of a file as a reader copies it, lines joined with blanks. */
export async function pdfText(file: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let page = 1; page <= file.numPages; page++) {
    pages.push((await pdfItems(file, page)).map(({ text }) => text).join(''));
  }
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}

/** An element of the structure with its kinds and alternative texts; its text is that of all in it, in reading order. */
export interface PdfNode {
  readonly role: string;
  readonly alt: string | undefined;
  readonly lang: string | undefined;
  readonly text: string;
  readonly children: readonly PdfNode[];
}

/** The structure of a page. */
export async function pdfStructure(file: PDFDocumentProxy, page: number): Promise<PdfNode> {
  const proxy = await file.getPage(page);
  const { items } = await proxy.getTextContent({ includeMarkedContent: true });
  const textOf = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item ? item.id : undefined);
      continue;
    }
    const id = open.at(-1);
    if (id !== undefined) textOf.set(id, (textOf.get(id) ?? '') + item.str);
  }
  return toNode(await proxy.getStructTree(), textOf);
}

interface RawNode {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (RawNode | { readonly type: string; readonly id: string })[];
}

function toNode(raw: RawNode, textOf: ReadonlyMap<string, string>): PdfNode {
  const children: PdfNode[] = [];
  let text = '';
  for (const child of raw.children) {
    if (!('children' in child)) {
      text += textOf.get(child.id) ?? '';
      continue;
    }
    const node = toNode(child, textOf);
    children.push(node);
    text += node.text;
  }
  return { role: raw.role, alt: raw.alt, lang: raw.lang, text, children };
}
