import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import type { Text } from '../../src/model/dataset';
import { FLAG, OPEN_END_DAY } from '../../src/model/event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { stateAsOf } from '../../src/model/state-as-of';
import {
  datasetJson,
  datasetOf,
  datasets,
  days,
  eventJson,
  isoDay,
  type Json,
  recordJson,
  tableOf,
  tables,
} from '../support/model-dataset';
import { statesOf } from '../support/states-of';

const eventOf = (given: Json) => {
  const event = datasetOf({
    sources: ['s', 't'].map((id) => ({ id, title: id, publisher: 'P' })),
    events: [eventJson(given)],
  }).events.at(0);
  if (!event) throw new Error('no event');
  return event;
};
const seen = (given: Json, day: string): readonly (Text | undefined)[] => {
  const state = stateAsOf(eventOf(given), isoDay(day));
  return [state?.title, state?.status, state?.date.text];
};

const VISIT = {
  title: 'The visit takes place',
  date: '2023-05-19/2023-05-21',
  status: 'happened',
  revisions: [
    { known: '2023-01-10', status: 'expected', title: 'A visit is expected', date: '2023-05~' },
    { known: '2023-03-01', status: 'scheduled', date: '2023-05-18/2023-05-20' },
  ],
};

describe('an event as of a day', () => {
  it('is not there before anything was known of it', () => {
    expect(stateAsOf(eventOf(VISIT), isoDay('2023-01-09'))).toBeUndefined();
  });

  it('stands as the last revision said, laid over those before it', () => {
    expect(seen(VISIT, '2023-01-10')).toEqual(['A visit is expected', 'expected', '2023-05~']);
    expect(seen(VISIT, '2023-05-18')).toEqual([
      'A visit is expected',
      'scheduled',
      '2023-05-18/2023-05-20',
    ]);
  });

  it('stands as it ended from its first day on, or from the day given', () => {
    expect(seen(VISIT, '2023-05-19')[1]).toBe('happened');
    expect(seen({ ...VISIT, known: '2023-06-01' }, '2023-05-31')[1]).toBe('scheduled');
    expect(seen({ ...VISIT, known: '2023-06-01' }, '2023-06-01')[1]).toBe('happened');
  });

  it.each(['scheduled', 'expected', 'possible'])('was always known if it is %s', (status) => {
    expect(eventOf({ status }).states[0]?.known).toBe(-Infinity);
  });

  it.each(['happened', 'under-way', 'postponed', 'cancelled', 'lapsed'])(
    'is known from its first day if it is %s',
    (status) => {
      expect(eventOf({ status, date: '2023-05' }).states[0]?.known).toBe(isoDay('2023-05-01'));
    },
  );

  it('never shows a revision that the final state overtakes, and warns of it', () => {
    const revisions = [
      { known: '2023-01-12', status: 'scheduled' },
      { known: '2023-01-13', status: 'happened', title: 'Too late' },
    ];
    const { dataset, issues } = parseDataset(datasetJson({ events: [eventJson({ revisions })] }));
    expect(dataset?.events.at(0)?.states.map(({ title }) => title)).not.toContain('Too late');
    expect(issues).toEqual([
      {
        path: 'events[0].revisions[1].known',
        severity: 'warning',
        expected: { key: 'before-final' },
        found: '“2023-01-13”',
      },
    ]);
  });

  it('lays revisions in the order of their days, whatever their order in the file', () => {
    const shuffled = { ...VISIT, revisions: VISIT.revisions.toReversed() };
    expect(seen(shuffled, '2023-01-10')).toEqual(seen(VISIT, '2023-01-10'));
    expect(seen(shuffled, '2023-03-01')).toEqual(seen(VISIT, '2023-03-01'));
  });

  it('adds nothing to the tenor while it lies ahead', () => {
    const states = eventOf({ ...VISIT, tenor: 2 }).states;
    expect(states.map(({ tenor }) => tenor)).toEqual([undefined, undefined, 2]);
  });

  it('has its own sources only once a state names some', () => {
    const [first, second, third] = eventOf({
      sources: ['t'],
      revisions: [
        { known: '2022-01-01', status: 'possible' },
        { known: '2022-02-01', status: 'expected', sources: ['s'] },
      ],
    }).states;
    expect([first?.ownSources, second?.ownSources, third?.ownSources]).toEqual([false, true, true]);
    expect([first?.sources, second?.sources, third?.sources]).toEqual([['t'], ['s'], ['t']]);
  });
});

