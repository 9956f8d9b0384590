import type { CadenceGap } from '../../query/cadence';

export const GAP_COLUMNS = ['days', 'from', 'to'] as const;
export type GapColumn = (typeof GAP_COLUMNS)[number];

export interface GapOrder {
  readonly column: GapColumn;
  readonly isDescending: boolean;
}

/** By length, or in time; equally long ones in time. */
export function sortGaps(
  gaps: readonly CadenceGap[],
  { column, isDescending }: GapOrder,
): readonly CadenceGap[] {
  const sign = isDescending ? -1 : 1;
  const key = (gap: CadenceGap) => (column === 'days' ? gap.days : gap[column].day);
  return gaps.toSorted((a, b) => sign * (key(a) - key(b)));
}
