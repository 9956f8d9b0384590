import { expect, it } from 'vitest';
import { hashDataset } from '../../src/formats/hash-dataset';
import { parseDatasetText } from '../../src/model/parse-dataset';
import { smallRecord } from '../support/small-record';

const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

it('knows a dataset again however its file is spaced', async () => {
  const record = smallRecord();
  const spaced = parseDatasetText(JSON.stringify(record.raw, null, 4)).dataset;
  const hash = await hashDataset(record, digest);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(spaced && (await hashDataset(spaced, digest))).toBe(hash);
});

it('tells a dataset from one that says something else', async () => {
  const record = smallRecord();
  const changed = { ...(record.raw as object), title: 'Another' };
  const other = parseDatasetText(JSON.stringify(changed)).dataset;
  expect(other && (await hashDataset(other, digest))).not.toBe(await hashDataset(record, digest));
});
