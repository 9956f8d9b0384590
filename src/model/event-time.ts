import type { EdtfDate } from '../time/edtf';
import { parseTimeOfDay } from '../time/time-of-day';

/** Whether a value of a file is a time of day of 24 hours, `HH:MM`. */
export function isTimeOfDay(value: unknown): value is string {
  return typeof value === 'string' && parseTimeOfDay(value) !== undefined;
}

/** Whether it can be the time of day of a date: that must be one exact day. */
export function isTimeOf(value: unknown, date: EdtfDate): value is string {
  const isOneDay = date.precision === 'day' && !date.isInterval;
  return isTimeOfDay(value) && isOneDay && !date.approximate && !date.uncertain;
}
