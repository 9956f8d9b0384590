import { type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import { liesAhead } from '../../model/state-as-of';
import { textIn } from '../../model/text';
import { statusOf } from '../../scene/names';
import type { Box } from '../../scene/scene';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import styles from './Timeline.module.css';
import type { SettledPicture } from './timeline-controller';

/** More events than this are a window about the one that has the focus. */
const MOST_BUTTONS = 500;

interface EventListProps {
  readonly settled: SettledPicture;
  readonly table: EventTable;
  readonly listRef: RefObject<HTMLUListElement | null>;
}

/**
 * The events in view as buttons in time order, each lying unseen over its mark and name: a screen reader, a keyboard
 * and a script find them, a finger exploring the screen too. One of them at a time is a stop of the Tab key.
 */
export function EventList({ settled, table, listRef }: EventListProps) {
  const { t } = useTranslation(['timeline', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const select = useAppState((state) => state.select);
  const selectedId = useAppState((state) => state.selectedId);
  const [focusedId, setFocusedId] = useState<string>();
  const { rows, boxes, picture } = settled;
  const stop = findStop(rows, table, [focusedId, selectedId]);
  const first = Math.max(0, Math.min(stop - MOST_BUTTONS / 2, rows.length - MOST_BUTTONS));
  const shown = useMemo(() => [...rows.subarray(first, first + MOST_BUTTONS)], [rows, first]);
  return (
    <ul ref={listRef} className={styles.list} aria-label={t('list')}>
      {shown.map((row, i) => {
        const place = first + i;
        const id = table.states[row]?.id ?? '';
        return (
          <li key={id}>
            <EventButton
              {...{ row, table, id, language, place, total: rows.length }}
              box={boxes.get(row)}
              widthPx={settled.widthPx}
              isNamed={picture.shown.has(row)}
              isStop={place === stop}
              isSelected={id === selectedId}
              onFocus={() => setFocusedId(id)}
              onPress={() => select(id === selectedId ? undefined : id)}
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
    const row = id === undefined ? undefined : table.rowOfId.get(id);
    const at = row === undefined ? -1 : rows.indexOf(row);
    if (at >= 0) return at;
  }
  return 0;
}

interface EventButtonProps {
  readonly row: number;
  readonly table: EventTable;
  readonly id: string;
  readonly language: Language;
  readonly place: number;
  readonly total: number;
  readonly box: Box | undefined;
  readonly widthPx: number;
  readonly isNamed: boolean;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
}

function EventButton(props: EventButtonProps) {
  const { row, table, id, language, box } = props;
  const ref = useRef<HTMLButtonElement>(null);
  const name = useEventName(props);
  const status = statusOf(table, row);
  return (
    <button
      ref={ref}
      type="button"
      className={styles.event}
      style={box && styleOf(box, props.widthPx)}
      tabIndex={props.isStop ? 0 : -1}
      lang={language}
      aria-label={name}
      aria-pressed={props.isSelected}
      data-event={id}
      data-status={status}
      data-ahead={liesAhead(status) || undefined}
      data-named={props.isNamed ? 'true' : undefined}
      onFocus={props.onFocus}
      onClick={props.onPress}
    />
  );
}

function useEventName({ row, table, language, place, total }: EventButtonProps): string {
  const { t } = useTranslation(['timeline', 'vocabulary']);
  const state = table.states[row];
  const domain = table.dataset.domains[table.domain[row] ?? 0];
  return t('item', {
    title: textIn(state?.title ?? '', language).text,
    date: state ? formatEdtf(state.date, language, 'long') : '',
    status: t(`vocabulary:statuses.${statusOf(table, row)}`),
    domain: domain ? textIn(domain.name, language).text : '',
    importance: table.importance[row] ?? 3,
    place: place + 1,
    total,
  });
}

/** Cut at the picture's sides, so that what is half in view can be met. */
function styleOf(box: Box, widthPx: number) {
  const left = Math.min(Math.max(0, box.x), Math.max(0, widthPx - 1));
  const right = Math.max(left + 1, Math.min(widthPx, box.x + box.width));
  return { left, top: box.y, width: right - left, height: box.height };
}
