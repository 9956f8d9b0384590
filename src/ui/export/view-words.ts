import type { TFunction } from 'i18next';
import { createStore } from 'zustand/vanilla';
import type { DatasetView } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { State } from '../../state/state';
import type { AppStore } from '../../state/store';
import { stateInView } from '../../state/story';
import { fileSafe } from './picture-words';

/** What a picture of a view says and is called. */
export interface ViewPicture {
  readonly view: DatasetView;
  /** Its place in the story, from 1 on. */
  readonly place: number;
  readonly datasetId: string;
}

export function viewTitle({ view }: ViewPicture, { language }: Pick<State, 'language'>): string {
  return textIn(view.title, language).text;
}

/** The note goes before what the picture holds. */
export function viewSubtitle(
  t: TFunction<'story'>,
  { view }: ViewPicture,
  said: { readonly language: State['language']; readonly facts: string },
): string {
  if (view.note === undefined) return said.facts;
  const note = textIn(view.note, said.language).text;
  return t('pictures.subtitle', { note, facts: said.facts });
}

/** `entente-japan-us-03-trade-wars.png`: in the order of the story wherever files are sorted by name. */
export function viewFileName(
  datasetId: string,
  { view, place }: ViewPicture,
  format: 'png' | 'svg',
): string {
  const number = String(place).padStart(2, '0');
  return `entente-${fileSafe(datasetId)}-${number}-${fileSafe(view.id)}.${format}`;
}

/**
 * A store in which a view stands open, for what is drawn of it: nothing that is chosen there reaches the page. Made
 * anew for each view.
 */
export function storeInView(store: AppStore, view: DatasetView): AppStore {
  const state = stateInView(store.getState(), view);
  const inView = createStore<State>((set, get) => ({
    ...state,
    changeFilter: (change) => set({ filter: { ...get().filter, ...change } }),
  }));
  return { ...store, ...inView, temporal: store.temporal };
}
