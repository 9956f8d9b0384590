import { useTranslation } from 'react-i18next';
import { ChevronLeftIcon, ChevronRightIcon } from '../icons';
import controls from '../shell/controls.module.css';
import styles from './Preview.module.css';

interface PagerProps {
  readonly count: number;
  readonly at: number;
  readonly onGo: (at: number) => void;
}

/** Which page of how many. A single one is told too. */
export function Pager({ count, at, onGo }: PagerProps) {
  const { t } = useTranslation('export');
  const step = (by: -1 | 1) => {
    const isEnd = at + by < 0 || at + by >= count;
    return (
      <button
        type="button"
        className={`${controls.icon} ${styles.step}`}
        aria-label={by < 0 ? t('pager.previous') : t('pager.next')}
        // It keeps the focus at the end of the pages, as a disabled one would not.
        aria-disabled={isEnd}
        onClick={() => {
          if (!isEnd) onGo(at + by);
        }}
      >
        {by < 0 ? <ChevronLeftIcon /> : <ChevronRightIcon />}
      </button>
    );
  };
  return (
    <div className={styles.pager}>
      {count > 1 && step(-1)}
      <p aria-live="polite">{count > 0 && t('pager.at', { at: at + 1, count })}</p>
      {count > 1 && step(1)}
    </div>
  );
}
