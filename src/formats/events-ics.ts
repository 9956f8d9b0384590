import type { Steps } from '../lib/steps';
import type { EventState, Place, Status } from '../model/dataset';
import { asRecorded } from '../model/recorded-state';
import { sourcesAsOf } from '../model/shown-event';
import { liesAhead } from '../model/state-as-of';
import { textIn } from '../model/text';
import { formatDay } from '../time/date-text';
import type { Day } from '../time/day';
import { parseTimeOfDay } from '../time/time-of-day';
import {
  type ClockTime,
  calendarDay,
  dateProperty,
  instantProperty,
  type JCalComponent,
  type JCalProperty,
  listProperty,
  textProperty,
  timeProperty,
  writeCalendar,
} from './calendar/jcal';
import { type ZoneUse, zoneComponent } from './calendar/zone-component';
import {
  dateWords,
  domainNames,
  isInexact,
  plainText,
  sourceWords,
  statusWords,
} from './describe-event';
import { asPieces, type RecordExport, statesOf, type TextPieces } from './record-export';
import { webAddress } from './web-address';

const STATUS: Readonly<Record<Status, string>> = {
  happened: 'CONFIRMED',
  'under-way': 'CONFIRMED',
  scheduled: 'CONFIRMED',
  expected: 'TENTATIVE',
  possible: 'TENTATIVE',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  lapsed: 'CANCELLED',
};

/**
 * The events as a calendar that can be imported or subscribed to (RFC 5545, and 7986 for how often to look again). An
 * event keeps its UID for good; SEQUENCE counts its revisions and DTSTAMP is the day on which the latest became known, so
 * a calendar that is fetched again brings itself up to date. Nothing depends on when or where the file is made.
 */
export function* formatEventsIcs(from: RecordExport): TextPieces {
  const end = 'END:VCALENDAR\r\n';
  yield writeCalendar(['vcalendar', headOf(from), []]).slice(0, -end.length);
  for (const use of yield* asPieces(zonesOf(from))) {
    const zone = zoneComponent(use);
    if (zone) yield writeCalendar(zone);
  }
  for (const state of recordedStates(from)) yield writeCalendar(eventOf(state, from));
  yield end;
}

/** A calendar tells every event by its own place, and then by the reader's clock: whose days the table has is of no weight. */
function* recordedStates(from: RecordExport): Iterable<EventState> {
  for (const state of statesOf(from)) yield asRecorded(from.table.dataset, state);
}

function headOf({ title, lang, words, table }: RecordExport): readonly JCalProperty[] {
  return [
    textProperty('version', '2.0'),
    textProperty('prodid', `-//Entente//Entente 1//${lang.toUpperCase()}`),
    textProperty('calscale', 'GREGORIAN'),
    textProperty('method', 'PUBLISH'),
    textProperty('name', title, lang),
    textProperty('x-wr-calname', title),
    textProperty(
      'description',
      words.readAsOf(table.dataset.id, formatDay(table.asOfDay, lang, 'long')),
      lang,
    ),
    ['refresh-interval', {}, 'duration', 'P1D'],
    ['x-published-ttl', {}, 'unknown', 'P1D'],
  ];
}

function eventOf(state: EventState, from: RecordExport): JCalComponent {
  const { table, lang, words } = from;
  const { dataset } = table;
  const title = textIn(state.title, lang);
  const date = dateWords(state, from);
  const summary = isInexact(state) ? words.inexactTitle(title.text, date) : title.text;
  const address = addressOf(state, from);
  const { place } = state;
  const properties: readonly JCalProperty[] = [
    textProperty('uid', `${state.id}@${dataset.id}.entente`),
    ['sequence', {}, 'integer', state.stateIndex],
    instantProperty(
      'dtstamp',
      Number.isFinite(state.known) ? state.known : dataset.recordedThrough,
    ),
    ...whenOf(state, from),
    textProperty('summary', summary, title.lang || lang),
    textProperty('description', descriptionOf(state, from), lang),
    ...(place ? [textProperty('location', textIn(place.name, lang).text, lang)] : []),
    ...geoOf(place),
    listProperty('categories', [...domainNames(state, table, lang), words.kind(state.kind)], lang),
    textProperty('status', STATUS[state.status]),
    // Nobody's own time is taken up.
    textProperty('transp', 'TRANSPARENT'),
    ...(address === undefined ? [] : [['url', {}, 'uri', address] as const]),
  ];
  return ['vevent', properties, []];
}

