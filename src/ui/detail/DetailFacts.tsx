import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalOf } from '../../model/capitals';
import type { EventState } from '../../model/dataset';
import { type EventTable, FLAG } from '../../model/event-table';
import { asRecorded } from '../../model/recorded-state';
import { textIn } from '../../model/text';
import type { Language } from '../../state/state';
import { formatDay, formatEdtf } from '../../time/date-text';
import { MarkIcon } from '../MarkIcon';
import { daysText, findCapitalDays } from './capital-days';
import styles from './DetailPanel.module.css';
import { LangText } from './LangText';

interface DetailFactsProps {
  readonly table: EventTable;
  readonly row: number;
  readonly language: Language;
  /** Whether the reader chose an as-of day; else Latest. */
  readonly hasAsOf: boolean;
}

/** Statuses that stay as they are, so that at Latest no day needs to be given. */
const SETTLED = new Set(['happened', 'cancelled', 'lapsed']);
const AHEAD = new Set(['scheduled', 'expected', 'possible', 'postponed']);

/** Status, when, where, and the day in both capitals. */
export function DetailFacts({ table, row, language, hasAsOf }: DetailFactsProps) {
  const { t } = useTranslation('detail');
  const state = table.stateOf(row);
  if (!state) return null;
  const flags = table.flags[row] ?? 0;
  const inexact = (flags & (FLAG.coarse | FLAG.approximate | FLAG.uncertain)) !== 0;
  return (
    <>
      <dl className={styles.facts}>
        <Fact term={t('status')}>
          <MarkIcon
            domainIndex={table.domain[row] ?? 0}
            status={state.status}
            sizePx={14}
            className={styles.statusMark}
          />
          <strong>{t(`vocabulary:statuses.${state.status}`)}</strong>
          {(hasAsOf || !SETTLED.has(state.status)) && (
            <span className={styles.quiet}>
              {t('asOf', { date: formatDay(table.asOfDay, language, 'long') })}
            </span>
          )}
        </Fact>
        <Fact term={t('when')}>
          <strong>{formatEdtf(state.date, language, 'long')}</strong>
          <TimeOfDay table={table} state={state} language={language} />
          {inexact && (
            <span className={styles.quiet}>
              {t(AHEAD.has(state.status) ? 'noDayFixed' : 'dayNotRecorded')}
            </span>
          )}
        </Fact>
        {state.place && (
          <Fact term={t('where')}>
            <LangText text={state.place.name} language={language} />
          </Fact>
        )}
        <CapitalsFact table={table} row={row} language={language} />
      </dl>
      {(flags & FLAG.unconfirmed) !== 0 && (
        <p className={styles.warning}>
          {t('notConfirmed', { date: formatDay(table.dataset.recordedThrough, language, 'long') })}
        </p>
      )}
    </>
  );
}

interface TimeOfDayProps {
  readonly table: EventTable;
  readonly state: EventState;
  readonly language: Language;
}

/** The time of day by the table's calendar, and where that is another than at the place, day and time there. */
function TimeOfDay({ table, state, language }: TimeOfDayProps) {
  const { t } = useTranslation('detail');
  const { time } = state;
  if (time === undefined) return null;
  const recorded = asRecorded(table.dataset, state);
  const isAsThere = recorded.time === time && recorded.date.minDay === state.date.minDay;
  const capital = isAsThere ? undefined : capitalOf(table.calendar?.country ?? '');
  if (!capital) return <span className={styles.quiet}>{t('localTime', { time })}</span>;
  const place = textIn(capital.name, language).text;
  const date = formatEdtf(recorded.date, language, 'short');
  return (
    <>
      <span className={styles.quiet}>{t('timeIn', { time, place })}</span>
      <span className={styles.atPlace}>{t('atPlace', { date, time: recorded.time })}</span>
    </>
  );
}

function CapitalsFact({ table, row, language }: Omit<DetailFactsProps, 'hasAsOf'>) {
  const { t } = useTranslation('detail');
  const state = table.stateOf(row);
  const recorded = state && asRecorded(table.dataset, state);
  const capitals = recorded ? findCapitalDays(table.dataset, recorded) : [];
  if (capitals.length === 0) return null;
  return (
    <Fact term={t('capitals')}>
      {capitals.map(({ name, days, time }) => (
        <span key={JSON.stringify(name)} className={styles.capital}>
          {daysText(days, language)} {time !== undefined && `${time} `}
          <LangText text={name} language={language} className={styles.quiet} />
        </span>
      ))}
    </Fact>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}

export function Fact({ term, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
