import type { DenseColumn } from './density';
import { groupDigits } from './group-digits';
import type { Lane } from './lanes';
import type { Seat } from './place-names';
import { stemDay } from './place-stems';
import type { TextShape } from './scene';
import { columnBox, layoutNumber, NUMBER_FONT, NUMBER_GAP_PX } from './timeline-columns';
import type { Frame } from './timeline-input';
import type { EdgeFrame } from './timeline-names';

/**
 * So often a number may stand because a greater neighbour gave way to a yet greater one. Each time what decides lies one
 * number farther off, so that a few times leave it near the column, wherever the view is.
 */
const ROUNDS = 3;
const STEM_APART_PX = 2;

interface Numbered {
  readonly column: DenseColumn;
  readonly text: string;
  readonly middle: number;
  readonly halfPx: number;
}

interface NumbersInput {
  /** In view and somewhat beyond, in time order. */
  readonly columns: readonly DenseColumn[];
  readonly seats: readonly Seat[];
  readonly baseY: number;
  /** Whether a column is to have its number; left out: cut ones. */
  readonly isNumbered?: (column: DenseColumn) => boolean;
}

/** Numbers of cut columns: of two that would meet the greater one stands, and none is crossed by a name's stem. */
export function layoutDenseNumbers(
  frame: EdgeFrame & Pick<Frame, 'table' | 'xOf' | 'measure' | 'asOfX'>,
  lane: Pick<Lane, 'domainIndex'>,
  { columns, seats, baseY, isNumbered = ({ isPressed }) => isPressed }: NumbersInput,
): ReadonlyMap<DenseColumn, readonly TextShape[]> {
  const stems = seats.map(({ row }) => ({
    x: frame.xOf(stemDay(frame, row)),
    day: frame.table.startDay[row] ?? 0,
  }));
  const wanted: Numbered[] = [];
  for (const column of columns) {
    if (!isNumbered(column)) continue;
    const { x, width } = columnBox(frame, column, baseY);
    const text = groupDigits(column.count);
    const halfPx = frame.measure(text, NUMBER_FONT) / 2;
    const numbered = { column, text, middle: x + width / 2, halfPx };
    if (!isCrossed(numbered, stems)) wanted.push(numbered);
  }
  return new Map(
    keepGreatest(wanted).map(({ column, text, middle, halfPx }) => [
      column,
      layoutNumber(frame, lane, {
        text,
        middle,
        widthPx: 2 * halfPx,
        topY: baseY - column.heightPx,
      }),
    ]),
  );
}

/** A column's own stems begin over its number. */
function isCrossed(
  { column, middle, halfPx }: Numbered,
  stems: readonly { readonly x: number; readonly day: number }[],
): boolean {
  return stems.some(
    ({ x, day }) =>
      Math.abs(x - middle) < halfPx + STEM_APART_PX &&
      (day < column.startDay || day >= column.endDay),
  );
}

function keepGreatest(wanted: readonly Numbered[]): readonly Numbered[] {
  const kept: Numbered[] = [];
  let open = wanted;
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const now = open.filter((one, i) => isGreatest(open, i, one));
    kept.push(...now);
    open = open.filter((one) => !now.some((other) => meet(one, other)));
  }
  return kept;
}

/** Of those in time order that would meet the one at `at`. */
function isGreatest(all: readonly Numbered[], at: number, one: Numbered): boolean {
  for (const way of [-1, 1]) {
    for (let i = at + way; i >= 0 && i < all.length; i += way) {
      const other = all[i];
      if (!other || !mayMeet(one, other)) break;
      const isGreater =
        other.column.count > one.column.count ||
        (other.column.count === one.column.count && way < 0);
      if (isGreater && meet(one, other)) return false;
    }
  }
  return true;
}

function meet(a: Numbered, b: Numbered): boolean {
  return Math.abs(a.middle - b.middle) <= a.halfPx + b.halfPx + NUMBER_GAP_PX;
}

/** Beyond this no number is wide enough to meet. */
const MOST_NUMBER_PX = 90;

function mayMeet(a: Numbered, b: Numbered): boolean {
  return Math.abs(a.middle - b.middle) < MOST_NUMBER_PX;
}
