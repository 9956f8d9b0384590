import type { Dataset, EventState, RelationEvent } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';

/** What a table says of each of its rows. */
export function statesOf(table: EventTable): readonly EventState[] {
  return Array.from({ length: table.count }, (_, row) => {
    const state = table.stateOf(row);
    if (!state) throw new Error(`row ${row} has no state`);
    return state;
  });
}

/** The events of a dataset in a plain list. */
export function eventsOf(dataset: Dataset | undefined): readonly RelationEvent[] | undefined {
  return dataset && [...dataset.events];
}
