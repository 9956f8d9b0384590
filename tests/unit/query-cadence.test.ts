import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { STATUSES } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { type Cadence, cadenceOf, MOST_CADENCE_ROWS } from '../../src/query/cadence';
import { readySets } from '../../src/query/cadence-sets';
import { NO_FILTER } from '../../src/query/filter';
import { formatIsoDay } from '../../src/time/day';
import {
  datasetOf,
  days,
  eventJson,
  isoDay,
  type Json,
  recordJson,
} from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { tries } from '../support/tries';

const AS_OF = isoDay('2023-06-12');

const allRows = ({ count }: EventTable) => Uint32Array.from({ length: count }, (_, row) => row);

function cadenceOfEvents(events: readonly Json[], given: Json = {}, asOf = AS_OF): Cadence {
  const table = createEventTable(datasetOf({ events, ...given }), asOf);
  const cadence = cadenceOf(table, allRows(table));
  if (!cadence) throw new Error('too many');
  return cadence;
}

const onDates = (...dates: readonly string[]) =>
  dates.map((date, i) => eventJson({ id: `e-${i}`, date }));

/** Without the numbers of rows, which go with the table and not with what is told. */
function told({ occasions, gaps, next, rhythm, ...rest }: Cadence) {
  return {
    ...rest,
    occasions: occasions.map(({ day, minDay, maxDay, rows }) => [day, minDay, maxDay, rows.length]),
    gaps: gaps.map((gap) => [gap.days, gap.minDays, gap.maxDays]),
    next: next && [next.day, next.minDay, next.maxDay, next.status],
    rhythm: rhythm && { ...rhythm, longest: rhythm.longest.days },
  };
}

const dates = fc.oneof(
  { weight: 3, arbitrary: days.map(formatIsoDay) },
  days.map((day) => formatIsoDay(day).slice(0, 7)),
  days.map((day) => formatIsoDay(day).slice(0, 4)),
  days.map((day) => `${formatIsoDay(day)}/..`),
  days.map((day) => `../${formatIsoDay(day)}`),
  fc
    .tuple(days, fc.nat(900))
    .map(([day, length]) => `${formatIsoDay(day)}/${formatIsoDay(day + length)}`),
  fc
    .tuple(days, fc.nat(900))
    .map(([day, more]) =>
      [day, day + more].map((each) => formatIsoDay(each).slice(0, 7)).join('/'),
    ),
);

const statuses = fc.constantFrom(...STATUSES, 'happened', 'happened', 'happened');

const eventJsons = fc
  .array(fc.record({ date: dates, status: statuses }), { maxLength: 30 })
  .map((list) => list.map((given, i) => eventJson({ id: `e-${i}`, ...given })));

const datasets = fc
  .record({ events: eventJsons, recordedThrough: days.map(formatIsoDay) })
  .map(({ events, recordedThrough }) => ({ events, recordedThrough }));

