import type { StateCreator } from 'zustand/vanilla';
import type { DatasetView } from '../model/dataset';
import { stepOf } from './history-step';
import type { State, ViewsSlice } from './state';

export const createViewsSlice: StateCreator<State, [], [], ViewsSlice> = (set, get) => ({
  storyId: undefined,
  endStory: (mode) => {
    set({ storyId: undefined, ...stepOf(get(), mode) });
  },
  ownViews: undefined,
  setOwnViews: (ownViews) => {
    const { storyId, dataset } = get();
    const isTold = storyId !== undefined && findView({ dataset, ownViews }, storyId);
    set({ ownViews, storyId: isTold ? storyId : undefined });
  },
  keepsViews: true,
  setKeepsViews: (keepsViews) => {
    set({ keepsViews });
  },
});

/** By its id: the dataset's own go before the reader's. */
export function findView(
  { dataset, ownViews }: Pick<State, 'dataset' | 'ownViews'>,
  viewId: string,
): DatasetView | undefined {
  const hasId = ({ id }: DatasetView) => id === viewId;
  return dataset?.views.find(hasId) ?? ownViews?.find(hasId);
}
