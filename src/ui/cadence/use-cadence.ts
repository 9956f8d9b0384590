import { useMemo } from 'react';
import { type EventTable, OPEN_END_DAY, OPEN_START_DAY } from '../../model/event-table';
import { type Cadence, cadenceOf, MOST_CADENCE_ROWS } from '../../query/cadence';
import { countFacets, type SpanFacts } from '../../query/facets';
import type { Filter } from '../../query/filter';
import { rejectMasks } from '../../query/match';
import { matchingRows } from '../../query/window';
import { useAppState } from '../app-store';
import { useTable } from '../use-derived';

export interface CadenceFacts extends SpanFacts {
  readonly table: EventTable;
  /** Rows that match, whatever their status. */
  readonly matchCount: number;
  /** Undefined where too many match. */
  readonly cadence: Cadence | undefined;
}

const ALL_TIME = { startDay: OPEN_START_DAY - 1, endDay: OPEN_END_DAY + 1 };

/** How often what a filter leaves took place, as of the day, and how many events each other choice would leave. */
export function useCadence(filter: Filter): CadenceFacts | undefined {
  const table = useTable();
  const search = useAppState((state) => state.search);
  return useMemo(() => {
    if (!table) return undefined;
    const masks = rejectMasks(table, filter, search);
    const { withPeople } = filter;
    const facts = countFacets({ table, masks, withPeople, span: ALL_TIME, bins: 1 });
    const matching = matchingRows(table, masks);
    // Its list of rows is made when asked for.
    const isFew = matching.count <= MOST_CADENCE_ROWS;
    const cadence = isFew ? cadenceOf(table, matching.rows) : undefined;
    return { ...facts, table, matchCount: matching.count, cadence };
  }, [table, filter, search]);
}
