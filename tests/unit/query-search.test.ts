import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventState } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { createSearch, type Search } from '../../src/query/search';
import { datasetOf, eventJson, type Json, recordJson } from '../support/model-dataset';
import { tries } from '../support/tries';

const { dataset: record } = parseDataset(recordJson());
if (!record) throw new Error('no dataset');
const search = createSearch(record);
const states = [...record.events].flatMap((event) => event.states);

/** Whether one state is found by a text, on whatever day it was known. */
function finds({ find }: Search, text: string, state: EventState): boolean {
  const row = { count: 1, stateOf: () => state } as unknown as EventTable;
  return find(row, text)?.[0] === 1;
}

/** Whether a small event, given in part, is found by a text. */
function isFound(text: string, given: Json): boolean {
  const dataset = datasetOf({
    actors: [{ id: 'kishida', name: { en: 'Fumio Kishida', ja: '岸田文雄' }, kind: 'person' }],
    events: [eventJson({ title: 'Event', ...given })],
  });
  const state = dataset.events.at(0)?.states[0];
  return state !== undefined && finds(createSearch(dataset), text, state);
}

describe('search over the record', () => {
  it('finds any two characters of a Japanese title', () => {
    const japanese = states.flatMap((state) =>
      typeof state.title !== 'string' && state.title['ja']
        ? [{ state, title: state.title['ja'] }]
        : [],
    );
    expect(japanese.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.constantFrom(...japanese), fc.nat(), ({ state, title }, at) => {
        const characters = Array.from(title);
        const start = at % (characters.length - 1);
        const two = characters.slice(start, start + 2).join('');
        // Two signs of punctuation, or one beside a digit, are nothing to search for.
        fc.pre(/^[\p{L}\p{N}]+$/u.test(two) || (/\p{L}/u.test(two) && !/[\s\x21-\x2f]/u.test(two)));
        expect([two, title, finds(search, two, state)]).toEqual([two, title, true]);
      }),
      { numRuns: tries(250) },
    );
  });

  it('finds any one Japanese character of a title', () => {
    const missed = states.slice(0, 100).filter((state) => {
      const title = typeof state.title === 'string' ? '' : (state.title['ja'] ?? '');
      const last = Array.from(title.replaceAll(/[^\p{Script=Han}]/gu, '')).at(-1);
      return last !== undefined && !finds(search, last, state);
    });
    expect(missed).toEqual([]);
  });

  it('finds any word of an English title, and its beginning', () => {
    const missed = states.slice(0, 150).filter((state) => {
      const title = typeof state.title === 'string' ? state.title : (state.title['en'] ?? '');
      const word = /\p{L}{4,}/u.exec(title)?.[0];
      if (word === undefined) return false;
      const texts = [word, word.slice(0, 3).toUpperCase()];
      return texts.some((text) => !finds(search, text, state));
    });
    expect(missed).toEqual([]);
  });
});

describe('search', () => {
  it('wants all words, wherever they stand, and only the last may be unfinished', () => {
    const title = 'Missile defence talks';
    expect(isFound('defence missile', { title })).toBe(true);
    expect(isFound('missile def', { title })).toBe(true);
    expect(isFound('mis defence', { title })).toBe(false);
    expect(isFound('missile trade', { title })).toBe(false);
    expect(isFound('issile', { title })).toBe(false);
  });

  it.each([
    ['summary', { summary: { en: 'On chips', ja: '半導体について' } }, ['chips', '導体']],
    ['actor', { actors: ['kishida'] }, ['kishida', 'fumio kish', '岸田', '文雄']],
    ['role', { actors: [{ actor: 'kishida', role: 'Prime Minister' }] }, ['prime minister']],
    ['place', { place: { name: { en: 'Hiroshima', ja: '広島' } } }, ['hiro', '広島']],
    ['tag', { tags: ['high-water-2023'] }, ['water', 'high-water-2023']],
  ])('looks into the %s, in every language', (_, given, texts) => {
    expect(texts.filter((text) => !isFound(text, given))).toEqual([]);
    expect(isFound('elsewhere', given)).toBe(false);
  });

  it('takes ways of writing the same thing for the same', () => {
    expect(isFound('ＮＡＴＯ', { title: 'NATO summit' })).toBe(true);
    expect(isFound('brasilia', { title: 'Talks in Brasília' })).toBe(true);
    expect(isFound('ﾐｻｲﾙ', { title: 'ミサイル発射' })).toBe(true);
    expect(isFound('us', { title: 'The U.S. Senate' })).toBe(true);
    expect(isFound('Ｇ７広島', { title: 'G7広島サミット' })).toBe(true);
    expect(isFound('G7広島', { title: 'G7 広島サミット' })).toBe(true);
  });

  it('tells か from が', () => {
    expect(isFound('かく', { title: 'がくせい' })).toBe(false);
  });

  it('wants Japanese characters together and in order', () => {
    expect(isFound('日米首', { title: '日米首脳会談' })).toBe(true);
    expect(isFound('日米首', { title: '米首と日米' })).toBe(false);
    expect(isFound('米日', { title: '日米首脳会談' })).toBe(false);
    expect(isFound('会談 日米', { title: '日米首脳会談' })).toBe(true);
  });

  it('finds everything by a text without letters', () => {
    expect(isFound('  ', {})).toBe(true);
    expect(isFound('!?', {})).toBe(true);
  });

  it('finds nothing of a later state in an earlier one', () => {
    const dataset = datasetOf({
      events: [
        eventJson({
          title: 'Treaty signed',
          revisions: [{ known: '2022-01-01', status: 'expected', title: 'Accord awaited' }],
        }),
      ],
    });
    const [early, late] = dataset.events.at(0)?.states ?? [];
    const find = (text: string) =>
      [early, late].map((state) => state && finds(createSearch(dataset), text, state));
    expect(find('treaty')).toEqual([false, true]);
    expect(find('accord')).toEqual([true, false]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const state of states.slice(0, 3))
          expect(typeof finds(search, text, state)).toBe('boolean');
      }),
    );
  });
});
