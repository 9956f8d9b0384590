import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatIsoDay, parseIsoDay } from '../../src/time/day';
import { zoneDays } from '../../src/time/zone-days';
import { tries } from '../support/tries';

function daysIn(day: string, placeZone: string, otherZone: string): string | undefined {
  const found = zoneDays(parseIsoDay(day)!, placeZone, otherZone);
  return found && `${formatIsoDay(found.firstDay)}..${formatIsoDay(found.lastDay)}`;
}

describe('zoneDays', () => {
  it.each([
    ['2023-07-12', 'America/New_York', 'Asia/Tokyo', '2023-07-12..2023-07-13'],
    ['2023-07-12', 'Asia/Tokyo', 'America/New_York', '2023-07-11..2023-07-12'],
    ['2023-07-12', 'Asia/Tokyo', 'Asia/Tokyo', '2023-07-12..2023-07-12'],
    ['2023-07-12', 'Asia/Seoul', 'Asia/Tokyo', '2023-07-12..2023-07-12'],
    ['2023-07-12', 'UTC', 'Asia/Tokyo', '2023-07-12..2023-07-13'],
    // Days of 23 and 25 hours.
    ['2023-03-12', 'America/New_York', 'Asia/Tokyo', '2023-03-12..2023-03-13'],
    ['2023-11-05', 'America/New_York', 'UTC', '2023-11-05..2023-11-06'],
    // Midnight itself is skipped (São Paulo, 2018) or comes twice (Havana, 2023).
    ['2018-11-04', 'America/Sao_Paulo', 'UTC', '2018-11-04..2018-11-05'],
    ['2018-11-03', 'America/Sao_Paulo', 'UTC', '2018-11-03..2018-11-04'],
    ['2023-11-05', 'America/Havana', 'UTC', '2023-11-05..2023-11-06'],
    // Samoa crossed the date line at the end of 29 December 2011.
    ['2011-12-29', 'Pacific/Apia', 'UTC', '2011-12-29..2011-12-30'],
    ['2011-12-31', 'Pacific/Apia', 'UTC', '2011-12-30..2011-12-31'],
    ['2011-12-30', 'Asia/Tokyo', 'Pacific/Apia', '2011-12-29..2011-12-31'],
    // Before standard time, and before the year 1.
    ['1853-07-08', 'Asia/Tokyo', 'America/New_York', '1853-07-07..1853-07-08'],
    ['-0044-03-15', 'Europe/Rome', 'Asia/Tokyo', '-0044-03-15..-0044-03-16'],
  ])('lays %s of %s over days of %s', (day, placeZone, otherZone, days) => {
    expect(daysIn(day, placeZone, otherZone)).toBe(days);
  });

  it('has no answer for a zone that is not known', () => {
    expect(daysIn('2023-07-12', 'Asia/Atlantis', 'Asia/Tokyo')).toBeUndefined();
    expect(daysIn('2023-07-12', 'Asia/Tokyo', '')).toBeUndefined();
  });

  it('has no answer for a day that was left out', () => {
    expect(daysIn('2011-12-30', 'Pacific/Apia', 'Asia/Tokyo')).toBeUndefined();
  });

  it('always takes in the moment of noon', () => {
    const zone = fc.constantFrom(
      'Asia/Tokyo',
      'America/New_York',
      'Pacific/Apia',
      'America/St_Johns',
    );
    const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2040, 1, 1) });
    fc.assert(
      fc.property(day, zone, (some, other) => {
        const found = zoneDays(some, 'UTC', other)!;
        const noon = new Date((some + 0.5) * 86_400_000);
        const there = new Intl.DateTimeFormat('sv-SE', { timeZone: other }).format(noon);
        const noonDay = parseIsoDay(there)!;
        expect(noonDay).toBeGreaterThanOrEqual(found.firstDay);
        expect(noonDay).toBeLessThanOrEqual(found.lastDay);
        expect(found.lastDay - found.firstDay).toBeLessThanOrEqual(2);
      }),
      { numRuns: tries(60) },
    );
  });
});
