import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetJson } from '../../src/io/write-dataset';
import type { Dataset, DatasetView } from '../../src/model/dataset';
import { parseDataset, parseDatasetText } from '../../src/model/parse-dataset';
import { PATTERNS } from '../../src/model/schema';
import { anyText } from '../support/any-text';
import {
  ACTOR_IDS,
  DOMAINS,
  datasets,
  days,
  eventJson,
  datasetJson as fileOf,
  type Json,
  recordJson,
} from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { tries } from '../support/tries';

const texts = anyText(1).filter((text) => text.trim() !== '');

const ownViews: fc.Arbitrary<readonly DatasetView[]> = fc.uniqueArray(
  fc
    .record(
      {
        id: fc.oneof(fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}$/), texts),
        title: fc.oneof(texts, fc.record({ en: texts, ja: texts })),
        note: texts,
        ends: fc.tuple(days, days),
        asOfDay: days,
        domains: fc.subarray(DOMAINS),
        actors: fc.subarray(ACTOR_IDS),
      },
      { requiredKeys: ['id', 'title', 'ends', 'domains', 'actors'] },
    )
    .map(({ ends: [a, b], ...view }) => ({
      ...view,
      fromDay: Math.min(a, b),
      toDay: Math.max(a, b),
    })),
  { selector: ({ id }) => id, maxLength: 5 },
);

function written(dataset: Dataset, own: readonly DatasetView[] = []): string {
  const text = datasetJson(dataset, own);
  if (text === undefined) throw new Error('nothing was written');
  return text;
}

const withoutId = ({ id: _id, ...view }: DatasetView) => view;

describe('the dataset’s file', () => {
  it('is read again as what it was written from', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        expect(parseDatasetText(written(dataset)).dataset).toEqual(dataset);
      }),
      { numRuns: tries(100) },
    );
  });

  it('holds the reader’s own views after the dataset’s, and all else as it was', () => {
    fc.assert(
      fc.property(datasets, ownViews, (dataset, own) => {
        const { dataset: again, issues } = parseDatasetText(written(dataset, own));
        expect(again?.views.map(withoutId)).toEqual(own.map(withoutId));
        for (const { id } of again?.views ?? []) expect(id).toMatch(PATTERNS.kebabId);
        expect({ ...again, views: [], raw: undefined }).toEqual({
          ...dataset,
          views: [],
          raw: undefined,
        });
        expect(issues.filter(({ path }) => path.startsWith('views'))).toEqual([]);
      }),
      { numRuns: tries(100) },
    );
  });

  it('of the bundled record is the file itself', () => {
    const file = recordJson();
    const { dataset } = parseDataset(file);
    const text = written(dataset!);
    expect(JSON.parse(text)).toEqual(file);
    expect(parseDatasetText(text).dataset).toEqual(dataset);
  });
});

const VIEW = { title: 'View', fromDay: 0, toDay: 9, domains: [], actors: [] };

describe('the dataset’s file with own views', () => {
  it('hands back unknown fields, events set aside, times of day and faulty views', () => {
    const file: Json = fileOf({
      mood: { deep: [1, null] },
      events: [
        eventJson({ date: '2023-01-13', time: '20:15', colour: 'red' }),
        { id: 'broken', title: 7 },
      ],
      views: [{ id: 'given' }],
    });
    const { dataset } = parseDataset(file);
    const { views, ...rest } = JSON.parse(written(dataset!, [{ ...VIEW, id: 'mine' }])) as Json;
    const { views: given, ...before } = file;
    expect(rest).toEqual(before);
    expect(views).toEqual([
      ...(given as unknown[]),
      { id: 'mine', title: 'View', from: '1970-01-01', to: '1970-01-10' },
    ]);
  });

  it('gives a view whose id the file has already another one, even where the file’s is set aside', () => {
    const { dataset } = parseDataset(fileOf({ views: [{ id: 'view' }, 'no view', null] }));
    const own = [
      { ...VIEW, id: 'view' },
      { ...VIEW, id: 'No Kebab', title: '三つ目' },
    ];
    const { views } = JSON.parse(written(dataset!, own)) as { views: { id?: string }[] };
    expect(views.slice(3).map(({ id }) => id)).toEqual(['view-2', 'view-3']);
  });

  it('is not offered of a large set', () => {
    expect(datasetJson(packedOf(fileOf({ events: [eventJson()] })).dataset, [])).toBeUndefined();
  });
});
