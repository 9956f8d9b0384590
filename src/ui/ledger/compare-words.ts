import type { TFunction } from 'i18next';
import { gapBetween, timingOf } from '../../model/outcome';
import type { LedgerEntry } from '../../query/ledger';
import type { Language } from '../../state/state';
import { daysWords, statementWords } from '../asof/change-words';

interface Telling {
  readonly t: TFunction;
  readonly language: Language;
}

/**
 * One sentence that holds what was said of an event, first and last, against what came; undefined where nothing was said
 * beforehand. The entries are those of one event, oldest first.
 */
export function comparisonSentence(
  entries: readonly LedgerEntry[],
  telling: Telling,
): string | undefined {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return undefined;
  const { t } = telling;
  const { outcome, isElsewhere } = first.verdict;
  if (outcome === 'open') return openSentence(first, last, t);
  if (outcome === 'lapsed' || outcome === 'cancelled') {
    return t(`ledger:compare.${outcome}`, { was: statementWords(last.said, telling) });
  }
  const both = first !== last;
  const words = {
    first: clause(first, both ? 'first' : 'only', telling),
    ...(both && { last: clause(last, 'last', telling) }),
  };
  if (isElsewhere) {
    return both
      ? t('ledger:compare.cameBothElsewhere', words)
      : t('ledger:compare.cameElsewhere', words);
  }
  return both ? t('ledger:compare.cameBoth', words) : t('ledger:compare.came', words);
}

/** “as said at first (possible, 2023)”, “18 days later than said (…)”. */
function clause(
  { said, verdict: { gap } }: LedgerEntry,
  which: 'first' | 'last' | 'only',
  telling: Telling,
): string {
  const { t } = telling;
  const timing = gap ? timingOf(gap) : 'as-said';
  return t(`ledger:compare.${timing}`, {
    which: t(`ledger:compare.${which}`),
    was: statementWords(said, telling),
    days: gap ? daysWords(gap, t) : '',
  });
}

function openSentence(first: LedgerEntry, last: LedgerEntry, t: TFunction): string {
  const { overdueDays } = last.verdict;
  if (overdueDays > 0) return t('ledger:compare.overdue', { count: overdueDays });
  const gap = gapBetween(first.said.date, last.said.date);
  const timing = gap ? timingOf(gap) : 'as-said';
  if (!gap || timing === 'as-said') return t('ledger:compare.open');
  const days = daysWords(gap, t);
  return timing === 'later'
    ? t('ledger:compare.openMoved', { days })
    : t('ledger:compare.openForward', { days });
}
