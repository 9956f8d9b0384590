import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  ACTOR_KINDS,
  EVENT_KINDS,
  LINK_RELATIONS,
  SOURCE_KINDS,
  STATUSES,
} from '../../src/model/dataset';
import { parseDataset, parseDatasetText } from '../../src/model/parse-dataset';
import {
  actorSchema,
  eventSchema,
  headExtras,
  headSchema,
  revisionSchema,
  sourceSchema,
  viewSchema,
} from '../../src/model/schema';
import { datasetJsonSchema } from '../support/dataset-json-schema';
import { datasetJson, eventJson, type Json } from '../support/model-dataset';

const text = readFileSync('docs/dataset-format.md', 'utf8');
const [example = ''] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json);

/** As much of a JSON Schema as is looked at. */
interface ObjectSchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly items: ObjectSchema }>>;
}

describe('the document of the format', () => {
  it('shows a file that is read without an issue', () => {
    const { dataset, issues } = parseDatasetText(example);
    expect(issues).toEqual([]);
    expect(dataset?.events).toHaveLength(2);
    expect(dataset?.events.at(0)?.states.map(({ time }) => time)).toEqual([
      undefined,
      undefined,
      '20:30',
    ]);
  });

  it('shows a file that the JSON Schema takes', () => {
    const schema = z.fromJSONSchema(datasetJsonSchema());
    expect(schema.safeParse(JSON.parse(example)).error?.issues ?? []).toEqual([]);
  });

  it('names every field and every word that the reader knows', () => {
    const shapes = [headSchema, eventSchema, revisionSchema, actorSchema, sourceSchema, viewSchema];
    const fields = [
      ...shapes.flatMap(({ shape }) => Object.keys(shape)),
      ...Object.keys(headExtras),
    ];
    const words = [EVENT_KINDS, STATUSES, LINK_RELATIONS, ACTOR_KINDS, SOURCE_KINDS].flat();
    const missing = [...fields, ...words].filter((each) => !text.includes(`\`${each}\``));
    expect(missing).toEqual([]);
  });
});

describe('the version rule', () => {
  const read = (given: Json) => parseDataset(JSON.parse(JSON.stringify(datasetJson(given))));

  it.each([
    ['entente/2', '“entente/2”'],
    ['entente/1.1', '“entente/1.1”'],
    ['Entente/1', '“Entente/1”'],
    [1, '1'],
    [undefined, 'nothing'],
    [null, 'nothing'],
  ])('reads nothing of a file of format %j, and says so', (format, found) => {
    const { dataset, issues } = read({ format, events: [eventJson()] });
    expect(dataset).toBeUndefined();
    expect(issues).toEqual([
      {
        path: 'format',
        severity: 'error',
        expected: { key: 'format', values: { options: 'entente/1' } },
        found,
      },
    ]);
  });

  it('ignores an addition that it does not know, and hands it back', () => {
    const event = eventJson({
      duration: 'PT2H',
      place: { name: 'There', floor: 3 },
      revisions: [{ known: '2022-12-01', status: 'possible', odds: 0.4 }],
    });
    const file = { mood: 'fair', events: [event], views: [] };
    const { dataset, issues } = read(file);
    expect(issues).toEqual([]);
    expect(dataset?.events).toHaveLength(1);
    expect(dataset?.raw).toEqual(datasetJson(file));
  });

  it.each(['2023-05-19T09:00:00Z', '9.30', 930, { hour: 9 }, null, '24:00'])(
    'keeps an event of an older file whose own “time” is %j',
    (time) => {
      const { dataset, issues } = read({ events: [eventJson({ time })] });
      expect(dataset?.events.at(0)?.states[0]).not.toHaveProperty('time');
      expect(issues.map(({ path, severity }) => [path, severity])).toEqual([
        ['events[0].time', 'warning'],
      ]);
      expect(dataset?.raw).toEqual(datasetJson({ events: [eventJson({ time })] }));
    },
  );

  it('requires no more of a file than the first version did', () => {
    const whole = datasetJsonSchema() as unknown as ObjectSchema;
    const event = whole.properties['events']?.items;
    const revision = event?.properties['revisions']?.items;
    const requiredBy = (schema: ObjectSchema | undefined) => schema?.required.toSorted();
    expect(requiredBy(whole)).toEqual([
      'events',
      'format',
      'id',
      'parties',
      'recordedThrough',
      'title',
    ]);
    expect(requiredBy(event)).toEqual(['date', 'domains', 'id', 'kind', 'parties', 'title']);
    expect(requiredBy(revision)).toEqual(['known', 'status']);
  });
});
