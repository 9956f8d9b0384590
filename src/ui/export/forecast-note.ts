import type { TFunction } from 'i18next';
import { ledgerAsOf } from '../../query/ledger';
import { eventsInView } from '../../query/ledger-scope';
import type { Language } from '../../state/state';
import type { Span } from '../../time/day';
import { ledgerSummaryLines } from '../ledger/ledger-words';
import type { PublicationSubject } from './publication-input';

/** The sums of the ledger for what matches in a span, to stand under its picture; undefined where nothing was forecast. */
export function forecastNote(
  { table, matching }: Pick<PublicationSubject, 'table' | 'matching'>,
  span: Span,
  { t, language }: { readonly t: TFunction<'export'>; readonly language: Language },
): string | undefined {
  const { dataset, asOfDay } = table;
  const includes = eventsInView(table, matching, span);
  const { summary } = ledgerAsOf({ dataset, asOfDay, includes });
  if (summary.total === 0) return undefined;
  const words = { t: t as unknown as TFunction, language };
  const [head = '', ...lines] = ledgerSummaryLines(summary, asOfDay, words);
  return t('forecastNote', { head, lines: lines.join(t('forecastBetween')) });
}
