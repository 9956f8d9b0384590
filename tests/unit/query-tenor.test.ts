import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { type EventKind, STATUSES } from '../../src/model/dataset';
import { tenorParts } from '../../src/model/tenor-code';
import {
  certaintyOf,
  closeness,
  createTenorSampler,
  estimateTenor,
  tenorOfSums,
} from '../../src/query/tenor';
import { tenorEndOf, tenorRecordOf, tenorStartOf } from '../../src/query/tenor-record';
import { findLowMaker, findTenorMakeup } from '../../src/query/tenor-shares';
import { tenorWindowAt } from '../../src/query/tenor-window';
import { formatIsoDay } from '../../src/time/day';
import { datasetJson, datasetOf, days, isoDay, type Json, tableOf } from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { tries } from '../support/tries';

const HALF_YEAR = tenorWindowAt(0.635);
const THREE_YEARS = tenorWindowAt(0.046);
const AS_OF = isoDay('2023-06-12');

const event = (given: Json): Json => ({
  title: 'Event',
  date: '2023-01-13',
  domains: ['security'],
  kind: 'meeting' satisfies EventKind,
  parties: ['JP', 'US'],
  ...given,
});

const dates = fc.oneof(
  { weight: 3, arbitrary: days.map(formatIsoDay) },
  days.map((day) => formatIsoDay(day).slice(0, 7)),
  days.map((day) => `${formatIsoDay(day)}/..`),
  days.map((day) => `../${formatIsoDay(day)}`),
  fc
    .tuple(days, fc.nat(900))
    .map(([day, length]) => `${formatIsoDay(day)}/${formatIsoDay(day + length)}`),
);

const eventJsons = fc
  .array(
    fc.record(
      {
        date: dates,
        status: fc.constantFrom(...STATUSES, 'happened', 'happened', 'happened'),
        importance: fc.integer({ min: 1, max: 5 }),
        tenor: fc.constantFrom(-2, -1.5, -1, -1 / 3, 0, 0.1, 0.5, 1, 2),
        known: days.map(formatIsoDay),
      },
      { requiredKeys: ['date', 'importance'] },
    ),
    { maxLength: 30 },
  )
  .map((list) => list.map((given, i) => event({ id: `e-${i}`, ...given })));

const windows = fc.constantFrom(2, 0.635, 0.18, 0.046, 0.01).map(tenorWindowAt);
const someDays = fc.double({ min: 18_200, max: 19_600, noNaN: true });

const recordOf = (events: readonly Json[], asOf = AS_OF) =>
  tenorRecordOf(createEventTable(datasetOf({ events }), asOf));

