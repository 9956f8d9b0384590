import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPeriod, layoutColumns } from '../../src/scene/columns';
import { civilOf, dayOf } from '../../src/time/day';
import { eventJson, tableOf } from '../support/model-dataset';
import { crowdedRecords } from '../support/random-record';
import { createTimeline } from '../support/timeline';
import { tries } from '../support/tries';

const units = fc.constantFrom('years', 'months');

const columnsOf = (dates: readonly string[], unit: 'years' | 'months', given: object = {}) => {
  const events = dates.map((date, i) => eventJson({ id: `e-${i}`, date, ...given }));
  const table = tableOf({ events });
  return layoutColumns(
    table,
    Array.from({ length: table.count }, (_, row) => row),
    unit,
  );
};

describe('columns', () => {
  it('are the years or months of first days', () => {
    const dates = ['2021-12-31', '2022-01-01', '2022-01-31', '2022-02-01'];
    expect(
      columnsOf(dates, 'years').map(({ startDay, cells }) => [startDay, cells.length]),
    ).toEqual([
      [dayOf(2021, 1, 1), 1],
      [dayOf(2022, 1, 1), 3],
    ]);
    expect(columnsOf(dates, 'months').map(({ startDay, endDay }) => [startDay, endDay])).toEqual([
      [dayOf(2021, 12, 1), dayOf(2022, 1, 1)],
      [dayOf(2022, 1, 1), dayOf(2022, 2, 1)],
      [dayOf(2022, 2, 1), dayOf(2022, 3, 1)],
    ]);
  });

  it('hold each event but the long periods once', () => {
    fc.assert(
      fc.property(crowdedRecords(40), units, (dataset, unit) => {
        const { table } = createTimeline({ dataset, asOfDay: dayOf(2020, 1, 1) }).input;
        const rows = Array.from({ length: table.count }, (_, row) => row);
        const columns = layoutColumns(table, rows, unit);
        const held = columns.flatMap(({ cells }) => cells.map(({ row }) => row));
        expect(held.toSorted((a, b) => a - b)).toEqual(rows.filter((row) => !isPeriod(table, row)));
        for (const { startDay, endDay, cells } of columns) {
          expect(civilOf(startDay).day).toBe(1);
          for (const { row } of cells) {
            expect(table.startDay[row]).toBeGreaterThanOrEqual(startDay);
            expect(table.startDay[row]).toBeLessThan(endDay);
          }
        }
      }),
      { numRuns: tries(15), endOnFailure: true },
    );
  });

  it('have their strongest cell lowest and cells that do not meet, within the room', () => {
    fc.assert(
      fc.property(
        crowdedRecords(40),
        units,
        fc.integer({ min: 20, max: 120 }),
        (dataset, unit, roomPx) => {
          const { table } = createTimeline({ dataset, asOfDay: dayOf(2020, 1, 1) }).input;
          const rows = Array.from({ length: table.count }, (_, row) => row);
          for (const { cells, heightPx, isPressed } of layoutColumns(table, rows, unit, roomPx)) {
            expect(heightPx).toBeLessThanOrEqual(Math.min(96, roomPx));
            if (isPressed) expect(heightPx).toBe(Math.min(96, roomPx));
            const importances = cells.map(({ importance }) => importance);
            expect(importances).toEqual(importances.toSorted((a, b) => b - a));
            for (const [i, cell] of cells.entries()) {
              const top = cell.bottomPx + cell.heightPx;
              expect(top).toBeLessThanOrEqual(heightPx + 1e-6);
              const above = cells[i + 1];
              if (above) expect(above.bottomPx).toBeGreaterThan(top);
            }
          }
        },
      ),
      { numRuns: tries(15), endOnFailure: true },
    );
  });

  it('are pressed only when their cells do not fit', () => {
    const heights = (count: number) =>
      columnsOf(
        Array.from({ length: count }, () => '2022-03-05'),
        'months',
        { importance: 3 },
      ).map(({ heightPx, isPressed }) => [heightPx, isPressed]);
    expect(heights(2)).toEqual([[15, false]]);
    expect(heights(12)).toEqual([[95, false]]);
    expect(heights(13)).toEqual([[96, true]]);
  });

  it('leave spans of more than 450 days to the bars under the base line', () => {
    expect(columnsOf(['2020-01-01/2021-03-25'], 'years')).toHaveLength(1);
    expect(columnsOf(['2020-01-01/2021-03-26'], 'years')).toHaveLength(0);
    expect(columnsOf(['2020-01-01/..'], 'years')).toHaveLength(0);
  });
});
