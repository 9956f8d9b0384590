import { describe, expect, it } from 'vitest';
import { capitalOf } from '../../src/model/capitals';
import { peopleOf } from '../../src/model/people';
import { linksAsOf, otherDomains, sourcesAsOf } from '../../src/model/shown-event';
import { stateAsOf } from '../../src/model/state-as-of';
import { textIn, textOther } from '../../src/model/text';
import { datasetOf, eventJson, isoDay, type Json, tableOf } from '../support/model-dataset';

describe('sourcesAsOf', () => {
  const source = (id: string, published?: string) => ({
    id,
    title: id,
    publisher: 'P',
    ...(published !== undefined && { published }),
  });
  const dataset = datasetOf({
    recordedThrough: '2023-08-01',
    sources: [
      source('undated'),
      source('early', '2023-01-01'),
      source('late', '2023-06-02'),
      source('month', '2023-06'),
      source('year', '2023'),
    ],
    events: [
      eventJson({
        date: '2023-12-01',
        sources: ['undated', 'early', 'late', 'month', 'year'],
        revisions: [
          { known: '2023-02-01', status: 'possible' },
          { known: '2023-03-01', status: 'expected', sources: ['late'] },
        ],
      }),
    ],
  });
  const shown = (knownBy: string, asOf: string) => {
    const event = dataset.events.at(0);
    const state = event && stateAsOf(event, isoDay(knownBy));
    return state && sourcesAsOf(dataset, state, isoDay(asOf)).map(({ id }) => id);
  };

  it('drops what came out later, or can have', () => {
    expect(shown('2023-02-01', '2023-06-01')).toEqual(['undated', 'early']);
    expect(shown('2023-02-01', '2023-06-30')).toEqual(['undated', 'early', 'late', 'month']);
  });

  it('takes a vague date to lie within the record', () => {
    expect(shown('2023-02-01', '2023-08-01')).toContain('year');
  });

  it('keeps what the state itself names', () => {
    expect(shown('2023-03-01', '2023-03-01')).toEqual(['late']);
    expect(shown('2023-12-01', '2023-05-01')).toHaveLength(5);
  });
});

describe('linksAsOf', () => {
  const events = [
    eventJson({ id: 'a', date: '2023-01-01', links: [{ to: 'b', rel: 'leads-to' }] }),
    eventJson({ id: 'b', date: '2023-02-01', links: [{ to: 'c', rel: 'prepares' }] }),
    eventJson({ id: 'c', date: '2023-03-01' }),
  ];
  const shown = (id: string, day: string) => {
    const table = tableOf({ events }, day);
    return linksAsOf(table, table.rowOf(id) ?? -1).map(
      ({ direction, link, row }) => `${direction} ${link.rel} ${table.idOf(row)}`,
    );
  };

  it('gives an event’s own links, then those that lead to it', () => {
    expect(shown('b', '2023-12-31')).toEqual(['out prepares c', 'in leads-to a']);
    expect(shown('c', '2023-12-31')).toEqual(['in prepares b']);
  });

  it('drops a link to what is not yet known', () => {
    expect(shown('b', '2023-02-15')).toEqual(['in leads-to a']);
    expect(shown('a', '2023-01-15')).toEqual([]);
  });

  it('has none for a row that is not there', () => {
    expect(shown('c', '2023-01-15')).toEqual([]);
  });
});

describe('otherDomains', () => {
  it('gives the domains beside the main one, in lane order', () => {
    const dataset = datasetOf({
      events: [eventJson({ domains: ['economy', 'security', 'diplomacy'] })],
    });
    const state = dataset.events.at(0)?.states[0];
    expect(state && otherDomains(dataset, state).map(({ id }) => id)).toEqual([
      'diplomacy',
      'security',
    ]);
  });
});

