import { useTranslation } from 'react-i18next';
import { OUTCOMES } from '../../model/outcome';
import { type LedgerSummary, shareOf } from '../../query/ledger';
import styles from './Ledger.module.css';

/** Counts and shares of each outcome, in words and as one bar. */
export function LedgerSummaryBar({ summary }: { readonly summary: LedgerSummary }) {
  const { t } = useTranslation('ledger');
  const present = OUTCOMES.filter((outcome) => summary.counts[outcome] > 0);
  return (
    <div className={styles.summary}>
      <p role="status" className={styles.total}>
        {t('summary', { count: summary.total })}
      </p>
      <div className={styles.bar} aria-hidden="true">
        {present.map((outcome) => (
          <span
            key={outcome}
            className={styles.part}
            data-outcome={outcome}
            style={{ flexGrow: summary.counts[outcome] }}
          />
        ))}
      </div>
      <dl className={styles.counts}>
        {OUTCOMES.map((outcome) => (
          <div key={outcome} data-none={summary.counts[outcome] === 0 ? '' : undefined}>
            <dt>
              <span className={styles.swatch} data-outcome={outcome} />
              {t(`outcomes.${outcome}`)}
            </dt>
            <dd>
              <strong>{summary.counts[outcome]}</strong>{' '}
              {t('share', { share: shareOf(summary, outcome) })}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.intro}>
        {[
          summary.elsewhere > 0 && t('elsewhere', { count: summary.elsewhere }),
          summary.overdue > 0 && t('overdue', { count: summary.overdue }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
