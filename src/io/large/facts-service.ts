import { memoize } from '../../lib/memoize';
import type { Dataset } from '../../model/dataset';
import { countFacets } from '../../query/facets';
import { yearCounts } from '../../query/histogram';
import type { LargeWorker } from './protocol';
import { workerTablesOf } from './worker-tables';

/** Facts and search for a packed dataset, in its worker. */
export function createFactsService(dataset: Dataset): Pick<LargeWorker, 'facts' | 'find'> {
  const { tableOf, masksOf, find } = workerTablesOf(dataset);
  const years = memoize(yearCounts, 2);
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
