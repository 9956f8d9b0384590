import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { datasetJsonSchema } from '../support/dataset-json-schema';
import { datasetJson, eventJson, type Json, recordJson } from '../support/model-dataset';

/** As it is published. */
const PUBLISHED = '../../public/schema/entente-1.json';

it('is published as the reader has it; mend with: npx vitest run tests/golden/dataset-schema.test.ts -u', async () => {
  const text = `${JSON.stringify(datasetJsonSchema(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot(PUBLISHED);
});

describe('the published JSON Schema', () => {
  // Read when first asked for, so that a lost file can be made anew.
  const published = () => {
    const text = readFileSync(new URL(PUBLISHED, import.meta.url), 'utf8');
    return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  };
  let schema: ReturnType<typeof published> | undefined;
  const faultsOf = (file: Json) => (schema ??= published()).safeParse(file).error?.issues ?? [];
  const takes = (file: Json): boolean => faultsOf(file).length === 0;

  it('takes the record of Japan and the United States', () => {
    expect(faultsOf(recordJson())).toEqual([]);
  });

  it('takes what the reader does not know', () => {
    const event = eventJson({ colour: 'red', place: { name: 'There', floor: 3 } });
    expect(takes(datasetJson({ events: [event], mood: 'fair' }))).toBe(true);
  });

  it.each([
    ['format', 'entente/2'],
    ['format', undefined],
    ['parties', ['JP']],
    ['parties', ['JP', 'US', 'KR']],
    ['id', 'Japan US'],
    ['recordedThrough', 'today'],
    ['title', ' '],
    ['events', {}],
  ])('refuses a file whose %s is %j', (field, value) => {
    expect(takes(datasetJson())).toBe(true);
    expect(takes(JSON.parse(JSON.stringify(datasetJson({ [field]: value }))) as Json)).toBe(false);
  });

  it.each([
    ['time', '24:00'],
    ['time', '9:30'],
    ['date', 'last May'],
    ['kind', 'party'],
    ['importance', 6],
    ['importance', 2.5],
    ['tenor', -3],
    ['domains', []],
    ['title', { en: '' }],
    ['actors', [{ role: 'President' }]],
    ['links', [{ to: 'other', rel: 'loves' }]],
    ['revisions', [{ known: '2023-01-01', status: 'possible', time: 'noon' }]],
  ])('refuses an event whose %s is %j', (field, value) => {
    expect(takes(datasetJson({ events: [eventJson({ time: '09:30' })] }))).toBe(true);
    expect(takes(datasetJson({ events: [eventJson({ [field]: value })] }))).toBe(false);
  });

  it('takes every date that the reader can read', () => {
    const { cases } = JSON.parse(readFileSync('tests/fixtures/edtf-cases.json', 'utf8')) as {
      cases: readonly { input: string; valid: boolean }[];
    };
    const refused = cases.filter(
      ({ input, valid }) => valid && !takes(datasetJson({ events: [eventJson({ date: input })] })),
    );
    expect(refused).toEqual([]);
  });
});
