import { capitalOf } from '../../model/capitals';
import type { Dataset, EventState, Text } from '../../model/dataset';
import type { Language } from '../../state/state';
import { type DayRange, formatDay, formatEdtf } from '../../time/date-text';
import { formatIsoDay } from '../../time/day';
import { parseEdtf } from '../../time/parse-edtf';
import { zoneDays } from '../../time/zone-days';

export interface CapitalDays {
  readonly name: Text;
  /** The calendar days there while it is the event's day or days at its place. */
  readonly days: DayRange;
}

/**
 * The event's days by the calendars of both capitals, first where they are as at the place. Nothing where they are the
 * same everywhere, the place names no time zone, or the date is not exact to the day.
 */
export function findCapitalDays(dataset: Dataset, state: EventState): readonly CapitalDays[] {
  const { date, place } = state;
  const { start, end } = date;
  const isExact = start?.precision === 'day' && end?.precision === 'day';
  if (!place?.timeZone || !isExact || date.approximate || date.uncertain) return [];
  const found: CapitalDays[] = [];
  for (const country of dataset.parties) {
    const capital = capitalOf(country);
    if (!capital) continue;
    const first = zoneDays(start.minDay, place.timeZone, capital.timeZone);
    const last = zoneDays(end.maxDay, place.timeZone, capital.timeZone);
    if (!first || !last) return [];
    const days = { firstDay: first.firstDay, lastDay: last.lastDay };
    found.push({ name: capital.name, days });
  }
  const isLocal = ({ days }: CapitalDays) =>
    days.firstDay === start.minDay && days.lastDay === end.maxDay;
  const differing = found.filter((capital) => !isLocal(capital));
  return differing.length === 0 ? [] : [...found.filter(isLocal), ...differing];
}

/** 12 Jul, 12–13 Jul; the year stands in the event's date. */
export function daysText({ firstDay, lastDay }: DayRange, language: Language): string {
  const interval = parseEdtf(`${formatIsoDay(firstDay)}/${formatIsoDay(lastDay)}`);
  return firstDay === lastDay || !interval
    ? formatDay(firstDay, language, 'short')
    : formatEdtf(interval, language, 'short');
}