describe('the cadence of what took place', () => {
  it('counts days from start to start, and tells mean, median, quartiles and the longest', () => {
    const { occasions, gaps, rhythm } = cadenceOfEvents(
      onDates('2023-01-01', '2023-01-11', '2023-01-31', '2023-02-02/2023-03-05'),
    );
    expect(occasions).toHaveLength(4);
    expect(gaps.map((gap) => gap.days)).toEqual([10, 20, 2]);
    expect(rhythm?.meanDays).toBeCloseTo(32 / 3, 12);
    expect(rhythm).toMatchObject({ medianDays: 10, lowerDays: 6, upperDays: 15 });
    expect(rhythm?.longest).toBe(gaps[1]);
  });

  it('takes events of one day for one occasion, and tells how many they are', () => {
    const { occasions, eventCount, gaps } = cadenceOfEvents(
      onDates('2023-01-01', '2023-01-11', '2023-01-11/2023-01-12', '2023-01-21'),
    );
    expect(occasions.map(({ rows }) => rows.length)).toEqual([1, 2, 1]);
    expect(gaps.map((gap) => gap.days)).toEqual([10, 10]);
    expect(eventCount).toBe(4);
  });

  it('gives the latest of equally long gaps as the longest', () => {
    const { rhythm, gaps } = cadenceOfEvents(onDates('2023-01-01', '2023-01-11', '2023-01-21'));
    expect(rhythm?.longest).toBe(gaps[1]);
  });

  it('gives a range where a start is not exact, and counts its middle', () => {
    const { gaps } = cadenceOfEvents(onDates('2022-01-15', '2023-03'));
    expect(gaps[0]).toMatchObject({ days: 425, minDays: 410, maxDays: 440 });
  });

  it('takes of a stretch of months its first for the start', () => {
    const { occasions } = cadenceOfEvents(onDates('2022-07/2022-12'));
    expect(occasions[0]).toMatchObject({
      minDay: isoDay('2022-07-01'),
      maxDay: isoDay('2022-07-31'),
    });
  });

  it('lets nothing inexact begin after the as-of day', () => {
    const { occasions, silence } = cadenceOfEvents([
      eventJson({ date: '2023-06', known: '2023-06-03' }),
    ]);
    expect(occasions[0]).toMatchObject({ minDay: isoDay('2023-06-01'), maxDay: AS_OF });
    expect(silence).toMatchObject({ minDays: 0, maxDays: 11, days: 6 });
  });

  it('counts neither what was called off nor what has no beginning', () => {
    const found = cadenceOfEvents([
      eventJson({ id: 'a', date: '2023-01-01' }),
      eventJson({ id: 'b', date: '2023-02-01', status: 'cancelled' }),
      eventJson({ id: 'c', date: '2023-03-01', status: 'lapsed' }),
      eventJson({ id: 'd', date: '../2022-03-01' }),
    ]);
    expect(found.occasions).toHaveLength(1);
    expect(found).toMatchObject({ eventCount: 2, startlessCount: 1 });
  });

  it('has answers for none, for one, and for too many', () => {
    expect(cadenceOfEvents([])).toMatchObject({
      occasions: [],
      rhythm: undefined,
      silence: undefined,
      next: undefined,
    });
    expect(cadenceOfEvents(onDates('2023-06-02'))).toMatchObject({
      rhythm: undefined,
      silence: { days: 10, isLongest: false, overdueDays: undefined },
    });
    const table = createEventTable(datasetOf({ events: onDates('2023-06-02') }), AS_OF);
    expect(cadenceOf(table, new Uint32Array(MOST_CADENCE_ROWS + 1))).toBeUndefined();
  });

  it('tells the same of a packed dataset', () => {
    const json = recordJson();
    const plain = createEventTable(datasetOf(json), AS_OF);
    const packed = createEventTable(packedOf(json).dataset, AS_OF);
    const [a, b] = [plain, packed].map((table) => cadenceOf(table, allRows(table)));
    expect(a && told(a)).toEqual(b && told(b));
    expect(a?.occasions.length).toBeGreaterThan(200);
  });
});

describe('the present silence', () => {
  it('runs to the as-of day, or to the end of the record where that comes first', () => {
    const events = onDates('2023-01-01', '2023-02-01');
    expect(cadenceOfEvents(events).silence?.days).toBe(131);
    const ended = cadenceOfEvents(events, { recordedThrough: '2023-03-01' });
    expect(ended).toMatchObject({ throughDay: isoDay('2023-03-01'), silence: { days: 28 } });
  });

  it('says when it is longer than any gap, and how long the next is overdue by the median', () => {
    const events = onDates('2023-01-01', '2023-01-31', '2023-03-02');
    expect(cadenceOfEvents(events).silence).toMatchObject({
      days: 102,
      isLongest: true,
      overdueDays: 72,
    });
    expect(cadenceOfEvents(events, {}, isoDay('2023-03-20')).silence).toMatchObject({
      isLongest: false,
      overdueDays: 0,
    });
  });
});

describe('the next', () => {
  const ahead = (id: string, date: string, status: string) => eventJson({ id, date, status });

  it('is the nearest that lies ahead, a fixed day before a vague season', () => {
    const { next } = cadenceOfEvents([
      ahead('year', '2023', 'expected'),
      ahead('day', '2023-08-18', 'scheduled'),
      ahead('later', '2023-11-12', 'scheduled'),
    ]);
    expect(next).toMatchObject({ status: 'scheduled', day: isoDay('2023-08-18') });
  });

  it('is the surest of those of one day', () => {
    const { next } = cadenceOfEvents([
      ahead('a', '2023-08-18', 'possible'),
      ahead('b', '2023-08-18', 'scheduled'),
    ]);
    expect(next?.status).toBe('scheduled');
  });

  it('is none whose last day has passed', () => {
    expect(cadenceOfEvents([ahead('a', '2023-05', 'expected')]).next).toBeUndefined();
  });

  it('may be any day that is left where the start that was named has passed', () => {
    const { next } = cadenceOfEvents([ahead('a', '2020/2024', 'expected')]);
    expect(next).toMatchObject({ minDay: AS_OF, maxDay: isoDay('2024-12-31') });
  });
});

