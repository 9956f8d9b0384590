import { type EventTable, OPEN_END_DAY } from '../model/event-table';
import { TENOR_PARTS, tenorParts } from '../model/tenor-code';
import { firstFrom } from './rows-in-span';
import { closeness, type TenorEstimate, tenorOfSums } from './tenor';
import { type RowTest, tenorEndOf, tenorStartOf } from './tenor-record';
import type { TenorWindow } from './tenor-window';

/** What one event adds to the value of a day. */
export interface TenorShare {
  readonly row: number;
  /** Of all weight, 0 to 1. */
  readonly share: number;
  /** −2 to 2. */
  readonly tenor: number;
}

export interface TenorMakeup {
  readonly estimate: TenorEstimate;
  /** Of all events with weight. */
  readonly rowCount: number;
  /** The strongest first, of equals the earlier. */
  readonly shares: readonly TenorShare[];
}

export interface TenorQuestion {
  readonly day: number;
  readonly window: TenorWindow;
  /** The same as the ribbon's. */
  readonly isIn?: RowTest | undefined;
  /** How many of the strongest are wanted. */
  readonly most: number;
}

/** The events that make up the value of a day. Undefined where no event has weight. O(n). */
export function findTenorMakeup(
  table: EventTable,
  question: TenorQuestion,
): TenorMakeup | undefined {
  const { day, isIn, most } = question;
  const half = question.window.days / 2;
  const end = firstFrom(table.startDay, table.count, day + half);
  const strongest: { readonly row: number; readonly weight: number }[] = [];
  const sums = { weight: 0, tenor: 0, squares: 0, weightSquares: 0 };
  let rowCount = 0;
  for (let row = 0; row < end; row++) {
    const start = tenorStartOf(table, row);
    if (start === OPEN_END_DAY || isIn?.(row) === false) continue;
    const k = closeness(day, start, tenorEndOf(table, row, start), half);
    if (k === 0) continue;
    const a = table.importance[row] ?? 0;
    const y = tenorParts(table.tenor[row]) ?? 0;
    rowCount++;
    sums.weight += k * a;
    sums.tenor += k * a * y;
    sums.squares += k * a * y * y;
    sums.weightSquares += k * a * a;
    const weight = k * a;
    if (strongest.length === most && weight <= (strongest.at(-1)?.weight ?? 0)) continue;
    const at = strongest.findIndex((other) => other.weight < weight);
    strongest.splice(at < 0 ? strongest.length : at, 0, { row, weight });
    strongest.length = Math.min(strongest.length, most);
  }
  const estimate = tenorOfSums(sums);
  return (
    estimate && {
      estimate,
      rowCount,
      shares: strongest.map(({ row, weight }) => ({
        row,
        share: weight / sums.weight,
        tenor: (tenorParts(table.tenor[row]) ?? 0) / TENOR_PARTS,
      })),
    }
  );
}

/** Of the events that make up the value of a day, the one that pulls it down the most; undefined where none is below 0. */
export function findLowMaker(
  table: EventTable,
  { day, window: { days }, isIn }: Omit<TenorQuestion, 'most'>,
): number | undefined {
  const half = days / 2;
  const end = firstFrom(table.startDay, table.count, day + half);
  let best: number | undefined;
  let strongest = 0;
  for (let row = 0; row < end; row++) {
    const y = tenorParts(table.tenor[row]) ?? 0;
    const start = y < 0 ? tenorStartOf(table, row) : OPEN_END_DAY;
    if (start === OPEN_END_DAY || isIn?.(row) === false) continue;
    const k = closeness(day, start, tenorEndOf(table, row, start), half);
    const pull = -y * (table.importance[row] ?? 0) * k;
    if (pull <= strongest) continue;
    strongest = pull;
    best = row;
  }
  return best;
}
