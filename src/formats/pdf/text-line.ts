import { round } from './round';

/** A letter as a font of the file knows it. */
export interface Code {
  readonly font: string;
  /** In hexadecimal. */
  readonly code: string;
  /** In thousandths of an em, as the font of the file has it. */
  readonly width: number;
}

/** In thousandths of an em: how far a letter may stand beside its place before it is moved there. */
const LEAST_MOVE = 0.5;

/** Letters of one size, as the operators that show them. y points down, as on the page that they are shown on. */
export class TextLine {
  private readonly sizePx: number;
  private readonly lines: string[] = [];
  private font = '';
  private y = 0;
  /** Where the next letter would stand. */
  private penX = 0;
  private parts: string[] = [];
  private codes = '';

  constructor(sizePx: number) {
    this.sizePx = sizePx;
  }

  add({ font, code, width }: Code, { x, y }: { readonly x: number; readonly y: number }): void {
    if (font !== this.font || y !== this.y || this.codes === '') this.begin(font, x, y);
    const em = this.sizePx / 1000;
    const move = Math.round(((x - this.penX) / em) * 10) / 10;
    if (Math.abs(move) >= LEAST_MOVE) {
      this.parts.push(`<${this.codes}> ${-move}`);
      this.codes = '';
      this.penX += move * em;
    }
    this.codes += code;
    this.penX += width * em;
  }

  operators(): readonly string[] {
    this.end();
    return this.lines;
  }

  private begin(font: string, x: number, y: number): void {
    this.end();
    if (font !== this.font) this.lines.push(`/${font} ${round(this.sizePx)} Tf`);
    this.lines.push(`1 0 0 -1 ${round(x)} ${round(y)} Tm`);
    this.font = font;
    this.y = y;
    this.penX = round(x);
  }

  private end(): void {
    if (this.codes !== '') this.lines.push(`[${[...this.parts, `<${this.codes}>`].join(' ')}] TJ`);
    this.parts = [];
    this.codes = '';
  }
}
