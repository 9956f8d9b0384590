import type { StateCreator } from 'zustand/vanilla';
import { type Stepped, stepOf } from './history-step';
import {
  isLoadNotice,
  isOfDataset,
  joinNotices,
  loadNoticeId,
  noticeOfFaults,
  noticeOfLocalFile,
} from './notices';
import { openFirstView, openUrl } from './opening';
import {
  type AsOfSlice,
  type CadenceSlice,
  type CalendarSlice,
  type DatasetSlice,
  DEFAULT_DATASET,
  type FilterSlice,
  type GroupingSlice,
  type SelectionSlice,
  type TenorSlice,
  type UrlProblem,
  type UrlState,
  type ViewSlice,
} from './state';
import type { Undo } from './undo';
import { noticeOfProblem } from './url-problem';

/** A dataset that opens sets nearly everything. */
type Opening = DatasetSlice &
  ViewSlice &
  FilterSlice &
  GroupingSlice &
  CalendarSlice &
  TenorSlice &
  CadenceSlice &
  SelectionSlice &
  AsOfSlice &
  Stepped;

export function createDatasetSlice(
  opening: UrlState,
  problems: readonly UrlProblem[],
): StateCreator<Opening, [Undo], [], DatasetSlice> {
  return (set, get, { temporal }) => ({
    dataset: undefined,
    search: undefined,
    setSearch: (dataset, search) => {
      if (get().dataset === dataset) set({ search });
    },
    datasetAddress: opening.data ?? DEFAULT_DATASET,
    issues: [],
    loading: undefined,
    progress: undefined,
    setProgress: (progress) => {
      if (get().loading !== undefined) set({ progress });
    },
    notices: joinNotices([], problems.map(noticeOfProblem)),
    opening,
    startLoading: (address, asked) => {
      const state = get();
      const isFirst = !state.dataset && address === state.datasetAddress;
      set({
        loading: address,
        progress: undefined,
        opening: asked ?? (isFirst ? state.opening : undefined),
        notices: state.notices.filter(({ id }) => id !== loadNoticeId(address)),
      });
    },
    finishLoading: ({ dataset, address, issues, insteadOf, mode, ...counts }) => {
      const state = get();
      const { opened, problems: found } = state.opening
        ? openUrl(dataset, state.opening)
        : { opened: openFirstView(dataset), problems: [] };
      const faults = noticeOfFaults(issues, counts);
      const local = noticeOfLocalFile(address);
      const kept = state.notices.filter(
        (notice) => !isOfDataset(notice) && (!isLoadNotice(notice) || notice.id === insteadOf?.id),
      );
      const more = [local, faults].filter((notice) => notice !== undefined);
      set({
        ...opened,
        dataset,
        search: undefined,
        issues,
        datasetAddress: address,
        loading: undefined,
        progress: undefined,
        opening: undefined,
        notices: joinNotices(kept, [...found.map(noticeOfProblem), ...more]),
        // What the address asked for is in the history already; a dataset that was chosen is a step.
        ...stepOf(state, mode ?? (state.opening ? 'replace' : 'push')),
      });
      // Filters of another dataset name what this one doesn't have.
      temporal.getState().clear();
    },
    failLoading: (notice) => {
      set({
        loading: undefined,
        progress: undefined,
        notices: joinNotices(get().notices, [notice]),
      });
    },
    stopLoading: () => {
      set({ loading: undefined, progress: undefined });
    },
    addNotice: (notice) => {
      set({ notices: joinNotices(get().notices, [notice]) });
    },
    dismissNotice: (id) => {
      set({ notices: get().notices.filter((notice) => notice.id !== id) });
    },
  });
}
