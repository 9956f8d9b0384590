import type { Dataset, EventState } from './dataset';

/** A state as the record has it, of one that a table's calendar may have told anew. */
export function asRecorded({ events }: Dataset, told: EventState): EventState {
  return events.at(told.eventIndex)?.states[told.stateIndex] ?? told;
}
