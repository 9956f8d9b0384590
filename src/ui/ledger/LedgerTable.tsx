import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerEntry } from '../../query/ledger';
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerOrder } from '../../query/ledger-sort';
import { useAppState } from '../app-store';
import { MEDIA, useMedia } from '../shell/use-media';
import styles from './Ledger.module.css';
import { LedgerRow } from './LedgerRow';
import { rowWindow } from './row-window';

/** More rows than this are a window about what is in view, all of one height. */
const MOST_ROWS = 500;
const ROW_EM = 4;
const PHONE_ROW_EM = 8;

interface LedgerTableProps {
  readonly entries: readonly LedgerEntry[];
  readonly order: LedgerOrder;
  readonly onSort: (order: LedgerOrder) => void;
  readonly onChoose: (id: string) => void;
}

export function LedgerTable({ entries, order, onSort, onChoose }: LedgerTableProps) {
  const { t } = useTranslation('ledger');
  const language = useAppState((state) => state.language);
  const [scrolled, setScrolled] = useState({ topPx: 0, heightPx: 0 });
  const [emPx] = useState(
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
  );
  const rowPx = emPx * (useMedia(MEDIA.phone) ? PHONE_ROW_EM : ROW_EM);
  const isWindow = entries.length > MOST_ROWS;
  const { first, end } = isWindow
    ? rowWindow({
        count: entries.length,
        rowPx,
        ...scrolled,
      })
    : { first: 0, end: entries.length };
  return (
    <section
      className={styles.scroll}
      data-window={isWindow ? '' : undefined}
      aria-label={t('title')}
      // Scrolled by the arrow keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        if (isWindow) setScrolled({ topPx: scrollTop, heightPx: clientHeight });
      }}
    >
      <table className={styles.table} aria-rowcount={entries.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {LEDGER_COLUMNS.map((column) => (
              <ColumnHead key={column} column={column} order={order} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap heightPx={first * rowPx} />}
          {entries.slice(first, end).map((entry, i) => (
            <LedgerRow
              key={`${entry.said.id}/${entry.said.stateIndex}`}
              entry={entry}
              index={first + i + 2}
              heightPx={isWindow ? rowPx : undefined}
              language={language}
              onChoose={onChoose}
            />
          ))}
          {end < entries.length && <Gap heightPx={(entries.length - end) * rowPx} />}
        </tbody>
      </table>
    </section>
  );
}

/** Stands for rows that are not in the page. */
function Gap({ heightPx }: { readonly heightPx: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- It holds nothing. */}
      <td colSpan={LEDGER_COLUMNS.length} className={styles.gap} style={{ height: heightPx }} />
    </tr>
  );
}

interface ColumnHeadProps {
  readonly column: LedgerColumn;
  readonly order: LedgerOrder;
  readonly onSort: (order: LedgerOrder) => void;
}

function ColumnHead({ column, order, onSort }: ColumnHeadProps) {
  const { t } = useTranslation('ledger');
  const isSorted = order.column === column;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'} data-column={column}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ column, isDescending: isSorted && !order.isDescending })}
      >
        {t(`columns.${column}`)}
        <span className={styles.arrow} data-direction={isSorted ? direction : undefined} />
      </button>
    </th>
  );
}
