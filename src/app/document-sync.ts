import type { State } from '../state/state';
import type { AppStore } from '../state/store';

/** Keeps the root element's `lang` and `data-theme` as the store says; `system` leaves the theme to the style sheet. */
export function startDocumentSync(store: AppStore, root: HTMLElement): () => void {
  const apply = ({ language, theme }: State) => {
    if (root.lang !== language) root.lang = language;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  };
  apply(store.getState());
  return store.subscribe(apply);
}
