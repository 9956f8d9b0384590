import type { EventTable } from '../../model/event-table';
import { holds } from '../../query/row-set';
import { createTenorSampler } from '../../query/tenor';
import { tenorRecordOf } from '../../query/tenor-record';
import type { RowIndex } from '../../query/window';
import type { TenorPoint } from '../../scene/overview-tenor';
import { overviewTenorPoints } from '../../scene/overview-tenor-points';
import type { Span } from '../../time/day';
import { MOST_TENOR_ROWS } from './tenor-band';

/** The tenor's line under the overview's columns, for what the filter leaves. */
export function tenorPointsOf(
  table: EventTable,
  matching: RowIndex,
  strip: { readonly extent: Span; readonly widthPx: number },
): readonly TenorPoint[] {
  if (table.count > MOST_TENOR_ROWS) return [];
  const isIn = (row: number) => holds(matching.set, row);
  const sampler = createTenorSampler(tenorRecordOf(table, isIn));
  return overviewTenorPoints(sampler, strip.extent, strip.widthPx);
}
