import type { TFunction } from 'i18next';
import type { Place } from '../../model/dataset';
import { OUTCOMES } from '../../model/outcome';
import { type LanguageText, textIn } from '../../model/text';
import type { LedgerEntry, LedgerSummary } from '../../query/ledger';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';
import type { Day } from '../../time/day';

/** Who said it: publishers, each once, or the titles of sources that name none. */
export function sourceWords({ sources }: LedgerEntry, language: Language, t: TFunction): string {
  const names = sources.map(
    ({ publisher, title }) => textIn(publisher, language).text || textIn(title, language).text,
  );
  return [...new Set(names)].join(t('ledger:sources'));
}

export function titleOf({ said }: LedgerEntry, language: Language): LanguageText {
  return textIn(said.title, language);
}

export function placeWords(place: Place | undefined, language: Language): string {
  return place ? textIn(place.name, language).text : '';
}

/** “+18”, “−3”, “+3 to +33”; what is open and overdue: “45 days overdue”; empty where there is nothing to count. */
export function offWords({ verdict }: LedgerEntry, t: TFunction): string {
  const { gap, overdueDays } = verdict;
  if (!gap) return overdueDays > 0 ? t('ledger:overdueBy', { count: overdueDays }) : '';
  const [min, max] = [gap.minDays, gap.maxDays].map((count) =>
    // A minus sign, as wide as the plus; the formatter writes a hyphen.
    t('ledger:signed', { count }).replace('-', '\u2212'),
  );
  return min === max ? (min ?? '') : t('ledger:signedRange', { min, max });
}

/**
 * The counts of a ledger as short lines, for a picture: “24 forecasts by 12 June 2023”, then each outcome that there is.
 */
export function ledgerSummaryLines(
  { total, counts }: LedgerSummary,
  asOfDay: Day,
  { t, language }: { readonly t: TFunction; readonly language: Language },
): readonly string[] {
  const date = formatDay(asOfDay, language, 'long');
  const lines = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    t('ledger:picture', { outcome: t(`ledger:outcomes.${outcome}`), count: counts[outcome] }),
  );
  return [t('ledger:pictureHead', { count: total, date }), ...lines];
}