describe('the tenor of a day', () => {
  it('is the mean by importance of the events of that day', () => {
    const record = recordOf([
      event({ id: 'a', tenor: 2, importance: 1 }),
      event({ id: 'b', tenor: -1, importance: 5 }),
    ]);
    const estimate = estimateTenor(record, isoDay('2023-01-13') + 0.5, HALF_YEAR);
    expect(estimate?.value).toBeCloseTo(-0.5, 12);
    // Kish: 6² / (1² + 5²), but for the breadth of a day.
    expect(estimate?.eventCount).toBeCloseTo(36 / 26, 3);
  });

  it('is none where there is no event, and none without any', () => {
    const record = recordOf([event({ id: 'a', tenor: 1 })]);
    expect(estimateTenor(record, isoDay('2021-01-01'), HALF_YEAR)).toBeUndefined();
    expect(estimateTenor(recordOf([]), AS_OF, THREE_YEARS)).toBeUndefined();
    expect(estimateTenor(recordOf([event({ id: 'a' })]), AS_OF, THREE_YEARS)).toBeUndefined();
  });

  it('does not depend on the order of events, not by a bit', () => {
    const shuffled = eventJsons.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, someDays, windows, ([events, others], day, window) => {
        const estimate = estimateTenor(recordOf(events), day, window);
        expect(estimateTenor(recordOf(others), day, window)).toEqual(estimate);
        const { dataset } = packedOf(datasetJson({ events: others }));
        const packed = tenorRecordOf(createEventTable(dataset, AS_OF));
        expect(estimateTenor(packed, day, window)).toEqual(estimate);
      }),
      { numRuns: tries(120) },
    );
  });

  it('gives no weight to events outside the kernel: without them nothing changes', () => {
    let outside = 0;
    fc.assert(
      fc.property(eventJsons, someDays, windows, (events, day, window) => {
        const half = window.days / 2;
        const table = tableOf({ events }, '2023-06-12');
        const near = events.filter(({ id }) => {
          const row = table.rowOf(String(id));
          if (row === undefined) return true;
          const start = tenorStartOf(table, row);
          return start < day + half && tenorEndOf(table, row, start) > day - half;
        });
        outside += events.length - near.length;
        expect(estimateTenor(recordOf(near), day, window)).toEqual(
          estimateTenor(recordOf(events), day, window),
        );
      }),
      { numRuns: tries(200) },
    );
    expect(outside).toBeGreaterThan(tries(100));
  });

  it('lies within the tenors of the events that make it up', () => {
    let valued = 0;
    fc.assert(
      fc.property(eventJsons, someDays, windows, (events, day, window) => {
        const table = tableOf({ events }, '2023-06-12');
        const makeup = findTenorMakeup(table, { day, window, most: 99 });
        const estimate = estimateTenor(tenorRecordOf(table), day, window);
        expect(makeup?.estimate.value ?? 9).toBeCloseTo(estimate?.value ?? 9, 9);
        expect(makeup?.estimate.error ?? 9).toBeCloseTo(estimate?.error ?? 9, 6);
        if (!makeup || !estimate) return;
        valued++;
        const tenors = makeup.shares.map(({ tenor }) => tenor);
        expect(estimate.value).toBeGreaterThanOrEqual(Math.min(...tenors) - 1e-9);
        expect(estimate.value).toBeLessThanOrEqual(Math.max(...tenors) + 1e-9);
        expect(estimate.eventCount).toBeLessThanOrEqual(tenors.length + 1e-9);
      }),
      { numRuns: tries(200) },
    );
    expect(valued).toBeGreaterThan(tries(20));
  });
});

describe('as of a day', () => {
  it('takes nothing from events that became known later, or were to come', () => {
    let later = 0;
    fc.assert(
      fc.property(eventJsons, days, someDays, windows, (events, asOf, day, window) => {
        const table = createEventTable(datasetOf({ events }), asOf);
        const known = events.filter(({ id }) => {
          const row = table.rowOf(String(id));
          const state = row === undefined ? undefined : table.stateOf(row);
          const tookPlace = state?.status === 'happened' || state?.status === 'under-way';
          return state && tookPlace && (table.startDay[row ?? 0] ?? 0) <= asOf;
        });
        later += events.length - known.length;
        expect(estimateTenor(recordOf(known, asOf), day, window)).toEqual(
          estimateTenor(tenorRecordOf(table), day, window),
        );
      }),
      { numRuns: tries(200) },
    );
    expect(later).toBeGreaterThan(tries(100));
  });

  it('reads a tenor only once the event has taken place', () => {
    const visit = event({
      id: 'visit',
      tenor: 2,
      revisions: [{ known: '2022-12-01', status: 'scheduled' }],
    });
    const at = isoDay('2023-01-13');
    expect(estimateTenor(recordOf([visit], isoDay('2023-01-12')), at, THREE_YEARS)).toBeUndefined();
    expect(estimateTenor(recordOf([visit], at), at, THREE_YEARS)?.value).toBe(2);
  });

  it('counts only the days that had come of what was under way', () => {
    const talks = event({
      id: 'talks',
      date: '2023-06-01/2024-05-31',
      status: 'under-way',
      tenor: 1,
    });
    const record = recordOf([talks]);
    expect([record.startDay[0], record.endDay[0]]).toEqual([isoDay('2023-06-01'), AS_OF + 1]);
  });

  it('takes the known end of an open range', () => {
    const record = recordOf([
      event({ id: 'since', date: '2021-03-01/..', tenor: 1 }),
      event({ id: 'until', date: '../2022-05-01', tenor: 1, known: '2022-05-01' }),
      event({ id: 'ever', date: '../..', tenor: 1, known: '2022-05-01' }),
    ]);
    const starts = [isoDay('2021-03-01'), isoDay('2022-05-01')];
    expect(Array.from(record.startDay.subarray(0, record.count))).toEqual(starts);
    expect(Array.from(record.endDay.subarray(0, record.count))).toEqual(starts.map((d) => d + 1));
  });
});

