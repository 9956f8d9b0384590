import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashDataset } from '../../src/formats/hash-dataset';
import { canonicalJson } from '../../src/lib/canonical-json';
import type { Dataset } from '../../src/model/dataset';
import { parseDataset, parseDatasetText } from '../../src/model/parse-dataset';
import { packedOf } from '../support/packed-dataset';
import { SMALL_FILE, smallRecord } from '../support/small-record';

function opened(file: unknown): Dataset {
  const { dataset } = parseDataset(file);
  if (!dataset) throw new Error('no dataset');
  return dataset;
}

/** With the fields of each object in the opposite order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, field]) => [name, turnedRound(field)]),
  );
}

describe('the hash of a dataset', () => {
  it('is SHA-256 of its canonical JSON', () => {
    const record = smallRecord();
    const byNode = createHash('sha256').update(canonicalJson(record.raw)).digest('hex');
    expect(hashDataset(record)).toBe(byNode);
  });

  it('is the same however the file is spaced and its fields are ordered', () => {
    const record = smallRecord();
    const spaced = parseDatasetText(JSON.stringify(turnedRound(record.raw), null, 4)).dataset;
    expect(spaced && hashDataset(spaced)).toBe(hashDataset(record));
  });

  it.each([
    ['a title', { title: 'Another' }],
    ['a field that the format does not know', { note: 'mine' }],
    ['an event that was set aside', { events: [{ id: 'bad' }] }],
  ])('differs with %s', (_what, change) => {
    const record = smallRecord();
    const other = opened({ ...(record.raw as object), ...change });
    expect(hashDataset(other)).not.toBe(hashDataset(record));
  });

  it('of a packed dataset differs with any field of any event, also one that stands in columns alone', () => {
    const event = {
      id: 'a',
      title: 'A',
      date: '2020-02-02',
      domains: ['security'],
      kind: 'visit',
      parties: ['JP'],
      tags: ['one'],
    };
    const other = { ...event, id: 'b' };
    const changes = [
      {},
      { title: 'B' },
      { date: '2020-02-03' },
      { kind: 'summit' },
      { domains: ['economy'] },
      { parties: ['US'] },
      { tags: ['two'] },
      { status: 'cancelled' },
      { importance: 5 },
      { tenor: 2 },
      { note: 'not of the format' },
    ];
    const hashOf = (change: object) =>
      hashDataset(packedOf({ ...SMALL_FILE, events: [{ ...event, ...change }, other] }).dataset);
    const hashes = changes.map(hashOf);
    expect(new Set(hashes).size).toBe(changes.length);
    expect(hashOf({})).toBe(hashes[0]);
  });
});

describe('canonical JSON', () => {
  it('orders fields and says what JSON says', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { d: true, c: 1e21 } })).toBe(
      '{"a":{"c":1e+21,"d":true},"b":[1,"x",null]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turnedRound(JSON.parse(text)))).toBe(text);
      }),
    );
  });
});
