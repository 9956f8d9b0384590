import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, type Importance, STATUSES } from '../../src/model/dataset';
import { NO_FILTER } from '../../src/query/filter';
import { GROUPINGS } from '../../src/query/grouping';
import { LANGUAGES, THEMES, type UrlState } from '../../src/state/state';
import { EMPTY_URL, formatUrl, parseUrl } from '../../src/state/url-codec';
import { dayOf } from '../../src/time/day';
import versionOne from '../fixtures/urls/v1.json' with { type: 'json' };
import { anyText } from '../support/any-text';

const kept = (search: string) => parseUrl(search).state;
const problemsOf = (search: string) => parseUrl(search).problems;

describe('reading an address', () => {
  it('reads every part of the public contract', () => {
    const { state, problems } = parseUrl(versionOne.search);
    expect(problems).toEqual([]);
    expect(state).toEqual({
      data: 'japan-us',
      viewId: 'chips',
      from: dayOf(2022, 12, 1),
      to: dayOf(2023, 12, 31),
      asOf: dayOf(2023, 6, 12),
      showLater: false,
      filter: {
        domains: ['security', 'economy'],
        actors: ['fumio-kishida'],
        countries: ['KR'],
        withPeople: false,
        kinds: ['summit'],
        statuses: ['scheduled', 'under-way'],
        importance: [3, 5],
        tags: ['ipef'],
        text: 'missile',
        road: { event: 'g7-hiroshima', way: 'before' },
      },
      grouping: 'none',
      calendar: 'US',
      tenor: true,
      cadence: true,
      selectedId: 'g7-hiroshima',
      language: 'ja',
      theme: 'dark',
    });
  });

  it('finds nothing said in an empty address', () => {
    expect(parseUrl('')).toEqual({ state: EMPTY_URL, problems: [] });
    expect(parseUrl('?')).toEqual({ state: EMPTY_URL, problems: [] });
  });

  it('names an unknown parameter and keeps the rest', () => {
    expect(parseUrl('?zoom=7&q=missile')).toEqual({
      state: { ...EMPTY_URL, filter: { ...NO_FILTER, text: 'missile' } },
      problems: [{ kind: 'unknownParameter', parameter: 'zoom', found: '7' }],
    });
  });

  it('names an unknown word of a list and keeps the others', () => {
    expect(kept('?kinds=summit,party,visit').filter.kinds).toEqual(['summit', 'visit']);
    expect(problemsOf('?kinds=summit,party,visit')).toEqual([
      { kind: 'unknownValue', parameter: 'kinds', found: 'party' },
    ]);
  });

  it.each([
    ['from', '2023-02-30'],
    ['to', '2023'],
    ['asof', 'yesterday'],
    ['later', 'yes'],
    ['importance', '5-3'],
    ['importance', '0-9'],
    ['countries', 'Japan'],
    ['people', 'no'],
    ['road', 'g7-hiroshima'],
    ['road', 'before:'],
    ['road', 'towards:g7-hiroshima'],
    ['data', 'javascript:alert(1)'],
    ['data', '//elsewhere.example/x.json'],
    ['data', 'data:application/json,{}'],
    ['v', 'one'],
  ])('ignores a malformed %s of %s and says so', (parameter, found) => {
    const { state, problems } = parseUrl(`?${parameter}=${found}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'malformed', parameter });
    expect(state).toEqual(EMPTY_URL);
  });

  it.each(['group', 'cal', 'lang', 'theme'])('ignores an unknown word for %s', (parameter) => {
    expect(parseUrl(`?${parameter}=purple`)).toEqual({
      state: EMPTY_URL,
      problems: [{ kind: 'unknownValue', parameter, found: 'purple' }],
    });
  });

  it('ignores both ends of a reversed span', () => {
    expect(parseUrl('?from=2023-06-01&to=2023-05-01')).toEqual({
      state: EMPTY_URL,
      problems: [{ kind: 'reversed', parameter: 'from', found: '2023-06-01' }],
    });
  });

  it('takes a span of one day', () => {
    expect(problemsOf('?from=2023-06-01&to=2023-06-01')).toEqual([]);
  });

  it('keeps the first of a repeated parameter', () => {
    expect(kept('?q=a&q=b').filter.text).toBe('a');
    expect(problemsOf('?q=a&q=b')).toEqual([{ kind: 'repeated', parameter: 'q', found: 'b' }]);
  });

  it('tries an address of a later version anyway', () => {
    expect(kept('?v=7&q=a').filter.text).toBe('a');
    expect(problemsOf('?v=7&q=a')).toEqual([{ kind: 'laterVersion', parameter: 'v', found: '7' }]);
  });

  it.each([
    'https://example.org/relations/fr-de.json?raw=1&ref=main',
    'http://localhost:8000/x.json',
    '/data/other.json',
    './other.json',
    '../other.json',
    'data/other.json',
    'other.json?raw=1',
    'korea-us',
  ])('takes %s for a dataset', (address) => {
    const search = formatUrl({ ...EMPTY_URL, data: address });
    expect(parseUrl(search)).toEqual({ state: { ...EMPTY_URL, data: address }, problems: [] });
  });

  it('accepts commas and letters that a script has percent-encoded', () => {
    const search = `?${new URLSearchParams({ domains: 'security,economy', q: '岸田 文雄' })}`;
    expect(search).toContain('%2C');
    expect(kept(search).filter).toMatchObject({
      domains: ['security', 'economy'],
      text: '岸田 文雄',
    });
  });

  it.each(['q=%E3%81', 'q=a%FFb', 'tags=%e3%81%81,%C0%80'])(
    'ignores escapes that are no UTF-8 and says so: %s',
    (pair) => {
      const { state, problems } = parseUrl(`?kinds=visit&${pair}`);
      const [parameter, found] = pair.split('=');
      expect(problems).toEqual([{ kind: 'malformed', parameter, found }]);
      expect(state.filter).toEqual({ ...NO_FILTER, kinds: ['visit'] });
    },
  );

  it.each([
    ['?q=100%', '100%'],
    ['?q=%EF%BF%BD', '\ufffd'],
    ['?q=%zz+a', '%zz a'],
  ])(
    'keeps a percent sign that escapes nothing, and a replacement character: %s',
    (search, text) => {
      expect(parseUrl(search)).toMatchObject({ state: { filter: { text } }, problems: [] });
    },
  );

  it('shortens what it found to 80 characters', () => {
    expect(problemsOf(`?asof=${'x'.repeat(5000)}`)[0]?.found).toHaveLength(80);
  });
});

describe('writing an address', () => {
  it('leaves out what is at its default', () => {
    const days = { from: dayOf(2023, 1, 1), to: dayOf(2023, 6, 30) };
    expect(formatUrl({ ...EMPTY_URL, data: 'japan-us', ...days })).toBe(
      '?v=1&from=2023-01-01&to=2023-06-30',
    );
  });

  it('keeps commas and Japanese readable', () => {
    const filter = { ...NO_FILTER, domains: ['security', 'economy'], text: '岸田文雄' };
    expect(formatUrl({ ...EMPTY_URL, filter })).toBe('?v=1&domains=security,economy&q=岸田文雄');
  });

  it('survives being put in the address bar', () => {
    const filter = {
      ...NO_FILTER,
      text: '岸田 & 50% + #1 “ok”　全角',
      tags: ['a,b', '100%', '%2C'],
    };
    const url = new URL(formatUrl({ ...EMPTY_URL, filter }), 'https://example.org/entente/#top');
    expect(kept(url.search).filter).toEqual(filter);
  });

  it('writes version one as it has always been written', () => {
    expect(formatUrl(kept(versionOne.search))).toBe(
      versionOne.search.replace('&data=japan-us', ''),
    );
  });
});

const id = anyText(1);
const ids = fc.uniqueArray(fc.oneof(id, fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/)));
const day = fc.integer({ min: dayOf(-9999, 1, 1), max: dayOf(9999, 12, 31) });
const importance = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .map((ends) => ends.toSorted((a, b) => a - b) as unknown as [Importance, Importance]);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const urlStates: fc.Arbitrary<UrlState> = fc
  .record({
    data: maybe(fc.constantFrom('korea-us', 'https://example.org/a,b.json?c=d&e=%20', '/x.json')),
    viewId: maybe(id),
    days: fc.tuple(day, day).map((ends) => ends.toSorted((a, b) => a - b)),
    given: fc.constantFrom('both', 'from', 'to', 'neither'),
    asOf: maybe(day),
    showLater: fc.boolean(),
    filter: fc.record({
      domains: ids,
      actors: ids,
      countries: fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}$/)),
      withPeople: fc.boolean(),
      kinds: fc.uniqueArray(fc.constantFrom(...EVENT_KINDS)),
      statuses: fc.uniqueArray(fc.constantFrom(...STATUSES)),
      importance,
      tags: ids,
      text: anyText(),
      road: maybe(
        fc.record({ event: id, way: fc.constantFrom('before' as const, 'after' as const) }),
      ),
    }),
    grouping: fc.constantFrom(...GROUPINGS),
    calendar: maybe(fc.stringMatching(/^[A-Z]{2}$/)),
    tenor: fc.boolean(),
    cadence: fc.boolean(),
    selectedId: maybe(id),
    language: maybe(fc.constantFrom(...LANGUAGES)),
    theme: maybe(fc.constantFrom(...THEMES)),
  })
  .map(({ days: [from, to], given, ...rest }) => ({
    ...rest,
    from: given === 'both' || given === 'from' ? from : undefined,
    to: given === 'both' || given === 'to' ? to : undefined,
  }));

describe('there and back', () => {
  it('reads what it wrote, whatever the state', () => {
    fc.assert(
      fc.property(urlStates, (state) => {
        expect(parseUrl(formatUrl(state))).toEqual({ state, problems: [] });
      }),
    );
  });

  it('reads what it wrote after a browser has normalised it', () => {
    fc.assert(
      fc.property(urlStates, (state) => {
        const { search } = new URL(formatUrl(state), 'https://example.org/');
        expect(parseUrl(search)).toEqual({ state, problems: [] });
      }),
    );
  });

  it('never throws, and what it keeps can be written and read again', () => {
    const names = ['v', 'data', 'from', 'to', 'kinds', 'importance', 'q', 'x', 'tags', 'lang'];
    const value = fc.oneof(fc.string(), anyText(), fc.constant('%E3%8'));
    const pairs = fc
      .array(fc.tuple(fc.constantFrom(...names), value))
      .map((all) => all.map(([name, text]) => `${name}=${text}`).join('&'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), pairs), (search) => {
        const { state } = parseUrl(search);
        expect(parseUrl(formatUrl(state))).toEqual({
          state: { ...state, data: state.data === 'japan-us' ? undefined : state.data },
          problems: [],
        });
      }),
    );
  });

  it('writes half a surrogate pair as the replacement character', () => {
    const filter = { ...NO_FILTER, text: 'a\ud800b' };
    expect(kept(formatUrl({ ...EMPTY_URL, filter })).filter.text).toBe('a\ufffdb');
  });
});
