import { useTranslation } from 'react-i18next';
import { useCloseRequest } from '../shell/use-close-request';
import styles from './ClusterList.module.css';
import type { ClusterSheetProps } from './ClusterSheet';
import { EventRows } from './EventRows';

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
      <EventRows className={styles.scroll} rows={rows} onChoose={onClose} />
    </div>
  );
}
