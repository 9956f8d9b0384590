import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/dataset';
import { parseDataset, parseDatasetText } from '../../src/model/parse-dataset';
import en from '../../src/ui/messages/en/issues.json';
import ja from '../../src/ui/messages/ja/issues.json';
import { datasetJson, eventJson, type Json, recordJson } from '../support/model-dataset';
import { eventsOf } from '../support/states-of';
import { tries } from '../support/tries';

const brief = ({ path, expected, found }: Issue) => [path, expected.key, found];
const issuesOf = (given: Json) => parseDataset(datasetJson(given)).issues.map(brief);
const eventIdsOf = (given: Json) =>
  eventsOf(parseDataset(datasetJson(given)).dataset)?.map(({ id }) => id);

describe('parseDataset', () => {
  it('says of each bad event where it is wrong, what was expected and what was found', () => {
    const events = [
      eventJson({ id: 'good' }),
      eventJson({ id: 'a', date: '1972-02-30' }),
      eventJson({ id: 'b', revisions: [{ known: '2022-01-01', status: 'maybe' }] }),
      eventJson({ id: 'c', title: { en: 'Title', ja: 7 } }),
      eventJson({ id: 'd', importance: 6, kind: undefined }),
      eventJson({ id: 'e', actors: [{ role: 'Chair' }], links: [{ to: 'good', rel: 'near' }] }),
      eventJson({ id: 'f', place: { name: 'Tokyo', lat: 91 }, domains: [] }),
      eventJson({ id: 'Not an id' }),
      17,
      null,
    ];
    expect(issuesOf({ events })).toEqual([
      ['events[1].date', 'date', '“1972-02-30”'],
      ['events[2].revisions[0].status', 'one-of', '“maybe”'],
      ['events[3].title.ja', 'text', '7'],
      ['events[4].kind', 'one-of', 'nothing'],
      ['events[4].importance', 'importance', '6'],
      ['events[5].actors[0].actor', 'id', 'nothing'],
      ['events[5].links[0].rel', 'one-of', '“near”'],
      ['events[6].place.lat', 'latitude', '91'],
      ['events[6].domains', 'domains', 'list'],
      ['events[7].id', 'kebab-id', '“Not an id”'],
      ['events[8]', 'object', '17'],
      ['events[9]', 'object', 'nothing'],
    ]);
    expect(eventIdsOf({ events })).toEqual(['good']);
  });

  it('drops only the reference where a link leads nowhere, with a warning', () => {
    const { dataset, issues } = parseDataset(
      datasetJson({
        actors: [{ id: 'a', name: 'A', kind: 'person', memberOf: ['nobody'] }],
        events: [
          eventJson({ actors: ['a', { actor: 'x' }, 'y'], sources: ['s'] }),
          eventJson({
            id: 'other',
            links: [
              { to: 'event', rel: 'follows' },
              { to: 'bad', rel: 'follows' },
              { to: 'other', rel: 'follows' },
            ],
            revisions: [{ known: '2022-01-01', status: 'expected', sources: ['t'] }],
          }),
          eventJson({ id: 'bad', date: 'soon' }),
        ],
        views: [{ id: 'v', title: 'V', from: '2023-01-01', to: '2023-02-01', event: 'bad' }],
      }),
    );
    expect(issues.filter(({ severity }) => severity === 'warning').map(brief)).toEqual([
      ['actors[0].memberOf[0]', 'known-actor', '“nobody”'],
      ['events[0].actors[1]', 'known-actor', '“x”'],
      ['events[0].actors[2]', 'known-actor', '“y”'],
      ['events[0].sources[0]', 'known-source', '“s”'],
      ['events[1].links[1].to', 'known-event', '“bad”'],
      ['events[1].links[2].to', 'known-event', '“other”'],
      ['events[1].revisions[0].sources[0]', 'known-source', '“t”'],
      ['views[0].event', 'known-event', '“bad”'],
    ]);
    expect(dataset?.events.at(0)?.states[0]?.actors).toEqual([{ actor: 'a' }]);
    expect(dataset?.events.at(1)?.states.at(-1)?.links).toEqual([{ to: 'event', rel: 'follows' }]);
    expect(dataset?.views[0]).not.toHaveProperty('event');
  });

  it('keeps the first of two things with one id', () => {
    const events = [eventJson({ title: 'First' }), eventJson({ title: 'Second' })];
    const { dataset, issues } = parseDataset(datasetJson({ events }));
    expect(issues.map(brief)).toEqual([['events[1].id', 'unique-id', '“event”']]);
    expect(eventsOf(dataset)?.map(({ states }) => states[0]?.title)).toEqual(['First']);
  });

  it.each([
    [{ format: 'entente/2' }, 'format', 'format'],
    [{ events: {} }, 'events', 'events'],
    [{ events: undefined }, 'events', 'events'],
    [{ parties: ['JP'] }, 'parties', 'parties'],
    [{ recordedThrough: '2024' }, 'recordedThrough', 'day'],
    [{ title: undefined }, 'title', 'text'],
  ])('takes %j for no dataset', (given, path, key) => {
    const { dataset, issues } = parseDataset(datasetJson(given));
    expect(dataset).toBeUndefined();
    expect(issues.map((issue) => [issue.path, issue.expected.key])).toEqual([[path, key]]);
  });

  it.each([[undefined], [null], [3], ['text'], [[]]])('takes %j for no dataset', (input) => {
    const { dataset, issues } = parseDataset(input);
    expect(dataset).toBeUndefined();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ path: '', expected: { key: 'dataset' } });
  });

  it('lets no address through that is not of the web', () => {
    const urls = [
      'https://a.example/x',
      'HTTP://b.example',
      'javascript:alert(1)',
      ' https://c',
      'https://',
      4,
    ];
    const sources = urls.map((url, i) => ({ id: `s${i}`, title: 'T', publisher: 'P', url }));
    const { dataset, issues } = parseDataset(datasetJson({ sources }));
    expect([...(dataset?.sources.values() ?? [])].map(({ url }) => url)).toEqual([
      'https://a.example/x',
      'HTTP://b.example',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(issues.map(({ path, severity }) => `${path} ${severity}`)).toEqual(
      [2, 3, 4, 5].map((i) => `sources[${i}].url warning`),
    );
  });

  it('takes 32 domains and no more', () => {
    const domains = Array.from({ length: 33 }, (_, i) => ({ id: `d${i}`, name: `D${i}` }));
    const events = [eventJson({ domains: ['d31'] }), eventJson({ id: 'late', domains: ['d32'] })];
    const { dataset, issues } = parseDataset(datasetJson({ domains, events }));
    expect(dataset?.domains).toHaveLength(32);
    expect(issues.map(({ path }) => path)).toEqual(['domains[32]', 'events[1].domains[0]']);
  });

  it('has the three usual domains, in both languages, where the file names none', () => {
    expect(parseDataset(datasetJson()).dataset?.domains[1]).toEqual({
      id: 'security',
      name: { en: 'Security', ja: '安全保障' },
    });
  });

  it('leaves out a time zone that this platform does not know', () => {
    const events = [eventJson({ place: { name: 'X', timeZone: 'Mars/Olympus' } })];
    const { dataset, issues } = parseDataset(datasetJson({ events }));
    expect(issues.map(brief)).toEqual([
      ['events[0].place.timeZone', 'time-zone', '“Mars/Olympus”'],
    ]);
    expect(dataset?.events.at(0)?.states[0]?.place).toEqual({ name: 'X' });
  });

  it('sets aside a view that ends before it begins', () => {
    const views = [{ id: 'v', title: 'V', from: '2023-02-01', to: '2023-01-01' }];
    expect(issuesOf({ views })).toEqual([['views[0].to', 'not-before', '“2023-01-01”']]);
  });

  it('hands back the file’s own object, unknown fields and all', () => {
    const input = datasetJson({ extra: { kept: true } });
    expect(parseDataset(input).dataset?.raw).toBe(input);
  });

  it('shortens what was found to 80 characters', () => {
    const [issue] = parseDataset(
      datasetJson({ events: [eventJson({ date: '𠮷'.repeat(999) })] }),
    ).issues;
    expect(issue?.found.length).toBeLessThanOrEqual(80);
    expect(issue?.found).toMatch(/^“𠮷+…”$/u);
  });

  it('never throws, and says something of all that is no dataset', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (input) => {
        const { dataset, issues } = parseDataset(input);
        expect(dataset !== undefined || issues.length > 0).toBe(true);
      }),
    );
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(parseDataset(trap).dataset).toBeUndefined();
  });

  it('loses no good event of the record when others are spoilt', () => {
    const record = recordJson();
    const events = (record['events'] as Json[]).slice(-60);
    const spoiling = fc.tuple(
      fc.nat(events.length - 1),
      fc.constantFrom('id', 'title', 'date', 'domains', 'kind', 'parties', 'known', 'revisions'),
      fc.anything({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(fc.array(spoiling, { maxLength: 5 }), (faults) => {
        const spoilt = [...events];
        for (const [i, field, value] of faults) spoilt[i] = { ...spoilt[i], [field]: value };
        const { dataset, issues } = parseDataset({ ...record, events: spoilt });
        const kept = new Set<unknown>(eventsOf(dataset)?.map(({ id }) => id));
        const places = new Set(issues.map(({ path }) => path.split(']')[0]));
        const lost = spoilt.filter((event, i) => {
          const isAccused = event !== events[i] && places.has(`events[${i}`);
          return !kept.has(event['id']) && !isAccused;
        });
        expect(lost).toEqual([]);
      }),
      { numRuns: tries(10) },
    );
  });
});

