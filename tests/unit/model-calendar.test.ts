import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, hasTimes } from '../../src/model/calendar';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { asRecorded } from '../../src/model/recorded-state';
import { createSearch } from '../../src/query/search';
import { formatIsoDay } from '../../src/time/day';
import timed from '../fixtures/timed-events.json' with { type: 'json' };
import {
  datasetJson,
  datasetOf,
  datasets,
  days,
  eventJson,
  isoDay,
  type Json,
  recordJson,
} from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';
import { statesOf } from '../support/states-of';
import { tries } from '../support/tries';

const TOKYO = { timeZone: 'Asia/Tokyo', name: 'Tokyo' };
const COUNTRIES = ['JP', 'US', 'NZ', 'GB'];

function parsed(file: unknown): Dataset {
  const { dataset, issues } = parseDataset(file);
  expect(issues).toEqual([]);
  if (!dataset) throw new Error('no dataset');
  return dataset;
}

function statesOfEvent(event: Json) {
  const { dataset, issues } = parseDataset(datasetJson({ events: [eventJson(event)] }));
  return { states: dataset?.events.at(0)?.states ?? [], issues, raw: dataset?.raw };
}

/** `2023-08-18 20:30 late-call`, row by row. */
function rowsOf(table: EventTable): string[] {
  return statesOf(table).map(({ date, time = '', id }, row) => {
    expect(table.startDay[row]).toBe(date.minDay);
    expect(table.endDay[row]).toBe(date.maxDay + 1);
    return [date.text, time, id].filter(Boolean).join(' ');
  });
}

describe('the time of day of an event', () => {
  it.each(['2023-05', '2023-05-19~', '2023-05-19?', '2023-05-19/2023-05-20', '2023-05-XX'])(
    'is a warning and not shown beside %s, and stays in the file',
    (date) => {
      const { states, issues, raw } = statesOfEvent({ date, time: '09:30' });
      expect(states[0]).not.toHaveProperty('time');
      expect(issues).toEqual([
        {
          path: 'events[0].time',
          severity: 'warning',
          expected: { key: 'time-of-one-day' },
          found: '“09:30”',
        },
      ]);
      expect(JSON.stringify(raw)).toContain('09:30');
    },
  );

  it.each([
    ['24:00', '“24:00”'],
    ['9:30', '“9:30”'],
    [930, '930'],
    [null, 'nothing'],
  ])('is a warning where it is none: %j', (time, found) => {
    const { states, issues } = statesOfEvent({ time });
    expect(states[0]).not.toHaveProperty('time');
    expect(issues).toEqual([
      { path: 'events[0].time', severity: 'warning', expected: { key: 'time-of-day' }, found },
    ]);
  });

  it('is kept without a zone of the place', () => {
    expect(statesOfEvent({ time: '09:30' }).states[0]?.time).toBe('09:30');
    const { states, issues } = statesOfEvent({
      time: '09:30',
      place: { name: 'There', timeZone: 'Mars/Olympus' },
    });
    expect(states[0]?.time).toBe('09:30');
    expect(issues.map(({ path }) => path)).toEqual(['events[0].place.timeZone']);
  });

  it('goes with its date and place through the revisions', () => {
    const revisions = [
      { known: '2022-01-01', status: 'possible', date: '2023-01' },
      { known: '2022-02-01', status: 'expected', date: '2023-01-12', time: '10:00' },
      { known: '2022-03-01', status: 'expected', title: 'Said anew' },
      { known: '2022-04-01', status: 'scheduled', place: TOKYO },
      { known: '2022-05-01', status: 'scheduled', time: '11:15' },
      { known: '2022-06-01', status: 'scheduled', date: '2023-01-13' },
    ];
    const { states, issues } = statesOfEvent({ time: '09:30', place: TOKYO, revisions });
    expect(issues).toEqual([]);
    expect(states.map(({ time }) => time)).toEqual([
      undefined,
      '10:00',
      '10:00',
      undefined,
      '11:15',
      undefined,
      '09:30',
    ]);
  });

  it('is the final one where a revision says nothing of date, time and place', () => {
    const revisions = [{ known: '2022-01-01', status: 'scheduled', title: 'Planned' }];
    const { states } = statesOfEvent({ time: '09:30', revisions });
    expect(states.map(({ time }) => time)).toEqual(['09:30', '09:30']);
  });

  it('is a warning in a revision at its own place', () => {
    const revisions = [
      { known: '2022-03-01', status: 'possible', time: 'noon' },
      { known: '2022-02-01', status: 'possible', date: '2023', time: '10:00' },
    ];
    const { states, issues } = statesOfEvent({ time: '09:30', revisions });
    expect(states.map(({ time }) => time)).toEqual([undefined, undefined, '09:30']);
    expect(issues.map(({ path, found }) => `${path} ${found}`).toSorted()).toEqual([
      'events[0].revisions[0].time “noon”',
      'events[0].revisions[1].known “2022-02-01”',
      'events[0].revisions[1].time “10:00”',
    ]);
  });
});

