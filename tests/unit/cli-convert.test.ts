import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_FORMATS } from '../../src/cli/data-formats';
import { datasetOf, isoDay, type Json, recordJson } from '../support/model-dataset';
import { PUBLISHABLE } from '../support/publishable-record';
import { readCsv } from '../support/read-back';
import { exportOf, idsOf } from '../support/record-export';
import { runCli } from '../support/run-cli';
import { tempFolder } from '../support/temp-files';

const fileOf = tempFolder();
const RECORD = 'data/japan-us.json';
const HEAD = { format: 'entente/1', parties: ['JP', 'US'] };
const made = fileOf('made-up.json', JSON.stringify({ ...HEAD, ...PUBLISHABLE }));

async function idsBy(...args: readonly string[]): Promise<readonly (string | undefined)[]> {
  const { out } = await runCli(['convert', ...args, '--to', 'csv']);
  return readCsv(out).map(({ id }) => id);
}

describe('entente convert', () => {
  it('writes to stdout, and messages nowhere where there is nothing to say', async () => {
    const { code, out, err } = await runCli(['convert', made, '--to', 'csv']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readCsv(out)).toHaveLength(5);
  });

  it.each(DATA_FORMATS)('writes the same bytes to a file (%s)', async (format) => {
    const place = fileOf(`out.${format}`);
    const args = ['convert', made, '--format', format, '--lang', 'ja'];
    const { out } = await runCli(args);
    const { code, out: nothing } = await runCli([...args, '--out', place]);
    expect({ code, nothing }).toEqual({ code: 0, nothing: '' });
    expect(readFileSync(place, 'utf8')).toBe(out);
    expect(out.length).toBeGreaterThan(100);
  });

  it.each([
    ['a.ics', /^BEGIN:VCALENDAR/],
    ['a.bib', /^@misc\{/],
    ['a.csl.json', /^\[/],
    ['a.JSON', /^\{\n {2}"format"/],
  ])('knows the format by the ending of %s', async (name, begin) => {
    const place = fileOf(name);
    expect((await runCli(['convert', made, '-o', place])).code).toBe(0);
    expect(readFileSync(place, 'utf8')).toMatch(begin);
  });

  it('takes --to for the last day, for the format, and for both', async () => {
    const range = ['--from', '2023-05-01', '--to', '2023-05-31'];
    const both = await runCli(['convert', made, ...range, '--to', 'csv']);
    expect(readCsv(both.out).map(({ id }) => id)).toEqual(['talks', 'ministers-call']);
    const named = await runCli(['convert', made, ...range, '--format', 'csv']);
    expect(named.out).toBe(both.out);
  });

  it('says what --to can be where it is neither', async () => {
    const { code, out, err } = await runCli(['convert', made, '--to', 'xls']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--to must be one of DAY, csv');
    expect(err).toContain('found “xls”');
  });

  it('chooses by the same filters as the app', async () => {
    expect(await idsBy(made, '--domains', 'security')).toEqual([
      'pact',
      'ministers-call',
      'joint-drill',
    ]);
    expect(await idsBy(made, '--status', 'possible,under-way')).toEqual(['talks', 'plant']);
    expect(await idsBy(made, '--countries', 'us', '--kinds', 'meeting')).toEqual([
      'ministers-call',
    ]);
    expect(await idsBy(made, '--actors', 'cabinet')).toEqual(['ministers-call']);
    expect(await idsBy(made, '--actors', 'cabinet', '--people', '0')).toEqual([]);
    expect(await idsBy(made, '--tags', 'telephone')).toEqual(['ministers-call']);
    expect(await idsBy(made, '--importance', '1-2')).toEqual(['ministers-call']);
    expect(await idsBy(made, '--q', '協定')).toEqual(['pact']);
    expect(await idsBy(made, '--road', 'before:joint-drill')).toEqual([
      'pact',
      'ministers-call',
      'joint-drill',
    ]);
    expect(await idsBy(made, '--view', 'old')).toEqual(['pact']);
  });

  it('gives what matches in any range as of any day', async () => {
    const dataset = datasetOf(recordJson());
    const day = fc.integer({ min: isoDay('2021-01-01'), max: isoDay('2026-02-20') });
    const iso = (date: number) => new Date(date * 86_400_000).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(day, day, day, async (a, b, asOfDay) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const expected = exportOf(dataset, { asOfDay, span: { startDay: from, endDay: to + 1 } });
        const args = ['--from', iso(from), '--to', iso(to), '--asof', iso(asOfDay)];
        expect(await idsBy(RECORD, ...args)).toEqual(idsOf(expected));
      }),
      { numRuns: 2 },
    );
  });

  it('reads the record as of the day up to which it goes, on whatever day it is run', async () => {
    const { out } = await runCli(['convert', made, '--to', 'csv']);
    expect(readCsv(out).map((row) => row['as_of'])).toEqual(Array(5).fill('2023-12-31'));
  });

  it('reads lines of JSON as it reads JSON', async () => {
    const { events, views: _, ...head }: Json = { ...HEAD, ...PUBLISHABLE };
    const lines = [head, ...(events as readonly unknown[])].map((line) => JSON.stringify(line));
    const file = fileOf('lines.ndjson', lines.join('\n'));
    const [small, large] = await Promise.all(
      [made, file].map((each) => runCli(['convert', each, '--to', 'ics'])),
    );
    expect(large?.out).toBe(small?.out);
  });

  it('links events to the app where its address is given', async () => {
    const { out } = await runCli([
      'convert',
      made,
      '--to',
      'csv',
      '--app',
      'https://app.example/x/?data=a.json&q=b',
    ]);
    expect(readCsv(out)[1]?.['link']).toBe(
      'https://app.example/x/?v=1&data=a.json&event=talks&lang=en',
    );
  });

  it('says that no event matches, and writes the file nonetheless', async () => {
    const { code, out, err } = await runCli(['convert', made, '--to', 'csv', '--q', 'zeppelin']);
    expect({ code, err }).toEqual({ code: 0, err: 'entente: no events match.\n' });
    expect(readCsv(out)).toEqual([]);
  });

  it('writes the good events of a file at fault, and says so', async () => {
    const bad = {
      ...HEAD,
      ...PUBLISHABLE,
      events: [...(PUBLISHABLE['events'] as unknown[]), { id: 'bad' }],
    };
    const file = fileOf('bad.json', JSON.stringify(bad));
    const { code, out, err } = await runCli(['convert', file, '--to', 'csv']);
    expect(code).toBe(0);
    expect(readCsv(out)).toHaveLength(5);
    expect(err).toContain('1 event set aside');
  });

  it('finds the fault with a file that is no dataset', async () => {
    const { code, out, err } = await runCli(['convert', 'package.json', '--to', 'csv']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('package.json is not a dataset in the Entente format. format: expected');
  });

  it.each([
    [[], 'the format is missing: give --format, one of csv, '],
    [
      ['--out', 'events.xlsx'],
      '--format must be one of csv, ics, md, json, bibtex, csl, found “xlsx”',
    ],
    [['--to', 'csv', '--to', 'ics'], '--format is given more than once'],
    [['--to', 'xlsx', '--format', 'csv'], '“xlsx” for --to cannot be read'],
    [['--to', 'csv', '--from', '2023-13-01'], '“2023-13-01” for --from cannot be read'],
    [
      ['--to', 'csv', '--from', '2024-01-01', '--to', '2023-01-01'],
      'the range ends before it begins',
    ],
    [['--to', 'csv', '--domains', 'culture'], 'the dataset does not have “culture” (--domains)'],
    [['--to', 'csv', '--kinds', 'party'], '“party” is not one of the values of --kinds'],
    [['--to', 'csv', '--view', 'none'], 'the dataset has no view “none”. It has: spring, old.'],
    [['--to', 'csv', '--app', 'ftp://x'], '--app must be an address'],
    [['--to', 'csv', '--out', 'tests'], '“tests” cannot be written'],
  ])('refuses %j with a reason', async (args, reason) => {
    const { code, out, err } = await runCli(['convert', made, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });
});
