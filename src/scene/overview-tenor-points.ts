import type { TenorSampler } from '../query/tenor';
import { tenorWindowAt } from '../query/tenor-window';
import type { Span } from '../time/day';
import type { TenorPoint } from './overview-tenor';

/** The points of a strip that shows a span across so many px: the ribbon's own estimator, at the strip's scale. */
export function overviewTenorPoints(
  sampler: TenorSampler,
  extent: Span,
  widthPx: number,
): TenorPoint[] {
  const window = tenorWindowAt(widthPx / Math.max(1, extent.endDay - extent.startDay));
  const { first, count, stepDays, value } = sampler.samplesIn(extent, window);
  const last = Math.min(extent.endDay, sampler.asOfDay + 1);
  return Array.from({ length: count }, (_, i) => ({
    day: (first + i) * stepDays,
    value: Number.isNaN(value[i]) ? undefined : value[i],
  })).filter(({ day }) => day >= extent.startDay && day <= last);
}
