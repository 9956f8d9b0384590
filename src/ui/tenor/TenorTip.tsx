import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { TenorMakeup } from '../../query/tenor-shares';
import { formatDay, formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { besideX } from '../timeline/tip-place';
import styles from './Tenor.module.css';
import { valueText, wordOf } from './tenor-text';

interface TenorTipProps {
  readonly table: EventTable;
  readonly day: number;
  readonly makeup: TenorMakeup;
  /** In the picture; the tip hangs below, on the side that has more room. */
  readonly x: number;
  readonly top: number;
  readonly widthPx: number;
}

/** The value of a day, and the events that make it up, the strongest first. */
export function TenorTip({ table, day, makeup, x, top, widthPx }: TenorTipProps) {
  const { t } = useTranslation('tenor');
  const language = useAppState((state) => state.language);
  return (
    <div className={styles.tip} style={{ ...besideX(x, widthPx, 12), top }} aria-hidden="true">
      <p>{formatDay(Math.floor(day), language, 'long')}</p>
      <p className={styles.value}>{valueText(t, makeup.estimate)}</p>
      <p>{t('events', { count: makeup.rowCount })}</p>
      <ul className={styles.shares}>
        {makeup.shares.map(({ row, share, tenor }) => {
          const state = table.stateOf(row);
          const title = state && textIn(state.title, language);
          if (!title) return null;
          return (
            <li key={row}>
              <span className={styles.share}>
                {t('share', { percent: Math.max(1, Math.round(100 * share)) })}
              </span>
              <span>
                <span className={styles.title} lang={title.lang}>
                  {title.text}
                </span>
                <br />
                {formatEdtf(state.date, language, 'medium')} · {wordOf(t, tenor)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
