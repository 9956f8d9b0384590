import { memoize } from '../../lib/memoize';
import { calendarOf } from '../../model/calendar';
import { createEventTable } from '../../model/create-event-table';
import type { Country, Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../query/filter';
import { rejectMasks } from '../../query/match';
import type { Day } from '../../time/day';
import { createFindRows } from './find-rows';

/** Tables, matches and search of a packed dataset, shared by what the worker does for it. */
export interface WorkerTables {
  /** By the calendar of a country's capital, or of each event's place. */
  tableOf: (asOfDay: Day, calendar?: Country) => EventTable;
  masksOf: (table: EventTable, filter: Filter) => Uint8Array;
  /** One byte for each row: 1 where the text is found. */
  find: (table: EventTable, text: string) => Uint8Array;
}

/** So many days, filters and texts are kept: enough for going to and fro. */
const KEPT = 2;

export const workerTablesOf = memoize((dataset: Dataset): WorkerTables => {
  const { packed } = dataset;
  if (!packed) throw new Error('only packed datasets have a worker');
  const find = memoize(createFindRows(packed), KEPT);
  // Filters come as copies, so they are told apart by what they say.
  const masksOf = memoize(
    (table: EventTable, said: string) => rejectMasks(table, JSON.parse(said) as Filter, { find }),
    KEPT,
  );
  const tableOn = memoize(
    (day: Day, country: Country | undefined) =>
      createEventTable(dataset, day, country === undefined ? undefined : calendarOf(country)),
    KEPT,
  );
  return {
    tableOf: (day, country) => tableOn(day, country),
    masksOf: (table, filter) => masksOf(table, JSON.stringify(filter)),
    find,
  };
});
