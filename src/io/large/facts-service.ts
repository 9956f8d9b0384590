import { memoize } from '../../lib/memoize';
import { createEventTable } from '../../model/create-event-table';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { countFacets } from '../../query/facets';
import type { Filter } from '../../query/filter';
import { yearCounts } from '../../query/histogram';
import { rejectMasks } from '../../query/match';
import type { Day } from '../../time/day';
import { createFindRows } from './find-rows';
import type { LargeWorker } from './protocol';

/** So many days, filters and texts are kept: enough for going to and fro. */
const KEPT = 2;

/** Facts and search for a packed dataset, in its worker. */
export function createFactsService(dataset: Dataset): Pick<LargeWorker, 'facts' | 'find'> {
  const { packed } = dataset;
  if (!packed) throw new Error('only packed datasets have a service');
  const tableOf = memoize((day: Day) => createEventTable(dataset, day), KEPT);
  const find = memoize(createFindRows(packed), KEPT);
  const years = memoize(yearCounts, KEPT);
  const masksOf = createMasks(find);
  return {
    facts: ({ asOfDay, filter, span, bins }) => {
      const table = tableOf(asOfDay);
      const masks = masksOf(table, filter);
      const { withPeople } = filter;
      const inSpan = countFacets({ table, masks, span, bins, withPeople });
      return Promise.resolve({ ...inSpan, years: years(table, masks) });
    },
    find: (asOfDay, text) => Promise.resolve(find(tableOf(asOfDay), text)),
  };
}

/** Filters come as copies, so they are told apart by what they say. */
function createMasks(
  find: (table: EventTable, text: string) => Uint8Array,
): (table: EventTable, filter: Filter) => Uint8Array {
  const masksOf = memoize(
    (table: EventTable, said: string) => rejectMasks(table, JSON.parse(said) as Filter, { find }),
    KEPT,
  );
  return (table, filter) => masksOf(table, JSON.stringify(filter));
}
