import { type CsvCell, formatCsv } from '../lib/csv';
import type { Dataset, EventState, Text } from '../model/dataset';
import { sourcesAsOf } from '../model/shown-event';
import { textIn } from '../model/text';
import { type Day, formatIsoDay } from '../time/day';
import { type RecordExport, statesOf, type TextPieces } from './record-export';
import { webAddress } from './web-address';

export interface CsvOptions {
  /** By which Excel knows UTF-8. */
  readonly bom: boolean;
}

interface Column {
  readonly name: string;
  readonly cellOf: (state: EventState, from: RecordExport) => CsvCell;
}

/** Parts the items of a list. */
const BETWEEN = '; ';

/** Codes are those of the dataset format, so that files of either language fit together; texts are in the file's language. */
const COLUMNS: readonly Column[] = [
  { name: 'id', cellOf: ({ id }) => id },
  { name: 'date', cellOf: ({ date }) => date.text },
  { name: 'first_day', cellOf: ({ date }) => isoDay(date.minDay) },
  { name: 'last_day', cellOf: ({ date }) => isoDay(date.maxDay) },
  { name: 'time', cellOf: ({ time }) => time ?? '' },
  { name: 'time_zone', cellOf: zoneOf },
  { name: 'status', cellOf: ({ status }) => status },
  { name: 'title_en', cellOf: ({ title }) => textIn(title, 'en').text },
  { name: 'title_ja', cellOf: ({ title }) => textIn(title, 'ja').text },
  { name: 'place', cellOf: ({ place }, { lang }) => words(place?.name, lang) },
  { name: 'country', cellOf: ({ place }) => place?.country ?? '' },
  { name: 'domains', cellOf: ({ domains }) => domains.join(BETWEEN) },
  { name: 'kind', cellOf: ({ kind }) => kind },
  { name: 'importance', cellOf: ({ importance }) => importance },
  { name: 'tenor', cellOf: ({ tenor }) => tenor ?? '' },
  { name: 'parties', cellOf: ({ parties }) => parties.join(BETWEEN) },
  { name: 'actors', cellOf: (state, from) => actorNames(state, from).join(BETWEEN) },
  { name: 'tags', cellOf: ({ tags }) => tags.join(BETWEEN) },
  {
    name: 'sources',
    cellOf: (state, from) =>
      sourcesOf(state, from)
        .map(({ title }) => words(title, from.lang))
        .join(BETWEEN),
  },
  {
    name: 'source_addresses',
    cellOf: (state, from) =>
      sourcesOf(state, from)
        .map(({ url }) => (url === undefined ? '' : webAddress(url)))
        .join(BETWEEN),
  },
  { name: 'summary', cellOf: ({ summary }, { lang }) => words(summary, lang) },
  { name: 'confidence', cellOf: ({ confidence }) => confidence },
  { name: 'related', cellOf: (state, from) => linksOf(state, from).join(BETWEEN) },
  { name: 'link', cellOf: ({ id }, { addressOf }) => (addressOf ? webAddress(addressOf(id)) : '') },
  { name: 'as_of', cellOf: (_state, { table }) => isoDay(table.asOfDay) },
];

/** The events as a table for spreadsheets: one in a row, as they stood on the table's day. RFC 4180, UTF-8. */
export function* formatEventsCsv(from: RecordExport, { bom }: CsvOptions): TextPieces {
  yield (bom ? '\uFEFF' : '') + formatCsv([COLUMNS.map(({ name }) => name)]);
  for (const state of statesOf(from)) {
    yield formatCsv([COLUMNS.map(({ cellOf }) => cellOf(state, from))]);
  }
}

/** Empty for an open end. */
function isoDay(day: Day): string {
  return Number.isFinite(day) ? formatIsoDay(day) : '';
}

/** Whose clocks the time is by. */
function zoneOf({ time, place }: EventState, { table }: RecordExport): string {
  if (place?.timeZone === undefined) return '';
  return time === undefined ? place.timeZone : (table.calendar?.timeZone ?? place.timeZone);
}

function words(text: Text | undefined, lang: string): string {
  return text === undefined ? '' : textIn(text, lang).text;
}

function actorNames({ actors }: EventState, { table, lang }: RecordExport): string[] {
  return actors.map(({ actor }) => nameOfActor(actor, table.dataset, lang));
}

function nameOfActor(id: string, dataset: Dataset, lang: string): string {
  return words(dataset.actors.get(id)?.name ?? id, lang);
}

function sourcesOf(state: EventState, { table }: RecordExport) {
  return sourcesAsOf(table.dataset, state, table.asOfDay);
}

/** `prepares:joint-drill`, to events that were known on the day. */
function linksOf({ links }: EventState, { table }: RecordExport): string[] {
  const known = links.filter(({ to }) => table.rowOf(to) !== undefined);
  return known.map(({ to, rel }) => `${rel}:${to}`);
}
