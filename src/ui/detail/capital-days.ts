import { localTimeIn } from '../../model/calendar';
import { capitalOf } from '../../model/capitals';
import type { Dataset, EventState, Text } from '../../model/dataset';
import type { Language } from '../../state/state';
import { type DayRange, formatDay, formatEdtf } from '../../time/date-text';
import { formatIsoDay } from '../../time/day';
import { parseEdtf } from '../../time/parse-edtf';
import { formatTimeOfDay } from '../../time/time-of-day';
import { zoneDays } from '../../time/zone-days';

export interface CapitalDays {
  readonly name: Text;
  /** The calendar days there while it is the event's day or days at its place; at its time of day, one. */
  readonly days: DayRange;
  /** Of an event with a time of day, what clocks show there. */
  readonly time?: string;
}

/**
 * The event's days by the calendars of both capitals, first where they are as at the place. Nothing where they are the
 * same everywhere, the place names no time zone, or the date is not exact to the day. `state` is as the record has it.
 */
export function findCapitalDays(dataset: Dataset, state: EventState): readonly CapitalDays[] {
  const { date } = state;
  const { start, end } = date;
  const isExact = start?.precision === 'day' && end?.precision === 'day';
  if (!isExact || date.approximate || date.uncertain) return [];
  const found: CapitalDays[] = [];
  for (const country of dataset.parties) {
    const capital = capitalOf(country);
    if (!capital) continue;
    const there = daysIn(state, capital.timeZone, { firstDay: start.minDay, lastDay: end.maxDay });
    if (!there) return [];
    found.push({ name: capital.name, ...there });
  }
  const isLocal = ({ days }: CapitalDays) =>
    days.firstDay === start.minDay && days.lastDay === end.maxDay;
  const differing = found.filter((capital) => !isLocal(capital));
  return differing.length === 0 ? [] : [...found.filter(isLocal), ...differing];
}

function daysIn(
  state: EventState,
  timeZone: string,
  { firstDay, lastDay }: DayRange,
): Omit<CapitalDays, 'name'> | undefined {
  const zone = state.place?.timeZone;
  if (zone === undefined) return undefined;
  const at = localTimeIn(state, timeZone);
  if (at) {
    return { days: { firstDay: at.day, lastDay: at.day }, time: formatTimeOfDay(at.minutes) };
  }
  const first = zoneDays(firstDay, zone, timeZone);
  const last = zoneDays(lastDay, zone, timeZone);
  return first && last && { days: { firstDay: first.firstDay, lastDay: last.lastDay } };
}

/** 12 Jul, 12–13 Jul; the year stands in the event's date. */
export function daysText({ firstDay, lastDay }: DayRange, language: Language): string {
  const interval = parseEdtf(`${formatIsoDay(firstDay)}/${formatIsoDay(lastDay)}`);
  return firstDay === lastDay || !interval
    ? formatDay(firstDay, language, 'short')
    : formatEdtf(interval, language, 'short');
}
