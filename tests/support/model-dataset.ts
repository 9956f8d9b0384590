import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createEventTable } from '../../src/model/create-event-table';
import { type Dataset, EVENT_KINDS, STATUSES } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { dayOf, formatIsoDay, parseIsoDay } from '../../src/time/day';

export type Json = Record<string, unknown>;

/** A small event as it stands in a file. */
export function eventJson(given: Json = {}): Json {
  return {
    id: 'event',
    title: { en: 'An event', ja: '出来事' },
    date: '2023-01-13',
    domains: ['security'],
    kind: 'meeting',
    parties: ['JP', 'US'],
    ...given,
  };
}

export function datasetJson(given: Json = {}): Json {
  return {
    format: 'entente/1',
    id: 'test',
    title: 'Test',
    parties: ['JP', 'US'],
    recordedThrough: '2024-12-31',
    events: [],
    ...given,
  };
}

/** Parses and insists on a dataset; faults in it are for the test to look at. */
export function datasetOf(given: Json): Dataset {
  const { dataset, issues } = parseDataset(datasetJson(given));
  if (!dataset) throw new Error(`no dataset: ${JSON.stringify(issues)}`);
  return dataset;
}

export function tableOf(given: Json, asOf = '2024-12-31'): EventTable {
  return createEventTable(datasetOf(given), isoDay(asOf));
}

export function isoDay(text: string): number {
  const day = parseIsoDay(text);
  if (day === undefined) throw new Error(`no day: ${text}`);
  return day;
}

export function recordJson(): Json {
  return JSON.parse(readFileSync('data/japan-us.json', 'utf8')) as Json;
}

const FIRST_DAY = dayOf(2020, 1, 1);
export const days = fc.integer({ min: 0, max: 1500 }).map((day) => FIRST_DAY + day);
export const spans = fc
  .tuple(days, fc.integer({ min: 1, max: 900 }))
  .map(([startDay, length]) => ({ startDay, endDay: startDay + length }));

const ACTORS = [
  { id: 'government', name: 'Government', kind: 'government', party: 'JP' },
  { id: 'ministry', name: 'Ministry', kind: 'government', party: 'JP', memberOf: ['government'] },
  { id: 'tanaka', name: '田中', kind: 'person', party: 'JP', memberOf: ['ministry'] },
  { id: 'smith', name: 'Smith', kind: 'person', party: 'US' },
  { id: 'firm', name: 'Firm', kind: 'company', party: 'KR' },
  { id: 'group', name: 'Group', kind: 'group' },
];
export const ACTOR_IDS = ACTORS.map(({ id }) => id);
export const COUNTRIES = ['JP', 'US', 'KR'];
export const DOMAINS = ['diplomacy', 'security', 'economy'];
export const TAGS = ['chips', 'ipef', 'bases'];

const dates = fc.oneof(
  days.map(formatIsoDay),
  days.map((day) => formatIsoDay(day).slice(0, 7)),
  days.map((day) => `${formatIsoDay(day)}/..`),
  fc
    .tuple(days, fc.nat(400))
    .map(([day, length]) => `${formatIsoDay(day)}/${formatIsoDay(day + length)}`),
);

/** Good for one exact day, else a warning. */
const times = fc.constantFrom('00:30', '08:00', '13:00', '20:15');
const places = fc
  .constantFrom('Asia/Tokyo', 'America/New_York', 'Europe/London')
  .map((timeZone) => ({ name: 'There', timeZone }));

const events = fc.record(
  {
    date: dates,
    time: times,
    place: places,
    domains: fc.uniqueArray(fc.constantFrom(...DOMAINS), { minLength: 1 }),
    kind: fc.constantFrom(...EVENT_KINDS),
    parties: fc.uniqueArray(fc.constantFrom(...COUNTRIES)),
    actors: fc.uniqueArray(fc.constantFrom(...ACTOR_IDS)),
    status: fc.constantFrom(...STATUSES),
    importance: fc.integer({ min: 1, max: 5 }),
    tags: fc.uniqueArray(fc.constantFrom(...TAGS)),
    title: fc.constantFrom('Missile test', 'Chip deal', '日米首脳会談', '半導体の合意'),
    known: days.map(formatIsoDay),
    revisions: fc.array(
      fc.record(
        {
          known: days.map(formatIsoDay),
          status: fc.constantFrom(...STATUSES),
          date: dates,
          time: times,
          title: fc.constantFrom('Plan', '計画'),
        },
        { requiredKeys: ['known', 'status'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['date', 'domains', 'kind', 'parties', 'title'] },
);

/** Datasets of up to 25 events around the same few actors, countries, domains and tags. */
export const datasets: fc.Arbitrary<Dataset> = fc
  .array(events, { maxLength: 25 })
  .map((list) =>
    datasetOf({ actors: ACTORS, events: list.map((event, i) => ({ ...event, id: `e-${i}` })) }),
  );

export const tables: fc.Arbitrary<EventTable> = fc
  .tuple(datasets, days)
  .map(([dataset, day]) => createEventTable(dataset, day));
