import type { PDFDocument, PdfElement } from 'pdfkit';
import type { Group, SceneNode, TextShape } from '../../scene/scene';
import { findTitleLines, type TitleLines } from './title-lines';

export interface TagOutlineInput {
  readonly doc: PDFDocument;
  readonly lang: string;
  /** Of the document. */
  readonly title: string;
  /** The label of the group that lists the sources. */
  readonly sourcesLabel: string;
}

/**
 * What a group of the scene is to those who are read to. A flow is text in lines: headings, paragraphs, numbered entries. A
 * count stands for events of a lane.
 */
type Kind = 'page' | 'head' | 'lane' | 'event' | 'count' | 'flow' | 'other';

/** A group on the way down to a text, with the elements begun in it. */
interface Place {
  readonly kind: Kind;
  readonly group: Group | undefined;
  /** Where its next text goes. */
  block: PdfElement | undefined;
  list: PdfElement | undefined;
  /** Texts met in it. */
  count: number;
  /** Its first texts, where they are one that was broken for want of room. */
  lines: TitleLines | undefined;
  /** The element of such a text; of a flow by event, since there each line is a group. */
  readonly wholes: Map<string, PdfElement>;
}

/** Elements for the texts of one page, told by the groups that they stand in. Made as they are met, in reading order. */
export class TagOutline {
  /** What comes before the picture, and after it. */
  readonly head: PdfElement[] = [];
  readonly rest: PdfElement[] = [];
  private readonly input: TagOutlineInput;
  private readonly places: Place[] = [place('page', undefined)];

  constructor(input: TagOutlineInput) {
    this.input = input;
  }

  enter(group: Group): void {
    const isInLane = this.places.at(-1)?.kind === 'lane';
    const kind = kindOf(group, this.input.sourcesLabel);
    const next = place(isInLane && kind === 'other' ? 'count' : kind, group);
    if (next.kind === 'event') next.lines = findTitleLines(group.label ?? '', textsOf(group));
    if (next.kind === 'head') next.lines = findTitleLines(this.input.title, textsOf(group));
    this.places.push(next);
  }

  leave(): void {
    this.places.pop();
  }

  /** In text, a mark begins an entry. */
  shape(): void {
    const here = this.places.at(-1);
    if (here?.kind === 'flow') here.block = undefined;
  }

  /** The element that holds the next text of the group at hand. */
  text(shape: TextShape): PdfElement {
    const here = this.places.at(-1) ?? place('page', undefined);
    here.count += 1;
    const block = this.blockOf(here, shape);
    return this.wholeOf(here, shape, block) ?? this.inLanguage(block, shape);
  }

  private blockOf(here: Place, shape: TextShape): PdfElement {
    switch (here.kind) {
      case 'head':
        if (here.count === 1) return (here.block = this.topLevel('H1', this.head));
        if (here.block && here.count <= (here.lines?.count ?? 1)) return here.block;
        return this.topLevel('P', this.head);
      case 'lane':
        return this.topLevel('H2', this.rest);
      case 'event':
      case 'count':
        return (here.block ??= this.eventBlock());
      case 'flow':
        return this.flowBlock(here, shape);
      case 'page':
        return this.topLevel('P', this.rest);
      case 'other':
        return (here.block ??= this.topLevel('P', this.rest));
    }
  }

  /** An item of its lane's list; in a flow, part of the entry at hand. */
  private eventBlock(): PdfElement {
    const around = this.places.findLast(({ kind }) => kind === 'lane' || kind === 'flow');
    if (around?.kind === 'flow') return (around.block ??= this.topLevel('P', this.rest));
    if (!around) return this.topLevel('P', this.rest);
    around.list ??= this.topLevel('L', this.rest);
    return this.child(this.child(around.list, 'LI'), 'LBody');
  }

  private flowBlock(here: Place, shape: TextShape): PdfElement {
    if (shape.font.weight >= HEADING_WEIGHT) {
      here.list = undefined;
      here.block = undefined;
      return this.topLevel('H2', this.rest);
    }
    if (shape.align === 'end') {
      here.list ??= this.topLevel('L', this.rest);
      const item = this.child(here.list, 'LI');
      const number = this.child(item, 'Lbl');
      here.block = this.child(item, 'LBody');
      return number;
    }
    return (here.block ??= this.topLevel('P', this.rest));
  }

  /** Where a text is one of several lines, or but a number, an element that says what they are together. */
  private wholeOf(here: Place, shape: TextShape, block: PdfElement): PdfElement | undefined {
    const { lines } = here;
    if (lines && here.count <= lines.count) {
      return this.wholeIn(here, { key: '', text: lines.text, block, shape });
    }
    const around = this.places.at(-2);
    const { eventId, label } = here.group ?? {};
    if (here.kind === 'count' && label !== undefined)
      return this.wholeIn(here, { key: '', text: label, block, shape });
    if (around?.kind !== 'flow' || eventId === undefined || label === undefined) return undefined;
    if (shape.role === 'source-number' || isWhole(shape.text, label)) return undefined;
    return this.wholeIn(around, { key: eventId, text: label, block, shape });
  }

  private wholeIn(
    at: Place,
    whole: {
      readonly key: string;
      readonly text: string;
      readonly block: PdfElement;
      readonly shape: TextShape;
    },
  ): PdfElement {
    const { key, text, block, shape } = whole;
    let element = at.wholes.get(key);
    if (!element) {
      element = this.child(block, 'Span', { actual: text, ...this.langOf(shape) });
      at.wholes.set(key, element);
    }
    return element;
  }

  private inLanguage(block: PdfElement, shape: TextShape): PdfElement {
    const lang = this.langOf(shape);
    return lang.lang === undefined ? block : this.child(block, 'Span', lang);
  }

  private langOf({ lang }: TextShape): { readonly lang?: string } {
    return lang === this.input.lang ? {} : { lang };
  }

  private topLevel(type: string, list: PdfElement[]): PdfElement {
    const element = this.input.doc.struct(type);
    list.push(element);
    return element;
  }

  private child(
    parent: PdfElement,
    type: string,
    options: { readonly actual?: string; readonly lang?: string } = {},
  ): PdfElement {
    const element = this.input.doc.struct(type, options);
    parent.add(element);
    return element;
  }
}

/** From here on a text of a flow is a heading. */
const HEADING_WEIGHT = 650;

function place(kind: Kind, group: Group | undefined): Place {
  return {
    kind,
    group,
    block: undefined,
    list: undefined,
    count: 0,
    lines: undefined,
    wholes: new Map(),
  };
}

function kindOf({ eventId, label = '' }: Group, sourcesLabel: string): Kind {
  if (eventId !== undefined) return 'event';
  if (label === 'head') return 'head';
  if (label === sourcesLabel || label.startsWith('column ')) return 'flow';
  return label.startsWith('lane ') ? 'lane' : 'other';
}

function textsOf(group: Group): string[] {
  return group.nodes.flatMap((node: SceneNode) => (node.kind === 'text' ? [node.text] : []));
}

function isWhole(line: string, whole: string): boolean {
  return line.trim() === whole.trim();
}
