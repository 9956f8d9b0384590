import type { TFunction } from 'i18next';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { TenorEstimate } from '../../query/tenor';
import type { TenorMakeup } from '../../query/tenor-shares';
import type { Language } from '../../state/state';
import { formatDay } from '../../time/date-text';

/** “−0.4 (conflict), give or take 0.5”. */
export function valueText(t: TFunction<'tenor'>, { value, error }: TenorEstimate): string {
  const word = wordOf(t, value);
  const rounded = signed(value);
  // Past what the scale can hold a number says nothing.
  return error < 2
    ? t('valueAndError', { value: rounded, word, error: error.toFixed(1) })
    : t('value', { value: rounded, word });
}

/** Nearer to 0 than that no side is taken. */
const LEAST_SIDE = 0.25;
const LEAST_STRONG = 1.5;

/** “Conflict” for −1.2. */
export function wordOf(t: TFunction<'tenor'>, tenor: number): string {
  const size = Math.abs(tenor);
  if (size < LEAST_SIDE) return t('vocabulary:tenor.0');
  return t(`vocabulary:tenor.${Math.sign(tenor) * (size < LEAST_STRONG ? 1 : 2)}`);
}

function signed(value: number): string {
  const digits = Math.abs(value).toFixed(1);
  if (Number(digits) === 0) return digits;
  return value < 0 ? `−${digits}` : `+${digits}`;
}

interface Spoken {
  readonly t: TFunction<'tenor'>;
  readonly table: EventTable;
  readonly language: Language;
  readonly day: number;
  readonly makeup: TenorMakeup | undefined;
}

/** All that the tip shows, as one text for those who hear it. */
export function spokenText({ t, table, language, day, makeup }: Spoken): string {
  const date = formatDay(Math.floor(day), language, 'long');
  if (!makeup) return t('spoken.none', { date });
  const list = makeup.shares
    .map(({ row, tenor }) => {
      const title = textIn(table.stateOf(row)?.title ?? '', language).text;
      return t('spoken.item', { title, word: wordOf(t, tenor) });
    })
    .join(t('spoken.between'));
  const events = t('events', { count: makeup.rowCount });
  return t('spoken.value', { date, value: valueText(t, makeup.estimate), events, list });
}
