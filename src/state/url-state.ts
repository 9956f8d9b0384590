import type { Span } from '../time/day';
import { isLocalAddress } from './local-file';
import type { State, UrlState } from './state';

/** What the address says of a state. Fractional ends of the view go outward to whole days. */
export function urlStateOf(state: State): UrlState {
  const { view, language, theme, usual } = state;
  return {
    data: isLocalAddress(state.datasetAddress) ? undefined : state.datasetAddress,
    viewId: state.storyId,
    ...inclusiveDaysOf(view),
    asOf: state.asOf,
    showLater: state.showLater,
    filter: state.filter,
    grouping: state.grouping,
    calendar: state.calendar,
    tenor: state.tenor,
    cadence: state.cadence,
    selectedId: state.selectedId,
    language: language === 'en' && usual.language === 'en' ? undefined : language,
    theme: theme === 'system' && usual.theme === 'system' ? undefined : theme,
  };
}

/** The span of `from` to `to`, both inclusive; undefined unless both are given. */
export function spanOfUrl({ from, to }: Pick<UrlState, 'from' | 'to'>): Span | undefined {
  if (from === undefined || to === undefined) return undefined;
  return { startDay: from, endDay: to + 1 };
}

/** The whole days of a view, both inclusive. */
export function inclusiveDaysOf(view: Span | undefined): Pick<UrlState, 'from' | 'to'> {
  if (!view) return { from: undefined, to: undefined };
  const from = Math.floor(view.startDay);
  return { from, to: Math.max(from, Math.ceil(view.endDay) - 1) };
}
