import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset, EventState } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import { parseIsoDay } from '../../src/time/day';
import { parseEdtf } from '../../src/time/parse-edtf';
import { daysText, findCapitalDays } from '../../src/ui/detail/capital-days';
import {
  createForecastScale,
  placeOnStrip,
  statesKnownBy,
} from '../../src/ui/detail/earlier-states';
import { placeInOrder, selectNext, selectPrevious } from '../../src/ui/detail/step-selection';

const day = (iso: string): number => parseIsoDay(iso)!;

function datasetOf(events: readonly object[]): Dataset {
  const usual = { title: 'Event', domains: ['diplomacy'], kind: 'summit', parties: ['JP', 'US'] };
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'small',
    title: 'Small',
    parties: ['JP', 'US'],
    recordedThrough: '2030-01-01',
    events: events.map((event) => ({ ...usual, ...event })),
  });
  return dataset!;
}

function stateOf(event: object): { dataset: Dataset; state: EventState } {
  const dataset = datasetOf([{ id: 'one', ...event }]);
  return { dataset, state: dataset.events.at(0)!.states.at(-1)! };
}

/** The rows of 0 in a mask. */
function rowsWithout(mask: readonly number[]): Uint32Array {
  return Uint32Array.from(mask.flatMap((each, row) => (each === 0 ? [row] : [])));
}

