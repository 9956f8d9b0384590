import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFactsService } from '../../src/io/large/facts-service';
import { createFindRows } from '../../src/io/large/find-rows';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import { openPacked } from '../../src/model/open-packed';
import { createEventPacker } from '../../src/model/pack-events';
import { parseDataset } from '../../src/model/parse-dataset';
import { countFacets } from '../../src/query/facets';
import { NO_FILTER } from '../../src/query/filter';
import { yearCounts } from '../../src/query/histogram';
import { rejectMasks } from '../../src/query/match';
import { createSearch } from '../../src/query/search';
import { datasetJson, eventJson, isoDay, type Json, recordJson } from '../support/model-dataset';
import { tries } from '../support/tries';

const LATEST = isoDay('2026-01-01');

function packed(json: Json): Dataset {
  const { dataset: head } = parseDataset({ ...json, events: [] });
  if (!head) throw new Error('no dataset');
  const packer = createEventPacker({ domains: head.domains, pathOf: (at) => `events[${at}]` });
  (json['events'] as readonly unknown[]).forEach((event, i) => packer.add(event, i));
  const { actors, sources, parties } = head;
  return openPacked(head, packer.finish({ actors, sources, parties }).packed);
}

function plain(json: Json): Dataset {
  const { dataset } = parseDataset(json);
  if (!dataset) throw new Error('no dataset');
  return dataset;
}

/** Ids of the events found by scanning. */
function scanned(dataset: Dataset, text: string, day = LATEST): string[] {
  const table = createEventTable(dataset, day);
  if (!dataset.packed) throw new Error('not packed');
  const found = createFindRows(dataset.packed)(table, text);
  return idsOf(found, (row) => table.idOf(row));
}

/** Ids of the events found by the index. */
function indexed(dataset: Dataset, text: string, day = LATEST): string[] {
  const table = createEventTable(dataset, day);
  const found = createSearch(dataset).find(table, text) ?? new Uint8Array();
  return idsOf(found, (row) => table.idOf(row));
}

function idsOf(found: Uint8Array, idOf: (row: number) => string | undefined): string[] {
  return Array.from(found, (each, row) => (each === 1 ? (idOf(row) ?? '') : ''))
    .filter((id) => id !== '')
    .toSorted();
}

const ACTORS = [{ id: 'kishida', name: { en: 'Fumio Kishida', ja: '岸田文雄' }, kind: 'person' }];

/** Whether a small event, given in part, is found by a text. */
function isFound(text: string, given: Json): boolean {
  const json = datasetJson({ actors: ACTORS, events: [eventJson({ title: 'Event', ...given })] });
  return scanned(packed(json), text).length === 1;
}

