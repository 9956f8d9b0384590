import { STATUSES } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { formatEdtf } from '../time/date-text';
import { civilOf, type Day, type Span } from '../time/day';
import type { EdtfDate } from '../time/edtf';
import type { Lang } from '../time/lang';
import type { SlideWords } from './slide-words';

export interface SlideDateInput {
  readonly table: EventTable;
  readonly span: Span;
  readonly lang: Lang;
  readonly words: SlideWords;
}

/** The date of an event, with its status where it is not simply past; without the year where the axis says it. */
export function slideDate({ table, span, lang, words }: SlideDateInput, row: number): string {
  const state = table.stateOf(row);
  if (!state) return '';
  const text = formatEdtf(state.date, lang, saysYear(state.date, span) ? 'medium' : 'short');
  const status = STATUSES[table.status[row] ?? 0] ?? 'happened';
  const date = status === 'happened' ? text : words.statusAndDate(status, text);
  const isUnconfirmed = ((table.flags[row] ?? 0) & FLAG.unconfirmed) !== 0;
  return isUnconfirmed ? words.notConfirmed(date) : date;
}

/** Whether a reader could take the date for one of another year. */
export function saysYear({ minDay, maxDay }: EdtfDate, { startDay, endDay }: Span): boolean {
  const year = yearOf(startDay);
  if (year !== yearOf(endDay - 1)) return true;
  return [minDay, maxDay].some((day) => Number.isFinite(day) && yearOf(day) !== year);
}

function yearOf(day: Day): number {
  return civilOf(day).year;
}
