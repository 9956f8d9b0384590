import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import type { CadenceGap, Occasion } from '../../query/cadence';
import { useAppState } from '../app-store';
import controls from '../shell/controls.module.css';
import { useWords } from '../shell/names';
import styles from './Cadence.module.css';
import { startWords } from './cadence-words';
import { GAP_COLUMNS, type GapColumn, type GapOrder, sortGaps } from './gap-order';

interface GapTableProps {
  readonly table: EventTable;
  readonly gaps: readonly CadenceGap[];
  readonly onChoose: (eventId: string) => void;
}

const SHOWN = 8;
const STEP = 100;

/** The gaps, the longest first unless asked otherwise. */
export function GapTable({ table, gaps, onChoose }: GapTableProps) {
  const { t } = useTranslation('cadence');
  const [order, setOrder] = useState<GapOrder>({ column: 'days', isDescending: true });
  const [most, setMost] = useState(SHOWN);
  const sorted = useMemo(() => sortGaps(gaps, order), [gaps, order]);
  const longestDays = useMemo(
    () => gaps.reduce((longest, { days }) => Math.max(longest, days), 1),
    [gaps],
  );
  const hiddenCount = Math.max(0, sorted.length - most);
  return (
    <div>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('gaps')}</caption>
        <thead>
          <tr>
            {GAP_COLUMNS.map((column) => (
              <ColumnHead key={column} column={column} order={order} onSort={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((gap) => (
            <tr key={gap.from.rows[0]}>
              <td className={styles.days}>
                <DaysText gap={gap} />
                <span
                  className={styles.bar}
                  style={{ width: `${(100 * gap.days) / longestDays}%` }}
                />
              </td>
              <OccasionCell table={table} occasion={gap.from} onChoose={onChoose} />
              <OccasionCell table={table} occasion={gap.to} onChoose={onChoose} />
            </tr>
          ))}
        </tbody>
      </table>
      {hiddenCount > 0 && (
        <Button className={`${controls.link} ${styles.more}`} onPress={() => setMost(most + STEP)}>
          {t('more', { count: Math.min(STEP, hiddenCount) })}
        </Button>
      )}
    </div>
  );
}

function DaysText({ gap: { days, minDays, maxDays } }: { readonly gap: CadenceGap }) {
  const { t } = useTranslation('cadence');
  return minDays === maxDays
    ? t('days', { count: days })
    : t('daysRange', { min: minDays, max: maxDays });
}

interface OccasionCellProps {
  readonly table: EventTable;
  readonly occasion: Occasion;
  readonly onChoose: (eventId: string) => void;
}

function OccasionCell({ table, occasion, onChoose }: OccasionCellProps) {
  const { t } = useTranslation('cadence');
  const language = useAppState((state) => state.language);
  const { run } = useWords();
  const [row = 0] = occasion.rows;
  const { text, lang } = run(table.stateOf(row)?.title ?? '');
  const others = occasion.rows.length - 1;
  return (
    <td>
      <span className={styles.when}>{startWords(occasion, language)}</span>
      <button
        type="button"
        className={styles.title}
        lang={lang}
        onClick={() => onChoose(table.idOf(row) ?? '')}
      >
        {text}
      </button>
      {others > 0 && <span className={styles.when}>{t('andMore', { count: others })}</span>}
    </td>
  );
}

interface ColumnHeadProps {
  readonly column: GapColumn;
  readonly order: GapOrder;
  readonly onSort: (order: GapOrder) => void;
}

function ColumnHead({ column, order, onSort }: ColumnHeadProps) {
  const { t } = useTranslation('cadence');
  const isSorted = order.column === column;
  const direction = order.isDescending ? 'descending' : 'ascending';
  // Lengths are first asked for from the longest, days from the latest.
  const isDescending = !isSorted || !order.isDescending;
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'} data-column={column}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ column, isDescending })}
      >
        {t(`columns.${column}`)}
        <span className={styles.arrow} data-direction={isSorted ? direction : undefined} />
      </button>
    </th>
  );
}
