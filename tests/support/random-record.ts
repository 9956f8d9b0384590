import fc from 'fast-check';
import { type Dataset, STATUSES } from '../../src/model/dataset';
import { dayOf, formatIsoDay } from '../../src/time/day';
import { datasetOf } from './model-dataset';

const FIRST_DAY = dayOf(2019, 3, 1);
const LATIN =
  'Talks on chips, bases & trade (phase 2) in Washington — Tokyo’s reply: “not yet”'.split(' ');
const JAPANESE = Array.from('日米首脳会談、半導体の「合意」とミサイル・データの共有へ。第2回');

/** Of 3 to 70 characters. */
const latinTitles = fc
  .array(fc.constantFrom(...LATIN), { minLength: 1, maxLength: 14, size: 'max' })
  .map((words) => words.join(' ').slice(0, 70).padEnd(3, 'x').trim());
const japaneseTitles = fc
  .array(fc.constantFrom(...JAPANESE), { minLength: 3, maxLength: 45, size: 'max' })
  .map((letters) => letters.join(''));

/** Events crowd within these days of the first one: within weeks, years, or decades. */
const REACH_DAYS = [40, 700, 15_000];

const datesWithin = (reach: number) => {
  const days = fc.integer({ min: 0, max: reach }).map((day) => FIRST_DAY + day);
  const iso = days.map(formatIsoDay);
  const ranges = fc
    .tuple(days, fc.integer({ min: 1, max: Math.ceil(reach / 2) }))
    .map(([day, length]) => [formatIsoDay(day), formatIsoDay(day + length)] as const);
  return fc.oneof(
    { weight: 6, arbitrary: iso },
    { weight: 2, arbitrary: ranges.map(([from, to]) => `${from}/${to}`) },
    iso.map((day) => day.slice(0, 7)),
    iso.map((day) => day.slice(0, 4)),
    iso.map((day) => `${day.slice(0, 4)}-33`),
    iso.map((day) => `${day}~`),
    iso.map((day) => `${day.slice(0, 7)}?`),
    iso.map((day) => `${day}%`),
    iso.map((day) => `${day}/..`),
    iso.map((day) => `../${day}`),
    ranges.map(([from, to]) => `${from.slice(0, 7)}~/${to}?`),
  );
};

const DOMAINS = ['diplomacy', 'security', 'economy', 'culture'].map((id) => ({
  id,
  name: { en: id, ja: '分野' },
}));

const ACTORS = ['ministry', 'department', 'maker'].map((id) => ({
  id,
  name: { en: `The ${id}`, ja: '機関' },
  kind: 'ministry',
}));

/** What was said of an event before, on days of the record and before it. */
const revisionsWithin = (reach: number) =>
  fc
    .uniqueArray(
      fc.record({
        known: fc.integer({ min: -200, max: reach }),
        status: fc.constantFrom(...STATUSES),
        date: datesWithin(reach),
        title: fc.record({ en: latinTitles, ja: japaneseTitles }),
      }),
      { maxLength: 2, selector: ({ known }) => known },
    )
    .map((all) =>
      all
        .toSorted((a, b) => a.known - b.known)
        .map((each) => ({ ...each, known: formatIsoDay(FIRST_DAY + each.known) })),
    );

/** Up to `maxLength` events of every status and kind of date, in one to four domains, some on the very same day. */
export const crowdedRecords = (
  maxLength: number,
  { isRevised = false } = {},
): fc.Arbitrary<Dataset> =>
  fc
    .tuple(fc.constantFrom(...REACH_DAYS), fc.integer({ min: 1, max: 4 }))
    .chain(([reach, domainCount]) => {
      const domains = DOMAINS.slice(0, domainCount);
      const event = fc.record({
        date: datesWithin(reach),
        domains: fc.uniqueArray(fc.constantFrom(...domains.map(({ id }) => id)), { minLength: 1 }),
        kind: fc.constantFrom('summit', 'agreement', 'period'),
        parties: fc.constantFrom(['JP', 'US'], ['JP', 'US', 'KR'], ['JP', 'US', 'PH', 'KR']),
        tags: fc.uniqueArray(fc.constantFrom('chips', 'bases', 'trade'), { maxLength: 2 }),
        actors: fc
          .uniqueArray(fc.constantFrom(...ACTORS.map(({ id }) => id)), { maxLength: 2 })
          .map((ids) => ids.map((actor) => ({ actor }))),
        status: fc.constantFrom(...STATUSES, 'happened', 'happened'),
        importance: fc.integer({ min: 1, max: 5 }),
        title: fc.record({ en: latinTitles, ja: japaneseTitles }),
        place: fc.constantFrom(
          { name: { en: 'The White House', ja: 'ホワイトハウス' }, country: 'US' },
          { name: { en: 'Yokosuka', ja: '横須賀' }, country: 'JP' },
          { name: { en: 'Seoul', ja: 'ソウル' }, country: 'KR' },
          { name: { en: 'Off Korea', ja: '朝鮮半島沖' } },
          undefined,
        ),
        ...(isRevised && { revisions: revisionsWithin(reach) }),
      });
      return fc.array(event, { minLength: 1, maxLength, size: 'max' }).map((events) =>
        datasetOf({
          recordedThrough: formatIsoDay(FIRST_DAY + Math.ceil(reach * 0.7)),
          domains,
          actors: ACTORS,
          events: events.map((each, i) => ({ ...each, id: `e-${i}` })),
        }),
      );
    });