function geoOf(place: Place | undefined): readonly JCalProperty[] {
  const { lat, lon } = place ?? {};
  return lat === undefined || lon === undefined ? [] : [['geo', {}, 'float', [lat, lon]]];
}

/** Date and status; the summary; the sources with their addresses; what the dataset is. */
function descriptionOf(state: EventState, from: RecordExport): string {
  const { table, lang, words } = from;
  const { dataset, asOfDay } = table;
  const when = statusWords(state, dateWords(state, from), from);
  const sources = sourcesAsOf(dataset, state, asOfDay).map((source) => {
    const { text, address } = sourceWords(source, from);
    return [text, address].filter((part) => part !== undefined).join('\n');
  });
  const parts = [
    isInexact(state) ? `${when}\n${words.dateNotExact}` : when,
    plainText(state.summary, lang),
    sources.length === 0 ? '' : [words.sources, ...sources].join('\n'),
    words.readAsOf(dataset.id, formatDay(asOfDay, lang, 'long')),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Where to read more: in the app, else at its first source that has an address. */
function addressOf(state: EventState, from: RecordExport): string | undefined {
  const { table, addressOf: inApp } = from;
  if (inApp) return webAddress(inApp(state.id));
  const sources = sourcesAsOf(table.dataset, state, table.asOfDay);
  return sources
    .map((source) => sourceWords(source, from).address)
    .find((url) => url !== undefined);
}

function whenOf(state: EventState, { table }: RecordExport): readonly JCalProperty[] {
  const local = timeAt(state);
  if (local) return [timeProperty('dtstart', local, local.zone)];
  const { first, end } = daysOf(state, table.asOfDay);
  const firstDay = calendarDay(first);
  return [
    dateProperty('dtstart', firstDay),
    dateProperty('dtend', Math.max(firstDay + 1, calendarDay(end))),
  ];
}

interface TimeAt extends ClockTime {
  readonly zone: string;
}

/** Undefined where no time of day or no zone is known: without one, its clock would be the reader's. */
function timeAt({ date, time, place }: EventState): TimeAt | undefined {
  const minutes = time === undefined ? undefined : parseTimeOfDay(time);
  const zone = place?.timeZone;
  if (minutes === undefined || zone === undefined) return undefined;
  const day = date.minDay;
  return day === calendarDay(day) ? { day, minutes, zone } : undefined;
}

/**
 * The days [first, end) that it covers or can be. What has no end goes on until the as-of day where it has begun, else it
 * is shown on the day or days of its beginning; what has no beginning, on those of its end.
 */
function daysOf({ date, status }: EventState, asOfDay: Day): { first: Day; end: Day } {
  const { start, end, minDay, maxDay } = date;
  if (start && end) return { first: minDay, end: maxDay + 1 };
  if (start && !liesAhead(status))
    return { first: minDay, end: Math.max(asOfDay, start.maxDay) + 1 };
  const known = start ?? end;
  return known
    ? { first: known.minDay, end: known.maxDay + 1 }
    : { first: asOfDay, end: asOfDay + 1 };
}

/** The zones in which events have a time of day, in the order in which they come. */
function* zonesOf(from: RecordExport): Steps<Iterable<ZoneUse>> {
  const uses = new Map<string, ZoneUse>();
  for (const state of recordedStates(from)) {
    yield;
    const local = timeAt(state);
    if (!local) continue;
    const { zone, day } = local;
    const { firstDay = day, lastDay = day } = uses.get(zone) ?? {};
    uses.set(zone, { zone, firstDay: Math.min(firstDay, day), lastDay: Math.max(lastDay, day) });
  }
  return uses.values();
}
