import type { EventTable } from '../../model/event-table';
import type { Hit } from '../../scene/timeline-input';
import { clampView, viewOfEvents } from '../../scene/view-moves';
import type { Span } from '../../time/day';

/** Of a column's own time, at either side of it. */
const AIR_SHARE = 0.06;

export interface ViewLimits {
  readonly view: Span;
  readonly whole: Span;
}

/**
 * The view in which events that lie together part: for a column its own time, else the events with some air. Undefined
 * where they begin on one day or no closer view parts them; then they are to be listed.
 */
export function viewThatParts(
  { startDay, endDay }: Pick<EventTable, 'startDay' | 'endDay'>,
  { rows, span }: Pick<Extract<Hit, { kind: 'cluster' }>, 'rows' | 'span'>,
  { view, whole }: ViewLimits,
): Span | undefined {
  const dayOf = (row: number) =>
    span ? (startDay[row] ?? 0) : ((startDay[row] ?? 0) + (endDay[row] ?? 0)) / 2;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const day = dayOf(rows[i] ?? 0);
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (last - first < 1) return undefined;
  const target = span ? clampView(withAir(span), whole) : viewOfEvents([first, last], whole);
  return target && daysOf(target) < daysOf(view) ? target : undefined;
}

function withAir({ startDay, endDay }: Span): Span {
  const air = (endDay - startDay) * AIR_SHARE;
  return { startDay: startDay - air, endDay: endDay + air };
}

function daysOf({ startDay, endDay }: Span): number {
  return endDay - startDay;
}
