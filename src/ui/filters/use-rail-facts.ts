import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { EventTable } from '../../model/event-table';
import { countFacets } from '../../query/facets';
import { type BinCounts, binCounts } from '../../query/histogram';
import type { FacetCounts } from '../../state/derive';
import type { Span } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { useMasks, useTable } from '../use-derived';

const REST_MS = 100;
const BIN_COUNT = 13;

export interface RailFacts {
  readonly table: EventTable;
  readonly span: Span;
  /** In `span`; each facet's counts obey all other facets. */
  readonly counts: FacetCounts;
  /** Events that name the actor or country itself, people aside. */
  readonly named: Pick<FacetCounts, 'actors' | 'countries'>;
  /** Per domain, over `span`; obeying all other facets too. */
  readonly bins: BinCounts;
}

/**
 * What the rail shows. It follows the view once that rests, and the filter after the picture does: neither a pan nor
 * a click ever waits for it. Undefined until there is a dataset.
 */
export function useRailFacts(): RailFacts | undefined {
  const table = useTable();
  const masks = useMasks();
  const span = useRestingView();
  const withPeople = useAppState((state) => state.filter.withPeople);
  const inputs = useMemo(
    () => (table && masks && span ? { table, masks, span, withPeople } : undefined),
    [table, masks, span, withPeople],
  );
  const later = useDeferredValue(inputs);
  return useMemo(() => {
    if (!later) return undefined;
    const counts = countFacets(later.table, later.masks, later.span, later);
    const bins = binCounts({ ...later, bins: BIN_COUNT, facet: 'domains' });
    const named = countFacets(later.table, later.masks, later.span, { withPeople: false });
    return { table: later.table, span: later.span, counts, named, bins };
  }, [later]);
}

/** The visible span as of the last time that it stood still. */
function useRestingView(): Span | undefined {
  const store = useAppStore();
  const [span, setSpan] = useState(() => store.getState().view);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => setSpan(store.getState().view);
    update();
    const unsubscribe = store.subscribe(({ view }, before) => {
      if (view === before.view) return;
      clearTimeout(timer);
      timer = setTimeout(update, before.view ? REST_MS : 0);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);
  return span;
}
