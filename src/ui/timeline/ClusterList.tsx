import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventState } from '../../model/dataset';
import { textIn } from '../../model/text';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { useCloseRequest } from '../shell/use-close-request';
import { useTable } from '../use-derived';
import styles from './ClusterList.module.css';
import type { ClusterSheetProps } from './ClusterSheet';

/** Rows in the page at once: those that show and some on either side. */
const MOST_ROWS = 24;
/** Two lines for a name, and one for its day. */
const ROW_EM = 3.5;

const NO_ROWS: ArrayLike<number> = [];

/** A sheet over the picture. Only the rows in view are in the page, and the one that has the focus. */
export function ClusterList({ opened: { hit, place }, onClose }: ClusterSheetProps) {
  const { t } = useTranslation('timeline');
  const rows = hit.kind === 'cluster' ? hit.rows : NO_ROWS;
  useCloseRequest(onClose);
  return (
    // Escape closes wherever the focus stands in the sheet; the sheet itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.sheet}
      role="dialog"
      aria-label={t('sameDay')}
      style={{ left: Math.max(8, Math.min(place.x - 40, window.innerWidth - 340)), bottom: 8 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p className={styles.head}>
        {t('cluster', { count: rows.length })}
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
      <Rows rows={rows} onClose={onClose} />
    </div>
  );
}

interface RowsProps {
  readonly rows: ArrayLike<number>;
  readonly onClose: () => void;
}

function Rows({ rows, onClose }: RowsProps) {
  const table = useTable();
  const select = useAppState((state) => state.select);
  const list = useRef<HTMLUListElement>(null);
  const [rowPx] = useState(
    () => ROW_EM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16),
  );
  const [topPx, setTopPx] = useState(0);
  const [focused, setFocused] = useState(0);
  // The browser scrolls to what has the focus.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-place="${focused}"]`)?.focus();
  }, [focused]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, focused, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setFocused(Math.max(0, Math.min(rows.length - 1, next)));
  };
  return (
    <div className={styles.scroll} onScroll={(event) => setTopPx(event.currentTarget.scrollTop)}>
      {/* Arrows move the focus from button to button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        ref={list}
        className={styles.list}
        style={{ height: rows.length * rowPx }}
        onKeyDown={onKeyDown}
      >
        {placesAbout(Math.floor(topPx / rowPx), focused, rows.length).map((place) => {
          const state = table?.stateOf(rows[place] ?? -1);
          if (!state) return null;
          return (
            <li
              key={place}
              style={{ top: place * rowPx, height: rowPx }}
              aria-posinset={place + 1}
              aria-setsize={rows.length}
            >
              <button
                type="button"
                data-place={place}
                tabIndex={place === focused ? 0 : -1}
                onFocus={() => setFocused(place)}
                onClick={() => {
                  onClose();
                  select(state.id);
                }}
              >
                <EventLine state={state} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function EventLine({ state }: { readonly state: EventState }) {
  const language = useAppState((each) => each.language);
  const title = textIn(state.title, language);
  return (
    <>
      <span className={styles.title} lang={title.lang}>
        {title.text}
      </span>{' '}
      <span className={styles.date}>{formatEdtf(state.date, language, 'medium')}</span>
    </>
  );
}

/** Places to be in the page, rising. */
function placesAbout(first: number, focused: number, count: number): readonly number[] {
  const start = Math.max(0, Math.min(first - MOST_ROWS / 3, count - MOST_ROWS));
  const from = Math.floor(start);
  const places = Array.from({ length: Math.min(MOST_ROWS, count - from) }, (_, i) => from + i);
  if (focused < from) return [focused, ...places];
  return focused < from + places.length ? places : [...places, focused];
}

const PAGE = 5;

function nextPlace(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return place + 1;
    case 'ArrowUp':
      return place - 1;
    case 'PageDown':
      return place + PAGE;
    case 'PageUp':
      return place - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
