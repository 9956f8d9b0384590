import ICAL from 'ical.js';
import { type Day, dayOf, formatIsoDay } from '../../time/day';
import { formatTimeOfDay } from '../../time/time-of-day';

// A folded line begins with a blank, which ical.js does not count among its 75 bytes (RFC 5545, 3.1).
ICAL.foldLength = 74;

/** The parts of a calendar as plain data, as jCal has them (RFC 7265); `writeCalendar` makes text of them. */
export type JCalProperty = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: (string | number | readonly number[])[],
];
export type JCalComponent = readonly [
  name: string,
  properties: readonly JCalProperty[],
  components: readonly JCalComponent[],
];

/** Lines of 75 bytes at most, each ended by CR and LF, the last one too. */
export function writeCalendar(component: JCalComponent): string {
  return ICAL.stringify(component as unknown as unknown[]);
}

/** A text, whatever it holds, in whichever language it is. */
export function textProperty(name: string, text: string, language = ''): JCalProperty {
  const isTag = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(language);
  return [name, isTag ? { language } : {}, 'text', cleanText(text)];
}

export function listProperty(
  name: string,
  texts: readonly string[],
  language: string,
): JCalProperty {
  return [name, { language }, 'text', ...texts.map(cleanText)];
}

/** Line breaks stay; other control characters no text of a calendar may hold. */
function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD');
}

/** The days that a calendar can name: its years have four digits and no sign. */
const FIRST_DAY = dayOf(1, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);

/** The nearest day that a calendar can name with the day after it. */
export function calendarDay(day: Day): Day {
  return Math.min(LAST_DAY - 1, Math.max(FIRST_DAY, day));
}

export function dateProperty(name: string, day: Day): JCalProperty {
  return [name, {}, 'date', formatIsoDay(day)];
}

/** What calendar and clock show. */
export interface ClockTime {
  readonly day: Day;
  readonly minutes: number;
}

/** In a zone, or without one as the component that it stands in says. */
export function timeProperty(
  name: string,
  { day, minutes }: ClockTime,
  tzid?: string,
): JCalProperty {
  const value = `${formatIsoDay(day)}T${formatTimeOfDay(minutes)}:00`;
  return [name, tzid === undefined ? {} : { tzid }, 'date-time', value];
}

/** Midnight of UTC. */
export function instantProperty(name: string, day: Day): JCalProperty {
  return [name, {}, 'date-time', `${formatIsoDay(calendarDay(day))}T00:00:00Z`];
}
