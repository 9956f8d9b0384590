import { type Day, parseIsoDay } from '../time/day';
import type { EdtfDate } from '../time/edtf';
import { parseEdtf } from '../time/parse-edtf';
import {
  type Confidence,
  EVENT_KINDS,
  type EventKind,
  type EventLink,
  type Importance,
  type Issue,
  LINK_RELATIONS,
  type Participation,
  type Place,
  STATUSES,
  type Status,
  type Text,
} from './dataset';
import { isTimeOf } from './event-time';
import { readEvent } from './parse-event';
import { CONFIDENCES, type EventRecord, PATTERNS, type RevisionRecord, textFault } from './schema';

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
  'links',
  'revisions',
]);
/** Without a time of day, which must be held against the dates of the states before. */
const REVISION_FIELDS: ReadonlySet<string> = new Set([
  'known',
  'status',
  'title',
  'summary',
  'date',
  'place',
  'domains',
  'kind',
  'parties',
  'actors',
  'importance',
  'links',
  'sources',
]);
const PLACE_FIELDS: ReadonlySet<string> = new Set(['name', 'country', 'lat', 'lon', 'timeZone']);
const LINK_FIELDS: ReadonlySet<string> = new Set(['to', 'rel']);
const ROLE_FIELDS: ReadonlySet<string> = new Set(['actor', 'role']);
const KINDS: ReadonlySet<unknown> = new Set(EVENT_KINDS);
const STATUS_WORDS: ReadonlySet<unknown> = new Set(STATUSES);
const RELATIONS: ReadonlySet<unknown> = new Set(LINK_RELATIONS);
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
 * What `readEvent` makes of an event, where that is quickly seen to be good: an object of known fields, without a time of
 * day that revisions might move. Undefined for any other, faulty or not; the schema then decides. Some ten times as fast
 * as the schema.
 */
export function readPlainEvent(
  value: unknown,
  domains: ReadonlySet<string>,
): EventRecord | undefined {
  if (!hasOnly(value, FIELDS)) return undefined;
  const { id, title, kind } = value;
  const date = plainDate(value['date']);
  const isPlain =
    date !== undefined &&
    isMatch(id, PATTERNS.kebabId) &&
    isText(title) &&
    KINDS.has(kind) &&
    isListOf(value['parties'], isCountry) &&
    isDomains(value['domains'], domains);
  if (!isPlain) return undefined;
  const record: Writable<EventRecord> = {
    id,
    title,
    date,
    domains: value['domains'] as string[],
    kind: kind as EventKind,
    parties: value['parties'] as string[],
  };
  const isGood =
    addShared(value, record) && addOwn(value, record) && addRevisions(value, record, domains);
  return isGood ? record : undefined;
}

/** What an event and a revision have alike, but for what an event must have. */
type Shared = Pick<
  Writable<RevisionRecord>,
  'summary' | 'place' | 'importance' | 'actors' | 'sources' | 'links'
>;

/** Whether the fields, where given, are good; they are then put into the record. */
function addShared(value: Fields, record: Shared): boolean {
  const { summary, place, importance, actors, sources, links } = value;
  if (actors !== undefined) {
    const plain = Array.isArray(actors) ? plainActors(actors) : undefined;
    if (!plain) return false;
    record.actors = plain;
  }
  if (sources !== undefined) {
    if (!isListOf(sources, isId)) return false;
    record.sources = sources as string[];
  }
  if (links !== undefined) {
    if (!isListOf(links, isLink)) return false;
    record.links = links as EventLink[];
  }
  if (summary !== undefined) {
    if (!isText(summary)) return false;
    record.summary = summary;
  }
  if (place !== undefined) {
    if (!isPlace(place)) return false;
    record.place = place;
  }
  if (importance !== undefined) {
    if (!isImportance(importance)) return false;
    record.importance = importance;
  }
  return true;
}

function addOwn(value: Fields, record: Writable<EventRecord>): boolean {
  const { time, status, tenor, confidence, tags, known } = value;
  if (tags !== undefined) {
    if (!isListOf(tags, isId)) return false;
    record.tags = tags as string[];
  }
  if (time !== undefined) {
    if (value['revisions'] !== undefined || !isTimeOf(time, record.date)) return false;
    record.time = time;
  }
  if (status !== undefined) {
    if (!STATUS_WORDS.has(status)) return false;
    record.status = status as Status;
  }
  if (tenor !== undefined) {
    if (!isBetween(tenor, -2, 2)) return false;
    record.tenor = tenor;
  }
  if (confidence !== undefined) {
    if (!CONFIDENCE_WORDS.has(confidence)) return false;
    record.confidence = confidence as Confidence;
  }
  if (known !== undefined) {
    const day = plainDay(known);
    if (day === undefined) return false;
    record.known = day;
  }
  return true;
}

function addRevisions(
  { revisions }: Fields,
  record: Writable<EventRecord>,
  domains: ReadonlySet<string>,
): boolean {
  if (revisions === undefined) return true;
  if (!Array.isArray(revisions)) return false;
  const plain: RevisionRecord[] = [];
  for (const value of revisions as readonly unknown[]) {
    const revision = plainRevision(value, domains);
    if (!revision) return false;
    plain.push(revision);
  }
  record.revisions = plain;
  return true;
}

function plainRevision(value: unknown, domains: ReadonlySet<string>): RevisionRecord | undefined {
  if (!hasOnly(value, REVISION_FIELDS)) return undefined;
  const { status, title, kind } = value;
  const known = plainDay(value['known']);
  if (known === undefined || !STATUS_WORDS.has(status)) return undefined;
  const record: Writable<RevisionRecord> = { known, status: status as Status };
  if (title !== undefined) {
    if (!isText(title)) return undefined;
    record.title = title;
  }
  if (kind !== undefined) {
    if (!KINDS.has(kind)) return undefined;
    record.kind = kind as EventKind;
  }
  if (value['date'] !== undefined) {
    const date = plainDate(value['date']);
    if (!date) return undefined;
    record.date = date;
  }
  if (value['domains'] !== undefined) {
    if (!isDomains(value['domains'], domains)) return undefined;
    record.domains = value['domains'];
  }
  if (value['parties'] !== undefined) {
    if (!isListOf(value['parties'], isCountry)) return undefined;
    record.parties = value['parties'] as string[];
  }
  return addShared(value, record) ? record : undefined;
}

function plainDate(value: unknown): EdtfDate | undefined {
  return typeof value === 'string' ? parseEdtf(value) : undefined;
}

function plainDay(value: unknown): Day | undefined {
  return typeof value === 'string' ? parseIsoDay(value) : undefined;
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

function isLink(value: unknown): value is EventLink {
  return hasOnly(value, LINK_FIELDS) && isId(value['to']) && RELATIONS.has(value['rel']);
}

function isDomains(value: unknown, domains: ReadonlySet<string>): value is string[] {
  return isListOf(value, (domain) => domains.has(domain as string)) && value.length > 0;
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
