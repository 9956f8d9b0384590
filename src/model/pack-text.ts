import { type Day, formatIsoDay } from '../time/day';
import type { EdtfDate } from '../time/edtf';
import { EVENT_KINDS, type Participation, STATUSES } from './dataset';
import type { RowLists } from './event-table';
import type { PackedEvents } from './packed-events';
import { openingOf } from './packed-fields';
import type { EventRecord } from './schema';

type Fields = Readonly<Record<string, unknown>>;

/** What of an event stands in columns alone. */
export type CodedColumns = Pick<
  PackedEvents,
  | 'startDay'
  | 'endDay'
  | 'status'
  | 'importance'
  | 'kind'
  | 'domain'
  | 'domainMask'
  | 'actors'
  | 'countries'
  | 'tags'
  | 'actorIds'
  | 'countryCodes'
  | 'tagNames'
> & { readonly domainIds: readonly string[] };

/**
 * What is kept of an event, its id first (`jsonOfKept` makes JSON of it): all its fields, but of one without revisions those
 * left out that `codedFields` gives back just as they are. Throws where a field that the schema does not know is no JSON.
 */
export function textToKeep(
  value: Fields,
  record: EventRecord,
  domainIndex: ReadonlyMap<string, number>,
): string {
  const isWhole = record.revisions !== undefined;
  let text = `${record.id}"`;
  for (const key of Object.keys(value)) {
    if (key === 'id' || (!isWhole && isCoded(key, record, domainIndex))) continue;
    const field = JSON.stringify(value[key]);
    if (field !== undefined) text += `${openingOf(key)}${field}`;
  }
  return text;
}

/** Whether the columns tell a field in full. */
function isCoded(
  key: string,
  { date, domains, parties, actors, tags }: EventRecord,
  domainIndex: ReadonlyMap<string, number>,
): boolean {
  switch (key) {
    case 'kind':
    case 'status':
    case 'importance':
      return true;
    case 'date':
      return isOfWholeDays(date);
    case 'domains':
      return isInOrder(domains, domainIndex);
    case 'parties':
      return isOfDistinct(parties);
    case 'tags':
      return isOfDistinct(tags ?? []);
    case 'actors':
      return isOfDistinctActors(actors ?? []);
    default:
      return false;
  }
}

/** The fields of an event without revisions that its text may lack, from the columns of its only state. */
export function codedFields(columns: CodedColumns, entry: number): Fields {
  const { startDay, endDay, domain, domainMask, status, importance, kind } = columns;
  return {
    date: textOfDays(startDay[entry] ?? 0, (endDay[entry] ?? 0) - 1),
    domains: domainsOf(columns.domainIds, domain[entry] ?? 0, domainMask[entry] ?? 0),
    kind: EVENT_KINDS[kind[entry] ?? 0],
    parties: wordsOf(columns.countries, entry, columns.countryCodes),
    actors: wordsOf(columns.actors, entry, columns.actorIds),
    status: STATUSES[status[entry] ?? 0],
    importance: importance[entry],
    tags: wordsOf(columns.tags, entry, columns.tagNames),
  };
}

/** An event as its file has it, from the JSON kept of it and its entry in the columns. */
export function eventValue(kept: Fields, columns: CodedColumns, entry: number): Fields {
  return Object.hasOwn(kept, 'revisions') ? kept : { ...codedFields(columns, entry), ...kept };
}

/** `2023-05-19` or `2023-05-19/2023-05-21`, in years of four digits. */
function isOfWholeDays(date: EdtfDate): boolean {
  if (date.precision !== 'day' || date.approximate || date.uncertain) return false;
  if (!date.isInterval) return date.text.length === 10;
  return date.text.length === 21 && date.minDay < date.maxDay;
}

function textOfDays(first: Day, last: Day): string {
  return first === last ? formatIsoDay(first) : `${formatIsoDay(first)}/${formatIsoDay(last)}`;
}

/** The main domain first, the others in the dataset's order. */
function isInOrder(domains: readonly string[], indexOf: ReadonlyMap<string, number>): boolean {
  const main = indexOf.get(domains[0] ?? '');
  let last = -1;
  for (let i = 1; i < domains.length; i++) {
    const index = indexOf.get(domains[i] ?? '') ?? -1;
    if (index <= last || index === main) return false;
    last = index;
  }
  return true;
}

function domainsOf(ids: readonly string[], main: number, mask: number): string[] {
  const found = [ids[main] ?? ''];
  ids.forEach((id, i) => {
    if (i !== main && ((mask >>> i) & 1) === 1) found.push(id);
  });
  return found;
}

/** A list is short as a rule, and then looked through sooner than a set is made. */
const SHORT = 16;

function isOfDistinct(words: readonly string[]): boolean {
  if (words.length > SHORT) return new Set(words).size === words.length;
  for (let i = 1; i < words.length; i++) {
    if (words.indexOf(words[i] ?? '') < i) return false;
  }
  return true;
}

/** Each once, and none with an office. */
function isOfDistinctActors(actors: readonly Participation[]): boolean {
  for (const { role } of actors) if (role !== undefined) return false;
  return actors.length < 2 || isOfDistinct(actors.map(({ actor }) => actor));
}

function wordsOf({ offsets, values }: RowLists, entry: number, words: readonly string[]): string[] {
  const found: string[] = [];
  const end = offsets[entry + 1] ?? 0;
  for (let i = offsets[entry] ?? 0; i < end; i++) found.push(words[values[i] ?? 0] ?? '');
  return found;
}