describe('texts', () => {
  const both = { en: 'Tokyo', ja: '東京' };

  it('come in the language asked for, else in English, else in the first there is', () => {
    expect(textIn(both, 'ja')).toEqual({ text: '東京', lang: 'ja' });
    expect(textIn(both, 'ja-JP')).toEqual({ text: '東京', lang: 'ja' });
    expect(textIn({ ko: '도쿄', en: 'Tokyo' }, 'ja')).toEqual({ text: 'Tokyo', lang: 'en' });
    expect(textIn({ ko: '도쿄', de: 'Tokio' }, 'ja')).toEqual({ text: '도쿄', lang: 'ko' });
    expect(textIn('Tokyo', 'ja')).toEqual({ text: 'Tokyo', lang: '' });
    expect(textIn({ en: 'Tokyo' }, 'constructor')).toEqual({ text: 'Tokyo', lang: 'en' });
  });

  it('have another language only where it says something else', () => {
    expect(textOther(both, 'en')).toEqual({ text: '東京', lang: 'ja' });
    expect(textOther(both, 'ja')).toEqual({ text: 'Tokyo', lang: 'en' });
    expect(textOther({ en: 'NATO', ja: 'NATO' }, 'en')).toBeUndefined();
    expect(textOther({ en: 'Tokyo' }, 'ja')).toBeUndefined();
    expect(textOther('Tokyo', 'en')).toBeUndefined();
  });
});

describe('capitalOf', () => {
  it('names each capital in both languages, in a time zone that exists', () => {
    const codes = [
      'JP',
      'US',
      'KR',
      'CN',
      'GB',
      'FR',
      'DE',
      'AU',
      'IN',
      'PH',
      'UA',
      'LT',
      'FM',
      'KP',
    ];
    for (const code of codes) {
      const capital = capitalOf(code);
      if (!capital) throw new Error(`no capital of ${code}`);
      expect(textIn(capital.name, 'en').text).not.toBe('');
      expect(textIn(capital.name, 'ja').lang).toBe('ja');
      expect(() => new Intl.DateTimeFormat('en', { timeZone: capital.timeZone })).not.toThrow();
    }
    expect(capitalOf('JP')).toEqual({ name: { en: 'Tokyo', ja: '東京' }, timeZone: 'Asia/Tokyo' });
    expect(capitalOf('XX')).toBeUndefined();
  });
});

describe('peopleOf', () => {
  const actor = (id: string, kind: string, given: Json = {}) => ({ id, name: id, kind, ...given });
  const people = peopleOf(
    datasetOf({
      actors: [
        actor('government', 'government', { party: 'JP' }),
        actor('ministry', 'government', { party: 'JP', memberOf: ['government'] }),
        actor('minister', 'person', { memberOf: ['ministry'] }),
        actor('mayor', 'person', { party: 'JP' }),
        actor('city', 'government', { party: 'JP' }),
        actor('firm', 'company', { party: 'JP' }),
        actor('ring-a', 'group', { memberOf: ['ring-b'] }),
        actor('ring-b', 'group', { memberOf: ['ring-a'] }),
      ],
    }),
  );
  const sorted = (ids: ReadonlySet<string>) => [...ids].toSorted();

  it('gives a state’s government its members at any remove and the persons of its country', () => {
    expect(sorted(people.ofActor('government'))).toEqual(['mayor', 'minister', 'ministry']);
  });

  it('gives a ministry its members only, and a city without members nobody', () => {
    expect(sorted(people.ofActor('ministry'))).toEqual(['minister']);
    expect(sorted(people.ofActor('city'))).toEqual([]);
  });

  it('gives a country all actors of its party', () => {
    expect(sorted(people.ofCountry('JP'))).toEqual([
      'city',
      'firm',
      'government',
      'mayor',
      'ministry',
    ]);
    expect(sorted(people.ofCountry('XX'))).toEqual([]);
  });

  it('ends where membership runs in a ring', () => {
    expect(sorted(people.ofActor('ring-a'))).toEqual(['ring-b']);
  });
});