describe('scanning', () => {
  it.each([
    ['title', { title: 'Talks on chips' }, ['chips', 'CHIP', 'talks chi']],
    ['title in Japanese', { title: { en: 'Talks', ja: '半導体の会談' } }, ['導体', '半', '会談']],
    ['summary', { summary: { en: 'On chips', ja: '半導体について' } }, ['chips', '導体']],
    ['actor', { actors: ['kishida'] }, ['kishida', 'fumio kish', '岸田', '文雄']],
    ['role', { actors: [{ actor: 'kishida', role: 'Prime Minister' }] }, ['prime minister']],
    ['place', { place: { name: { en: 'Hiroshima', ja: '広島' } } }, ['hiro', '広島']],
    ['tag', { tags: ['high-water-2023'] }, ['water', 'high-water-2023']],
  ])('looks into the %s', (_, given, texts) => {
    expect(texts.filter((text) => !isFound(text, given))).toEqual([]);
    expect(isFound('elsewhere', given)).toBe(false);
  });

  it('looks into nothing else', () => {
    const given = {
      id: 'quiet-id',
      title: { en: 'Talks', ja: '会談' },
      place: { name: 'Tokyo', country: 'JP', timeZone: 'Asia/Tokyo' },
      actors: [{ actor: 'kishida', role: { en: 'Guest' } }],
      sources: ['s-quiet'],
      other: { title: 'hidden', name: 'hidden', role: 'hidden' },
      notes: ['hidden'],
    };
    const texts = ['quiet', 'title', 'en', 'ja', 'asia', 'jp', 'name', 'role', 'actor', 'hidden'];
    expect(texts.filter((text) => isFound(text, given))).toEqual([]);
    expect(isFound('guest', given)).toBe(true);
    expect(isFound('tokyo', given)).toBe(true);
  });

  it('wants words whole but the last, and all of them', () => {
    const title = 'Missile defence talks';
    expect(isFound('missile def', { title })).toBe(true);
    expect(isFound('mis defence', { title })).toBe(false);
    expect(isFound('missile trade', { title })).toBe(false);
    expect(isFound('issile', { title })).toBe(false);
    expect(isFound('talks', { title: 'Smalltalks' })).toBe(false);
    expect(isFound('chips', { title: '半導体chips合意' })).toBe(true);
  });

  it('takes ways of writing the same thing for the same', () => {
    expect(isFound('nato', { title: 'ＮＡＴＯ summit' })).toBe(true);
    expect(isFound('brasilia', { title: 'Talks in Brasília' })).toBe(true);
    expect(isFound('brasi\u0301lia', { title: 'Talks in Brasilia' })).toBe(true);
    expect(isFound('ミサイル', { title: 'ﾐｻｲﾙ発射' })).toBe(true);
    expect(isFound('us', { title: 'The U.S. Senate' })).toBe(true);
    expect(isFound('g7広島', { title: 'Ｇ７　広島サミット' })).toBe(true);
    expect(isFound('G7広島', { title: 'G7 広島サミット' })).toBe(true);
    expect(isFound('москва', { title: 'Встреча, Москва' })).toBe(true);
    expect(isFound('会談(東京)', { title: '日米会談（東京）' })).toBe(true);
    expect(isFound('word', { title: 'A line\nword "quoted"' })).toBe(true);
    expect(isFound('quoted', { title: 'A line\nword "quoted"' })).toBe(true);
    expect(isFound('かく', { title: 'がくせい' })).toBe(false);
  });

  it('finds nothing of a later state in an earlier one', () => {
    const events = [
      eventJson({
        title: 'Treaty signed',
        known: '2023-01-01',
        revisions: [{ known: '2022-01-01', status: 'expected', title: 'Accord awaited' }],
      }),
      eventJson({ id: 'other', title: 'Accord', date: '2021-01-01' }),
    ];
    const dataset = packed(datasetJson({ events }));
    expect(scanned(dataset, 'treaty')).toEqual(['event']);
    expect(scanned(dataset, 'accord')).toEqual(['other']);
    expect(scanned(dataset, 'accord', isoDay('2022-06-01'))).toEqual(['event', 'other']);
    expect(scanned(dataset, 'treaty', isoDay('2022-06-01'))).toEqual([]);
  });

  it('finds in the record what the index finds, on any day', () => {
    const json = recordJson();
    const [scans, index] = [packed(json), plain(json)];
    const [find, search] = [createFindRows(scans.packed!), createSearch(index)];
    const texts = [
      'tokyo',
      'summit on',
      '日米',
      '首脳会談',
      'abe',
      'u.s.',
      'trade war',
      '2+2',
      'a',
      '半導体',
      'free and open',
      'AUKUS',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...['1960-01-01', '1997-06-01', '2016-05-01', '2026-01-01'].map(isoDay)),
        (text, day) => {
          const [here, there] = [createEventTable(scans, day), createEventTable(index, day)];
          const byScan = idsOf(find(here, text), (row) => here.idOf(row));
          const byIndex = idsOf(search.find(there, text)!, (row) => there.idOf(row));
          expect(byScan).toEqual(byIndex);
        },
      ),
      { numRuns: tries(30) },
    );
  });

  it('finds in made-up titles what the index finds', () => {
    const piece = fc.constantFrom(
      ...'Talks talk TALKS chips Brasília ＮＡＴＯ U.S. 日米 首脳会談 ﾐｻｲﾙ データ, (x) “not — b'.split(
        ' ',
      ),
    );
    const titles = fc.array(piece, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(titles, { minLength: 1, maxLength: 6 }), titles, (all, text) => {
        const events = all.map((title, i) => eventJson({ id: `e-${i}`, title }));
        const json = datasetJson({ events });
        expect([text, scanned(packed(json), text)]).toEqual([text, indexed(plain(json), text)]);
      }),
      { numRuns: tries(70) },
    );
  });

  it('finds everything by a text without letters', () => {
    expect(isFound('!?', {})).toBe(true);
  });
});

describe('the service of facts', () => {
  it('says of the record what the main side says', async () => {
    const json = recordJson();
    const dataset = packed(json);
    const service = createFactsService(dataset);
    const table = createEventTable(dataset, LATEST);
    const span = { startDay: isoDay('1990-01-01'), endDay: isoDay('2024-01-01') };
    for (const change of [{}, { kinds: ['summit'] as const }, { text: 'tokyo' }]) {
      const filter = { ...NO_FILTER, ...change };
      const facts = await service.facts({ asOfDay: LATEST, filter, span, bins: 13 });
      const masks = rejectMasks(table, filter, { find: createFindRows(dataset.packed!) });
      expect(facts).toEqual(countFacets({ table, masks, span, bins: 13, withPeople: true }));
      const years = await service.years({ asOfDay: LATEST, filter });
      expect(years).toEqual(yearCounts(table, masks));
      expect(facts.counts.total).toBeGreaterThan(0);
    }
  });

  it('finds as it counts', async () => {
    const service = createFactsService(packed(recordJson()));
    const rows = await service.find(LATEST, 'tokyo');
    const span = { startDay: -9_000_000, endDay: 9_000_000 };
    const filter = { ...NO_FILTER, text: 'tokyo' };
    const { counts } = await service.facts({ asOfDay: LATEST, filter, span, bins: 1 });
    expect(rows.reduce((sum, each) => sum + each, 0)).toBe(counts.total);
  });
});