describe('the laws of a cadence', () => {
  it('makes nothing of the order in which events come', () => {
    fc.assert(
      fc.property(datasets, fc.infiniteStream(fc.nat()), ({ events, recordedThrough }, order) => {
        const shuffled = events
          .map((event) => ({ event, key: order.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(told(cadenceOfEvents(shuffled, { recordedThrough }))).toEqual(
          told(cadenceOfEvents(events, { recordedThrough })),
        );
      }),
      { numRuns: tries(100) },
    );
  });

  it('has gaps that add up to the time from the first to the last, each within its own range', () => {
    fc.assert(
      fc.property(datasets, ({ events, recordedThrough }) => {
        const { occasions, gaps, rhythm } = cadenceOfEvents(events, { recordedThrough });
        const sum = gaps.reduce((total, gap) => total + gap.days, 0);
        expect(sum).toBe((occasions.at(-1)?.day ?? 0) - (occasions[0]?.day ?? 0));
        expect(gaps).toHaveLength(Math.max(0, occasions.length - 1));
        for (const { minDays, days: each, maxDays } of gaps) {
          expect(minDays).toBeLessThanOrEqual(each);
          expect(each).toBeLessThanOrEqual(maxDays);
        }
        if (!rhythm) return;
        const { lowerDays, medianDays, upperDays, longest, meanDays } = rhythm;
        const rising = [0, lowerDays, medianDays, upperDays, longest.days];
        expect(rising).toEqual(rising.toSorted((a, b) => a - b));
        expect(meanDays).toBeLessThanOrEqual(longest.days);
      }),
      { numRuns: tries(150) },
    );
  });

  it('lets nothing later show through: what becomes known after the day changes nothing', () => {
    const later = fc
      .array(fc.record({ date: dates, status: statuses, known: fc.constant('2023-06-13') }), {
        minLength: 1,
        maxLength: 8,
      })
      .map((list) => list.map((given, i) => eventJson({ id: `late-${i}`, ...given })));
    fc.assert(
      fc.property(datasets, later, ({ events, recordedThrough }, more) => {
        expect(told(cadenceOfEvents([...events, ...more], { recordedThrough }))).toEqual(
          told(cadenceOfEvents(events, { recordedThrough })),
        );
      }),
      { numRuns: tries(100) },
    );
  });

  it('has every occasion in the past and every next ahead', () => {
    fc.assert(
      fc.property(datasets, days, ({ events, recordedThrough }, asOf) => {
        const { occasions, next, silence } = cadenceOfEvents(events, { recordedThrough }, asOf);
        for (const { minDay, day, maxDay } of occasions) {
          expect([minDay, day, maxDay, asOf]).toEqual(
            [minDay, day, maxDay, asOf].toSorted((a, b) => a - b),
          );
        }
        if (next) expect(next.minDay).toBeGreaterThanOrEqual(asOf);
        expect(silence?.days ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: tries(100) },
    );
  });
});

describe('the ready sets', () => {
  it('prefer what came back in most years to what once came in a crowd', () => {
    const crowd = Array.from({ length: 9 }, (_, i) =>
      eventJson({ id: `crowd-${i}`, date: `2023-02-0${i + 1}`, tags: ['crowd'] }),
    );
    const steady = ['2019', '2020', '2021', '2022'].map((year) =>
      eventJson({ id: `steady-${year}`, date: `${year}-05-01`, tags: ['steady'] }),
    );
    const table = createEventTable(datasetOf({ events: [...crowd, ...steady] }), AS_OF);
    expect(readySets(table)).toEqual([
      { filter: { ...NO_FILTER, kinds: ['meeting'] }, count: 13 },
      { filter: { ...NO_FILTER, kinds: ['meeting'], tags: ['steady'] }, count: 4 },
    ]);
  });

  it('find the meetings of two plus two ministers in the bundled record', () => {
    const table = createEventTable(datasetOf(recordJson()), AS_OF);
    const tags = readySets(table).flatMap(({ filter }) => filter.tags);
    expect(tags).toContain('two-plus-two');
  });

  it('count only what had taken place by the day', () => {
    const events = ['2019', '2020', '2021', '2022', '2024'].map((year) =>
      eventJson({ id: `e-${year}`, date: `${year}-05-01`, known: '2018-01-01' }),
    );
    const [set] = readySets(createEventTable(datasetOf({ events }), AS_OF));
    expect(set?.count).toBe(4);
  });
});
