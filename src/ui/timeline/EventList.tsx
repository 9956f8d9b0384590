import type { TFunction } from 'i18next';
import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { memoize } from '../../lib/memoize';
import { STATUSES, type Status } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import { statusOf } from '../../scene/names';
import type { Box } from '../../scene/scene';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import styles from './Timeline.module.css';
import type { SettledPicture } from './timeline-controller';

/** More events than this are a window about the one that has the focus. */
const MOST_BUTTONS = 500;
const WINDOW_BUTTONS = 200;

interface EventListProps {
  readonly settled: SettledPicture;
  readonly table: EventTable;
  readonly listRef: RefObject<HTMLUListElement | null>;
  /** The event that is to take the focus as soon as it is among those in view. */
  readonly soughtId: string | undefined;
  readonly onFound: () => void;
  /** The reader has come to an event: it shall be where it can be seen. */
  readonly onReach: (row: number) => void;
}

/**
 * The events in view as buttons in time order, each lying unseen over its mark and name: a screen reader, a keyboard
 * and a script find them, a finger exploring the screen too. One of them at a time is a stop of the Tab key.
 */
export function EventList(props: EventListProps) {
  const { settled, table, listRef, soughtId, onFound, onReach } = props;
  const { t } = useTranslation(['timeline', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const selectedId = useAppState((state) => state.selectedId);
  const highlightedIds = useAppState((state) => state.highlightedIds);
  const [focusedId, setFocusedId] = useState<string>();
  const [followedId, setFollowedId] = useState(selectedId);
  if (selectedId !== followedId) {
    setFollowedId(selectedId);
    // What is chosen elsewhere is in the list from then on.
    if (selectedId !== undefined) setFocusedId(selectedId);
  }
  const store = useAppStore();
  const press = useCallback(
    (id: string) => {
      const { selectedId: current, select } = store.getState();
      select(id === current ? undefined : id);
    },
    [store],
  );
  const { rows, boxes, picture } = settled;
  const stop = findStop(rows, table, [soughtId, focusedId, selectedId]);
  const shownCount = rows.length > MOST_BUTTONS ? WINDOW_BUTTONS : rows.length;
  const first = Math.max(0, Math.min(stop - shownCount / 2, rows.length - shownCount));
  const nameOf = useEventNames(table, rows.length);
  const shown = useMemo(
    () => [...rows.subarray(first, first + shownCount)],
    [rows, first, shownCount],
  );
  useEffect(() => {
    const row = soughtId === undefined ? undefined : table.rowOf(soughtId);
    if (soughtId === undefined || row === undefined || !shown.includes(row)) return;
    const button = listRef.current?.querySelector<HTMLElement>(
      `[data-event="${CSS.escape(soughtId)}"]`,
    );
    button?.focus({ preventScroll: true });
    onFound();
  }, [soughtId, table, shown, listRef, onFound]);
  const reachedId = useRef<string>(undefined);
  useEffect(() => {
    const row = selectedId === undefined ? undefined : table.rowOf(selectedId);
    if (reachedId.current === selectedId) return;
    if (row !== undefined && !boxes.get(row)) return;
    reachedId.current = selectedId;
    if (row !== undefined) onReach(row);
  }, [selectedId, table, boxes, onReach]);
  return (
    <ul ref={listRef} className={styles.list} aria-label={t('list')}>
      {shown.map((row, i) => {
        const place = first + i;
        const id = table.idOf(row) ?? '';
        return (
          <li key={id}>
            <EventButton
              id={id}
              row={row}
              place={place}
              nameOf={nameOf}
              language={language}
              status={statusOf(table, row)}
              box={boxes.get(row)}
              widthPx={settled.widthPx}
              isNamed={picture.shown.has(row)}
              isStop={place === stop}
              isSelected={id === selectedId}
              isHighlighted={highlightedIds.includes(id)}
              onFocus={setFocusedId}
              onReach={onReach}
              onPress={press}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Position of the first wanted event that is in view, else the first. */
function findStop(
  rows: Uint32Array,
  table: EventTable,
  wanted: readonly (string | undefined)[],
): number {
  for (const id of wanted) {
    const row = id === undefined ? undefined : table.rowOf(id);
    const at = row === undefined ? -1 : rows.indexOf(row);
    if (at >= 0) return at;
  }
  return 0;
}

/**
 * What each button says: title, date, status, domain, importance, place in order. The first five are put together once
 * an event; the catalogue is asked once for all, since asking it for hundreds would hold up the picture.
 */
function useEventNames(table: EventTable, total: number): (row: number, place: number) => string {
  const { t } = useTranslation(['timeline', 'vocabulary']);
  const language = useAppState((state) => state.language);
  return useMemo(() => {
    const itemOf = describeOnce(table, language, t);
    const inOrder = t('itemInOrder', { item: '\u0001', place: '\u0002', total });
    return (row, place) =>
      inOrder.replace('\u0001', () => itemOf(row)).replace('\u0002', String(place + 1));
  }, [table, language, t, total]);
}

interface Described {
  readonly table: EventTable;
  readonly language: Language;
  readonly t: TFunction<['timeline', 'vocabulary']>;
}

/** Kept from pan to pan: the table, the language and the catalogue stay the same objects. */
const describeOnce = memoize(
  (table: EventTable, language: Language, t: Described['t']): ((row: number) => string) => {
    const describe = createDescribe({ table, language, t });
    const items = new Map<number, string>();
    return (row) => {
      const item = items.get(row) ?? describe(row);
      items.set(row, item);
      return item;
    };
  },
);

/** Stand in the sentence for what is put in afterwards, since the catalogue takes long for hundreds of events. */
const PLACES = { title: '\uE001', date: '\uE002', status: '\uE003', domain: '\uE004' } as const;
const IMPORTANCE = '\uE005';

function createDescribe({ table, language, t }: Described): (row: number) => string {
  const parts = t('item', { ...PLACES, importance: IMPORTANCE }).split(/([\uE001-\uE005])/);
  const domains = table.dataset.domains.map(({ name }) => textIn(name, language).text);
  const statuses = memoize((status: Status) => t(`vocabulary:statuses.${status}`), STATUSES.length);
  return (row) => {
    const state = table.stateOf(row);
    const said: Readonly<Record<string, string>> = {
      [PLACES.title]: textIn(state?.title ?? '', language).text,
      [PLACES.date]: state ? formatEdtf(state.date, language, 'long') : '',
      [PLACES.status]: statuses(statusOf(table, row)),
      [PLACES.domain]: domains[table.domain[row] ?? 0] ?? '',
      [IMPORTANCE]: String(table.importance[row] ?? 3),
    };
    return parts.map((part) => said[part] ?? part).join('');
  };
}

interface EventButtonProps {
  readonly id: string;
  readonly row: number;
  readonly place: number;
  /** Asked here, since reading hundreds of events in one go would hold up a frame. */
  readonly nameOf: (row: number, place: number) => string;
  readonly language: Language;
  readonly status: Status;
  readonly box: Box | undefined;
  readonly widthPx: number;
  readonly isNamed: boolean;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  /** What became known of it is being told. */
  readonly isHighlighted: boolean;
  readonly onFocus: (id: string) => void;
  readonly onReach: (row: number) => void;
  readonly onPress: (id: string) => void;
}

function EventButton({ id, box, widthPx, ...props }: EventButtonProps) {
  return (
    <button
      type="button"
      className={styles.event}
      style={box && styleOf(box, widthPx, props.isStop)}
      tabIndex={props.isStop ? 0 : -1}
      lang={props.language}
      aria-label={props.nameOf(props.row, props.place)}
      aria-pressed={props.isSelected}
      data-event={id}
      data-stop={props.isStop ? 'true' : undefined}
      data-highlighted={props.isHighlighted ? 'true' : undefined}
      data-status={props.status}
      data-named={props.isNamed ? 'true' : undefined}
      onFocus={() => {
        props.onFocus(id);
        props.onReach(props.row);
      }}
      onClick={() => props.onPress(id)}
    />
  );
}

const LEAST_TARGET_PX = 24;

/** Cut at the picture's sides, so that what is half in view can be met. The stop of the Tab key is a target of its own. */
function styleOf(box: Box, widthPx: number, isStop: boolean): CSSProperties {
  const left = Math.min(Math.max(0, box.x), Math.max(0, widthPx - 1));
  const right = Math.max(left + 1, Math.min(widthPx, box.x + box.width));
  const place = { left, top: box.y, width: right - left, height: box.height };
  const x = isStop ? Math.max(0, LEAST_TARGET_PX - place.width) / 2 : 0;
  const y = isStop ? Math.max(0, LEAST_TARGET_PX - place.height) / 2 : 0;
  if (x === 0 && y === 0) return place;
  const grown = {
    left: left - x,
    top: place.top - y,
    width: place.width + 2 * x,
    height: place.height + 2 * y,
  };
  // Its ring stays round the event.
  return { ...grown, '--grown-x': `${x}px`, '--grown-y': `${y}px` } as CSSProperties;
}
