import type { TFunction } from 'i18next';
import { type CsvCell, formatCsv } from '../../lib/csv';
import type { Ledger, LedgerEntry } from '../../query/ledger';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import { formatIsoDay } from '../../time/day';
import { placeWords, sourceWords, titleOf } from './ledger-words';

/** The ledger as RFC 4180 CSV: days as ISO 8601 and dates as EDTF, words in the reader's language. */
export function ledgerCsv(
  { asOfDay }: Pick<Ledger, 'asOfDay'>,
  entries: readonly LedgerEntry[],
  { t, language }: { readonly t: TFunction; readonly language: Language },
): string {
  const date = formatDay(asOfDay, language, 'long');
  const head = [
    t('ledger:columns.said'),
    t('ledger:csv.id'),
    t('ledger:columns.event'),
    t('ledger:csv.status'),
    t('ledger:csv.date'),
    t('ledger:csv.place'),
    t('ledger:columns.source'),
    t('ledger:columns.outcome'),
    t('ledger:csv.minDays'),
    t('ledger:csv.maxDays'),
    t('ledger:csv.elsewhere'),
    t('ledger:csv.overdue'),
    t('ledger:csv.cameStatus', { date }),
    t('ledger:csv.cameDate', { date }),
    t('ledger:csv.camePlace', { date }),
  ];
  return formatCsv([head, ...entries.map((entry) => rowOf(entry, t, language))]);
}

function rowOf(entry: LedgerEntry, t: TFunction, language: Language): readonly CsvCell[] {
  const { said, current, verdict } = entry;
  const { gap, isElsewhere, overdueDays } = verdict;
  return [
    Number.isFinite(said.known) ? formatIsoDay(said.known) : '',
    said.id,
    titleOf(entry, language).text,
    t(`vocabulary:statuses.${said.status}`),
    said.date.text,
    placeWords(said.place, language),
    sourceWords(entry, language, t),
    t(`ledger:outcomes.${verdict.outcome}`),
    numberOrNone(gap?.minDays),
    numberOrNone(gap?.maxDays),
    isElsewhere ? t('ledger:csv.yes') : t('ledger:csv.no'),
    overdueDays > 0 ? overdueDays : '',
    t(`vocabulary:statuses.${current.status}`),
    current.date.text,
    placeWords(current.place, language),
  ];
}

/** Days to a beginning that reaches back without end are not a number of days. */
function numberOrNone(days: number | undefined): CsvCell {
  return days !== undefined && Number.isFinite(days) ? days : '';
}
