import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerAsOf } from '../../query/ledger';
import { eventsInView } from '../../query/ledger-scope';
import type { Span } from '../../time/day';
import { useAppState } from '../app-store';
import { ledgerSummaryLines } from '../ledger/ledger-words';
import '../record-messages';
import { useMatching, useTable } from '../use-derived';

export interface ForecastNote {
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
  /** What stands under the picture; undefined where it is off, or nothing was forecast. */
  readonly text: string | undefined;
}

/** The sums of the ledger for the events of a range, to stand under its picture. */
export function useForecastNote(span: Span | undefined): ForecastNote {
  const { t } = useTranslation();
  const table = useTable();
  const matching = useMatching();
  const language = useAppState((state) => state.language);
  const [isOn, set] = useState(false);
  const { startDay, endDay } = span ?? {};
  const text = useMemo(() => {
    if (!isOn || !table || !matching || startDay === undefined || endDay === undefined)
      return undefined;
    const includes = eventsInView(table, matching, { startDay, endDay });
    const { dataset, asOfDay } = table;
    const { summary } = ledgerAsOf({ dataset, asOfDay, includes });
    if (summary.total === 0) return undefined;
    const [head = '', ...lines] = ledgerSummaryLines(summary, asOfDay, { t, language });
    return t('export:forecastNote', { head, lines: lines.join(t('export:forecastBetween')) });
  }, [isOn, table, matching, startDay, endDay, language, t]);
  return { isOn, set, text };
}
