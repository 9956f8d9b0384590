import {
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react';
import { beginBusy } from '../../io/document-signals';
import type { EventTable } from '../../model/event-table';
import { countFacets, type SpanFacts } from '../../query/facets';
import { deriveMasks } from '../../state/derive';
import type { Span } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { useTable } from '../use-derived';
import { BIN_COUNT, useServiceFacts } from '../use-service-facts';

const REST_MS = 100;

/** Counts in `span`: each facet's obey all other facets. */
export interface RailFacts extends SpanFacts {
  readonly table: EventTable;
  readonly span: Span;
}

/**
 * What the rail shows. It follows the view once that rests, and the filter after the picture does: neither a pan nor
 * a click ever waits for it. A large dataset's worker does the counting. Undefined until there is a dataset.
 */
export function useRailFacts(): RailFacts | undefined {
  const span = useRestingView();
  const service = useServiceFacts(span);
  const here = useFactsHere(service ? undefined : span);
  return service ? service.answer : here;
}

function useFactsHere(span: Span | undefined): RailFacts | undefined {
  const table = useTable();
  // Only where they are counted here: of a large dataset nobody else may need them yet.
  const masks = useAppState(span ? deriveMasks : nothing);
  const withPeople = useAppState((state) => state.filter.withPeople);
  const inputs = useMemo(
    () => (table && masks && span ? { table, masks, span, withPeople } : undefined),
    [table, masks, span, withPeople],
  );
  const later = useDeferredValue(inputs);
  const isBehind = later !== inputs;
  useLayoutEffect(() => (isBehind ? beginBusy() : undefined), [isBehind]);
  return useMemo(() => {
    if (!later) return undefined;
    const { table: ofTable, span: inSpan } = later;
    return { ...countFacets({ ...later, bins: BIN_COUNT }), table: ofTable, span: inSpan };
  }, [later]);
}

const nothing = () => undefined;

/** The visible span as of the last time that it stood still. Until it follows, the document says that it is busy. */
function useRestingView(): Span | undefined {
  const store = useAppStore();
  const [span, setSpan] = useState(() => store.getState().view);
  const [isFollowing, follow] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const endBusy = useRef<() => void>(undefined);
  useEffect(() => {
    const update = () => follow(() => setSpan(store.getState().view));
    update();
    let movedMs = 0;
    const look = () => {
      const leftMs = movedMs + REST_MS - performance.now();
      timer.current = leftMs > 0 ? setTimeout(look, leftMs) : undefined;
      if (timer.current === undefined) update();
    };
    const unsubscribe = store.subscribe(({ view }, before) => {
      if (view === before.view) return;
      if (before.view) movedMs = performance.now();
      endBusy.current ??= beginBusy();
      // One timer for a whole pan: a new one at each frame would cost more than all else here.
      timer.current ??= setTimeout(look, before.view ? REST_MS : 0);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer.current);
      timer.current = undefined;
      endBusy.current?.();
      endBusy.current = undefined;
    };
  }, [store]);
  useLayoutEffect(() => {
    if (isFollowing || timer.current !== undefined) return;
    endBusy.current?.();
    endBusy.current = undefined;
  }, [isFollowing]);
  return span;
}
