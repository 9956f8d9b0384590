import type { StateCreator } from 'zustand/vanilla';
import { stepOf } from './history-step';
import { joinNotices } from './notices';
import { openUrl, openView } from './opening';
import type { HistorySlice, State } from './state';
import { noticeOfProblem } from './url-problem';

export const createHistorySlice: StateCreator<State, [], [], HistorySlice> = (set, get) => ({
  historyStep: 0,
  applyView: (viewId) => {
    const view = get().dataset?.views.find(({ id }) => id === viewId);
    if (view) set({ ...openView(view), grouping: get().grouping, ...stepOf(get(), 'push') });
  },
  restore: (url) => {
    const { dataset, notices } = get();
    if (!dataset) return;
    const { opened, problems } = openUrl(dataset, url);
    set({ ...opened, notices: joinNotices(notices, problems.map(noticeOfProblem)) });
  },
});
