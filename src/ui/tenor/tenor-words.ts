import type { TFunction } from 'i18next';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { TenorWindow } from '../../query/tenor-window';
import type { TenorWords } from '../../scene/tenor-head';
import type { Language } from '../../state/state';
import { yearText } from '../../time/date-words';
import { civilOf } from '../../time/day';

/** The ribbon's words in the language of `t`. */
export function tenorWords(t: TFunction<'tenor'>): TenorWords {
  return {
    title: t('title'),
    note: (window) => t('note', { window: windowText(t, window) }),
  };
}

export function windowText(t: TFunction<'tenor'>, { unit, count }: TenorWindow): string {
  return t(`window.${unit}`, { count });
}

export interface LowNames {
  readonly table: EventTable;
  /** The event that pulls the tenor of a day down the most; undefined where there is none, or it is not known yet. */
  readonly makerOf: (day: number, window: TenorWindow) => number | undefined;
  readonly language: Language;
  readonly t: TFunction<'tenor'>;
}

/**
 * What is written at a low of the ribbon: the event that pulls it down the most, and its year. Keep it as long as table,
 * filter and language are the same: each low is looked up once.
 */
export function createLowNames({ table, makerOf, language, t }: LowNames) {
  const names = new Map<string, string>();
  const nameOf = (day: number, window: TenorWindow) => {
    const row = makerOf(day, window);
    const state = row === undefined ? undefined : table.stateOf(row);
    if (row === undefined || !state) return undefined;
    const { year } = civilOf(table.startDay[row] ?? 0);
    const title = textIn(state.title, language).text;
    return t('low', { title, year: yearText(year, language) });
  };
  return (day: number, window: TenorWindow): string | undefined => {
    const key = `${day} ${window.days}`;
    const name = names.get(key) ?? nameOf(day, window);
    if (name !== undefined) names.set(key, name);
    return name;
  };
}
