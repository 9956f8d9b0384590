import type { SchemaElement } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer, schemaFromColumnData } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { openLarge } from '../../src/io/large/open-large';
import type { OpenedLarge } from '../../src/io/large/protocol';
import { openPacked } from '../../src/model/open-packed';
import { formatIsoDay } from '../../src/time/day';

const texts = (name: string, data: readonly unknown[], nullable = false): ColumnSource => ({
  name,
  data: [...data],
  type: 'STRING',
  nullable,
});

const REQUIRED = [
  texts('id', ['a', 'b']),
  texts('title', ['First', 'Second']),
  texts('date', ['2023-01-13', '2023-05']),
  texts('domains', ['diplomacy', 'security, economy']),
  texts('kind', ['visit', 'agreement']),
  texts('parties', ['JP,US', 'US,JP']),
];
const without = (name: string) => REQUIRED.filter((column) => column.name !== name);

const HEAD = {
  format: 'entente/1',
  id: 'from-parquet',
  title: 'From Parquet',
  parties: ['JP', 'US'],
  recordedThrough: '2023-12-31',
  actors: [{ id: 'ann', name: 'Ann', kind: 'person' }],
  sources: [{ id: 's1', title: 'A source', publisher: 'X' }],
};

interface Options {
  readonly head?: object;
  readonly rowGroupSize?: number;
  /** By column, where it is not the one that its values would give. */
  readonly elements?: Readonly<Record<string, readonly SchemaElement[]>>;
}

function bytesOf(columnData: ColumnSource[], { head = HEAD, ...options }: Options = {}) {
  const { rowGroupSize = 1000, elements = {} } = options;
  const parts = columnData.map(
    (column) => elements[column.name] ?? schemaFromColumnData({ columnData: [column] }).slice(1),
  );
  return parquetWriteBuffer({
    // A type besides the schema would be a contradiction.
    columnData: columnData.map(({ type: _type, nullable: _nullable, ...column }) => column),
    schema: [{ name: 'root', num_children: parts.length }, ...parts.flat()],
    rowGroupSize,
    kvMetadata: [{ key: 'entente', value: JSON.stringify(head) }],
  });
}

function open(content: BlobPart): Promise<OpenedLarge> {
  const file = new File([content], 'events.parquet');
  return openLarge(
    { format: 'parquet', source: { kind: 'file', file }, name: 'events', canShare: false },
    { fetch, nowMs: () => 0, onProgress: () => undefined },
  );
}

async function opened(columns: ColumnSource[], options?: Options) {
  const answer = await open(bytesOf(columns, options));
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  const dataset = openPacked(answer.head, answer.packed);
  return { ...answer, dataset, states: [...dataset.events].map(({ states }) => states.at(-1)) };
}

async function failureOf(content: BlobPart) {
  const answer = await open(content);
  return answer.ok ? undefined : answer.failure;
}

