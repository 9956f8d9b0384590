import { OUTCOMES } from '../model/outcome';
import type { LedgerEntry } from './ledger';

export const LEDGER_COLUMNS = ['said', 'event', 'forecast', 'outcome', 'days', 'source'] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

export interface LedgerOrder {
  readonly column: LedgerColumn;
  readonly isDescending: boolean;
}

/** What the words of a row are compared by, since titles are in a language. */
export interface LedgerTexts {
  readonly titleOf: (entry: LedgerEntry) => string;
  readonly sourceOf: (entry: LedgerEntry) => string;
  readonly compare: (a: string, b: string) => number;
}

type Key = string | number | undefined;

/** In the order of a column; equal ones stay as they are. What a column says nothing of comes last either way. */
export function sortLedger(
  entries: readonly LedgerEntry[],
  { column, isDescending }: LedgerOrder,
  texts: LedgerTexts,
): readonly LedgerEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, column, texts) }));
  const sign = isDescending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined) return 1;
    if (b.key === undefined) return -1;
    if (typeof a.key === 'string' && typeof b.key === 'string') {
      return sign * texts.compare(a.key, b.key);
    }
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ entry }) => entry);
}

function keyOf(entry: LedgerEntry, column: LedgerColumn, texts: LedgerTexts): Key {
  const { said, verdict } = entry;
  switch (column) {
    case 'said':
      return said.known;
    case 'event':
      return texts.titleOf(entry);
    case 'forecast':
      return said.date.minDay;
    case 'outcome':
      return OUTCOMES.indexOf(verdict.outcome);
    case 'days':
      return middleDays(entry);
    case 'source':
      return texts.sourceOf(entry) || undefined;
  }
}

/** Middle of the range of days off; of what is open and overdue the days since. */
function middleDays({ verdict: { gap, overdueDays } }: LedgerEntry): number | undefined {
  if (gap) return (gap.minDays + gap.maxDays) / 2;
  return overdueDays > 0 ? overdueDays : undefined;
}
