import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EventState } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import { useTable } from '../use-derived';
import styles from './EventRows.module.css';

/** Rows in the page at once: those that show and some on either side. */
const MOST_ROWS = 24;
/** Two lines for a name, and one for its day. */
const ROW_EM = 3.5;

interface EventRowsProps {
  readonly rows: ArrayLike<number>;
  /** The place that has the focus at first. */
  readonly first?: number;
  readonly className: string | undefined;
  /** Called before an event is opened. */
  readonly onChoose: () => void;
}

/** Events to choose from, a row each. Only the rows in view are in the page, and the one that has the focus. */
export function EventRows({ rows, first = 0, className, onChoose }: EventRowsProps) {
  const table = useTable();
  const select = useAppState((state) => state.select);
  const list = useRef<HTMLUListElement>(null);
  const [rowPx] = useState(
    () => ROW_EM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16),
  );
  const [topPx, setTopPx] = useState(first * rowPx);
  const [focused, setFocused] = useState(first);
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
    <div className={className} onScroll={(event) => setTopPx(event.currentTarget.scrollTop)}>
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
                  onChoose();
                  select(state.id);
                }}
              >
                <EventLine state={state} row={rows[place] ?? -1} table={table} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface EventLineProps {
  readonly state: EventState;
  readonly row: number;
  readonly table: EventTable | undefined;
}

function EventLine({ state, row, table }: EventLineProps) {
  const language = useAppState((each) => each.language);
  const title = textIn(state.title, language);
  return (
    <>
      <MarkIcon
        domainIndex={table?.domain[row] ?? 0}
        status={state.status}
        importance={state.importance}
        sizePx={16}
      />
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
