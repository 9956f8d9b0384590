import type { StateCreator } from 'zustand/vanilla';
import { type Filter, NO_FILTER } from '../query/filter';
import { stepOf } from './history-step';
import { joinNotices } from './notices';
import { openUrl, openViewIn } from './opening';
import { preferencesOf } from './preferences-slice';
import type { HistorySlice, State } from './state';
import type { Undo } from './undo';
import { noticeOfProblem } from './url-problem';
import { findView } from './views-slice';

export const createHistorySlice: StateCreator<State, [Undo], [], HistorySlice> = (
  set,
  get,
  { temporal },
) => ({
  historyStep: 0,
  applyView: (viewId) => {
    const view = findView(get(), viewId);
    if (view) set({ ...openViewIn(get(), view), storyId: viewId, ...stepOf(get(), 'push') });
  },
  restore: (url, mode = 'replace') => {
    const { dataset, notices, filter: before, usual } = get();
    if (!dataset) return;
    const { opened, problems } = openUrl(dataset, url);
    const filter = isSameFilter(before, opened.filter) ? before : opened.filter;
    set({
      ...opened,
      ...preferencesOf(url, usual),
      filter,
      notices: joinNotices(notices, problems.map(noticeOfProblem)),
      ...stepOf(get(), mode),
    });
    // Back has undone it in its own way: from here on the former filters lead nowhere.
    if (filter !== before && mode === 'replace') temporal.getState().clear();
  },
});

function isSameFilter(a: Filter, b: Filter): boolean {
  return (Object.keys(NO_FILTER) as (keyof Filter)[]).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );
}
