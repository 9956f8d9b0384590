import { describe, expect, it } from 'vitest';
import type { EventTable } from '../../src/model/event-table';
import { matchingRows, type RowIndex } from '../../src/query/window';
import { denseRegimeOf, marksFromPxPerDay, unitsBelow } from '../../src/scene/density-regime';
import { shownUnitOf } from '../../src/scene/density-unit';
import { CLOSEST_PX_PER_DAY, levelOf, pxPerDayOfLevel } from '../../src/scene/zoom-levels';
import { tableOfDays } from '../support/dense-table';

const WIDEST = pxPerDayOfLevel(0);

function rowsOf(table: EventTable): RowIndex {
  return matchingRows(table, new Uint8Array(table.count));
}

/** Share of the windows in which any event begins that hold more than 1,500 of them. */
function fullShare({ startDay, count }: EventTable, pxPerDay: number): number {
  const days = 1200 / pxPerDay;
  const first = startDay[0] ?? 0;
  const last = startDay[count - 1] ?? 0;
  const held: number[] = [];
  for (let from = first; from <= last; from += days) {
    let found = 0;
    for (let row = 0; row < count; row++) {
      const start = startDay[row] ?? 0;
      if (start >= from && start < from + days) found += 1;
    }
    if (found > 0) held.push(found);
  }
  return held.filter((found) => found > 1500).length / held.length;
}

describe('the scale from which marks have room', () => {
  it('is 168 px a year for a set that is small, or empty', () => {
    for (const table of [tableOfDays(1500, 30_000), tableOfDays(0, 10)]) {
      expect(marksFromPxPerDay(table, rowsOf(table))).toBe(WIDEST);
    }
  });

  it.each([
    [20_000, 30_000],
    [40_000, 3000],
    [6000, 200],
  ])('is the widest level at which windows seldom hold too many of %i events', (count, days) => {
    const table = tableOfDays(count, days, 7);
    const marksFrom = marksFromPxPerDay(table, rowsOf(table));
    expect(marksFrom).toBeGreaterThan(WIDEST);
    expect(fullShare(table, marksFrom)).toBeLessThanOrEqual(0.05);
    expect(fullShare(table, pxPerDayOfLevel(levelOf(marksFrom) - 1))).toBeGreaterThan(0.05);
  });

  it('is the closest where all lie on one day', () => {
    const table = tableOfDays(10_000, 1);
    expect(marksFromPxPerDay(table, rowsOf(table))).toBe(CLOSEST_PX_PER_DAY);
  });

  it('is not moved by one crowded day among many', () => {
    const table = tableOfDays(3000, 3000, 5);
    const day = table.startDay[1500] ?? 0;
    const withCrowd = (days: Int32Array, crowdDay: number) =>
      Int32Array.from([...days, ...Array.from({ length: 5000 }, () => crowdDay)]).toSorted();
    const both = {
      ...table,
      count: 8000,
      startDay: withCrowd(table.startDay, day),
      endDay: withCrowd(table.endDay, day + 1),
    };
    expect(marksFromPxPerDay(both, rowsOf(both))).toBeLessThan(12);
  });
});

describe('what is drawn of a large set', () => {
  it('has columns of at least 4 px for months, weeks and days until marks have room', () => {
    const regimeAt = (pxPerDay: number) => denseRegimeOf(pxPerDay, 20);
    expect(regimeAt(47 / 365.25)).toBe('years');
    expect(regimeAt(49 / 365.25)).toBe('months');
    expect(regimeAt(3.99 / 7)).toBe('months');
    expect(regimeAt(4.01 / 7)).toBe('weeks');
    expect(regimeAt(3.99)).toBe('weeks');
    expect(regimeAt(4)).toBe('days');
    expect(regimeAt(19.99)).toBe('days');
    expect(regimeAt(20)).toBe('marks');
    expect(denseRegimeOf(1e6, Number.POSITIVE_INFINITY)).toBe('days');
  });

  it('tells which units are drawn at any scale before marks, and no other', () => {
    for (let level = 0; level <= levelOf(CLOSEST_PX_PER_DAY); level++) {
      const marksFrom = pxPerDayOfLevel(level);
      const drawn = new Set<string>();
      for (let pxPerDay = 1e-5; pxPerDay < 1.1 * marksFrom; pxPerDay *= 1.02) {
        const regime = denseRegimeOf(pxPerDay, marksFrom);
        if (regime !== 'marks') drawn.add(shownUnitOf(regime, pxPerDay));
      }
      expect(new Set<string>(unitsBelow(marksFrom))).toEqual(drawn);
    }
  });

  it('has columns of decades and centuries where years would be too thin', () => {
    expect(shownUnitOf('years', 3.1 / 365.2425)).toBe('years');
    expect(shownUnitOf('years', 2.9 / 365.2425)).toBe('decades');
    expect(shownUnitOf('years', 0.29 / 365.2425)).toBe('centuries');
    expect(shownUnitOf('weeks', 0.001)).toBe('weeks');
  });
});
