import fc from 'fast-check';
import { EVENT_KINDS, LINK_RELATIONS, STATUSES } from '../../src/model/dataset';
import { formatIsoDay } from '../../src/time/day';
import { ACTOR_IDS, DOMAINS, datasetJson, days, type Json } from './model-dataset';

const SOURCES = ['official', 'press-1', 'press-2'];

/** What the events below may refer to; they name others too. */
const HEAD = {
  actors: ACTOR_IDS.map((id, i) => ({
    id,
    name: id,
    kind: 'group',
    ...(i % 2 === 0 && { party: ['JP', 'AU'][i % 3] ?? 'KR' }),
  })),
  sources: SOURCES.map((id) => ({ id, title: id, publisher: 'P', published: '2021-02' })),
};

const IDS = ['a', 'b-1', 'b-11', 'constructor', 'has-own-property', '0', 'x'.repeat(300)];
const ids = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...IDS) },
  { weight: 3, arbitrary: fc.nat(40).map((n) => `e-${n}`) },
);
const words = fc.oneof(
  fc.constantFrom('Missile test', '日米首脳会談', '5,000円', 'x'.repeat(5000), '😀 𠮷野家'),
  fc.constantFrom('"quoted" \\ and {"id":"a"}', 'tab\tline\nnul\u0000\u2028', 'half \uD83D pair'),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
);
const texts = fc.oneof(
  words,
  fc.record({ en: words, ja: words }, { requiredKeys: ['ja'], noNullPrototype: true }),
  words.map((text) => ({ 'zh-Hant': text })),
);

const wideDays = fc.oneof(
  { weight: 6, arbitrary: days },
  fc.integer({ min: -4_371_950, max: 2_932_896 }),
  fc.constantFrom(-4_371_587, 2_932_896),
);
const isoDays = wideDays.map(formatIsoDay);
const dates = fc.oneof(
  { weight: 3, arbitrary: isoDays },
  fc.tuple(isoDays, isoDays).map(([a, b]) => `${a}/${b}`),
  fc.tuple(days, fc.nat(90)).map(([a, n]) => `${formatIsoDay(a)}/${formatIsoDay(a + n)}`),
  isoDays.map((day) => day.slice(0, -3)),
  fc
    .tuple(isoDays, fc.constantFrom('~', '?', '%', '/..', '/', 'T10:00', 'T23:59:59Z'))
    .map(([day, tail]) => day + tail),
  isoDays.map((day) => `../${day}`),
  fc.constantFrom('2023', '2023-33', '202X', '19', '-9999', '../..', '2005-06/2005', '2023-05-XX'),
);

const actors = fc.array(
  fc.oneof(
    fc.constantFrom(...ACTOR_IDS, 'nobody'),
    fc.record(
      { actor: fc.constantFrom(...ACTOR_IDS, 'nobody'), role: words },
      { requiredKeys: ['actor'], noNullPrototype: true },
    ),
  ),
  { maxLength: 4 },
);
const places = fc.record(
  {
    name: texts,
    country: fc.constantFrom('JP', 'FR'),
    lat: fc.constantFrom(-90, 35.5),
    timeZone: fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Mars/Olympus'),
    note: fc.constant('unknown to the schema'),
  },
  { requiredKeys: ['name'], noNullPrototype: true },
);
/** Most are good where the date is one exact day. */
const times = fc.constantFrom<unknown>('00:00', '09:30', '19:45', '23:59', '24:00', 7, null);
const links = fc.array(
  fc.record({ to: ids, rel: fc.constantFrom(...LINK_RELATIONS) }, { noNullPrototype: true }),
  {
    maxLength: 3,
  },
);
const sources = fc.array(fc.constantFrom(...SOURCES, 'rumour'), { maxLength: 3 });
const parties = fc.array(fc.constantFrom('JP', 'US', 'KR', 'AU', 'FR'), { maxLength: 4 });
const domains = fc.array(fc.constantFrom(...DOMAINS), { minLength: 1, maxLength: 4 });
const kinds = fc.constantFrom(...EVENT_KINDS);
const statuses = fc.constantFrom(...STATUSES);
const importances = fc.integer({ min: 1, max: 5 });

