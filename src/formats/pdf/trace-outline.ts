import type { PDFDocument } from 'pdfkit';
import type { PathCommand } from '../fonts/loaded-face';
import { round } from './round';

type Point = readonly [x: number, y: number];

/** Traces the outlines of letters from where their text starts, in px. */
export function traceOutline(
  doc: PDFDocument,
  path: readonly PathCommand[],
  start: { readonly x: number; readonly y: number },
): void {
  let pen: Point = [start.x, start.y];
  for (const { type, values } of path) {
    const points = pointsOf(values, start);
    const [a = pen, b = pen, c = pen] = points;
    switch (type) {
      case 'M':
        doc.moveTo(...a);
        break;
      case 'L':
        doc.lineTo(...a);
        break;
      case 'Q':
        // PDF knows cubics only, and pdfkit's quadraticCurveTo writes one that is another curve.
        doc.bezierCurveTo(...towards(pen, a), ...towards(b, a), ...b);
        break;
      case 'C':
        doc.bezierCurveTo(...a, ...b, ...c);
        break;
      case 'Z':
        doc.closePath();
        break;
    }
    pen = points.at(-1) ?? pen;
  }
}

function pointsOf(values: readonly number[], { x, y }: { readonly x: number; readonly y: number }) {
  const points: Point[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) {
    points.push([round(x + (values[i] ?? 0)), round(y + (values[i + 1] ?? 0))]);
  }
  return points;
}

/** Two thirds of the way: the control of the cubic that is the same curve as a quadratic. */
function towards([x, y]: Point, [cx, cy]: Point): Point {
  return [round(x + (2 / 3) * (cx - x)), round(y + (2 / 3) * (cy - y))];
}
