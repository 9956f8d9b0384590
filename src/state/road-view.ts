import type { EventTable } from '../model/event-table';
import type { Road } from '../query/filter';
import { findRoad, spanOfRows } from '../query/road';
import type { Span } from '../time/day';
import { recordExtent, wholeSpan } from './record-extent';

/** Room at the ends, as shares of the road: most names stand to the right of their marks. */
const AIR = { before: 0.06, after: 0.5 };
/** A road of one day is shown in its month. */
const LEAST_DAYS = 28;

/** The view that holds a whole road with air around it, within the record. Undefined where it has no event. */
export function viewOfRoad(table: EventTable, road: Road): Span | undefined {
  const span = spanOfRows(table, findRoad(table, road).rows);
  if (!span) return undefined;
  const days = span.endDay - span.startDay;
  const least = Math.max(1, (LEAST_DAYS - days) / 2);
  const whole = wholeSpan(recordExtent(table.dataset));
  return {
    startDay: Math.max(
      whole.startDay,
      Math.floor(span.startDay - Math.max(least, days * AIR.before)),
    ),
    endDay: Math.min(whole.endDay, Math.ceil(span.endDay + Math.max(least, days * AIR.after))),
  };
}