describe('parseDatasetText', () => {
  it.each([
    ['', '', 'content', 'nothing'],
    [' \n', '', 'content', 'nothing'],
    ['{"a": 1,\n "b": }', '2:7', 'json', '“}”'],
    ['{"a": [1, 2', '1:12', 'json-rest', 'end'],
    ['<!doctype html>', '1:1', 'json', '“<!doctype html>”'],
  ])('says where %j goes wrong', (text, path, key, found) => {
    const { dataset, issues } = parseDatasetText(text);
    expect(dataset).toBeUndefined();
    expect(issues.map(brief)).toEqual([[path, key, found]]);
  });

  it('does not mind a byte order mark', () => {
    expect(parseDatasetText(`\uFEFF${JSON.stringify(datasetJson())}`).dataset?.id).toBe('test');
  });

  it('survives any depth of nesting', () => {
    expect(parseDatasetText('['.repeat(200_000)).dataset).toBeUndefined();
    expect(parseDatasetText('{"a":'.repeat(200_000)).dataset).toBeUndefined();
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(parseDatasetText(`{"format":"entente/1","events":${deep}}`).dataset).toBeUndefined();
  });
});

describe('the words for faults', () => {
  it('stand in both languages for each key that the schemas use', async () => {
    const { readFileSync, readdirSync } = await import('node:fs');
    const code = ['src/model', 'src/io/large']
      .flatMap((room) => readdirSync(room).map((name) => `${room}/${name}`))
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    for (const key of Object.keys(en.expected))
      expect(code).toMatch(new RegExp(`['"\`]${key}['":]`));
    const used = [
      ...code.matchAll(/key: '([a-z-]+)'|error: '([a-z-]+)'|readable\('([a-z-]+)'/g),
    ].map(([, a, b, c]) => a ?? b ?? c ?? '');
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((key) => !(key in en.expected))).toEqual([]);
    expect(Object.keys(ja.expected)).toEqual(Object.keys(en.expected));
    expect(Object.keys(ja.found)).toEqual(Object.keys(en.found));
  });
});