describe('how sure it is', () => {
  const sums = (events: number, tenor: (i: number) => number) => {
    const list = Array.from({ length: events }, (_, i) => 60 * tenor(i));
    const sum = (of: (y: number) => number) => list.reduce((all, y) => all + of(y), 0);
    return {
      weight: events,
      tenor: sum((y) => y),
      squares: sum((y) => y * y),
      weightSquares: events,
    };
  };

  it('grows with the number of events, and falls with their disagreement', () => {
    const errors = [1, 2, 4, 8, 40].map((n) => tenorOfSums(sums(n, () => 1))?.error ?? 0);
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    expect(errors[0]).toBeGreaterThan(0.9);
    expect(errors[4]).toBeLessThan(0.1);
    const mixed = tenorOfSums(sums(8, (i) => (i % 2 === 0 ? 2 : -2)));
    expect(mixed?.error).toBeGreaterThan(2 * (errors[3] ?? 9));
  });

  it('fades to nothing as the only event comes to the edge of the kernel', () => {
    const at = isoDay('2022-01-13');
    const record = recordOf([event({ id: 'a', date: '2022-01-13', tenor: 2 })]);
    const half = HALF_YEAR.days / 2;
    const certainties = [0, 0.3, 0.6, 0.9, 0.99].map((share) =>
      certaintyOf(estimateTenor(record, at + 0.5 + share * half, HALF_YEAR)?.error ?? 0),
    );
    expect(certainties).toEqual(certainties.toSorted((a, b) => b - a));
    expect(certainties[0]).toBeGreaterThan(0.15);
    expect(certainties[4]).toBe(0);
  });
});

describe('the kernel', () => {
  it('is the mean of 1 − u² over the days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 20, max: 200, noNaN: true }),
        (start, length, half) => {
          const steps = 4000;
          let sum = 0;
          for (let i = 0; i < steps; i++) {
            const u = (200 - start - (length * (i + 0.5)) / steps) / half;
            sum += Math.max(0, 1 - u * u);
          }
          const k = closeness(200, start, start + length, half);
          expect(k).toBeCloseTo(sum / steps, 4);
          expect(k).toBeGreaterThanOrEqual(0);
          expect(k).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: tries(200) },
    );
  });

  it('is 0 from its edge on', () => {
    expect(closeness(0, 50, 60, 50)).toBe(0);
    expect(closeness(110, 50, 60, 50)).toBe(0);
    expect(closeness(109, 50, 60, 50)).toBeGreaterThan(0);
  });
});

describe('the window', () => {
  it('gets shorter, never longer, on zooming in, by steps', () => {
    const scales = Array.from({ length: 400 }, (_, i) => 1e-5 * 1.06 ** i);
    const lengths = scales.map((scale) => tenorWindowAt(scale).days);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(new Set(lengths).size).toBe(15);
  });

  it('is three years at the scale of the long arc, and does not change by rounding', () => {
    expect(THREE_YEARS).toMatchObject({ unit: 'year', count: 3 });
    expect(HALF_YEAR).toMatchObject({ unit: 'month', count: 6 });
    const step = (94 / THREE_YEARS.days) ** (4 / 3);
    expect(tenorWindowAt(step * (1 + 1e-12))).toBe(tenorWindowAt(step * (1 - 1e-12)));
  });
});

