import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../model/text';
import { formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { useTable } from '../use-derived';
import type { Pointed } from './Timeline';
import styles from './Timeline.module.css';

interface ClusterSheetProps {
  readonly opened: Pointed;
  readonly onClose: () => void;
}

/** The events of one day, which no zoom can part, as a list to choose from. */
export function ClusterSheet({ opened, onClose }: ClusterSheetProps) {
  const { t } = useTranslation('timeline');
  const table = useTable();
  const language = useAppState((state) => state.language);
  const select = useAppState((state) => state.select);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = sheet.current;
    element?.querySelector('button')?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
    };
  }, [onClose]);
  const rows = opened.hit.kind === 'cluster' ? opened.hit.rows : [];
  return (
    <div
      ref={sheet}
      className={styles.sheet}
      role="dialog"
      aria-label={t('sameDay')}
      style={{
        left: Math.max(8, Math.min(opened.place.x - 40, window.innerWidth - 340)),
        bottom: 8,
      }}
    >
      <p className={styles.sheetHead}>
        {t('cluster', { count: rows.length })}
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
      <ul>
        {rows.map((row) => {
          const state = table?.stateOf(row);
          if (!state) return null;
          const title = textIn(state.title, language);
          return (
            <li key={state.id}>
              <button
                type="button"
                lang={title.lang}
                onClick={() => {
                  onClose();
                  select(state.id);
                }}
              >
                {title.text} · {formatEdtf(state.date, language, 'medium')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
