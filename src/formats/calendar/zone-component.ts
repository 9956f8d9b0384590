import { civilOf, type Day, dayOf } from '../../time/day';
import { formatTimeOfDay } from '../../time/time-of-day';
import { type OffsetChange, offsetChanges } from '../../time/zone-changes';
import { findClock, MS_PER_DAY } from '../../time/zone-clock';
import { type ClockTime, type JCalComponent, type JCalProperty, timeProperty } from './jcal';

/** A zone with the first and last day on which events have a time there. */
export interface ZoneUse {
  readonly zone: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

const MS_PER_MINUTE = 60_000;

/** The rules of a zone for the whole years that are used, as RFC 5545 wants them in the file; undefined for an unknown zone. */
export function zoneComponent({ zone, firstDay, lastDay }: ZoneUse): JCalComponent | undefined {
  const clock = findClock(zone);
  if (!clock) return undefined;
  const begin = dayOf(civilOf(firstDay).year, 1, 1) - 1;
  const end = dayOf(civilOf(lastDay).year + 1, 1, 1) + 1;
  const changes = offsetChanges(clock, begin * MS_PER_DAY, end * MS_PER_DAY);
  const standardMs = Math.min(...changes.map(({ toMs }) => toMs));
  const observances = changes.map((change) => observance(change, standardMs));
  return ['vtimezone', [['tzid', {}, 'text', zone]], observances];
}

/** Which offset is summer time no platform tells; readers take no notice of it but by its name. */
function observance({ sinceMs, fromMs, toMs }: OffsetChange, standardMs: number): JCalComponent {
  const properties = [
    timeProperty('dtstart', clockTimeOf(sinceMs + fromMs)),
    offsetProperty('tzoffsetfrom', fromMs),
    offsetProperty('tzoffsetto', toMs),
  ];
  return [toMs > standardMs ? 'daylight' : 'standard', properties, []];
}

function clockTimeOf(localMs: number): ClockTime {
  const day = Math.floor(localMs / MS_PER_DAY);
  return { day, minutes: Math.floor((localMs - day * MS_PER_DAY) / MS_PER_MINUTE) };
}

/** In whole minutes: no zone has had seconds since 1972, and few readers know of them. */
function offsetProperty(name: string, offsetMs: number): JCalProperty {
  const minutes = Math.round(offsetMs / MS_PER_MINUTE);
  const sign = minutes < 0 ? '-' : '+';
  return [name, {}, 'utc-offset', sign + formatTimeOfDay(Math.abs(minutes))];
}
