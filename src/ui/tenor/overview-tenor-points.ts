import type { EventTable } from '../../model/event-table';
import { holds } from '../../query/row-set';
import { createTenorSampler } from '../../query/tenor';
import { tenorRecordOf } from '../../query/tenor-record';
import type { RowIndex } from '../../query/window';
import type { TenorPoint } from '../../scene/overview-tenor';
import { overviewTenorPoints } from '../../scene/overview-tenor-points';
import type { Span } from '../../time/day';
import { type RemoteTenor, remoteTenorOf } from './remote-tenor';

/** The worker's tenor of a large set; undefined where there is no worker: then `tenorPointsOf` reckons it. */
export { remoteTenorOf };

export function remotePointsOf(
  remote: RemoteTenor,
  { extent, widthPx }: { readonly extent: Span; readonly widthPx: number },
): readonly TenorPoint[] {
  return overviewTenorPoints(remote, extent, widthPx);
}

/** The tenor's line under the overview's columns, for what the filter leaves. */
export function tenorPointsOf(
  table: EventTable,
  matching: RowIndex,
  strip: { readonly extent: Span; readonly widthPx: number },
): readonly TenorPoint[] {
  const isIn = (row: number) => holds(matching.set, row);
  const sampler = createTenorSampler(tenorRecordOf(table, isIn));
  return overviewTenorPoints(sampler, strip.extent, strip.widthPx);
}
