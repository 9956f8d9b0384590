import { useMemo } from 'react';
import { findChangeAfter, findChangeBefore, recordChangeDays } from '../../model/change-days';
import type { HistoryMode } from '../../state/state';
import type { Day } from '../../time/day';
import { useAppState } from '../app-store';

export interface AsOfSteps {
  readonly day: Day;
  readonly isLatest: boolean;
  readonly previous: Day | undefined;
  /** The next change, or `latest` where only today is left. */
  readonly next: Day | 'latest' | undefined;
  choose: (day: Day | 'latest', mode?: HistoryMode) => void;
}

/** The as-of day and where a step back or forward leads: to the days on which the record changed. */
export function useAsOf(): AsOfSteps {
  const asOf = useAppState((state) => state.asOf);
  const today = useAppState((state) => state.today);
  const dataset = useAppState((state) => state.dataset);
  const setAsOf = useAppState((state) => state.setAsOf);
  const day = asOf ?? today;
  return useMemo(() => {
    const days = dataset ? recordChangeDays(dataset) : [];
    const after = findChangeAfter(days, day);
    const isLatest = asOf === undefined;
    return {
      day,
      isLatest,
      previous: findChangeBefore(days, day),
      next: isLatest ? undefined : after !== undefined && after < today ? after : 'latest',
      choose: (to, mode) => setAsOf(to === 'latest' ? undefined : to, mode),
    };
  }, [asOf, today, dataset, day, setAsOf]);
}