describe('states and tables', () => {
  it('show nothing that became known later', () => {
    fc.assert(
      fc.property(datasets, days, (dataset, day) => {
        for (const event of dataset.events) {
          const state = stateAsOf(event, day);
          expect(state === undefined || state.known <= day).toBe(true);
          const isLatest = event.states.every(
            ({ known }) => known > day || known <= (state?.known ?? 0),
          );
          expect(isLatest).toBe(true);
        }
      }),
    );
  });

  it('never lose an event as the day moves on', () => {
    fc.assert(
      fc.property(datasets, days, fc.nat(500), (dataset, day, later) => {
        const before = createEventTable(dataset, day);
        const after = createEventTable(dataset, day + later);
        const ids = statesOf(before).map(({ id }) => id);
        expect(ids.filter((id) => after.rowOf(id) === undefined)).toEqual([]);
      }),
    );
  });

  it('hold the rows in time order, each found by its id', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { count, startDay, endDay } = table;
        for (let row = 0; row < count; row++) {
          expect(endDay[row]).toBeGreaterThan(startDay[row] ?? 0);
          expect(table.idOf(row)).toBe(table.stateOf(row)?.id);
          expect(table.rowOf(table.idOf(row) ?? '')).toBe(row);
          if (row > 0) expect(startDay[row]).toBeGreaterThanOrEqual(startDay[row - 1] ?? 0);
        }
      }),
    );
  });

  it('have the same dictionaries on every day', () => {
    const { dataset } = parseDataset(recordJson());
    if (!dataset) throw new Error('no dataset');
    const [early, late] = [createEventTable(dataset, 0), createEventTable(dataset, 20_000)];
    expect(early.actorIds).toBe(late.actorIds);
    expect(early.countryCodes.slice(0, 2)).toEqual(['JP', 'US']);
    expect(early.count).toBeLessThan(late.count);
  });

  it('name a thing once for an event that names it twice', () => {
    const table = tableOf({
      actors: [{ id: 'a', name: 'A', kind: 'person', party: 'KR' }],
      events: [eventJson({ actors: ['a', { actor: 'a', role: 'Chair' }], parties: ['JP', 'JP'] })],
    });
    expect([...table.actors.offsets]).toEqual([0, 1]);
    expect([...table.countries.values]).toEqual([0]);
    expect(table.countryCodes).toEqual(['JP', 'US', 'KR']);
  });

  it('flag dates that are open, vague or long, and events without a source', () => {
    const flags = (date: string) => tableOf({ events: [eventJson({ date })] }).flags[0];
    expect(flags('2023-01-13')).toBe(FLAG.noSource);
    expect(flags('2023-01')).toBe(FLAG.noSource | FLAG.coarse | FLAG.range);
    expect(flags('2023-01-13~')).toBe(FLAG.noSource | FLAG.approximate);
    expect(flags('2023-01-13/..')).toBe(FLAG.noSource | FLAG.openEnd | FLAG.range);
    expect(tableOf({ events: [eventJson({ date: '2023-01-13/..' })] }).endDay[0]).toBe(
      OPEN_END_DAY,
    );
  });

  it.each(['scheduled', 'expected', 'possible', 'postponed'])(
    'flag what is still %s after its last possible day as not confirmed',
    (status) => {
      const event = eventJson({ status, date: '2023-05', known: '2023-01-01' });
      const isUnconfirmed = (day: string) =>
        ((tableOf({ events: [event] }, day).flags[0] ?? 0) & FLAG.unconfirmed) !== 0;
      expect(isUnconfirmed('2023-05-31')).toBe(false);
      expect(isUnconfirmed('2023-06-01')).toBe(true);
    },
  );
});
