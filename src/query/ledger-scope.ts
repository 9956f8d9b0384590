import type { EventTable } from '../model/event-table';
import { idOf } from '../model/packed-ids';
import type { Span } from '../time/day';
import type { RowIndex } from './window';

/** Whether an event, by its place in the dataset, is among the rows that match and touches the span. */
export function eventsInView(
  table: EventTable,
  matching: Pick<RowIndex, 'has'>,
  span: Span,
): (eventIndex: number) => boolean {
  const { packed, events } = table.dataset;
  return (eventIndex) => {
    const id = packed ? idOf(packed, eventIndex) : events.at(eventIndex)?.id;
    const row = id === undefined ? undefined : table.rowOf(id);
    if (row === undefined || !matching.has(row)) return false;
    const isBefore = (table.endDay[row] ?? 0) <= span.startDay;
    return !isBefore && (table.startDay[row] ?? 0) < span.endDay;
  };
}
