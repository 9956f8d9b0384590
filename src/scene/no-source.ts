import { type EventTable, FLAG } from '../model/event-table';
import type { MeasureText, Shape, TextShape } from './scene';

const SIDE_PX = 10;
const GAP_PX = 5;

/** What the sign takes after a name, its gap counted. */
export const NO_SOURCE_PX = GAP_PX + SIDE_PX;

export function hasNoSource(table: EventTable, row: number): boolean {
  return ((table.flags[row] ?? 0) & FLAG.noSource) !== 0;
}

export interface SignFrame {
  readonly table: EventTable;
  readonly measure: MeasureText;
  /** Of pages without sources. */
  readonly hidesNoSource?: boolean;
}

/** The lines of a name, and after the last one, where its event has no source, a warning triangle. */
export function signAfterName(
  { table, measure, hidesNoSource = false }: SignFrame,
  row: number,
  lines: readonly TextShape[],
): Shape[] {
  const last = lines.at(-1);
  if (!last || hidesNoSource || !hasNoSource(table, row)) return [...lines];
  const middle = last.y - MIDDLE * last.font.sizePx;
  if (last.align === 'start') {
    return [...lines, ...triangle(last.x + measure(last.text, last.font), middle)];
  }
  const x = last.x - NO_SOURCE_PX;
  return [...lines.slice(0, -1), { ...last, x }, ...triangle(x, middle)];
}

/** From the baseline to the middle of the letters, as a share of their size. */
const MIDDLE = 0.355;

/** After a text that ends at `x` and has its middle on `y`. */
function triangle(x: number, y: number): Shape[] {
  const [left, right] = [x + GAP_PX, x + NO_SOURCE_PX];
  const middle = (left + right) / 2;
  const [top, foot] = [y - 4.5, y + 4.5];
  return [
    {
      kind: 'polygon',
      points: [middle, top, right, foot, left, foot],
      closed: true,
      fill: 'warn-tint',
      stroke: { ink: 'warn', widthPx: 1.1 },
    },
    {
      kind: 'polygon',
      points: [middle, top + 3.2, middle, top + 5.6],
      closed: false,
      stroke: { ink: 'warn', widthPx: 1.2, cap: 'round' },
    },
    { kind: 'circle', x: middle, y: foot - 1.5, r: 0.7, fill: 'warn' },
  ];
}
