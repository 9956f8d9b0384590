import type { Dataset, DatasetView } from '../model/dataset';
import { NO_FILTER } from '../query/filter';
import { checkAgainstDataset } from './check-url';
import { recordExtent, wholeSpan } from './record-extent';
import type { State, UrlProblem, UrlState } from './state';
import { spanOfUrl } from './url-state';

/** What opening a view sets. */
export type Opened = Pick<
  State,
  | 'view'
  | 'asOf'
  | 'showLater'
  | 'filter'
  | 'grouping'
  | 'calendar'
  | 'tenor'
  | 'cadence'
  | 'selectedId'
  | 'rangeSelection'
  | 'storyId'
>;

/** A dataset's own view, whole: nothing of what was chosen before stays. */
export function openView(view: DatasetView): Opened {
  return {
    view: { startDay: view.fromDay, endDay: view.toDay + 1 },
    asOf: view.asOfDay,
    showLater: false,
    filter: { ...NO_FILTER, domains: view.domains, actors: view.actors },
    grouping: 'domain',
    calendar: undefined,
    tenor: false,
    cadence: false,
    selectedId: view.event,
    rangeSelection: undefined,
    storyId: undefined,
  };
}

/** A view for a reader who looks at the record in a way of their own: that stays. */
export function openViewIn(
  { grouping, calendar, tenor, cadence }: Opened,
  view: DatasetView,
): Opened {
  return { ...openView(view), grouping, calendar, tenor, cadence };
}

/** The first view, or the whole record in whole years where a dataset names none: its first event then stands clear of the edge. */
export function openFirstView(dataset: Dataset): Opened {
  const [first] = dataset.views;
  if (first) return openView(first);
  return {
    view: wholeSpan(recordExtent(dataset)),
    asOf: undefined,
    showLater: false,
    filter: NO_FILTER,
    grouping: 'domain',
    calendar: undefined,
    tenor: false,
    cadence: false,
    selectedId: undefined,
    rangeSelection: undefined,
    storyId: undefined,
  };
}

/** As the address says, over the view it names, else the first, where it names no span. With a span and no as-of day: Latest. */
export function openUrl(
  dataset: Dataset,
  url: UrlState,
): { readonly opened: Opened; readonly problems: readonly UrlProblem[] } {
  const { state, problems } = checkAgainstDataset(url, dataset);
  const { filter, grouping, calendar, tenor, cadence, selectedId, asOf, showLater } = state;
  const given = {
    filter,
    grouping,
    calendar,
    tenor,
    cadence,
    selectedId,
    asOf,
    showLater,
    rangeSelection: undefined,
    storyId: state.viewId,
  };
  const view = spanOfUrl(state);
  if (view) return { opened: { ...given, view }, problems };
  const told = dataset.views.find(({ id }) => id === state.viewId);
  const first = told ? openView(told) : openFirstView(dataset);
  const hasWho = filter.actors.length + filter.countries.length > 0;
  const opened = {
    ...given,
    view: first.view,
    asOf: asOf ?? first.asOf,
    filter: {
      ...filter,
      domains: filter.domains.length > 0 ? filter.domains : first.filter.domains,
      actors: hasWho ? filter.actors : first.filter.actors,
    },
    selectedId: selectedId ?? first.selectedId,
  };
  return { opened, problems };
}
