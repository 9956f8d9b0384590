import { type Day, dayOf } from '../time/day';
import { domainStyle } from './domain-style';
import { groupDigits } from './group-digits';
import type { Font, MeasureText, Shape, TextShape } from './scene';

/** Events a year by domain: `perDomain[d][i]` is the number in year `firstYear + i`. */
export interface YearCounts {
  readonly firstYear: number;
  readonly years: number;
  readonly perDomain: readonly ArrayLike<number>[];
}

interface ColumnsInput {
  readonly counts: YearCounts;
  /** Years that each count is of. */
  readonly each: number;
  readonly left: number;
  readonly right: number;
  /** Top of a column at its cap, and the foot of all columns. */
  readonly top: number;
  readonly base: number;
  readonly isSlim: boolean;
  /** Right end of title and note, which stand above the columns. */
  readonly headEnd: number;
  readonly measure: MeasureText;
  readonly xOfDay: (day: Day) => number;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly total: number;
  readonly isCut: boolean;
  /** Px from the strip's top. */
  readonly top: number;
}

const LEAST_CAP = 11;
const FEW = 8;
const WIDTH_SHARE = 0.84;
const GAP_PX = 0.5;
const SLANT_PX = 2.5;
const NUMBER: Font = { family: 'ui', sizePx: 10, weight: 400 };

/** A column a year, first domain on top; from 12 events on, more in a large record, it is cut aslant and its number stands beside it. */
export function overviewColumns(input: ColumnsInput): {
  readonly shapes: Shape[];
  /** Clear of the brush with its handles. */
  readonly numbers: (brush: Stretch) => TextShape[];
} {
  const totals = totalsOf(input.counts);
  const cap = capOf(totals);
  const shapes: Shape[] = [];
  const columns: Column[] = [];
  for (const [i, total] of totals.entries()) {
    const column = total === 0 ? undefined : columnOf(input, { i, total, cap });
    if (!column) continue;
    columns.push(column);
    shapes.push(...segments(input, column, i));
  }
  const highest = columns.filter((column) => column.isCut).toSorted((a, b) => b.total - a.total);
  return {
    shapes,
    numbers: (brush) => (input.isSlim ? [] : cutNumbers(input, { columns, highest, brush })),
  };
}

function totalsOf({ perDomain, years }: YearCounts): readonly number[] {
  return Array.from({ length: years }, (_, i) =>
    perDomain.reduce((sum, counts) => sum + (counts[i] ?? 0), 0),
  );
}

/** The total from which on a column is cut. Where most of many would be, the scale gives way: few are, however many events there are. */
function capOf(totals: readonly number[]): number {
  const rising = totals.filter((total) => total > 0).toSorted((a, b) => a - b);
  const at = (share: number) => rising[Math.floor(rising.length * share)] ?? 0;
  return rising.length < FEW || at(0.5) <= LEAST_CAP ? LEAST_CAP : at(0.95);
}

function columnOf(
  { counts, each, left, right, top, base, xOfDay }: ColumnsInput,
  { i, total, cap }: { readonly i: number; readonly total: number; readonly cap: number },
): Column | undefined {
  const year = counts.firstYear + i * each;
  const x = Math.max(left, xOfDay(dayOf(year, 1, 1)));
  const end = Math.min(right, xOfDay(dayOf(year + each, 1, 1)));
  if (end <= x) return undefined;
  const eventPx = (base - top) / cap;
  const width = Math.max(0.5, WIDTH_SHARE * (end - x));
  return { x, width, total, isCut: total > cap, top: base - Math.min(total, cap) * eventPx };
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
    const isCut = column.isCut && y - top < 0.01;
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

type Stretch = readonly [start: number, end: number];

/**
 * The highest column is numbered first: over its cut where the brush leaves room, else beside it, past whatever stands
 * there, rather not past another that is cut. Where nothing is free near by, the cut must do.
 */
function cutNumbers(
  input: ColumnsInput,
  { columns, highest, brush }: { columns: readonly Column[]; highest: Column[]; brush: Stretch },
): TextShape[] {
  const { top, headEnd, measure } = input;
  const over: Stretch[] = [
    [0, headEnd + 8],
    [brush[0], brush[0] + 8],
    [brush[1] - 8, brush[1]],
  ];
  const beside: Stretch[] = [brush];
  for (const { x, width, top: y } of columns) if (y < top + 10.5) beside.push([x, x + width]);
  const numbers: TextShape[] = [];
  for (const column of highest) {
    const text = groupDigits(column.total);
    const widthPx = measure(text, NUMBER);
    const middle = column.x + (column.width - widthPx) / 2;
    const isOver = isFree(middle, widthPx, over);
    const x = isOver
      ? middle
      : besideColumn(input, { column, widthPx, taken: beside, cut: highest });
    if (x === undefined) continue;
    (isOver ? over : beside).push([x, x + widthPx]);
    numbers.push(number(text, x, isOver ? top - 2 : top + 8.5));
  }
  return numbers;
}

function number(text: string, x: number, y: number): TextShape {
  return { kind: 'text', text, lang: 'en', x, y, font: NUMBER, ink: 'ink-3', align: 'start' };
}

function isFree(x: number, widthPx: number, taken: readonly Stretch[]): boolean {
  return taken.every(([start, end]) => x >= end + 1 || x + widthPx <= start - 1);
}

/** Left end of the nearest free stretch, 24 px away at most: farther off no one would know whose number it is. */
function besideColumn(
  { left, right }: ColumnsInput,
  search: { column: Column; widthPx: number; taken: readonly Stretch[]; cut: readonly Column[] },
): number | undefined {
  const { column, widthPx, taken, cut } = search;
  const [start, end] = [column.x, column.x + column.width];
  const places = [-1, 1]
    .map((way) => firstFree(way < 0 ? start : end, { way, widthPx, taken }))
    .filter((x) => x >= left && x + widthPx <= right)
    .filter((x) => Math.max(start - x - widthPx, x - end) <= FARTHEST_PX);
  const passes = (x: number): boolean =>
    cut.some(
      (other) => other !== column && other.x > Math.min(x, start) && other.x < Math.max(x, start),
    );
  return places.find((x) => !passes(x)) ?? places[0];
}

const FARTHEST_PX = 24;
const NUMBER_GAP_PX = 2;

function firstFree(
  from: number,
  { way, widthPx, taken }: { way: number; widthPx: number; taken: readonly Stretch[] },
): number {
  let x = way < 0 ? from - NUMBER_GAP_PX - widthPx : from + NUMBER_GAP_PX;
  for (let tries = 0; tries < taken.length; tries++) {
    const at = x;
    const hit = taken.find((stretch) => !isFree(at, widthPx, [stretch]));
    if (!hit) break;
    x = way < 0 ? hit[0] - NUMBER_GAP_PX - widthPx : hit[1] + NUMBER_GAP_PX;
  }
  return x;
}
