import type { TFunction } from 'i18next';
import { type CsvCell, formatCsv } from '../../lib/csv';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { CadenceGap, Occasion } from '../../query/cadence';
import type { Language } from '../../state/state';
import { formatIsoDay } from '../../time/day';

const HEAD = [
  'days',
  'minDays',
  'maxDays',
  'fromFirst',
  'fromLast',
  'fromIds',
  'fromTitle',
  'toFirst',
  'toLast',
  'toIds',
  'toTitle',
] as const;

/** The gaps as RFC 4180 CSV: days as ISO 8601, titles in the reader's language, several of one day apart by semicolons. */
export function gapsCsv(
  table: EventTable,
  gaps: readonly CadenceGap[],
  { t, language }: { readonly t: TFunction<'cadence'>; readonly language: Language },
): string {
  const cellsOf = ({ minDay, maxDay, rows }: Occasion): readonly CsvCell[] => [
    formatIsoDay(minDay),
    formatIsoDay(maxDay),
    rows.map((row) => table.idOf(row) ?? '').join('; '),
    rows.map((row) => textIn(table.stateOf(row)?.title ?? '', language).text).join('; '),
  ];
  return formatCsv([
    HEAD.map((each) => t(`csv.${each}`)),
    ...gaps.map(({ days, minDays, maxDays, from, to }) => [
      days,
      minDays,
      maxDays,
      ...cellsOf(from),
      ...cellsOf(to),
    ]),
  ]);
}