describe('stepping through the matching events', () => {
  const dataset = datasetOf(
    Array.from({ length: 12 }, (_, i) => ({ id: `e${i}`, date: String(2000 + i) })),
  );
  const table = createEventTable(dataset, day('2025-01-01'));
  const masks = fc.array(fc.constantFrom(0, 1), { minLength: 12, maxLength: 12 });

  it('visits each matching event once, in time order, and ends', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const rows = rowsWithout(mask);
        const visited: string[] = [];
        for (
          let id = selectNext(table, rows, undefined);
          id !== undefined;
          id = selectNext(table, rows, id)
        ) {
          visited.push(id);
        }
        expect(visited).toEqual(Array.from(rows, (row) => table.idOf(row)));
      }),
    );
  });

  it('steps back where it came from', () => {
    fc.assert(
      fc.property(masks, fc.nat(11), (mask, row) => {
        const rows = rowsWithout(mask.with(row, 0));
        const id = table.stateOf(row)!.id;
        const next = selectNext(table, rows, id);
        if (next !== undefined) expect(selectPrevious(table, rows, next)).toBe(id);
      }),
    );
  });

  it('goes on from an event that does not match to its neighbours that do', () => {
    const rows = rowsWithout([0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(selectNext(table, rows, 'e1')).toBe('e3');
    expect(selectPrevious(table, rows, 'e2')).toBe('e0');
    expect(placeInOrder(table, rows, 'e2')).toBeUndefined();
    expect(placeInOrder(table, rows, 'e3')).toBe(2);
  });

  it('starts with the first for next and with the last for previous', () => {
    const rows = rowsWithout(Array.from({ length: 12 }, () => 0));
    expect(selectNext(table, rows, undefined)).toBe('e0');
    expect(selectPrevious(table, rows, undefined)).toBe('e11');
    expect(selectNext(table, [], undefined)).toBeUndefined();
  });

  it('starts in the view where there is one, else with the nearest event beside it', () => {
    const rows = rowsWithout([0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
    const years = (from: number, to: number) => ({
      startDay: day(`${from}-01-01`),
      endDay: day(`${to}-01-01`),
    });
    const startsAt = (view: ReturnType<typeof years>) => [
      selectNext(table, rows, undefined, view),
      selectPrevious(table, rows, undefined, view),
    ];
    expect(startsAt(years(2002, 2009))).toEqual(['e2', 'e8']);
    expect(startsAt(years(2005, 2007))).toEqual(['e7', 'e4']);
    expect(startsAt(years(1990, 1995))).toEqual(['e0', 'e0']);
    expect(startsAt(years(2020, 2025))).toEqual(['e11', 'e11']);
    expect(selectNext(table, [], undefined, years(2002, 2009))).toBeUndefined();
    expect(selectPrevious(table, [], undefined, years(2002, 2009))).toBeUndefined();
    expect(selectNext(table, rows, 'e3', years(2008, 2009))).toBe('e4');
  });
});

describe('the day in both capitals', () => {
  const inPlace = (date: string, timeZone: string): string[] => {
    const { dataset, state } = stateOf({ date, place: { name: 'There', timeZone } });
    return findCapitalDays(dataset, state).map(({ name, days }) => {
      const place = typeof name === 'string' ? name : name['en'];
      return `${daysText(days, 'en')} ${place}`;
    });
  };

  it('covers two days on the other side of the world', () => {
    expect(inPlace('2023-07-12', 'America/New_York')).toEqual([
      '12 Jul Washington',
      '12–13 Jul Tokyo',
    ]);
    expect(inPlace('2023-05-19', 'Asia/Tokyo')).toEqual(['19 May Tokyo', '18–19 May Washington']);
  });

  it('runs from the first day to the last for an interval', () => {
    expect(inPlace('2023-07-11/2023-07-12', 'America/New_York')).toEqual([
      '11–12 Jul Washington',
      '11–13 Jul Tokyo',
    ]);
  });

  it('crosses the year in words', () => {
    expect(inPlace('2023-12-31', 'America/New_York')[1]).toBe('31 Dec – 1 Jan Tokyo');
  });

  it('is not given where the date is inexact, open or without a known zone', () => {
    for (const date of ['2023-07', '2023-07-12~', '2023-07-12?', '2023-07-12/..']) {
      expect(inPlace(date, 'America/New_York')).toEqual([]);
    }
    expect(inPlace('2023-07-12', 'Mars/Olympus')).toEqual([]);
  });
});

describe('earlier states', () => {
  const dataset = datasetOf([
    {
      id: 'one',
      date: '2023-08-18',
      revisions: [
        { known: '2023-05-21', status: 'possible', date: '2023~' },
        { known: '2023-06-12', status: 'expected', date: '2023-06/2023-07' },
      ],
    },
  ]);
  const { states } = dataset.events.at(0)!;

  it('hold nothing that became known after the day', () => {
    const known = statesKnownBy(dataset, states[1]!, day('2023-07-01'));
    expect(known.map(({ status }) => status)).toEqual(['possible', 'expected']);
  });

  it('end with the state that held on the day', () => {
    const known = statesKnownBy(dataset, states[2]!, day('2025-01-01'));
    expect(known.map(({ status }) => status)).toEqual(['possible', 'expected', 'happened']);
  });

  const dates = ['2023', '2023-05', '2023-05-21', '1945/1952', '2023-03/..', '../2001', '-0400~'];
  const someStates = fc
    .array(fc.constantFrom(...dates), { minLength: 1, maxLength: 4 })
    .map((texts) => texts.map((text) => ({ ...states[0]!, date: parseEdtf(text)! })));

  it('stand within their strip of time, each at least as a point', () => {
    fc.assert(
      fc.property(someStates, (drawn) => {
        const scale = createForecastScale(drawn)!;
        for (const state of drawn) {
          const mark = placeOnStrip(state, scale);
          expect(mark.at).toBeGreaterThanOrEqual(0);
          expect(mark.at + (mark.isPoint ? 0 : mark.width)).toBeLessThanOrEqual(1 + 1e-9);
          expect(mark.width).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('have a few ticks, rising, within the strip', () => {
    fc.assert(
      fc.property(someStates, (drawn) => {
        const { ticks } = createForecastScale(drawn)!;
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.map(({ at }) => at)).toEqual(
          ticks.map(({ at }) => at).toSorted((a, b) => a - b),
        );
        for (const { at } of ticks) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
