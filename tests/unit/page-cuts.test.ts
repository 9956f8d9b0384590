import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf, LEAST_SPAN_DAYS } from '../../src/scene/page-cuts';
import { dayOf, formatIsoDay, type Span } from '../../src/time/day';
import { tries } from '../support/tries';

const span = (from: readonly [number, number, number], to: readonly [number, number, number]) => ({
  startDay: dayOf(...from),
  endDay: dayOf(...to),
});

const countsOf =
  (days: readonly number[]) =>
  ({ startDay, endDay }: Span) =>
    days.filter((day) => startDay <= day && day < endDay).length;

describe('the days at which pages may begin', () => {
  it('are starts of months where there is something in each, and the ends of the range', () => {
    const year = span([2023, 1, 1], [2024, 1, 1]);
    const days = Array.from({ length: 52 }, (_, i) => year.startDay + i * 7);
    const cuts = cutsOf(year, countsOf(days)).map(({ day }) => formatIsoDay(day));
    expect(cuts.slice(0, 4)).toEqual(['2023-01-01', '2023-02-01', '2023-03-01', '2023-04-01']);
    expect(cuts.at(-1)).toBe('2024-01-01');
  });

  it('are fewer where little happened', () => {
    const century = span([1900, 1, 1], [2000, 1, 1]);
    const days = Array.from({ length: 40 }, (_, i) => dayOf(1995, 1, 1) + i);
    const cuts = cutsOf(century, countsOf(days)).map(({ day }) => formatIsoDay(day));
    expect(cuts.slice(0, 3)).toEqual(['1900-01-01', '1910-01-01', '1920-01-01']);
    expect(cuts).toContain('1995-01-09');
  });

  it('would rather be the start of a decade than of a year, and of a year than of a month', () => {
    const days = Array.from({ length: 2000 }, (_, i) => dayOf(1999, 1, 1) + i);
    const cuts = cutsOf(span([1999, 1, 1], [2004, 1, 1]), countsOf(days));
    const awkwardnessOf = (iso: string) =>
      cuts.find(({ day }) => formatIsoDay(day) === iso)?.awkwardness ?? Number.NaN;
    expect(awkwardnessOf('2000-01-01')).toBeLessThan(awkwardnessOf('2001-01-01'));
    expect(awkwardnessOf('2001-01-01')).toBeLessThan(awkwardnessOf('2001-02-01'));
    expect(awkwardnessOf('2001-02-01')).toBeLessThan(awkwardnessOf('2001-01-08'));
  });

  it('are in order, a week apart at least, from the first day of the range to the last', () => {
    const start = dayOf(2020, 1, 1);
    const day = fc.integer({ min: start - 400, max: start + 900 });
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 80 }),
        fc.integer({ min: 1, max: 800 }),
        (days, length) => {
          const range = { startDay: start, endDay: start + length };
          const cuts = cutsOf(range, countsOf(days)).map((cut) => cut.day);
          expect(cuts[0]).toBe(range.startDay);
          expect(cuts.at(-1)).toBe(range.endDay);
          const steps = cuts.slice(1).map((cut, i) => cut - (cuts[i] ?? 0));
          expect(Math.min(...steps)).toBeGreaterThanOrEqual(Math.min(length, LEAST_SPAN_DAYS));
        },
      ),
      { numRuns: tries(60) },
    );
  });
});
