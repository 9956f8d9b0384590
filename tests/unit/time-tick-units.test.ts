import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayOf, isoWeekdayOf } from '../../src/time/day';
import { DAYS, MONTHS, QUARTERS, WEEKS, YEARS } from '../../src/time/tick-units';

/** Fractional, as positions in a view are. */
const anyDay = fc
  .tuple(
    fc.integer({ min: dayOf(-9999, 1, 1), max: dayOf(9999, 12, 31) }),
    fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  )
  .map(([day, share]) => day + share);

describe('a unit of the axis', () => {
  it.each([
    ['day', DAYS],
    ['week', WEEKS],
    ['month', MONTHS],
    ['quarter', QUARTERS],
    ['year', YEARS],
  ])('finds the %s that any moment of the calendar lies in', (_, unit) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const index = unit.indexOf(day);
        expect(unit.dayOf(index)).toBeLessThanOrEqual(day);
        expect(unit.dayOf(index + 1)).toBeGreaterThan(day);
        expect(unit.dayOf(index + 1) - unit.dayOf(index)).toBeGreaterThanOrEqual(unit.leastDays);
      }),
    );
  });

  it('begins where its civil period begins, before the era and in the years 0 to 99 too', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month } = civilOf(day);
        expect(YEARS.dayOf(YEARS.indexOf(day))).toBe(dayOf(year, 1, 1));
        expect(MONTHS.dayOf(MONTHS.indexOf(day))).toBe(dayOf(year, month, 1));
        expect(QUARTERS.dayOf(QUARTERS.indexOf(day))).toBe(
          dayOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1),
        );
        expect(isoWeekdayOf(WEEKS.dayOf(WEEKS.indexOf(day)))).toBe(1);
      }),
    );
    expect(YEARS.indexOf(dayOf(50, 6, 1))).toBe(50);
    expect(MONTHS.indexOf(dayOf(0, 1, 1))).toBe(0);
  });
});
