import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppState, useAppStore } from '../app-store';
import { CloseIcon, SearchIcon } from '../icons';
import styles from './SearchBox.module.css';
import { focusTimeline } from './timeline-place';

const DELAY_MS = 120;

/** Filters by text, a moment after the last key. While Japanese is being composed nothing is filtered. */
export function SearchBox() {
  const { t } = useTranslation('shell');
  const store = useAppStore();
  const text = useAppState((state) => state.filter.text);
  const [draft, setDraft] = useState(text);
  const [shownText, setShownText] = useState(text);
  const isComposing = useRef(false);
  const cameFrom = useRef<Element>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The filter was changed elsewhere: by a removed chip, by Back, by another view.
  if (text !== shownText) {
    setShownText(text);
    setDraft(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const apply = (next: string) => {
    clearTimeout(timer.current);
    const before = store.getState().filter.text;
    if (next === before) return;
    setShownText(next);
    // One step of history for a whole search, not one for each letter.
    store
      .getState()
      .changeFilter({ text: next }, before === '' || next === '' ? 'push' : 'replace');
  };
  const change = (next: string) => {
    setDraft(next);
    clearTimeout(timer.current);
    if (isComposing.current) return;
    timer.current = setTimeout(() => apply(next), DELAY_MS);
  };

  return (
    <search className={styles.search}>
      <span className={styles.icon}>
        <SearchIcon />
      </span>
      <input
        className={styles.input}
        type="search"
        data-search-box=""
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.label')}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={(event) => change(event.target.value)}
        onFocus={(event) => {
          cameFrom.current = event.relatedTarget;
        }}
        onCompositionStart={() => {
          isComposing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          change(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') apply(draft);
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (draft === '') focusAgain(cameFrom.current);
          setDraft('');
          apply('');
        }}
      />
      {draft === '' ? (
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
      ) : (
        <Button
          className={styles.clear ?? ''}
          aria-label={t('search.clear')}
          onPress={() => {
            setDraft('');
            apply('');
          }}
        >
          <CloseIcon sizePx={14} />
        </Button>
      )}
    </search>
  );
}

/** Back to where the reader came from; the page's body would lose the place. */
function focusAgain(cameFrom: Element | null): void {
  const isPlace = cameFrom instanceof HTMLElement && cameFrom !== document.body;
  if (isPlace && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
  else focusTimeline();
}