describe('a Parquet file', () => {
  it('gives a row an event, under the head of its metadata', async () => {
    const { dataset, states, issues } = await opened(REQUIRED);
    expect(issues).toEqual([]);
    expect(dataset).toMatchObject({ id: 'from-parquet', title: 'From Parquet' });
    expect(states).toMatchObject([
      { id: 'a', title: 'First', domains: ['diplomacy'], kind: 'visit', parties: ['JP', 'US'] },
      { id: 'b', title: 'Second', domains: ['security', 'economy'], parties: ['US', 'JP'] },
    ]);
  });

  it('is read a group of rows at a time, each row with its own number', async () => {
    const ids = Array.from({ length: 25 }, (_, i) => `e-${i}`);
    const same = (value: string) => ids.map(() => value);
    const dates = ids.map((_, i) => (i === 17 ? '2023-02-30' : '2023-02-01'));
    const { states, issues } = await opened(
      [
        texts('id', ids),
        texts('title', ids),
        texts('date', dates),
        texts('domains', same('economy')),
        texts('kind', same('visit')),
        texts('parties', same('JP')),
      ],
      { rowGroupSize: 10 },
    );
    expect(states.map((state) => state?.id)).toEqual(ids.filter((id) => id !== 'e-17'));
    expect(issues).toMatchObject([{ path: 'row 18: date', found: '“2023-02-30”' }]);
  });

  it('may hold times of day; a column of that name that holds something else costs only itself', async () => {
    const rows = REQUIRED.map((column) =>
      column.name === 'date' ? texts('date', ['2023-01-13', '2023-05-19']) : column,
    );
    const timed = await opened([...rows, texts('time', ['09:30', null], true)]);
    expect(timed.issues).toEqual([]);
    expect(timed.states.map((state) => state?.time)).toEqual(['09:30', undefined]);
    const other = await opened([...rows, { name: 'time', data: [930, 1230], type: 'INT32' }]);
    expect(other.states.map((state) => state?.id)).toEqual(['a', 'b']);
    expect(other.issues).toMatchObject([
      { path: 'row 1: time', severity: 'warning', found: '930' },
      { path: 'row 2: time', severity: 'warning', found: '1230' },
    ]);
  });

  it('may hold numbers of any width, titles in other languages, lists, and nothing', async () => {
    const { states, issues } = await opened([
      ...REQUIRED,
      texts('title_ja', ['最初', null], true),
      texts('summary', [null, 'Words'], true),
      { name: 'importance', data: [5n, 2n], type: 'INT64' },
      { name: 'tenor', data: [1.5, null], type: 'DOUBLE', nullable: true },
      texts('actors', ['ann', null], true),
      texts('sources', ['s1', ''], true),
      texts('tags', ['x, y', null], true),
      texts('known', ['2023-01-20', null], true),
    ]);
    expect(issues).toEqual([]);
    expect(states[0]).toMatchObject({
      title: { en: 'First', ja: '最初' },
      importance: 5,
      tenor: 1.5,
      actors: [{ actor: 'ann' }],
      sources: ['s1'],
      tags: ['x', 'y'],
    });
    expect(states[0]?.summary).toBeUndefined();
    expect(formatIsoDay(states[0]?.known ?? 0)).toBe('2023-01-20');
    expect(states[1]).toMatchObject({ title: 'Second', summary: 'Words', importance: 2, tags: [] });
  });

  it('may hold links, places and revisions as JSON, and faults in it are the row’s own', async () => {
    const revision = { known: '2022-01-01', status: 'expected', date: '2022' };
    const json = (name: string, data: readonly unknown[]): ColumnSource => ({
      name,
      data: [...data],
      type: 'JSON',
      nullable: true,
    });
    const { dataset, states, issues } = await opened([
      ...REQUIRED,
      json('revisions', [[revision], null]),
      texts('links', [null, '[{"to":"a","rel":"follows"}'], true),
      texts('place', ['Tokyo', '{"name":"Seoul","country":"KR"}'], true),
    ]);
    expect(issues).toMatchObject([{ path: 'row 2: links', expected: { key: 'list' } }]);
    expect(dataset.events.at(0)?.states).toHaveLength(2);
    expect(states).toMatchObject([{ id: 'a', place: { name: 'Tokyo' } }]);
  });

  it('takes a column of days for dates', async () => {
    const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
    const { states, issues } = await opened(
      [...without('date'), { name: 'date', data: [day('2023-01-13'), day('1969-12-31')] }],
      {
        elements: {
          date: [
            { name: 'date', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
          ],
        },
      },
    );
    expect(issues).toEqual([]);
    expect(states.map((state) => formatIsoDay(state?.date.minDay ?? 0))).toEqual([
      '2023-01-13',
      '1969-12-31',
    ]);
  });

  it('takes lists of text', async () => {
    const { states, issues } = await opened(
      [...without('domains'), { name: 'domains', data: [['economy'], ['security', 'economy']] }],
      {
        elements: {
          domains: [
            {
              name: 'domains',
              converted_type: 'LIST',
              num_children: 1,
              repetition_type: 'REQUIRED',
            },
            { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
            {
              name: 'element',
              type: 'BYTE_ARRAY',
              converted_type: 'UTF8',
              repetition_type: 'REQUIRED',
            },
          ],
        },
      },
    );
    expect(issues).toEqual([]);
    expect(states.map((state) => state?.domains)).toEqual([['economy'], ['security', 'economy']]);
  });

  it('without a head is named after the file', async () => {
    const bytes = parquetWriteBuffer({ columnData: REQUIRED });
    const answer = await open(bytes);
    expect(answer).toMatchObject({ ok: true, head: { id: 'events', parties: ['JP', 'US'] } });
  });
});

describe('a Parquet file that is no dataset', () => {
  it('is told by the columns that are missing', async () => {
    expect(await failureOf(bytesOf(REQUIRED.slice(0, 4)))).toEqual({
      kind: 'columns',
      issues: ['kind', 'parties'].map((path) => ({
        path,
        severity: 'error',
        expected: { key: path === 'kind' ? 'column-text' : 'column-texts' },
        found: 'nothing',
      })),
    });
  });

  it.each([
    ['title', 'INT32', [1, 2], 'column-text'],
    ['date', 'INT64', ['1', '2'], 'column-date'],
    ['domains', 'BOOLEAN', [true, false], 'column-texts'],
  ] as const)('is told by a column %s of %s', async (name, type, values, key) => {
    const data = type === 'INT64' ? values.map(BigInt) : [...values];
    expect(await failureOf(bytesOf([...without(name), { name, data, type }]))).toMatchObject({
      kind: 'columns',
      issues: [{ path: name, expected: { key }, found: type }],
    });
  });

  it('says of a time stamp that it is no day', async () => {
    const stamps: ColumnSource = {
      name: 'date',
      data: [new Date(0), new Date(1)],
      type: 'TIMESTAMP',
    };
    expect(await failureOf(bytesOf([...without('date'), stamps]))).toMatchObject({
      kind: 'columns',
      issues: [{ path: 'date', found: expect.stringMatching(/TIMESTAMP/) as string }],
    });
  });

  it('says by which method it is compressed, where that can’t be undone', async () => {
    const bytes = parquetWriteBuffer({
      columnData: REQUIRED,
      codec: 'ZSTD',
      compressors: { ZSTD: (input) => input },
    });
    expect(await failureOf(bytes)).toEqual({ kind: 'codec', codec: 'ZSTD' });
  });

  it('says what is no Parquet, or only a part of it', async () => {
    const whole = bytesOf(REQUIRED);
    const notParquet = { kind: 'notParquet' };
    expect(await failureOf('{"format":"entente/1"}')).toEqual(notParquet);
    expect(await failureOf('PAR1')).toEqual(notParquet);
    expect(await failureOf(whole.slice(0, whole.byteLength - 20))).toEqual(notParquet);
    expect(await failureOf('')).toEqual({ kind: 'empty' });
    const damaged = whole.slice(0);
    new Uint8Array(damaged).fill(255, 10, 200);
    expect(await failureOf(damaged)).toEqual(notParquet);
  });
});

describe('a Parquet file on a server', () => {
  it('is counted once as it comes and once as it is read', async () => {
    const bytes = bytesOf(REQUIRED);
    const told: unknown[] = [];
    let ms = 0;
    const headers = { 'content-length': String(bytes.byteLength) };
    const url = 'https://example.org/x.parquet';
    const answer = await openLarge(
      {
        format: 'parquet',
        source: { kind: 'url', url, isSameOrigin: false },
        name: 'x',
        canShare: false,
      },
      {
        fetch: () => Promise.resolve(new Response(bytes, { headers })),
        nowMs: () => (ms += 1000),
        onProgress: (progress) => told.push(progress),
      },
    );
    expect(answer.ok).toBe(true);
    const size = bytes.byteLength;
    expect(told[0]).toEqual({ bytes: size, totalBytes: 2 * size, events: 0 });
    expect(told.at(-1)).toEqual({ bytes: 2 * size, totalBytes: 2 * size, events: 2 });
  });
});