describe('samples', () => {
  it('are the same wherever the view stands, and are estimates of their day', () => {
    fc.assert(
      fc.property(
        eventJsons,
        days,
        fc.integer({ min: -400, max: 400 }),
        windows,
        (events, from, by, window) => {
          const record = recordOf(events);
          const view = { startDay: from, endDay: from + 500 };
          const sampler = createTenorSampler(record);
          const before = sampler.samplesIn(view, window);
          const after = sampler.samplesIn(
            { startDay: view.startDay + by, endDay: view.endDay + by },
            window,
          );
          const fresh = createTenorSampler(record).samplesIn(view, window);
          expect(fresh).toEqual(before);
          for (let i = 0; i < before.count; i++) {
            const j = before.first + i - after.first;
            if (j >= 0 && j < after.count) expect(after.value[j]).toBe(before.value[i]);
            const day = (before.first + i) * before.stepDays;
            const estimate = i % 7 === 0 ? estimateTenor(record, day, window) : undefined;
            if (estimate) expect(before.value[i]).toBeCloseTo(estimate.value, 9);
            else if (i % 7 === 0) expect(before.value[i]).toBeNaN();
          }
        },
      ),
      { numRuns: tries(60) },
    );
  });

  it('cover the view up to the as-of day', () => {
    const sampler = createTenorSampler(recordOf([event({ id: 'a', tenor: 1 })]));
    for (const window of [HALF_YEAR, THREE_YEARS]) {
      const startDay = isoDay('2020-01-01');
      const samples = sampler.samplesIn({ startDay, endDay: isoDay('2024-01-01') }, window);
      expect(samples.first * samples.stepDays).toBeLessThanOrEqual(startDay);
      const last = (samples.first + samples.count - 1) * samples.stepDays;
      expect(last).toBeGreaterThanOrEqual(AS_OF + 1);
    }
  });
});

describe('what makes up a value', () => {
  const table = tableOf({
    events: [
      event({ id: 'near', tenor: -1, importance: 3 }),
      event({ id: 'important', date: '2023-02-01', tenor: 2, importance: 5 }),
      event({ id: 'far', date: '2021-02-01', tenor: 2, importance: 5 }),
      event({ id: 'neutral', date: '2023-02-01', importance: 5 }),
    ],
  });
  const question = { day: isoDay('2023-01-13') + 0.5, window: HALF_YEAR, most: 5 };
  const idsOf = (shares: readonly { readonly row: number }[] = []) =>
    shares.map(({ row }) => table.idOf(row));

  it('is told by event, the strongest first, with shares that add up to one', () => {
    const makeup = findTenorMakeup(table, question);
    expect(idsOf(makeup?.shares)).toEqual(['important', 'near']);
    expect(makeup?.shares.map(({ tenor }) => tenor)).toEqual([2, -1]);
    expect(makeup?.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(makeup?.rowCount).toBe(2);
  });

  it('holds no more than asked for, and only rows of the filter', () => {
    const one = findTenorMakeup(table, { ...question, most: 1 });
    expect(idsOf(one?.shares)).toEqual(['important']);
    expect(one?.rowCount).toBe(2);
    const isIn = (row: number) => table.idOf(row) !== 'important';
    expect(idsOf(findTenorMakeup(table, { ...question, isIn })?.shares)).toEqual(['near']);
    expect(estimateTenor(tenorRecordOf(table, isIn), question.day, HALF_YEAR)?.value).toBeCloseTo(
      -1,
      12,
    );
  });

  it('names what pulls it down the most', () => {
    expect(table.idOf(findLowMaker(table, question) ?? -1)).toBe('near');
    const isIn = (row: number) => (tenorParts(table.tenor[row]) ?? 0) > 0;
    expect(findLowMaker(table, { ...question, isIn })).toBeUndefined();
  });
});
