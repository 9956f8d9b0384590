import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCitation, formatDatasetCitation } from '../../src/formats/citation';
import { formatDatasetJson } from '../../src/formats/dataset-json';
import { formatEventsCsv } from '../../src/formats/events-csv';
import { formatEventsMarkdown } from '../../src/formats/events-markdown';
import { hashDataset } from '../../src/formats/hash-dataset';
import { formatBibtex } from '../../src/formats/references/bibtex';
import { formatCslJson } from '../../src/formats/references/csl-json';
import { parseDatasetText } from '../../src/model/parse-dataset';
import { LANGS, type Lang } from '../../src/time/lang';
import { anyText } from '../support/any-text';
import { datasetOf, eventJson, isoDay, type Json, recordJson } from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { PUBLISHABLE, publishableRecord } from '../support/publishable-record';
import { readBibtex, readCsv, readMarkdown } from '../support/read-back';
import { exportOf, textOf } from '../support/record-export';

const visibleText = anyText(1).filter((text) => text.trim() !== '');

function exportOfEvents(events: readonly Json[], head: Json = {}) {
  return exportOf(datasetOf({ ...head, events }));
}

describe('CSV', () => {
  const csvOf = (title: string) =>
    textOf(formatEventsCsv(exportOfEvents([eventJson({ title })]), { bom: false }));

  it('begins with a byte order mark only where that is wished', () => {
    const from = exportOf(publishableRecord());
    const [plain, marked] = [false, true].map((bom) => textOf(formatEventsCsv(from, { bom })));
    expect(plain?.startsWith('id,date,')).toBe(true);
    expect(marked).toBe(`\uFEFF${plain}`);
  });

  it('gives any title back, with an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(visibleText, (title) => {
        const [row] = readCsv(csvOf(title));
        expect(row?.['title_en']).toBe(/^[=+\-@\t\r]/.test(title) ? `'${title}` : title);
      }),
    );
  });

  it('tells the days that a date can be, and nothing for an open end', () => {
    const from = exportOfEvents([
      eventJson({ id: 'a', date: '2023-06~' }),
      eventJson({ id: 'b', date: '2023-07-01/..' }),
    ]);
    const rows = readCsv(textOf(formatEventsCsv(from, { bom: false })));
    expect(rows.map((row) => [row['date'], row['first_day'], row['last_day']])).toEqual([
      ['2023-06~', '2023-06-01', '2023-06-30'],
      ['2023-07-01/..', '2023-07-01', ''],
    ]);
  });

  it('says what was known on the as-of day', () => {
    const asOfDay = isoDay('2023-05-13');
    const from = exportOf(publishableRecord(), { asOfDay });
    const rows = readCsv(textOf(formatEventsCsv(from, { bom: false })));
    const call = rows.find(({ id }) => id === 'ministers-call');
    expect(call).toMatchObject({
      date: '2023-05',
      status: 'expected',
      tenor: '',
      as_of: '2023-05-13',
    });
    // Neither the later source nor the drill, which was not known yet.
    expect(call).toMatchObject({ source_addresses: '', related: 'follows:pact' });
    expect(rows.map(({ id }) => id)).not.toContain('joint-drill');
  });
});

