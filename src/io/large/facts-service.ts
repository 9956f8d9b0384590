import { memoize } from '../../lib/memoize';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { createFacetCounter } from '../../query/facets';
import { NO_FILTER } from '../../query/filter';
import { yearCounts } from '../../query/histogram';
import { rejectMasks } from '../../query/match';
import type { Day } from '../../time/day';
import type { LargeWorker } from './protocol';
import { workerTablesOf } from './worker-tables';

/** As many filters as there are masks kept: counters hold some MB each. */
const KEPT = 2;

/** So many are enough for the loops to be compiled. */
const REHEARSED_ROWS = 200_000;

export interface FactsService extends Pick<LargeWorker, 'facts' | 'years' | 'find'> {
  /** Goes once through what a filter takes: its first press would meet code that the browser has yet to compile. */
  rehearse: (asOfDay: Day) => void;
}

/** Facts and search for a packed dataset, in its worker. */
export function createFactsService(dataset: Dataset): FactsService {
  const { tableOf, masksOf, find } = workerTablesOf(dataset);
  const yearsOf = memoize(yearCounts, KEPT);
  const counterOf = memoize(
    (table: EventTable, masks: Uint8Array, withPeople: boolean) =>
      createFacetCounter({ table, masks, withPeople }),
    KEPT,
  );
  return {
    facts: ({ asOfDay, calendar, filter, span, bins }) => {
      const table = tableOf(asOfDay, calendar);
      const masks = masksOf(table, filter);
      return Promise.resolve(counterOf(table, masks, filter.withPeople)(span, bins));
    },
    years: ({ asOfDay, calendar, filter }) => {
      const table = tableOf(asOfDay, calendar);
      return Promise.resolve(yearsOf(table, masksOf(table, filter)));
    },
    rehearse: (asOfDay) => {
      const table = tableOf(asOfDay);
      const domains = dataset.domains.slice(1).map(({ id }) => id);
      const masks = rejectMasks(table, { ...NO_FILTER, domains });
      const endDay = table.startDay[Math.min(table.count, REHEARSED_ROWS) - 1] ?? 0;
      const count = createFacetCounter({ table, masks, withPeople: true });
      count({ startDay: table.startDay[0] ?? 0, endDay }, 1);
    },
    find: (asOfDay, text, calendar) => Promise.resolve(find(tableOf(asOfDay, calendar), text)),
  };
}
