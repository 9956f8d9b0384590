import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatIsoDay, parseIsoDay } from '../../src/time/day';
import { formatTimeOfDay, parseTimeOfDay } from '../../src/time/time-of-day';
import { timeInZone } from '../../src/time/zone-time';
import { tries } from '../support/tries';

function told(at: string, placeZone: string, otherZone: string): string | undefined {
  const [day = '', time = ''] = at.split(' ');
  const local = { day: parseIsoDay(day)!, minutes: parseTimeOfDay(time)! };
  const there = timeInZone(local, placeZone, otherZone);
  return there && `${formatIsoDay(there.day)} ${formatTimeOfDay(there.minutes)}`;
}

describe('a time of day', () => {
  it('is read as hours and minutes of 24 hours and written the same', () => {
    fc.assert(
      fc.property(fc.nat(1439), (minutes) => {
        expect(parseTimeOfDay(formatTimeOfDay(minutes))).toBe(minutes);
      }),
    );
  });

  it.each(['24:00', '7:30', '07:60', '07:30:00', '07:30Z', ' 07:30', '0730', '19h30', ''])(
    'is not %s',
    (text) => {
      expect(parseTimeOfDay(text)).toBeUndefined();
    },
  );
});

describe('timeInZone', () => {
  it.each([
    ['2023-08-18 15:00', 'America/New_York', 'Asia/Tokyo', '2023-08-19 04:00'],
    ['2023-05-19 08:30', 'Asia/Tokyo', 'America/New_York', '2023-05-18 19:30'],
    ['2023-05-19 13:00', 'Asia/Tokyo', 'America/New_York', '2023-05-19 00:00'],
    ['2023-05-19 12:59', 'Asia/Tokyo', 'America/New_York', '2023-05-18 23:59'],
    // An hour more between them in winter.
    ['2023-01-13 13:30', 'Asia/Tokyo', 'America/New_York', '2023-01-12 23:30'],
    ['2023-07-13 13:30', 'Asia/Tokyo', 'America/New_York', '2023-07-13 00:30'],
    // Summer time in Japan, 1948 to 1951, and the war time of New York.
    ['1950-07-01 12:00', 'Asia/Tokyo', 'UTC', '1950-07-01 02:00'],
    ['1945-08-14 19:00', 'America/New_York', 'Asia/Tokyo', '1945-08-15 08:00'],
    // Leap days, and the years without.
    ['2024-02-28 12:00', 'America/New_York', 'Asia/Tokyo', '2024-02-29 02:00'],
    ['2024-03-01 08:00', 'Asia/Tokyo', 'America/New_York', '2024-02-29 18:00'],
    ['2024-02-29 20:00', 'America/New_York', 'Asia/Tokyo', '2024-03-01 10:00'],
    ['2023-02-28 20:00', 'America/New_York', 'Asia/Tokyo', '2023-03-01 10:00'],
    ['1900-02-28 20:00', 'UTC', 'Asia/Tokyo', '1900-03-01 05:00'],
    ['2023-12-31 20:00', 'America/New_York', 'Asia/Tokyo', '2024-01-01 10:00'],
    // Never shown: at 2:00 clocks went to 3:00, so half past two is half past three.
    ['2023-03-12 02:30', 'America/New_York', 'UTC', '2023-03-12 07:30'],
    ['2023-03-12 02:30', 'America/New_York', 'America/New_York', '2023-03-12 03:30'],
    ['2023-03-12 01:59', 'America/New_York', 'UTC', '2023-03-12 06:59'],
    ['2023-03-12 03:00', 'America/New_York', 'UTC', '2023-03-12 07:00'],
    // Midnight itself is left out.
    ['2018-11-04 00:30', 'America/Sao_Paulo', 'UTC', '2018-11-04 03:30'],
    // Shown twice: the first.
    ['2023-11-05 01:30', 'America/New_York', 'UTC', '2023-11-05 05:30'],
    ['2023-11-05 00:59', 'America/New_York', 'UTC', '2023-11-05 04:59'],
    ['2023-11-05 02:00', 'America/New_York', 'UTC', '2023-11-05 07:00'],
    // A change of half an hour.
    ['2023-10-01 02:15', 'Australia/Lord_Howe', 'UTC', '2023-09-30 15:45'],
    // Samoa left out 30 December 2011: a time of it is read by the clock before.
    ['2011-12-29 23:00', 'Pacific/Apia', 'UTC', '2011-12-30 09:00'],
    ['2011-12-30 10:00', 'Pacific/Apia', 'UTC', '2011-12-30 20:00'],
    ['2011-12-31 01:00', 'Pacific/Apia', 'UTC', '2011-12-30 11:00'],
    ['2011-12-30 18:00', 'Asia/Tokyo', 'Pacific/Apia', '2011-12-29 23:00'],
    ['2011-12-30 19:00', 'Asia/Tokyo', 'Pacific/Apia', '2011-12-31 00:00'],
    // Alaska had a day twice, as it crossed the line the other way.
    ['1867-10-18 12:00', 'America/Juneau', 'UTC', '1867-10-17 20:57'],
    // Beside the date line a day and an hour lie between two shores.
    ['2020-01-10 22:00', 'Pacific/Pago_Pago', 'Pacific/Apia', '2020-01-11 23:00'],
    ['2020-01-10 23:30', 'Pacific/Pago_Pago', 'Pacific/Apia', '2020-01-12 00:30'],
    // Local mean time, before zones.
    ['1853-07-08 17:00', 'Asia/Tokyo', 'America/New_York', '1853-07-08 02:44'],
  ])('tells %s of %s in %s', (at, placeZone, otherZone, expected) => {
    expect(told(at, placeZone, otherZone)).toBe(expected);
  });

  it('has no answer for an unknown zone, nor for a day that no date can name', () => {
    expect(told('2023-07-12 10:00', 'Asia/Atlantis', 'Asia/Tokyo')).toBeUndefined();
    expect(told('2023-07-12 10:00', 'Asia/Tokyo', '')).toBeUndefined();
    expect(told('9999-12-31 20:00', 'UTC', 'Asia/Tokyo')).toBeUndefined();
  });

  const local = fc.record({
    day: fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2040, 1, 1) }),
    minutes: fc.nat(1439),
  });
  const zones = fc.constantFrom(
    'Asia/Tokyo',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Auckland',
  );

  it('comes back to where it set out, but for a time that clocks never showed or showed twice', () => {
    fc.assert(
      fc.property(local, zones, zones, (at, place, other) => {
        const here = timeInZone(at, place, place)!;
        const there = timeInZone(at, place, other)!;
        const back = timeInZone(there, other, place)!;
        const apart = Math.abs((back.day - here.day) * 1440 + back.minutes - here.minutes);
        // Of a repeated hour there, the first may be the earlier one here; clocks turn by two hours at most.
        expect(apart).toBeLessThanOrEqual(120);
        if (other === 'Asia/Tokyo' && at.day > dayOf(1952, 1, 1)) expect(apart).toBe(0);
      }),
      { numRuns: tries(100) },
    );
  });

  it('shows what the platform shows', () => {
    fc.assert(
      fc.property(local, zones, (at, other) => {
        const there = timeInZone(at, 'UTC', other)!;
        const instant = new Date(at.day * 86_400_000 + at.minutes * 60_000);
        const text = new Intl.DateTimeFormat('sv-SE', {
          timeZone: other,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(instant);
        expect(`${formatIsoDay(there.day)} ${formatTimeOfDay(there.minutes)}`).toBe(text);
      }),
      { numRuns: tries(100) },
    );
  });
});