describe('a table by the calendar of a capital', () => {
  const dataset = parsed(timed);
  const all = isoDay('2024-01-01');

  it('has timed events on the day there, in the order of those days', () => {
    expect(rowsOf(createEventTable(dataset, all))).toEqual([
      '2023-08-18 dated-only',
      '2023-08-18 20:30 late-call',
      '2023-08-18 12:00 noon',
      '2023-08-18 23:00 nowhere',
      '2023-08-19 08:00 early-call',
    ]);
    expect(rowsOf(createEventTable(dataset, all, calendarOf('JP')))).toEqual([
      '2023-08-18 dated-only',
      '2023-08-18 23:00 nowhere',
      '2023-08-19 08:00 early-call',
      '2023-08-19 09:30 late-call',
      '2023-08-19 07:00 noon',
    ]);
    expect(rowsOf(createEventTable(dataset, all, calendarOf('US')))).toEqual([
      '2023-08-18 dated-only',
      '2023-08-18 19:00 early-call',
      '2023-08-18 20:30 late-call',
      '2023-08-18 18:00 noon',
      '2023-08-18 23:00 nowhere',
    ]);
  });

  it('knows as much on each day as by any other calendar', () => {
    for (const asOf of ['2023-08-17', '2023-08-18', '2023-08-19', '2023-08-20']) {
      const ids = [undefined, 'JP', 'US'].map((country) => {
        const calendar = country === undefined ? undefined : calendarOf(country);
        const table = createEventTable(dataset, isoDay(asOf), calendar);
        return statesOf(table)
          .map(({ id }) => id)
          .toSorted();
      });
      expect(ids[1]).toEqual(ids[0]);
      expect(ids[2]).toEqual(ids[0]);
    }
  });

  it('gives the same state each time, and the one of the record behind it', () => {
    const table = createEventTable(dataset, all, calendarOf('JP'));
    const again = createEventTable(dataset, all + 1, calendarOf('JP'));
    const [row, otherRow] = [table.rowOf('late-call') ?? -1, again.rowOf('late-call') ?? -1];
    const told = table.stateOf(row);
    if (!told) throw new Error('no state');
    expect(again.stateOf(otherRow)).toBe(told);
    expect(table.calendar?.tell(told)).toBe(told);
    expect(asRecorded(dataset, told)).toBe(dataset.events.at(0)?.states[0]);
  });

  it('is searched as any other', () => {
    const table = createEventTable(dataset, all, calendarOf('JP'));
    const found = createSearch(dataset).find(table, 'late');
    expect(Array.from(found ?? [])).toEqual([0, 0, 0, 1, 0]);
  });

  it('has all rows of a record without times as they are', () => {
    const record = parsed(recordJson());
    const [plain, told] = [undefined, calendarOf('US')].map((calendar) =>
      createEventTable(record, isoDay('2023-06-12'), calendar),
    );
    expect(hasTimes(record)).toBe(false);
    expect(told && statesOf(told)).toEqual(plain && statesOf(plain));
  });

  it('shifts timed events by a day at most and no others, and stays sorted', () => {
    fc.assert(
      fc.property(datasets, days, fc.constantFrom(...COUNTRIES), (random, day, country) => {
        const { dataset: packed } = packedOf(JSON.parse(JSON.stringify(random.raw)) as Json);
        for (const some of [random, packed]) {
          const place = createEventTable(some, day);
          const told = createEventTable(some, day, calendarOf(country));
          expect(told.count).toBe(place.count);
          for (let row = 0; row < told.count; row++) {
            const before = place.rowOf(told.idOf(row) ?? '') ?? -1;
            const state = place.stateOf(before);
            const [shift, endShift] = [
              (told.startDay[row] ?? 0) - (place.startDay[before] ?? 0),
              (told.endDay[row] ?? 0) - (place.endDay[before] ?? 0),
            ];
            expect(endShift).toBe(shift);
            expect(Math.abs(shift)).toBeLessThanOrEqual(1);
            const isTimed = state?.time !== undefined && state.place?.timeZone !== undefined;
            if (!isTimed) expect(told.stateOf(row)).toEqual(state);
            expect(told.startDay[row]).toBe(told.stateOf(row)?.date.minDay ?? -Infinity);
            const isInOrder =
              row === 0 || (told.startDay[row - 1] ?? 0) <= (told.startDay[row] ?? 0);
            expect(isInOrder).toBe(true);
          }
        }
      }),
      { numRuns: tries(60) },
    );
  });

  it('tells an event by its own place’s calendar as the file does', () => {
    const place = { name: 'Tokyo', timeZone: 'Asia/Tokyo' };
    const here = datasetOf({ events: [eventJson({ time: '00:00', place })] });
    const table = createEventTable(here, all, calendarOf('JP'));
    expect(table.stateOf(0)).toBe(here.events.at(0)?.states[0]);
  });
});

