import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { beginBusy } from '../io/document-signals';
import type { Facts } from '../io/large/protocol';
import { type LargeService, serviceOf } from '../io/large/service-of';
import type { EventTable } from '../model/event-table';
import type { Span } from '../time/day';
import { useAppState } from './app-store';
import { useTable } from './use-derived';

export const BIN_COUNT = 13;

export interface ServiceAnswer {
  readonly table: EventTable;
  readonly span: Span;
  readonly facts: Facts;
}

/**
 * What the worker of a large dataset says of the filter in a span; the earlier answer stays until the next one is
 * there. Undefined for a dataset without a worker: then facts are to be worked out here.
 */
export function useServiceFacts(
  span: Span | undefined,
): { readonly answer: ServiceAnswer | undefined } | undefined {
  const table = useTable();
  const filter = useAppState((state) => state.filter);
  const [answer, setAnswer] = useState<ServiceAnswer>();
  const [failed, setFailed] = useState<LargeService>();
  const found = table && serviceOf(table.dataset);
  const service = found === failed ? undefined : found;
  useEffect(() => {
    if (!service || !table || !span) return;
    const end = beginBusy();
    let isOver = false;
    const ask = async () => {
      try {
        const facts = await service.facts({
          asOfDay: table.asOfDay,
          filter,
          span,
          bins: BIN_COUNT,
        });
        // At once, since the reader waits for it; then it is on the page.
        if (!isOver) flushSync(() => setAnswer({ table, span, facts }));
      } catch {
        if (!isOver) setFailed(service);
      }
      end();
    };
    void ask();
    return () => {
      isOver = true;
      end();
    };
  }, [service, table, filter, span]);
  if (!service) return undefined;
  return { answer: answer?.table.dataset === table?.dataset ? answer : undefined };
}
