import { parseIsoDay } from '../time/day';
import { parseEdtf } from '../time/parse-edtf';
import {
  type Confidence,
  EVENT_KINDS,
  type EventKind,
  type Importance,
  type Issue,
  type Participation,
  type Place,
  STATUSES,
  type Status,
  type Text,
} from './dataset';
import { isTimeOf } from './event-time';
import { readEvent } from './parse-event';
import { CONFIDENCES, type EventRecord, PATTERNS, textFault } from './schema';

type Fields = Readonly<Record<string, unknown>>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const FIELDS: ReadonlySet<string> = new Set([
  'id',
  'title',
  'summary',
  'date',
  'time',
  'place',
  'domains',
  'kind',
  'parties',
  'actors',
  'status',
  'importance',
  'tenor',
  'sources',
  'tags',
  'confidence',
  'known',
]);
const PLACE_FIELDS: ReadonlySet<string> = new Set(['name', 'country', 'lat', 'lon', 'timeZone']);
const ROLE_FIELDS: ReadonlySet<string> = new Set(['actor', 'role']);
const KINDS: ReadonlySet<unknown> = new Set(EVENT_KINDS);
const STATUS_WORDS: ReadonlySet<unknown> = new Set(STATUSES);
const CONFIDENCE_WORDS: ReadonlySet<unknown> = new Set(CONFIDENCES);

/** As `readEvent`, with issues whose paths begin inside the event. */
export function readAnyEvent(
  value: unknown,
  domains: ReadonlySet<string>,
): { readonly record: EventRecord | undefined; readonly issues: readonly Issue[] } {
  const record = readPlainEvent(value, domains);
  return record ? { record, issues: [] } : readEvent(value, [], domains);
}

/**
 * What `readEvent` makes of an event, where that is quickly seen to be good: an object of known fields, without links and
 * revisions. Undefined for any other, faulty or not; the schema then decides. Some ten times as fast as the schema.
 */
export function readPlainEvent(
  value: unknown,
  domains: ReadonlySet<string>,
): EventRecord | undefined {
  if (!hasOnly(value, FIELDS)) return undefined;
  const { id, title, kind } = value;
  const date = typeof value['date'] === 'string' ? parseEdtf(value['date']) : undefined;
  const isPlain =
    date !== undefined &&
    isMatch(id, PATTERNS.kebabId) &&
    isText(title) &&
    KINDS.has(kind) &&
    isListOf(value['parties'], isCountry) &&
    isListOf(value['domains'], (domain) => domains.has(domain as string)) &&
    value['domains'].length > 0;
  if (!isPlain) return undefined;
  const record: Writable<EventRecord> = {
    id,
    title,
    date,
    domains: value['domains'] as string[],
    kind: kind as EventKind,
    parties: value['parties'] as string[],
  };
  return addLists(value, record) && addWords(value, record) ? record : undefined;
}

/** Whether the fields, where given, are good; they are then put into the record. */
function addLists(value: Fields, record: Writable<EventRecord>): boolean {
  const { actors, sources, tags } = value;
  if (actors !== undefined) {
    const plain = Array.isArray(actors) ? plainActors(actors) : undefined;
    if (!plain) return false;
    record.actors = plain;
  }
  if (sources !== undefined) {
    if (!isListOf(sources, isId)) return false;
    record.sources = sources as string[];
  }
  if (tags !== undefined) {
    if (!isListOf(tags, isId)) return false;
    record.tags = tags as string[];
  }
  return true;
}

function addWords(value: Fields, record: Writable<EventRecord>): boolean {
  const { summary, time, place, status, importance, tenor, confidence } = value;
  if (summary !== undefined) {
    if (!isText(summary)) return false;
    record.summary = summary;
  }
  if (time !== undefined) {
    if (!isTimeOf(time, record.date)) return false;
    record.time = time;
  }
  if (place !== undefined) {
    if (!isPlace(place)) return false;
    record.place = place;
  }
  if (status !== undefined) {
    if (!STATUS_WORDS.has(status)) return false;
    record.status = status as Status;
  }
  if (importance !== undefined) {
    if (!isImportance(importance)) return false;
    record.importance = importance;
  }
  if (tenor !== undefined) {
    if (!isBetween(tenor, -2, 2)) return false;
    record.tenor = tenor;
  }
  if (confidence !== undefined) {
    if (!CONFIDENCE_WORDS.has(confidence)) return false;
    record.confidence = confidence as Confidence;
  }
  return addKnown(value['known'], record);
}

function addKnown(known: unknown, record: Writable<EventRecord>): boolean {
  if (known === undefined) return true;
  const day = typeof known === 'string' ? parseIsoDay(known) : undefined;
  if (day === undefined) return false;
  record.known = day;
  return true;
}

/** Whether a value is an object of these fields and no others, none of them undefined. */
function hasOnly(value: unknown, fields: ReadonlySet<string>): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    if (!fields.has(key) || (value as Fields)[key] === undefined) return false;
  }
  return true;
}

function plainActors(list: readonly unknown[]): Participation[] | undefined {
  const found: Participation[] = [];
  for (const item of list) {
    if (isId(item)) found.push({ actor: item });
    else if (isParticipation(item)) found.push(item);
    else return undefined;
  }
  return found;
}

function isParticipation(value: unknown): value is Participation {
  if (!hasOnly(value, ROLE_FIELDS) || !isId(value['actor'])) return false;
  return value['role'] === undefined || isText(value['role']);
}

function isPlace(value: unknown): value is Place {
  if (!hasOnly(value, PLACE_FIELDS)) return false;
  const { name, country, lat, lon, timeZone } = value;
  return (
    isText(name) &&
    (country === undefined || isCountry(country)) &&
    (lat === undefined || isBetween(lat, -90, 90)) &&
    (lon === undefined || isBetween(lon, -180, 180)) &&
    (timeZone === undefined || typeof timeZone === 'string')
  );
}

/** Holes count as items, unlike in `every`. */
function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is unknown[] {
  if (!Array.isArray(value)) return false;
  for (const item of value as readonly unknown[]) if (!isItem(item)) return false;
  return true;
}

function isText(value: unknown): value is Text {
  return textFault(value) === undefined;
}

function isId(value: unknown): value is string {
  return isMatch(value, PATTERNS.id);
}

function isCountry(value: unknown): value is string {
  return isMatch(value, PATTERNS.country);
}

function isMatch(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isBetween(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

function isImportance(value: unknown): value is Importance {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}
