import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';

/** Days of 2020 to 2024. */
export const slideDay = fc
  .tuple(
    fc.integer({ min: 2020, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const date = fc.oneof(
  slideDay,
  slideDay.map((text) => text.slice(0, 7)),
  slideDay.map((text) => `${text.slice(0, 4)}?`),
  slideDay.map((text) => `${text}/..`),
  fc.tuple(slideDay, slideDay).map((pair) => pair.toSorted().join('/')),
);
const LATIN = Array.from('abcdefgmwWM');
const JAPANESE = Array.from('日米首脳会談を東京で、開催ミサイル');
const word = fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom(...LATIN) });
const title = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
  fc.string({
    minLength: 1,
    maxLength: 45,
    unit: fc.constantFrom(...JAPANESE),
  }),
  fc.string({ minLength: 300, maxLength: 400, unit: fc.constantFrom('x', 'W') }),
);
export const slideEvent = fc.record({
  title,
  date,
  domains: fc.constantFrom(['diplomacy'], ['security'], ['economy']),
  status: fc.constantFrom(
    'happened',
    'under-way',
    'scheduled',
    'expected',
    'possible',
    'cancelled',
    'lapsed',
  ),
  importance: fc.integer({ min: 1, max: 5 }),
  sources: fc.subarray(['one', 'two'], { maxLength: 2 }),
});

/** A record of events like `slideEvent` gives. */
export function recordOf(events: readonly object[]): Dataset {
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'random',
    title: 'Random',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    sources: ['one', 'two'].map((id) => ({ id, title: id, publisher: `Publisher ${id}` })),
    events: events.map((each, i) => ({
      id: `e${i}`,
      kind: 'meeting',
      parties: ['JP', 'US'],
      known: '1900-01-01',
      ...each,
    })),
  });
  if (!dataset) throw new Error('no dataset was read');
  return dataset;
}
