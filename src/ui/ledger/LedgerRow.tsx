import { useTranslation } from 'react-i18next';
import type { LedgerEntry } from '../../query/ledger';
import type { Language } from '../../state/state';
import { formatDay, formatEdtf } from '../../time/date-text';
import { useAppState } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import styles from './Ledger.module.css';
import { offWords, placeWords, sourceWords, titleOf } from './ledger-words';

interface LedgerRowProps {
  readonly entry: LedgerEntry;
  /** Of the row in the whole table, its head counted: from 2. */
  readonly index: number;
  /** Where all rows are as high as each other. */
  readonly heightPx: number | undefined;
  readonly language: Language;
  readonly onChoose: (id: string) => void;
}

export function LedgerRow({ entry, index, heightPx, language, onChoose }: LedgerRowProps) {
  const { t } = useTranslation(['ledger', 'vocabulary', 'changes']);
  const domains = useAppState((state) => state.dataset?.domains) ?? [];
  const { said } = entry;
  const title = titleOf(entry, language);
  const domainIndex = Math.max(
    0,
    domains.findIndex(({ id }) => id === said.domains[0]),
  );
  return (
    // By keys and for readers of the screen the title is the button; the whole row is a larger target for the pointer.
    <tr
      aria-rowindex={index}
      className={heightPx === undefined ? styles.row : `${styles.row} ${styles.even}`}
      style={{ height: heightPx }}
      onClick={() => onChoose(said.id)}
    >
      <td className={styles.said}>
        {Number.isFinite(said.known) ? formatDay(said.known, language, 'medium') : t('atFirst')}
      </td>
      <th scope="row" className={styles.event}>
        <button
          type="button"
          className={styles.title}
          lang={title.lang || undefined}
          title={heightPx === undefined ? undefined : title.text}
          onClick={(event) => {
            event.stopPropagation();
            onChoose(said.id);
          }}
        >
          {title.text}
        </button>
      </th>
      <td className={styles.forecast}>
        <span className={styles.status}>
          <MarkIcon domainIndex={domainIndex} status={said.status} importance={3} sizePx={14} />
          {t(`vocabulary:statuses.${said.status}`)}
        </span>
        <span className={styles.when}>{formatEdtf(said.date, language, 'medium')}</span>
      </td>
      <Came entry={entry} language={language} />
      <td className={styles.days}>{offWords(entry, t)}</td>
      <td className={styles.source}>{sourceWords(entry, language, t) || t('noSource')}</td>
    </tr>
  );
}

function Came({ entry, language }: Pick<LedgerRowProps, 'entry' | 'language'>) {
  const { t } = useTranslation(['ledger', 'changes']);
  const { current, said, verdict } = entry;
  const { outcome, isElsewhere } = verdict;
  const when = formatEdtf(current.date, language, 'medium');
  const isOpen = outcome === 'open';
  const isSame = current.status === said.status && current.date.text === said.date.text;
  const place = placeWords(current.place, language);
  return (
    <td className={styles.came}>
      <span className={styles.outcome}>
        <span className={styles.swatch} data-outcome={outcome} />
        {t(`outcomes.${outcome}`)}
      </span>
      {isOpen && !isSame && (
        <span className={styles.when}>
          {t('now', { status: t(`changes:statuses.${current.status}`), when })}
        </span>
      )}
      {!isOpen && outcome !== 'lapsed' && outcome !== 'cancelled' && (
        <span className={styles.when}>{when}</span>
      )}
      {isElsewhere && <span className={styles.when}>{t('alsoElsewhere', { place })}</span>}
    </td>
  );
}
