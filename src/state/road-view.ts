import type { EventTable } from '../model/event-table';
import type { Road } from '../query/filter';
import { findRoad, spanOfRows } from '../query/road';
import type { Span } from '../time/day';
import { recordExtent, wholeSpan } from './record-extent';

/** Room at both ends for names, as a share of the road. */
const AIR = 0.08;
/** A road of one day is shown in its month. */
const LEAST_DAYS = 28;

/** The view that holds a whole road with air around it, within the record. Undefined where it has no event. */
export function viewOfRoad(table: EventTable, road: Road): Span | undefined {
  const span = spanOfRows(table, findRoad(table, road).rows);
  if (!span) return undefined;
  const days = span.endDay - span.startDay;
  const air = Math.max(days * AIR, (LEAST_DAYS - days) / 2, 1);
  const whole = wholeSpan(recordExtent(table.dataset));
  return {
    startDay: Math.max(whole.startDay, Math.floor(span.startDay - air)),
    endDay: Math.min(whole.endDay, Math.ceil(span.endDay + air)),
  };
}