describe('Markdown', () => {
  const bodyOf = (title: string) =>
    readMarkdown(
      textOf(formatEventsMarkdown(exportOfEvents([eventJson({ title, summary: title })]))),
    ).body;

  it.each([
    '<script>alert(1)</script>',
    '[click](javascript:alert(1))',
    '![x](https://tracker.example/x.png)',
    'see www.example.org or https://example.org or me@example.org',
    '# heading',
    '1. first',
    '1) first',
    '- item',
    '+ item',
    '===',
    '---',
    '> quote',
    '| a | b |',
    '**bold** _it_ ~~gone~~ `code` $x$ &lt; [^1]',
    'one\n\n# two\r\n- three\u2028four',
    '\\*not\\*',
  ])('shows %j as it is', (title) => {
    const plain = bodyOf(eventJson({}).id as string);
    const shown = bodyOf(title);
    // The same elements as for a word, so nothing in the text was taken for markup.
    expect(shown.match(/<[^>]*>/g)).toEqual(plain.match(/<[^>]*>/g));
  });

  it('takes nothing in any text for markup', () => {
    const marks = fc.string({
      unit: fc.constantFrom(...'*_`~[]()<>!#+-=|&;$^:@./\\ \n1a'.split('')),
      minLength: 1,
    });
    const expected = bodyOf('word').match(/<[^>]*>/g);
    fc.assert(
      fc.property(
        fc.oneof(marks, visibleText).filter((title) => title.replaceAll(/[\s\p{Cc}]/gu, '') !== ''),
        (title) => {
          expect(bodyOf(title).match(/<[^>]*>/g)).toEqual(expected);
        },
      ),
    );
  });

  it('groups by year and month, what is known by the year alone before its months', () => {
    const from = exportOfEvents([
      eventJson({ id: 'a', date: '2023-01-01', title: 'New year' }),
      eventJson({ id: 'b', date: '2023', title: 'Some time' }),
      eventJson({ id: 'c', date: '2023-02', title: 'In February' }),
      eventJson({ id: 'd', date: '../2001', title: 'Long ago' }),
    ]);
    const lines = textOf(formatEventsMarkdown(from)).split('\n');
    const outline = lines.filter((line) => /^#{2,3} |^ {2}\S/.test(line));
    expect(outline).toEqual([
      '## Earlier',
      '  Long ago',
      '## 2023',
      '  Some time',
      '### January 2023',
      '  New year',
      '### February 2023',
      '  In February',
    ]);
  });

  it('numbers each source once and links only what has an address', () => {
    const { body, footnotes } = readMarkdown(
      textOf(formatEventsMarkdown(exportOf(publishableRecord()))),
    );
    expect(body.match(/data-footnote-ref/g)).toHaveLength(3);
    expect(footnotes).toContain('href="https://example.org/read%20out?a=1&amp;b=%7B2%7D"');
    expect(footnotes.match(/<li /g)).toHaveLength(2);
  });

  it('says so where no event matches', () => {
    expect(textOf(formatEventsMarkdown(exportOfEvents([])))).toContain('No events in this range');
  });
});

describe('a dataset of chosen events', () => {
  it('is the bundled record itself where all of it is chosen', () => {
    const record = recordJson();
    const from = exportOf(datasetOf(record), { span: { startDay: -5e6, endDay: 5e6 } });
    expect(JSON.parse(textOf(formatDatasetJson(from)))).toEqual(record);
  });

  it('has the actors and sources of its events alone, fields of the writer’s own, and views that still apply', () => {
    const span = { startDay: isoDay('2023-01-01'), endDay: isoDay('2026-01-01') };
    const file = JSON.parse(
      textOf(formatDatasetJson(exportOf(publishableRecord(), { span }))),
    ) as Readonly<Record<string, readonly Json[]>>;
    const idsIn = (list: string) => file[list]?.map(({ id }) => id);
    expect(idsIn('actors')).toEqual(['cabinet', 'abe']);
    expect(idsIn('sources')).toEqual(['readout', 'morning-paper']);
    expect(idsIn('views')).toEqual(['spring']);
    expect(file['note']).toBe(PUBLISHABLE['note']);
    expect(file['events']?.find(({ id }) => id === 'talks')?.['colour']).toBe('red');
    expect(file['events']?.[0]?.['links']).toEqual([{ to: 'joint-drill', rel: 'prepares' }]);
  });

  it('leaves out what was at fault, and changes nothing of the dataset that it comes from', () => {
    const file = {
      languages: [7],
      licence: 'CC0-1.0',
      domains: [{ id: 'security', name: 'Security' }, { id: 'no name' }],
      actors: [
        { id: 'a', name: 'First', kind: 'no kind' },
        { id: 'a', name: 'Second', kind: 'group', memberOf: ['nobody', 'b'] },
        { id: 'b', name: 'Wider', kind: 'group' },
      ],
      sources: [{ id: 's', title: 'S', publisher: 'P', url: 'javascript:alert(1)' }],
      events: [
        { id: 'event', title: '' },
        eventJson({
          actors: ['a', 'nobody'],
          sources: ['s', 'rumour'],
          time: '25:00',
          place: { name: 'There', timeZone: 'Mars/Olympus' },
          links: [{ to: 'gone', rel: 'follows' }],
          revisions: [
            { known: '2023-01-20', status: 'expected' },
            { known: '2023-01-05', status: 'scheduled', actors: ['nobody'] },
            { known: '2023-01-02', status: 'possible', time: '09:00', date: '2023' },
          ],
        }),
      ],
      views: [{ id: 'v', title: 'V', from: '2023-01-01', to: '2023-12-31', domains: ['gone'] }],
    };
    const before = structuredClone(file);
    const dataset = datasetOf(file);
    const written = textOf(formatDatasetJson(exportOf(dataset)));
    expect(file).toEqual(before);
    expect(parseDatasetText(written).issues).toEqual([]);
    expect(JSON.parse(written)).toMatchObject({
      licence: 'CC0-1.0',
      domains: [{ id: 'security' }],
      actors: [
        { id: 'a', name: 'Second', memberOf: ['b'] },
        { id: 'b', name: 'Wider' },
      ],
      events: [
        {
          actors: ['a'],
          sources: ['s'],
          place: { name: 'There' },
          links: [],
          revisions: [
            { known: '2023-01-02', status: 'possible', date: '2023' },
            { known: '2023-01-05', status: 'scheduled', actors: [] },
          ],
        },
      ],
      views: [{ id: 'v', domains: [] }],
    });
  });

  it('can be made of a large set, and of one whose file says nothing of itself', () => {
    const events = [eventJson({ id: 'one', tags: ['x'], note: 'kept' }), eventJson({ id: 'two' })];
    const { dataset } = packedOf({ ...(datasetOf({}).raw as Json), events });
    const headless = { ...dataset, raw: {} };
    for (const each of [dataset, headless]) {
      const read = parseDatasetText(textOf(formatDatasetJson(exportOf(each))));
      expect(read.issues).toEqual([]);
      expect(read.dataset?.id).toBe('test');
      expect(Array.from(read.dataset?.events ?? [], ({ id }) => id)).toEqual(['one', 'two']);
      expect(JSON.stringify(read.dataset?.raw)).toContain('"note":"kept"');
    }
  });
});

describe('references', () => {
  const withSources = (...sources: readonly Json[]) =>
    exportOfEvents([eventJson({ sources: sources.map(({ id }) => id) })], { sources });
  const source = (given: Json): Json => ({ id: 's', title: 'T', publisher: 'P', ...given });

  it('in BibTeX print any title as it is', () => {
    fc.assert(
      fc.property(visibleText, (title) => {
        const entries = readBibtex(
          textOf(formatBibtex(withSources(source({ title, publisher: title })))),
        );
        const expected = title.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
        // TeX makes one blank of several.
        const printed = expected.replaceAll(/ +/g, ' ');
        expect(entries.get('s')).toMatchObject({ title: printed, howpublished: printed });
      }),
    );
  });

  it('have keys that differ, however alike the ids are', () => {
    const from = withSources(
      source({ id: 'a' }),
      source({ id: 'A' }),
      source({ id: '出典' }),
      source({ id: 'a{}%' }),
    );
    const keys = [...readBibtex(textOf(formatBibtex(from))).keys()];
    expect(keys).toEqual(['a', 'A-2', 'source', 'a-3']);
    const items = JSON.parse(textOf(formatCslJson(from))) as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(keys);
  });

  it.each([
    ['2023-05-20', [[2023, 5, 20]], {}],
    ['2023-05', [[2023, 5]], {}],
    ['2023', [[2023]], {}],
    ['2023-22', [[2023]], { season: 2 }],
    [
      '2023-33',
      [
        [2023, 1],
        [2023, 3],
      ],
      {},
    ],
    ['202X', [[2020], [2029]], {}],
    [
      '2023-05-20/2023-06',
      [
        [2023, 5, 20],
        [2023, 6],
      ],
      {},
    ],
    ['2023-05~', [[2023, 5]], { circa: true }],
    ['-0043', [[-43]], {}],
  ])('in CSL-JSON of %s are of %j', (published, parts, more) => {
    const [item] = JSON.parse(textOf(formatCslJson(withSources(source({ published }))))) as Json[];
    expect(item?.['issued']).toEqual({ 'date-parts': parts, ...more });
  });

  it('leave out a source that had not come out by the as-of day', () => {
    const from = exportOf(publishableRecord(), { asOfDay: isoDay('2023-05-13') });
    expect(readBibtex(textOf(formatBibtex(from))).has('readout')).toBe(false);
  });
});

describe('a citation', () => {
  const of = (lang: Lang) => {
    const dataset = publishableRecord();
    const { words } = exportOf(dataset, { lang });
    return { dataset, hash: hashDataset(dataset), asOfDay: isoDay('2023-06-12'), lang, words };
  };
  const [call] = publishableRecord().events.at(0)?.states.slice(-1) ?? [];

  it('names dataset, event, version, as-of day and the end of the record', () => {
    const version = of('en').hash.slice(0, 12);
    expect(call && formatCitation(of('en'), call)).toBe(
      `“Ministers speak, "frankly"; by telephone” (event ministers-call), A made-up relation (dataset made-up, version ${version}), as of 12 June 2023. The record goes to 31 December 2023.`,
    );
    expect(call && formatCitation(of('ja'), call)).toBe(
      `「外相、率直に電話会談」（出来事 ministers-call）、架空の関係（データセット made-up、版 ${version}）、2023年6月12日時点。記録は2023年12月31日まで。`,
    );
  });

  it.each(LANGS)('is one line, whatever the titles hold (%s)', (lang) => {
    const title = 'Two\r\nlines\u2028and a\u0000zero';
    const dataset = { ...of(lang).dataset, title };
    const cited = call && formatCitation({ ...of(lang), dataset }, { ...call, title });
    expect(cited).toContain('Two lines and a zero');
    expect(formatDatasetCitation({ ...of(lang), dataset })).not.toMatch(/[\p{Cc}\u2028]/u);
  });
});
