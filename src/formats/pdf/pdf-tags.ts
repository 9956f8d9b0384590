import type { PDFDocument, PdfElement } from 'pdfkit';
import type { Box, Group, TextShape } from '../../scene/scene';
import { pdfString } from './pdf-string';
import { TagOutline, type TagOutlineInput } from './tag-outline';

export interface PdfTagsInput extends TagOutlineInput {
  readonly doc: PDFDocument;
  /** Of the whole document; the page becomes a section of it. */
  readonly root: PdfElement;
  readonly page: { readonly title: string; readonly alt: string };
  /** Width and height of the page in points. */
  readonly size: readonly [number, number];
}

/**
 * The structure of one page, for readers who do not see it: headings, a figure with its alternative text, each lane a list of
 * events in time order, the sources a list with links. All shapes are the figure's.
 */
export class PdfTags {
  private readonly input: PdfTagsInput;
  private readonly outline: TagOutline;
  private readonly figure: PdfElement;
  private isInShape = false;
  /** The last link, which goes on where the text goes on. */
  private link:
    | { readonly href: string; readonly parent: PdfElement; readonly element: PdfElement }
    | undefined;

  constructor(input: PdfTagsInput) {
    const [width, height] = input.size;
    this.input = input;
    this.outline = new TagOutline(input);
    this.figure = input.doc.struct('Figure', { alt: input.page.alt, bbox: [0, 0, width, height] });
  }

  enter(group: Group): void {
    this.outline.enter(group);
  }

  leave(): void {
    this.outline.leave();
  }

  beginShape(): void {
    this.outline.shape();
    if (this.isInShape) return;
    this.isInShape = true;
    this.figure.add(this.input.doc.markStructureContent('Figure'));
  }

  /** What is drawn until `endText` is this text; where it has an address, `box` becomes a link. */
  beginText(shape: TextShape, box: Box): void {
    this.endShape();
    const { doc } = this.input;
    const parent = this.outline.text(shape);
    const href = addressOf(shape.href);
    const element = href === undefined ? parent : this.linkIn(parent, href);
    element.add(doc.markStructureContent('Span'));
    if (href === undefined) return;
    doc.annotate(box.x, box.y, box.width, box.height, {
      Subtype: 'Link',
      A: { S: 'URI', URI: pdfString(href) },
      Contents: pdfString(shape.text),
      structParent: element,
    });
  }

  endText(): void {
    this.input.doc.endMarkedContent();
  }

  /** Puts the page into the document. Has to come before the next page is begun. */
  end(): void {
    this.endShape();
    const { doc, root, page } = this.input;
    const section = doc.struct('Sect', { title: page.title });
    root.add(section);
    const { head, rest } = this.outline;
    for (const element of [...head, this.figure, ...rest]) section.add(element);
    section.end();
  }

  private endShape(): void {
    if (this.isInShape) this.input.doc.endMarkedContent();
    this.isInShape = false;
  }

  private linkIn(parent: PdfElement, href: string): PdfElement {
    if (this.link?.href !== href || this.link.parent !== parent) {
      const element = this.input.doc.struct('Link');
      parent.add(element);
      this.link = { href, parent, element };
    }
    return this.link.element;
  }
}

/** The address in letters that a PDF can hold, where it is one of the web. */
function addressOf(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
