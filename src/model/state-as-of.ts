import type { Day } from '../time/day';
import type { EventState, RelationEvent, Status } from './dataset';

/** The state of an event as it was known on a day; undefined while nothing was known of it. */
export function stateAsOf(event: RelationEvent, day: Day): EventState | undefined {
  return event.states.findLast(({ known }) => known <= day);
}

/** Whether a status is a forecast: such a final state, if it names no day, was always known. */
export function isForecast(status: Status): boolean {
  return status === 'scheduled' || status === 'expected' || status === 'possible';
}

/** Whether what a status speaks of is still to come; the postponed too, which has a past but no day yet. */
export function liesAhead(status: Status): boolean {
  return isForecast(status) || status === 'postponed';
}
