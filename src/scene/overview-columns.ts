import { type Day, dayOf } from '../time/day';
import { domainStyle } from './domain-style';
import type { YearCounts } from './overview';
import type { Font, MeasureText, Shape, TextShape } from './scene';

interface ColumnsInput {
  readonly counts: YearCounts;
  readonly left: number;
  readonly right: number;
  /** Top of a column at its cap, and the foot of all columns. */
  readonly top: number;
  readonly base: number;
  readonly isSlim: boolean;
  /** The brush with its handles, which numbers keep clear of. */
  readonly avoid: readonly [number, number];
  readonly measure: MeasureText;
  xOfDay(day: Day): number;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly total: number;
  /** Px from the strip's top. */
  readonly top: number;
}

const CAP = 11;
const WIDTH_SHARE = 0.84;
const GAP_PX = 0.5;
const SLANT_PX = 2.5;
const NUMBER: Font = { family: 'ui', sizePx: 10, weight: 400 };

/** A column a year, first domain on top; from 12 events on it is cut aslant and its number stands beside it. */
export function overviewColumns(input: ColumnsInput): { shapes: Shape[]; numbers: TextShape[] } {
  const { counts } = input;
  const shapes: Shape[] = [];
  const columns: Column[] = [];
  for (let i = 0; i < counts.years; i++) {
    const column = columnOf(input, i);
    if (!column) continue;
    columns.push(column);
    shapes.push(...segments(input, column, i));
  }
  return { shapes, numbers: input.isSlim ? [] : cutNumbers(input, columns) };
}

function columnOf(
  { counts, left, right, top, base, xOfDay }: ColumnsInput,
  i: number,
): Column | undefined {
  const total = counts.perDomain.reduce((sum, years) => sum + (years[i] ?? 0), 0);
  if (total === 0) return undefined;
  const year = counts.firstYear + i;
  const x = Math.max(left, xOfDay(dayOf(year, 1, 1)));
  const end = Math.min(right, xOfDay(dayOf(year + 1, 1, 1)));
  if (end <= x) return undefined;
  const eventPx = (base - top) / CAP;
  const width = Math.max(0.5, WIDTH_SHARE * (end - x));
  return { x, width, total, top: base - Math.min(total, CAP) * eventPx };
}

function segments({ counts, base }: ColumnsInput, column: Column, i: number): Shape[] {
  const { x, width, total, top } = column;
  const eventPx = (base - top) / total;
  const shapes: Shape[] = [];
  let foot = base;
  for (let d = counts.perDomain.length - 1; d >= 0; d--) {
    const count = counts.perDomain[d]?.[i] ?? 0;
    if (count === 0) continue;
    const height = count * eventPx;
    const y = foot - height;
    foot = y;
    const fill = domainStyle(d).mark;
    const isCut = total > CAP && y - top < 0.01;
    if (isCut) {
      const drop = Math.min(SLANT_PX, height - GAP_PX);
      const low = y + height - GAP_PX;
      const points = [x, y + drop, x + width, y, x + width, low, x, low];
      shapes.push({ kind: 'polygon', points, closed: true, fill });
    } else {
      shapes.push({ kind: 'rect', x, y, width, height: Math.max(0.5, height - GAP_PX), fill });
    }
  }
  return shapes;
}

/** Each number goes left of its column, at its top, past whatever stands there; else right; else it is left out. */
function cutNumbers(input: ColumnsInput, columns: readonly Column[]): TextShape[] {
  const { top, avoid, left, right, measure } = input;
  const y = top + 8.5;
  const taken: [number, number][] = columns
    .filter((column) => column.top < y + 2)
    .map(({ x, width }) => [x, x + width]);
  taken.push([avoid[0], avoid[1]]);
  const numbers: TextShape[] = [];
  for (const column of columns) {
    if (column.total <= CAP) continue;
    const text = String(column.total);
    const widthPx = measure(text, NUMBER);
    const x =
      freePlace({ from: column.x, widthPx, way: -1, taken, least: left, most: right }) ??
      freePlace({
        from: column.x + column.width,
        widthPx,
        way: 1,
        taken,
        least: left,
        most: right,
      });
    if (x === undefined) continue;
    taken.push([x, x + widthPx]);
    numbers.push({
      kind: 'text',
      text,
      lang: 'en',
      x,
      y,
      font: NUMBER,
      ink: 'ink-3',
      align: 'start',
    });
  }
  return numbers;
}

interface Search {
  readonly from: number;
  readonly widthPx: number;
  readonly way: -1 | 1;
  readonly taken: readonly (readonly [number, number])[];
  readonly least: number;
  readonly most: number;
}

/** Left end of the nearest free stretch on one side, 24 px away at most: farther off no one would know whose it is. */
function freePlace({ from, widthPx, way, taken, least, most }: Search): number | undefined {
  const gapPx = 2;
  let x = way < 0 ? from - gapPx - widthPx : from + gapPx;
  for (let tries = 0; tries < 8; tries++) {
    const at = x;
    const hit = taken.find(([start, end]) => at < end + 1 && at + widthPx > start - 1);
    if (!hit) return x >= least && x + widthPx <= most ? x : undefined;
    x = way < 0 ? hit[0] - gapPx - widthPx : hit[1] + gapPx;
    const off = way < 0 ? from - (x + widthPx) : x - from;
    if (off > 24) return undefined;
  }
  return undefined;
}