describe('calendars', () => {
  it('are there for countries whose capital is known, the same object each time', () => {
    expect(calendarOf('JP')?.timeZone).toBe('Asia/Tokyo');
    expect(calendarOf('JP')).toBe(calendarOf('JP'));
    expect(calendarOf('XX')).toBeUndefined();
  });

  it('are of use where some state has a time in a known zone', () => {
    const place = { name: 'There', timeZone: 'Asia/Tokyo' };
    const revisions = [
      { known: '2022-01-01', status: 'scheduled', date: '2023-01-12', time: '09:00' },
    ];
    for (const [event, expected] of [
      [{}, false],
      [{ time: '09:30' }, false],
      [{ place }, false],
      [{ place, time: '09:30' }, true],
      [{ place, revisions }, true],
      [{ place: { name: 'There', timeZone: 'Mars/Olympus' }, time: '09:30' }, false],
    ] as const) {
      const file = datasetJson({ events: [eventJson(event)] });
      expect(hasTimes(datasetOf(file))).toBe(expected);
      expect(hasTimes(packedOf(file).dataset)).toBe(expected);
    }
  });

  it('take eight bytes for each timed state of a packed dataset', () => {
    const { packed, dataset } = packedOf(timed);
    expect(packed.timedEntries.byteLength + packed.moments.byteLength).toBe(3 * 8);
    expect(packed.zoneNames.toSorted()).toEqual([
      'America/New_York',
      'Asia/Tokyo',
      'Pacific/Honolulu',
    ]);
    const table = createEventTable(dataset, isoDay('2024-01-01'), calendarOf('JP'));
    expect(rowsOf(table)).toEqual([
      '2023-08-18 dated-only',
      '2023-08-18 23:00 nowhere',
      '2023-08-19 09:30 late-call',
      '2023-08-19 08:00 early-call',
      '2023-08-19 07:00 noon',
    ]);
    expect(formatIsoDay(table.startDay[2] ?? 0)).toBe('2023-08-19');
  });
});
