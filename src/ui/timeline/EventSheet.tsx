import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deriveVisibleRows } from '../../state/derive';
import { useAppStore } from '../app-store';
import sheet from '../filters/FilterSheet.module.css';
import { useSwipeDown } from '../filters/use-swipe-down';
import { DialogFrame } from '../shell/DialogFrame';
import { useTable } from '../use-derived';
import { EventRows } from './EventRows';
import styles from './EventSheet.module.css';

/** Browsers lay out nothing that is higher. */
const MOST_ROWS = 500_000;

const NO_ROWS = new Uint32Array();

/** All events in view by their whole names, where the picture has no room for them. Begins with what lies ahead. */
export function EventSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('timeline');
  const store = useAppStore();
  const table = useTable();
  const [rows] = useState(() => deriveVisibleRows(store.getState()) ?? NO_ROWS);
  const ahead = rows.findIndex((row) => (table?.startDay[row] ?? 0) > (table?.asOfDay ?? 0));
  return (
    <DialogFrame
      title={t('cluster', { count: rows.length })}
      isOpen
      onClose={onClose}
      className={sheet.sheet}
      overlayClassName={sheet.overlay}
    >
      <Body onClose={onClose}>
        <EventRows
          className={styles.rows}
          rows={rows.subarray(0, MOST_ROWS)}
          first={Math.max(0, Math.min(ahead < 0 ? rows.length - 1 : ahead, MOST_ROWS - 1))}
          onChoose={onClose}
        />
      </Body>
    </DialogFrame>
  );
}

interface BodyProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Body({ onClose, children }: BodyProps) {
  const body = useRef<HTMLDivElement>(null);
  useSwipeDown(body, onClose);
  return (
    <div ref={body} className={styles.body}>
      {children}
    </div>
  );
}
