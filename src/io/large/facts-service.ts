import { memoize } from '../../lib/memoize';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { createFacetCounter } from '../../query/facets';
import { yearCounts } from '../../query/histogram';
import type { LargeWorker } from './protocol';
import { workerTablesOf } from './worker-tables';

/** As many filters as there are masks kept: counters hold some MB each. */
const KEPT = 2;

/** Facts and search for a packed dataset, in its worker. */
export function createFactsService(dataset: Dataset): Pick<LargeWorker, 'facts' | 'find'> {
  const { tableOf, masksOf, find } = workerTablesOf(dataset);
  const years = memoize(yearCounts, KEPT);
  const counterOf = memoize(
    (table: EventTable, masks: Uint8Array, withPeople: boolean) =>
      createFacetCounter({ table, masks, withPeople }),
    KEPT,
  );
  return {
    facts: ({ asOfDay, filter, span, bins }) => {
      const table = tableOf(asOfDay);
      const masks = masksOf(table, filter);
      const inSpan = counterOf(table, masks, filter.withPeople)(span, bins);
      return Promise.resolve({ ...inSpan, years: years(table, masks) });
    },
    find: (asOfDay, text) => Promise.resolve(find(tableOf(asOfDay), text)),
  };
}
