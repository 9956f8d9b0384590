import { memoize } from '../../lib/memoize';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { tenorBlock } from '../../query/tenor';
import { tenorRecordOf } from '../../query/tenor-record';
import { findLowMaker, findTenorMakeup } from '../../query/tenor-shares';
import type { LargeWorker, TenorRequest } from './protocol';
import { workerTablesOf } from './worker-tables';

type TenorService = Pick<LargeWorker, 'tenor' | 'tenorMakeup' | 'tenorLow'>;

/** The tenor of a packed dataset, in its worker: of a million events a new filter takes some 200 ms, a new window 20. */
export function createTenorService(dataset: Dataset): TenorService {
  const { tableOf, masksOf } = workerTablesOf(dataset);
  const recordOf = memoize((table: EventTable, masks: Uint8Array) =>
    tenorRecordOf(table, (row) => masks[row] === 0),
  );
  const shownBy = ({ asOfDay, calendar, filter }: Omit<TenorRequest, 'windowDays' | 'blocks'>) => {
    const table = tableOf(asOfDay, calendar);
    const masks = masksOf(table, filter);
    return { table, masks, isIn: (row: number) => masks[row] === 0 };
  };
  return {
    tenor: async ({ windowDays, blocks, ...asked }) => {
      const { table, masks } = shownBy(asked);
      const record = recordOf(table, masks);
      return blocks.map((index) => tenorBlock(record, index, windowDays));
    },
    tenorMakeup: async ({ day, window, most, ...asked }) => {
      const { table, isIn } = shownBy(asked);
      return findTenorMakeup(table, { day, window, isIn, most });
    },
    tenorLow: async ({ day, window, ...asked }) => {
      const { table, isIn } = shownBy(asked);
      return findLowMaker(table, { day, window, isIn });
    },
  };
}
