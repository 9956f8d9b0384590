import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordChangeDays } from '../../src/model/change-days';
import { changesBetween, changesOn } from '../../src/model/changes';
import type { Dataset } from '../../src/model/dataset';
import {
  datasetJson,
  datasetOf,
  datasets,
  days,
  eventJson,
  isoDay,
  type Json,
} from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { tries } from '../support/tries';

const WASHINGTON = { name: 'Washington', country: 'US', lat: 38.9, lon: -77.04 };
const CAMP_DAVID = { name: 'Camp David', country: 'US', lat: 39.65, lon: -77.47 };

/** A summit as the record tells it day by day. */
const SUMMIT = eventJson({
  id: 'summit',
  date: '2023-08-18',
  place: CAMP_DAVID,
  revisions: [
    { known: '2023-05-21', status: 'possible', date: '2023-06/2023-07', place: WASHINGTON },
    { known: '2023-06-12', status: 'possible', date: '2023-07', place: WASHINGTON },
    { known: '2023-07-01', status: 'possible', date: '2023-07', place: CAMP_DAVID },
    { known: '2023-07-28', status: 'scheduled', date: '2023-08-18', place: CAMP_DAVID },
  ],
});

const summit = datasetOf({ events: [SUMMIT] });
const kindOn = (dataset: Dataset, day: string) =>
  changesOn(dataset, isoDay(day)).list.map(({ kind }) => kind);

describe('what changed on a day', () => {
  it('tells one kind of change for each step of a story', () => {
    expect(kindOn(summit, '2023-05-21')).toEqual(['added']);
    expect(kindOn(summit, '2023-06-12')).toEqual(['rescheduled']);
    expect(kindOn(summit, '2023-07-01')).toEqual(['relocated']);
    expect(kindOn(summit, '2023-07-28')).toEqual(['status']);
    expect(kindOn(summit, '2023-08-18')).toEqual(['fulfilled']);
    expect(kindOn(summit, '2023-08-19')).toEqual([]);
  });

  it('holds what came about against what had been said last', () => {
    const span = { fromDay: isoDay('2023-06-30'), toDay: isoDay('2023-09-01') };
    const [change] = changesBetween(summit, span).list;
    expect(change).toMatchObject({ kind: 'fulfilled', day: isoDay('2023-08-18') });
    expect(change?.verdict).toMatchObject({
      outcome: 'later',
      gap: { minDays: 18, maxDays: 18 },
      isElsewhere: true,
    });
  });

  it.each(['cancelled', 'lapsed'])('calls what is %s lapsed', (status) => {
    const revisions = [{ known: '2023-01-01', status: 'scheduled', date: '2023-03-01' }];
    const off = eventJson({ date: '2023-03-01', status, known: '2023-02-01', revisions });
    expect(kindOn(datasetOf({ events: [off] }), '2023-02-01')).toEqual(['lapsed']);
  });

  it('says when the day given has come and nothing more is known', () => {
    const planned = datasetOf({
      events: [
        eventJson({ id: 'day', status: 'scheduled', date: '2023-09-10' }),
        eventJson({ id: 'month', status: 'expected', date: '2023-09' }),
      ],
    });
    expect(changesOn(planned, isoDay('2023-09-10')).list).toMatchObject([
      { kind: 'due', id: 'day', day: isoDay('2023-09-10') },
    ]);
    expect(kindOn(planned, '2023-09-01')).toEqual([]);
  });

  it('finds nothing in a span without days', () => {
    const day = isoDay('2023-08-18');
    expect(changesBetween(summit, { fromDay: day, toDay: day }).count).toBe(0);
    expect(changesBetween(summit, { fromDay: day, toDay: day - 9 }).count).toBe(0);
  });

  it('finds a change on each day of change, and on no other day', () => {
    fc.assert(
      fc.property(datasets, days, (dataset, some) => {
        const changeDays = new Set(recordChangeDays(dataset));
        for (const day of [...changeDays, some]) {
          const isTold = changesOn(dataset, day).count > 0;
          expect(isTold).toBe(changeDays.has(day));
        }
      }),
      { numRuns: tries(60) },
    );
  });

  it('knows nothing of what became known later', () => {
    fc.assert(
      fc.property(datasets, days, fc.nat(400), (dataset, fromDay, length) => {
        const toDay = fromDay + length;
        const cut = cutAt(dataset, toDay);
        const told = changesBetween(dataset, { fromDay, toDay });
        expect(changesBetween(cut, { fromDay, toDay })).toEqual(told);
      }),
      { numRuns: tries(60) },
    );
  });

  it('tells the same in whatever order the events stand', () => {
    fc.assert(
      fc.property(datasets, days, (dataset, fromDay) => {
        const turned = { ...dataset, events: Array.from(dataset.events).toReversed() };
        const span = { fromDay, toDay: fromDay + 200 };
        expect(changesBetween(turned, span)).toEqual(changesBetween(dataset, span));
      }),
      { numRuns: tries(40) },
    );
  });
});

/** What was known by a day, and nothing else. */
function cutAt(dataset: Dataset, day: number): Dataset {
  const events = Array.from(dataset.events).map((event) => ({
    ...event,
    states: event.states.filter(({ known }) => known <= day),
  }));
  return { ...dataset, events };
}

describe('changes of a packed dataset', () => {
  const plainOf = (events: readonly Json[]) => datasetOf({ events });
  const packedFrom = (events: readonly Json[]) => packedOf(datasetJson({ events })).dataset;
  const eventsOf = fc.array(
    fc.record({
      date: days.map((day) => isoOf(day)),
      status: fc.constantFrom('happened', 'scheduled', 'expected', 'cancelled'),
      importance: fc.integer({ min: 1, max: 5 }),
      revisions: fc.array(
        fc.record({
          known: days.map((day) => isoOf(day)),
          status: fc.constantFrom('scheduled', 'possible', 'happened'),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 20 },
  );

  it('are those of the same events as objects', () => {
    fc.assert(
      fc.property(eventsOf, days, fc.nat(500), (given, fromDay, length) => {
        const events = given.map((event, i) => eventJson({ ...event, id: `e-${i}` }));
        const span = { fromDay, toDay: fromDay + length };
        const [packed, plain] = [packedFrom(events), plainOf(events)];
        const [found, expected] = [changesBetween(packed, span), changesBetween(plain, span)];
        expect(found.count).toBe(expected.count);
        expect(found.list.map(({ id, kind, day }) => ({ id, kind, day }))).toEqual(
          expected.list.map(({ id, kind, day }) => ({ id, kind, day })),
        );
      }),
      { numRuns: tries(40) },
    );
  });

  it('are cut to the most important, with the count of all', () => {
    const events = Array.from({ length: 30 }, (_, i) =>
      eventJson({ id: `e-${i}`, importance: (i % 5) + 1 }),
    );
    const span = { fromDay: isoDay('2023-01-01'), toDay: isoDay('2023-12-31') };
    for (const dataset of [packedFrom(events), plainOf(events)]) {
      const { list, count } = changesBetween(dataset, span, 8);
      expect(count).toBe(30);
      expect(list).toHaveLength(8);
      expect(list.filter(({ after }) => after.importance === 5)).toHaveLength(6);
      expect(list.every(({ after }) => after.importance >= 4)).toBe(true);
    }
  });
});

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
