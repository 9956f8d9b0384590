import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf';
import type { DrawCall } from './recording-context';

/** What is drawn, and how: to compare a page with a canvas. */
export interface Drawing {
  readonly call: 'fill' | 'stroke' | 'clip' | 'text';
  /** Left, top, right, bottom in px of the scene; of a text its start on the baseline, twice. */
  readonly bounds: readonly number[];
  /** Undefined for a fade. */
  readonly colour: string | undefined;
  readonly alpha: number;
  readonly line: string | undefined;
}

interface State {
  fill: string | undefined;
  stroke: string | undefined;
  alpha: number;
  width: number;
  cap: number;
  dash: readonly number[];
  isMasked: boolean;
}

const CAPS = ['butt', 'round'];

/** All drawings of the first page, as PDF.js understands them; lengths before the page's own scale. */
export async function drawingsOfPdf(file: PDFDocumentProxy): Promise<Drawing[]> {
  const { fnArray, argsArray } = await (await file.getPage(1)).getOperatorList();
  const drawings: Drawing[] = [];
  const saved: State[] = [];
  let state: State = {
    fill: '#000000',
    stroke: '#000000',
    alpha: 1,
    width: 1,
    cap: 0,
    dash: [],
    isMasked: false,
  };
  let isClip = false;
  let depth = 0;
  let textAt: readonly number[] = [];
  const line = () => `${near(state.width)} ${CAPS[state.cap]} [${state.dash.map(near).join(' ')}]`;
  for (const [i, op] of fnArray.entries()) {
    const args = argsArray[i] as readonly unknown[];
    // What a mask is made of is no part of the picture.
    if (op === OPS.beginGroup) depth++;
    if (op === OPS.endGroup) depth--;
    if (depth > 0) continue;
    switch (op) {
      case OPS.save:
        saved.push({ ...state });
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        break;
      case OPS.setFillRGBColor:
        state.fill = String(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0]);
        break;
      case OPS.setFillColorN:
        state.fill = undefined;
        break;
      case OPS.setStrokeColorN:
        state.stroke = undefined;
        break;
      case OPS.setLineWidth:
        state.width = Number(args[0]);
        break;
      case OPS.setLineCap:
        state.cap = Number(args[0]);
        break;
      case OPS.setDash:
        state.dash = args[0] as number[];
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as readonly (readonly [string, unknown])[]) {
          if (key === 'ca') state.alpha = Number(value);
          if (key === 'SMask') state.isMasked = value !== false;
        }
        break;
      case OPS.clip:
        isClip = true;
        break;
      case OPS.constructPath: {
        const [paint, , box] = args as [number, unknown, Readonly<Record<string, number>>];
        const call = isClip ? 'clip' : paint === OPS.stroke ? 'stroke' : 'fill';
        const colour = call === 'stroke' ? state.stroke : state.fill;
        isClip = false;
        drawings.push({
          call,
          bounds: [0, 1, 2, 3].map((k) => box[k] ?? Number.NaN),
          colour: state.isMasked || call === 'clip' ? undefined : colour,
          alpha: call === 'clip' ? 1 : state.alpha,
          line: call === 'stroke' ? line() : undefined,
        });
        break;
      }
      case OPS.setTextMatrix: {
        const matrix = args[0] as Readonly<Record<string, number>>;
        textAt = [matrix[4] ?? 0, matrix[5] ?? 0];
        break;
      }
      case OPS.endText:
        drawings.push({
          call: 'text',
          bounds: [...textAt, ...textAt],
          colour: state.fill,
          alpha: state.alpha,
          line: undefined,
        });
        break;
    }
  }
  return drawings;
}

/** The same of what a canvas was told. */
export function drawingsOfCanvas(calls: readonly DrawCall[]): Drawing[] {
  return calls.map((draw) => {
    const isStroke = draw.call.startsWith('stroke');
    const style = isStroke ? draw.strokeStyle : draw.fillStyle;
    const isText = draw.call === 'fillText';
    const [, x, y] = draw.args;
    const call = isText ? 'text' : draw.call === 'clip' ? 'clip' : isStroke ? 'stroke' : 'fill';
    return {
      call,
      bounds: isText ? [x, y, x, y].map(Number) : boundsOf(String(draw.args[0])),
      colour: call === 'clip' || typeof style !== 'string' ? undefined : style.toLowerCase(),
      alpha: call === 'clip' ? 1 : draw.alpha,
      line: isStroke
        ? `${near(draw.lineWidth)} ${draw.cap} [${draw.dash.map(near).join(' ')}]`
        : undefined,
    };
  });
}

/** Of a path as the recording context writes it. */
function boundsOf(path: string): number[] {
  const xs: number[] = [];
  const ys: number[] = [];
  const add = (x: number, y: number) => {
    xs.push(x);
    ys.push(y);
  };
  let pen: readonly [number, number] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/(rect|circle|[MLCZ])([^a-zMLCZ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = rest.trim().split(' ').map(Number);
    if (command === 'rect') {
      add(a, b);
      add(a + c, b + d);
    } else if (command === 'circle') {
      add(a - c, b - c);
      add(a + c, b + c);
    } else if (command === 'C') {
      for (let t = 0; t <= 1; t += 1 / 256) {
        const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        add(p * pen[0] + q * a + r * c + s * e, p * pen[1] + q * b + r * d + s * f);
      }
      pen = [e, f];
    } else if (command !== 'Z') {
      add(a, b);
      pen = [a, b];
    }
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function near(value: number): string {
  return value.toFixed(2);
}

/** A gradient along x, as PDF.js understands it. */
export interface PdfFade {
  readonly x0: number;
  readonly x1: number;
  /** Offset and `#rrggbb`. */
  readonly colours: readonly (readonly [number, string])[];
}

/** The gradients that the first page is painted or masked with. */
export async function fadesOfPdf(file: PDFDocumentProxy): Promise<PdfFade[]> {
  const page = await file.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((op, i) => {
    if (op !== OPS.shadingFill) return [];
    const [id] = argsArray[i] as readonly [string];
    const [, , , colours, from, to] = page.objs.get(id) as readonly [
      string,
      string,
      unknown,
      PdfFade['colours'],
      readonly number[],
      readonly number[],
    ];
    return [{ x0: from[0] ?? Number.NaN, x1: to[0] ?? Number.NaN, colours }];
  });
}
