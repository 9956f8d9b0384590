import { expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDataset } from '../../src/model/parse-dataset';
import { parseIsoDay } from '../../src/time/day';
import { findLaneStop, type LaneStop } from '../../src/ui/timeline/lane-stop';

const day = (iso: string): number => parseIsoDay(iso)!;

const { dataset } = parseDataset({
  format: 'entente/1',
  id: 'small',
  title: 'Small',
  parties: ['JP', 'US'],
  recordedThrough: '2030-01-01',
  events: Array.from({ length: 4 }, (_, i) => ({
    id: `e${i}`,
    title: 'Event',
    date: String(2000 + i),
    domains: ['diplomacy'],
    kind: 'summit',
    parties: ['JP', 'US'],
  })),
});
const table = createEventTable(dataset!, day('2025-01-01'));
const view = { startDay: day('2000-01-01'), endDay: day('2010-01-01') };

const lane = (...rows: number[]) => ({
  index: { has: (row: number) => rows.includes(row), rowsIn: () => rows },
});
/** Event 1 stands in three lanes, and one lane is empty. */
const lanes = [lane(0, 1), lane(1), lane(), lane(1, 3), lane(2)];

function walk(by: 1 | -1, steps: number): (LaneStop | undefined)[] {
  const stops: (LaneStop | undefined)[] = [];
  let last: LaneStop | undefined;
  for (let i = 0; i < steps; i++) {
    const next = findLaneStop({ table, lanes, view, row: last?.row, last, by });
    stops.push(next);
    last = next ?? last;
  }
  return stops;
}

it('the keys come through every lane that has an event in view, though one stands in several', () => {
  expect(walk(1, 5).map((stop) => stop?.lane)).toEqual([0, 1, 3, 4, undefined]);
  expect(walk(-1, 5).map((stop) => stop?.lane)).toEqual([4, 3, 1, 0, undefined]);
});

it('the next lane is that of the event that has the focus where the keys were elsewhere before', () => {
  const last = { lane: 3, row: 1 };
  expect(findLaneStop({ table, lanes, view, row: 2, last, by: -1 })).toEqual({ lane: 3, row: 1 });
});
