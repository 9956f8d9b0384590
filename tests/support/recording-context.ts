import type { PaintContext } from '../../src/paint/paint-canvas';

/** One drawing call with the state that counts for it. */
export interface DrawCall {
  readonly call: string;
  readonly args: readonly (number | string)[];
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly alpha: number;
  readonly font: string;
  readonly align: string;
  readonly dash: readonly number[];
  readonly lineWidth: number;
  readonly cap: string;
}

const DRAWS = new Set(['fill', 'stroke', 'fillRect', 'fillText', 'strokeText', 'clip']);
const STATE = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'globalAlpha',
  'font',
  'textAlign',
  'dash',
] as const;

/** A 2D context that draws nothing and writes down what it was told, `save` and `restore` included. */
export class RecordingContext implements PaintContext {
  fillStyle: unknown = '#000000';
  strokeStyle: unknown = '#000000';
  lineWidth = 1;
  lineCap: PaintContext['lineCap'] = 'butt';
  lineJoin: PaintContext['lineJoin'] = 'miter';
  globalAlpha = 1;
  textAlign: PaintContext['textAlign'] = 'start';
  textBaseline: PaintContext['textBaseline'] = 'alphabetic';
  lang = '';
  dash: readonly number[] = [];
  fontChanges = 0;
  readonly calls: DrawCall[] = [];
  readonly paths: string[] = [];
  readonly gradients: { x0: number; x1: number; stops: [number, string][] }[] = [];
  private fontValue = '10px sans-serif';
  private readonly saved: Record<string, unknown>[] = [];

  get font(): string {
    return this.fontValue;
  }
  set font(value: string) {
    this.fontChanges++;
    this.fontValue = value;
  }

  save(): void {
    this.saved.push(Object.fromEntries(STATE.map((name) => [name, this[name]])));
  }
  restore(): void {
    Object.assign(this, this.saved.pop());
  }
  createLinearGradient(x0: number, _y0: number, x1: number) {
    const stops: [number, string][] = [];
    this.gradients.push({ x0, x1, stops });
    return { addColorStop: (offset: number, colour: string) => void stops.push([offset, colour]) };
  }
  setLineDash(dash: number[]): void {
    this.dash = dash;
  }
  setTransform(...args: number[]): void {
    this.note('setTransform', args);
  }
  clearRect(...args: number[]): void {
    this.note('clearRect', args);
  }
  beginPath(): void {
    this.paths.length = 0;
  }
  closePath(): void {
    this.paths.push('Z');
  }
  moveTo(...args: number[]): void {
    this.paths.push(`M${args.join(' ')}`);
  }
  lineTo(...args: number[]): void {
    this.paths.push(`L${args.join(' ')}`);
  }
  bezierCurveTo(...args: number[]): void {
    this.paths.push(`C${args.join(' ')}`);
  }
  arc(x: number, y: number, r: number): void {
    this.paths.push(`circle ${x} ${y} ${r}`);
  }
  rect(...args: number[]): void {
    this.paths.push(`rect ${args.join(' ')}`);
  }
  roundRect(...args: number[]): void {
    this.paths.push(`rect ${args.join(' ')}`);
  }
  fillRect(...args: number[]): void {
    this.paths.length = 0;
    this.paths.push(`rect ${args.join(' ')}`);
    this.note('fillRect', [this.paths.join('')]);
  }
  clip(): void {
    this.note('clip', [this.paths.join('')]);
  }
  fill(): void {
    this.note('fill', [this.paths.join('')]);
  }
  stroke(): void {
    this.note('stroke', [this.paths.join('')]);
  }
  fillText(...args: (string | number)[]): void {
    this.note('fillText', args);
  }
  strokeText(...args: (string | number)[]): void {
    this.note('strokeText', args);
  }

  /** The calls that leave something on the canvas. */
  get draws(): DrawCall[] {
    return this.calls.filter(({ call }) => DRAWS.has(call));
  }

  private note(call: string, args: readonly (number | string)[]): void {
    this.calls.push({
      call,
      args,
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      alpha: this.globalAlpha,
      font: this.font,
      align: this.textAlign,
      dash: this.dash,
      lineWidth: this.lineWidth,
      cap: this.lineCap,
    });
  }
}
