import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { beginBusy } from '../io/document-signals';
import type { Facts } from '../io/large/protocol';
import { type LargeService, serviceOf } from '../io/large/service-of';
import type { Country } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import type { Filter } from '../query/filter';
import type { YearCounts } from '../query/histogram';
import { deriveTable } from '../state/derive';
import type { Day, Span } from '../time/day';
import { useAppState, usePageView } from './app-store';
import { nextTask } from './next-task';

export const BIN_COUNT = 13;

export interface FactsAnswer extends Facts {
  readonly table: EventTable;
  readonly span: Span;
}

interface Asked {
  readonly asOfDay: Day;
  readonly calendar: Country | undefined;
  readonly filter: Filter;
}

interface Question<T> {
  readonly ask: (service: LargeService, asked: Asked) => Promise<T>;
  /** Puts an answer on the page. */
  readonly show: (update: () => void) => void;
}

/**
 * What the worker of a large dataset says of the filter in a span; the earlier answer stays until the next one is
 * there. Undefined for a dataset without a worker: then facts are to be worked out here.
 */
export function useServiceFacts(
  span: Span | undefined,
): { readonly answer: FactsAnswer | undefined } | undefined {
  const question = useMemo(
    (): Question<{ facts: Facts; span: Span }> | undefined =>
      span && {
        ask: async (service, asked) => ({
          facts: await service.facts({ ...asked, span, bins: BIN_COUNT }),
          span,
        }),
        // At once, since the reader waits for it; then it is on the page.
        show: flushSync,
      },
    [span],
  );
  const found = useService(question);
  const answer = found?.answer;
  const all = useMemo(
    () => answer && { ...answer.value.facts, span: answer.value.span, table: answer.table },
    [answer],
  );
  return found && { answer: all };
}

const YEARS: Question<YearCounts> = {
  // Behind what the rail asks for.
  ask: async (service, asked) => {
    await nextTask();
    return service.years(asked);
  },
  show: (update) => {
    update();
  },
};

/** Matching events by year, in the same way. */
export function useServiceYears(): { readonly answer: YearCounts | undefined } | undefined {
  const found = useService(YEARS);
  return found && { answer: found.answer?.value };
}

interface Answered<T> {
  readonly table: EventTable;
  readonly value: T;
}

interface Wanted {
  readonly table: EventTable;
  readonly filter: Filter;
}

/** Asks as soon as the filter or the day changes, before anything is drawn: the worker counts meanwhile. */
function useService<T>(
  question: Question<T> | undefined,
): { readonly answer: Answered<T> | undefined } | undefined {
  const page = usePageView();
  const dataset = useAppState((state) => state.dataset);
  const [answer, setAnswer] = useState<Answered<T>>();
  const [failed, setFailed] = useState<LargeService>();
  const found = dataset && serviceOf(dataset);
  const service = found === failed ? undefined : found;
  useEffect(() => {
    if (!service || !question) return;
    let asked: Wanted | undefined;
    let wanted: Wanted | undefined;
    let isOver = false;
    let end: (() => void) | undefined;
    const answerTo = async (now: Wanted) => {
      const { table, filter } = now;
      try {
        const { asOfDay, calendar } = table;
        const given = { asOfDay, calendar: calendar?.country, filter };
        const value = await question.ask(service, given);
        if (!isOver && wanted === now) question.show(() => setAnswer({ table, value }));
      } catch {
        if (!isOver) setFailed(service);
        isOver = true;
      }
    };
    // One question at a time: of those that come meanwhile only the last is still of use.
    const ask = async () => {
      const now = wanted;
      if (isOver || !now || now === asked) {
        end?.();
        end = undefined;
        return;
      }
      asked = now;
      await answerTo(now);
      void ask();
    };
    const follow = () => {
      const state = page.getState();
      const table = deriveTable(state);
      if (!table || table.dataset !== dataset) return;
      if (table === wanted?.table && state.filter === wanted.filter) return;
      wanted = { table, filter: state.filter };
      if (end) return;
      end = beginBusy();
      void ask();
    };
    follow();
    const unsubscribe = page.subscribe(follow);
    return () => {
      isOver = true;
      unsubscribe();
      end?.();
    };
  }, [service, question, dataset, page]);
  if (!service) return undefined;
  return { answer: answer?.table.dataset === dataset ? answer : undefined };
}
