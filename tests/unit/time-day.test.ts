import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayOf, formatIsoDay, isoWeekdayOf, parseIsoDay } from '../../src/time/day';

const FIRST_DAY = dayOf(-9999, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);
const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('days', () => {
  it('count from 1970 and know the years around 0', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
    expect(dayOf(1, 1, 1) - dayOf(0, 1, 1)).toBe(366);
    expect(dayOf(0, 1, 1) - dayOf(-1, 1, 1)).toBe(365);
    expect(civilOf(dayOf(50, 2, 28) + 1)).toEqual({ year: 50, month: 3, day: 1 });
  });

  it('agree with Date in UTC over 20,000 years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        const civil = civilOf(day);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayOf(civil.year, civil.month, civil.day)).toBe(day);
        expect(isoWeekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it('carry months and days over, as Date does', () => {
    const part = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), part, part, (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        expect(dayOf(year, month, day) * 86_400_000).toBe(date.getTime());
      }),
    );
  });

  it('keep their ISO text both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseIsoDay(formatIsoDay(day))).toBe(day);
      }),
    );
    expect(formatIsoDay(dayOf(-44, 3, 15))).toBe('-0044-03-15');
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '2023-04-00',
    '-0000-01-01',
    '2023-4-1',
    '20230401',
    '',
  ])('refuse %j', (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  });
});
