import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import type { EventTable } from '../../src/model/event-table';
import { liesAhead } from '../../src/model/state-as-of';
import { NO_FILTER } from '../../src/query/filter';
import { rowSetOf, rowsBetween, rowsOfRange, sizeOf } from '../../src/query/row-set';
import { matchingRows } from '../../src/query/window';
import { type ColumnUnit, columnStart, isPeriod, layoutColumns } from '../../src/scene/columns';
import {
  type DenseShare,
  type Density,
  denseColumnsIn,
  groupDenseRows,
} from '../../src/scene/density';
import { countLevel, type DensityLevel } from '../../src/scene/density-levels';
import { createPeriodBars } from '../../src/scene/density-periods';
import type { Group } from '../../src/scene/lanes';
import { statusOf } from '../../src/scene/names';
import { civilOf, dayOf, isoWeekdayOf } from '../../src/time/day';
import { tableOfDays } from '../support/dense-table';
import { crowdedRecords } from '../support/random-record';
import { tries } from '../support/tries';

const UNITS = ['centuries', 'decades', 'years', 'months', 'weeks', 'days'] as const;
const units = fc.constantFrom<ColumnUnit>(...UNITS);
const ALL = { startDay: -Infinity, endDay: Infinity };
const tables = crowdedRecords(60).map((dataset) => createEventTable(dataset, dayOf(2020, 1, 1)));

function densityOf(table: EventTable): Density {
  const { density } = laneOf(table);
  if (!density) throw new Error('no columns');
  return density();
}

/** All rows in one lane. */
function laneOf(table: EventTable): Group {
  const matching = matchingRows(table, new Uint8Array(table.count));
  const [lane] = groupDenseRows({ table, matching, grouping: 'none', filter: NO_FILTER });
  if (!lane) throw new Error('no lane');
  return lane;
}

function levelOf(table: EventTable, unit: ColumnUnit): DensityLevel {
  return countLevel(table, unit, densityOf(table).set);
}

function rowsOf(table: EventTable, { set }: Density): Uint32Array {
  return rowsBetween(set, 0, table.count);
}

function allRows(table: EventTable): Uint32Array {
  return Uint32Array.from({ length: table.count }, (_, row) => row);
}

/** Each from where the one below ends, and each of several to be seen. */
function lieOnOneAnother(shares: readonly DenseShare[]): boolean {
  return shares.every(({ bottomPx, heightPx }, i) => {
    const below = shares[i - 1];
    const top = below ? below.bottomPx + below.heightPx : 0;
    return bottomPx >= top - 1e-9 && (shares.length === 1 || heightPx >= 0.75);
  });
}

