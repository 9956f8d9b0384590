import type { Dataset, RelationEvent } from './dataset';

/** An event by its id, whatever the day. */
export function findEvent({ events }: Dataset, id: string): RelationEvent | undefined {
  if (events.indexOfId) return events.at(events.indexOfId(id) ?? events.length);
  for (const event of events) if (event.id === id) return event;
  return undefined;
}
