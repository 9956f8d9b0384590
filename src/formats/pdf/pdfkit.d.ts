/** As much of pdfkit as is used here. Its published types speak of Node's own, which pages do not have. */
declare module 'pdfkit' {
  /** An object of the file. Strings in `data` become names; `new String(…)` becomes a text. */
  interface PdfReference {
    readonly data: Record<string, unknown>;
    end(stream?: string | Uint8Array): void;
  }

  interface PdfPage {
    readonly dictionary: PdfReference;
    readonly ext_gstates: Record<string, PdfReference>;
    readonly fonts: Record<string, PdfReference>;
  }

  /** Content of a page between marks. */
  interface PdfContent {
    readonly refs: readonly unknown[];
  }

  interface PdfElementOptions {
    readonly title?: string;
    /** BCP 47. */
    readonly lang?: string;
    readonly alt?: string;
    /** What stands there, where the letters drawn do not say it. */
    readonly actual?: string;
    /** left, top, right, bottom, in points from the page's upper left corner. */
    readonly bbox?: readonly [number, number, number, number];
  }

  /** An element of the document's structure, as screen readers walk it. */
  interface PdfElement {
    add(child: PdfElement | PdfContent): this;
    end(): void;
  }

  interface PdfOutline {
    addItem(title: string): PdfOutline;
  }

  interface PdfGradient {
    stop(offset: number, colour: string): this;
  }

  interface PdfOptions {
    readonly autoFirstPage: boolean;
    readonly pdfVersion: '1.7';
    readonly tagged: boolean;
    readonly displayTitle: boolean;
    readonly lang: string;
    /** Null: no font to begin with. */
    readonly font: null;
    readonly margin: number;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export class PDFDocument {
    constructor(options: PdfOptions);
    readonly info: Record<string, string | Date>;
    readonly outline: PdfOutline;
    readonly page: PdfPage;
    /** The catalog. */
    readonly _root: PdfReference;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this;
    end(): void;
    ref(data?: Record<string, unknown>): PdfReference;
    addContent(operators: string): this;
    endMetadata(): void;

    save(): this;
    restore(): this;
    scale(factor: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, r: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): this;
    closePath(): this;
    clip(): this;
    fill(): this;
    stroke(): this;
    fillColor(colour: string | PdfGradient): this;
    strokeColor(colour: string | PdfGradient): this;
    opacity(opacity: number): this;
    lineWidth(width: number): this;
    lineCap(cap: 'butt' | 'round'): this;
    lineJoin(join: 'round'): this;
    dash(lengths: readonly number[]): this;
    undash(): this;
    linearGradient(x0: number, y0: number, x1: number, y1: number): PdfGradient;

    annotate(
      x: number,
      y: number,
      width: number,
      height: number,
      options: Readonly<Record<string, unknown>> & { readonly structParent: PdfElement },
    ): this;

    struct(type: string, options?: PdfElementOptions): PdfElement;
    addStructure(element: PdfElement): this;
    markStructureContent(tag: string): PdfContent;
    endMarkedContent(): this;
  }
}
