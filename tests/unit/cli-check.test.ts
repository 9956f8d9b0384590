import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli';
import { tempFolder } from '../support/temp-files';

const fileOf = tempFolder();

const HEAD = {
  format: 'entente/1',
  id: 'x',
  title: { en: 'A relation', ja: 'ある関係' },
  parties: ['JP', 'US'],
  recordedThrough: '2020-12-31',
};
const GOOD = {
  id: 'visit',
  title: 'Visit',
  date: '2020-02-21',
  domains: ['diplomacy'],
  kind: 'visit',
  parties: ['JP', 'US'],
};
const FAULTY = { ...GOOD, id: 'late', date: '2020-13-01' };
const LOOSE = { ...GOOD, id: 'loose', actors: ['nobody'] };

function datasetOf(...events: readonly unknown[]): string {
  return JSON.stringify({ ...HEAD, events });
}

describe('entente check', () => {
  it('finds nothing amiss with the bundled record', async () => {
    const { code, out, err } = await runCli(['check', 'data/japan-us.json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^data\/japan-us\.json: \d+ events, 0 errors, 0 warnings\n$/);
  });

  it('names the place of each fault, what was expected and what was found', async () => {
    const file = fileOf('faulty.json', datasetOf(GOOD, FAULTY, LOOSE));
    const { code, out } = await runCli(['check', file]);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${file}: error: events[1].date: expected a date like 1972-02-21, 1972-02, 1972 or 1972-02-21/1972-02-28, found “2020-13-01”`,
      `${file}: warning: events[2].actors[0]: expected the id of an actor in this file, found “nobody”`,
      `${file}: 2 events, 1 error, 1 warning`,
      '',
    ]);
  });

  it('words faults in Japanese as the app does', async () => {
    const file = fileOf('faulty-ja.json', datasetOf(FAULTY));
    const { out } = await runCli(['check', '--lang', 'ja', file]);
    expect(out).toContain('エラー：events[0].date：期待した内容は');
    expect(out).toContain('エラー1件、警告0件');
  });

  it('lets warnings pass, but for --strict', async () => {
    const file = fileOf('loose.json', datasetOf(GOOD, LOOSE));
    expect((await runCli(['check', file])).code).toBe(0);
    expect((await runCli(['check', '--strict', file])).code).toBe(1);
  });

  it.each([
    ['empty.json', '', /is empty/],
    [
      'broken.json',
      '{"format": "entente/1",\n "id": x}',
      /2:8: expected valid JSON at line 2, column 8/,
    ],
    ['cut.json', '{"format": "entente/1"', /1:23: expected the rest of the file/],
    ['other.json', '{"type": "FeatureCollection"}', /format: expected “entente\/1”, found nothing/],
    ['text.parquet', 'no parquet at all', /is damaged, or no Parquet file/],
    ['zeros.ndjson', '\0\0\0\0', /holds no text/],
    ['lines.json', '{"id": "a"}\n{"id": "b"}\n', /Give its name the ending \.ndjson/],
    ['spread.ndjson', '{\n  "format": "entente/1"\n}', /Give its name the ending \.json/],
  ])('says why %s is no dataset', async (name, content, reason) => {
    const file = fileOf(name, content);
    const { code, out } = await runCli(['check', file]);
    expect(code).toBe(1);
    expect(out).toMatch(reason);
    expect(out).toMatch(/no dataset; [1-9]\d* errors?, 0 warnings\n$/);
  });

  it('reads lines of JSON and names the line of a fault', async () => {
    const lines = [{ ...HEAD }, GOOD, FAULTY].map((line) => JSON.stringify(line));
    const file = fileOf('lines.ndjson', `${lines.join('\n')}\n{"id": "cut`);
    const { code, out } = await runCli(['check', file]);
    expect(code).toBe(1);
    expect(out).toContain('error: line 3: date: expected a date');
    expect(out).toContain('error: line 4: expected the rest of the line');
    expect(out).toContain('1 event, 2 errors, 0 warnings');
  });

  it('prints the first thousand faults of a large file, counts them all, and fails for an error past those', async () => {
    const lines = Array.from({ length: 1200 }, (_, i) => ({ ...LOOSE, id: `loose-${i}` }));
    const bad = { ...HEAD, views: [{ id: 'v', title: 'V', from: '2020-02-02', to: '2020-01-01' }] };
    const text = [bad, ...lines].map((line) => JSON.stringify(line)).join('\n');
    const file = fileOf('many.ndjson', text);
    const { code, out } = await runCli(['check', file]);
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(1002);
    expect(out).toContain(
      '1,200 events, 1 error, 1,200 warnings (only the first 1,000 are printed)',
    );
  });

  it('gives every report as one JSON text', async () => {
    const files = [
      fileOf('a.json', datasetOf(FAULTY)),
      fileOf('b.json', ''),
      fileOf('c.json', datasetOf(GOOD)),
    ];
    const { code, out } = await runCli(['check', '--format', 'json', ...files]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        {
          file: files[0],
          dataset: { id: 'x', title: 'A relation' },
          errorCount: 1,
          issues: [
            { path: 'events[0].date', severity: 'error', key: 'date', found: '“2020-13-01”' },
          ],
        },
        {
          file: files[1],
          dataset: null,
          failure: expect.stringContaining('is empty'),
          errorCount: 1,
        },
        { file: files[2], failure: null, eventCount: 1, errorCount: 0, issues: [] },
      ],
    });
  });

  it('lets no control character of a file through to the terminal', async () => {
    const file = fileOf('escape.json', datasetOf({ ...GOOD, date: '\u001B[31m\u0007red' }));
    const { out } = await runCli(['check', file]);
    expect(out).toContain('red');
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
