import type { Seat } from './place-names';

/** A name with its place over columns and its place among marks, each missing where it is never asked for. */
export interface TileName {
  readonly row: number;
  readonly stem: Seat | undefined;
  readonly mark: Seat | undefined;
}

const SIDES = ['right', 'left', 'inside'] as const;
const NUMBERS = 7;
const NONE = -1;

/** Seven numbers a name: row, then row of the lane, side and form on its stem, then the same beside its mark. */
export function encodeTileNames(names: readonly TileName[]): Int32Array {
  const numbers = new Int32Array(names.length * NUMBERS);
  names.forEach(({ row, stem, mark }, i) => {
    numbers.set([row, ...encodeSeat(stem), ...encodeSeat(mark)], i * NUMBERS);
  });
  return numbers;
}

function encodeSeat(seat: Seat | undefined): readonly [number, number, number] {
  return seat ? [seat.laneRow, SIDES.indexOf(seat.side), seat.form] : [NONE, NONE, NONE];
}

export function decodeTileNames(numbers: Int32Array): readonly TileName[] {
  return Array.from({ length: numbers.length / NUMBERS }, (_, i) => {
    const at = i * NUMBERS;
    const row = numbers[at] ?? 0;
    return { row, stem: decodeSeat(numbers, at + 1, row), mark: decodeSeat(numbers, at + 4, row) };
  });
}

function decodeSeat(numbers: Int32Array, at: number, row: number): Seat | undefined {
  const side = SIDES[numbers[at + 1] ?? NONE];
  return side && { row, laneRow: numbers[at] ?? 0, side, form: numbers[at + 2] ?? 0 };
}