const revisions = fc.array(
  fc.record(
    {
      known: isoDays,
      status: statuses,
      title: texts,
      date: dates,
      time: times,
      place: places,
      domains,
      kind: kinds,
      parties,
      actors,
      importance: importances,
      links,
      sources,
    },
    { requiredKeys: ['known', 'status'], noNullPrototype: true },
  ),
  { maxLength: 4 },
);

/** Events with all that the schema knows; most are good. */
export const richEvents: fc.Arbitrary<Json> = fc.record(
  {
    id: ids,
    title: texts,
    date: dates,
    domains,
    kind: kinds,
    parties,
    summary: texts,
    time: times,
    place: places,
    actors,
    status: statuses,
    importance: importances,
    tenor: fc.constantFrom(-2, -1, 0, 0.5, 2),
    links,
    sources,
    tags: fc.array(fc.constantFrom('chips', 'ipef', '基地', 'toString'), { maxLength: 3 }),
    confidence: fc.constantFrom('high', 'medium', 'low'),
    known: isoDays,
    revisions,
    7: fc.constant('a key that objects put first'),
    toJSON: fc.constant('no function'),
    notes: fc.constant({ id: 'a', deep: [null, { title: 'x' }] }),
  },
  { requiredKeys: ['id', 'title', 'date', 'domains', 'kind', 'parties'], noNullPrototype: true },
);

/** Without faults, what the schema doesn't know, and a time of day together with revisions. */
export const plainEvents: fc.Arbitrary<Json> = richEvents.map((event) => {
  const { notes: _n, toJSON: _j, '7': _7, time, ...untimed } = event;
  const { date, revisions: given } = untimed;
  const isTimed =
    /^\d\d:[0-5]\d$/.test(String(time)) &&
    time !== '24:00' &&
    EXACT.test(String(date)) &&
    given === undefined;
  const plain = withoutNote(isTimed ? { ...untimed, time } : untimed);
  if (given === undefined) return plain;
  return {
    ...plain,
    revisions: (given as Json[]).map((revision) => {
      const { time: _, ...rest } = revision;
      return withoutNote(rest);
    }),
  };
});

function withoutNote(said: Json): Json {
  if (said['place'] === undefined) return said;
  const { note: _, ...known } = said['place'] as Json;
  return { ...said, place: known };
}

const EXACT = /^-?\d{4}-\d\d-\d\d(T.*)?$/;

const wrong = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  ' ',
  'no such word',
  0,
  6,
  1.5,
  Number.NaN,
  Infinity,
  true,
  [],
  [null],
  ['a', ''],
  ['two words'],
  [{ actor: 'a', role: '' }],
  {},
  { name: '' },
  { en: 1 },
  '2023-02-30',
  'Ünknown',
  Object.assign([], { length: 2 }),
);

/** Events with one field, known or not, that may be at fault. */
export const faultyEvents: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.oneof(richEvents, plainEvents), wrong).chain(spoil) },
  wrong,
);

function spoil([event, value]: readonly [Json, unknown]): fc.Arbitrary<Json> {
  return fc
    .constantFrom(...Object.keys(event), 'tags', 'sources', 'tenor', 'known', 'colour')
    .map((field) => ({ ...event, [field]: field === 'time' ? inJson(value) : value }));
}

/** A time of day at fault costs no event its place. It is read again from what was kept: as JSON, which knows no NaN. */
function inJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Files whose events, some at fault and some with the id of an earlier one, refer to each other and to the head. */
export const hostileFiles: fc.Arbitrary<Json> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: richEvents },
      { weight: 3, arbitrary: plainEvents },
      { weight: 1, arbitrary: faultyEvents },
    ),
    { maxLength: 14 },
  )
  .map((events) => datasetJson({ ...HEAD, events }));