describe('columns of a large set', () => {
  it('hold each event but the long periods once, in the column of its first day', () => {
    fc.assert(
      fc.property(tables, units, (table, unit) => {
        const density = densityOf(table);
        const all = rowsOf(table, density);
        expect([...all]).toEqual([...allRows(table)].filter((row) => !isPeriod(table, row)));
        let place = 0;
        for (const column of density.columnsIn(unit, ALL, 96)) {
          expect(column.first).toBe(place);
          expect(column.count).toBe(column.end - column.first);
          expect(column.count).toBeGreaterThan(0);
          expect(columnStart(column.startDay, unit)).toBe(column.startDay);
          for (; place < column.end; place++) {
            const day = table.startDay[all[place] ?? 0] ?? 0;
            expect(day).toBeGreaterThanOrEqual(column.startDay);
            expect(day).toBeLessThan(column.endDay);
          }
        }
        expect(place).toBe(all.length);
      }),
      { numRuns: tries(30) },
    );
  });

  it('begin on Mondays, firsts of months, and years that are whole tens and hundreds', () => {
    const day = dayOf(2023, 6, 15);
    expect(isoWeekdayOf(columnStart(day, 'weeks'))).toBe(1);
    expect(columnStart(day, 'weeks')).toBe(dayOf(2023, 6, 12));
    expect(columnStart(dayOf(2023, 6, 12), 'weeks')).toBe(dayOf(2023, 6, 12));
    expect(civilOf(columnStart(day, 'decades'))).toEqual({ year: 2020, month: 1, day: 1 });
    expect(civilOf(columnStart(dayOf(-4, 6, 1), 'centuries')).year).toBe(-100);
  });

  it('have a share for each weight, what is past under what lies ahead, the strongest lowest', () => {
    fc.assert(
      fc.property(tables, units, (table, unit) => {
        const density = densityOf(table);
        // Shown so large that no share is thin.
        for (const column of density.columnsIn(unit, ALL, 1e6, 1)) {
          const rows = rowsOf(table, density).subarray(column.first, column.end);
          for (const { importance, isAhead, count } of column.shares) {
            const own = rows.filter(
              (row) =>
                table.importance[row] === importance && liesAhead(statusOf(table, row)) === isAhead,
            );
            expect(count).toBe(own.length);
          }
          const order = column.shares.map(
            (share) => 2 * share.importance - (share.isAhead ? 1 : 0),
          );
          expect(order).toEqual(order.toSorted((a, b) => b - a));
        }
      }),
      { numRuns: tries(30) },
    );
  });

  it('are as high as the columns of a small set where all have room', () => {
    const property = fc.property(tables, fc.constantFrom('years', 'months'), (table, unit) => {
      const small = layoutColumns(table, allRows(table), unit);
      fc.pre(small.length > 0 && small.every((column) => !column.isPressed));
      const dense = densityOf(table).columnsIn(unit, ALL, 96);
      expect(dense.map(({ startDay, endDay, heightPx }) => [startDay, endDay, heightPx])).toEqual(
        small.map(({ startDay, endDay, heightPx }) => [startDay, endDay, heightPx]),
      );
      expect(dense.every(({ hasCells, isPressed }) => hasCells && !isPressed)).toBe(true);
    });
    fc.assert(property, { numRuns: tries(30) });
  });

  it('stay in their room; those that are cut fill it, and shares lie on one another', () => {
    const rooms = fc.integer({ min: 20, max: 96 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), units, rooms, (seed, unit, roomPx) => {
        const table = tableOfDays(1200, 4000, seed);
        const columns = densityOf(table).columnsIn(unit, ALL, roomPx);
        const wrong = columns.filter(({ heightPx, isPressed, shares, count }) => {
          const isInRoom = heightPx >= 1 && heightPx <= roomPx + 1e-6;
          const fillsRoom = !isPressed || Math.abs(heightPx - roomPx) < 0.5;
          const sum = shares.reduce((all, share) => all + share.count, 0);
          return !isInRoom || !fillsRoom || !lieOnOneAnother(shares) || sum !== count;
        });
        expect(wrong).toEqual([]);
        const cut = columns.filter(({ isPressed }) => isPressed).length;
        expect(cut).toBeLessThanOrEqual(Math.max(0, columns.length * 0.05));
      }),
      { numRuns: tries(15) },
    );
  });

  it('read what is in the span and no more', () => {
    const table = tableOfDays(50_000, 30_000);
    const days = levelOf(table, 'days');
    expect(days.length).toBeGreaterThan(15_000);
    let reads = 0;
    const counted = <T extends object>(list: T): T =>
      new Proxy(list, {
        get: (target, key) => {
          reads += 1;
          return Reflect.get(target, key);
        },
      });
    const level: DensityLevel = {
      length: days.length,
      startDay: counted(days.startDay),
      endDay: counted(days.endDay),
      first: counted(days.first),
      entryFrom: counted(days.entryFrom),
      entryClass: counted(days.entryClass),
      entryCount: counted(days.entryCount),
    };
    const from = dayOf(2015, 1, 1);
    const shown = denseColumnsIn(
      level,
      { startDay: from, endDay: from + 100 },
      { roomPx: 96, scale: 1 },
    );
    expect(shown.length).toBeGreaterThan(50);
    const entries = shown.reduce((sum, { shares }) => sum + shares.length, 0);
    expect(reads).toBeLessThan(12 * shown.length + 6 * entries + 4 * Math.log2(days.length));
  });

  it('never read the rows again once a unit has been counted', () => {
    const table = tableOfDays(20_000, 9000);
    let reads = 0;
    const spied = new Proxy(table.startDay, {
      get: (target, key) => {
        reads += 1;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const density = densityOf({ ...table, startDay: spied });
    for (const unit of UNITS) density.columnsIn(unit, ALL, 96);
    expect(reads).toBeGreaterThanOrEqual(20_000);
    reads = 0;
    for (const unit of UNITS) density.columnsIn(unit, ALL, 96);
    expect(reads).toBe(0);
  });

  it('hold no more memory than what they hold', () => {
    const table = tableOfDays(20_000, 9000);
    for (const unit of UNITS) {
      const { length, ...lists } = levelOf(table, unit);
      const entries = lists.entryFrom[length] ?? 0;
      const bytes = Object.values(lists).reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
      expect(bytes).toBe(4 * (4 * length + 2) + 5 * entries);
    }
  });

  it('are there for no event, for one, for many on one day, and for 12,000 years', () => {
    expect(densityOf(tableOfDays(0, 100)).columnsIn('days', ALL, 96)).toEqual([]);
    const one = tableOfDays(1, 100);
    expect(densityOf(one).columnsIn('years', ALL, 96)).toHaveLength(1);
    const instant = tableOfDays(10_000, 1);
    const density = densityOf(instant);
    const [column, ...others] = density.columnsIn('days', ALL, 96);
    expect(others).toEqual([]);
    expect(column?.count).toBe(sizeOf(density.set));
    expect(column?.count).toBeGreaterThan(9000);
    const long = tableOfDays(5000, 12_000 * 365);
    expect(levelOf(long, 'centuries').length).toBeLessThanOrEqual(121);
    expect(levelOf(long, 'years').length).toBeGreaterThan(3000);
  });
});

describe('long periods of a large set', () => {
  it('are bars that meet no other of their kind, each event in one', () => {
    const table = tableOfDays(4000, 30_000, 3);
    const rows = allRows(table).filter((row) => isPeriod(table, row));
    const bars = createPeriodBars(table, rowSetOf(table.count, rows)).barsIn(ALL, 30);
    expect(bars.length).toBeGreaterThan(3);
    expect(bars.flatMap((bar) => [...rowsOfRange(bar.range)]).toSorted((a, b) => a - b)).toEqual([
      ...rows,
    ]);
    for (const isAhead of [false, true]) {
      let end = -Infinity;
      for (const bar of bars.filter((each) => each.isAhead === isAhead)) {
        expect(bar.startDay - end).toBeGreaterThanOrEqual(30);
        expect(bar.startDay).toBe(table.startDay[rowsOfRange(bar.range)[0] ?? 0]);
        end = bar.endDay;
      }
    }
  });
});
