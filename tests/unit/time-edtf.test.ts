import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf, formatIsoDay, parseIsoDay } from '../../src/time/day';
import { parseEdtf } from '../../src/time/parse-edtf';
import cases from '../fixtures/edtf-cases.json' with { type: 'json' };
import { edtfInterval, edtfPoint } from '../support/edtf-texts';
import { tries } from '../support/tries';

function rangeOf(text: string): [string, string] | undefined {
  const date = parseEdtf(text);
  return date && [isoOrOpen(date.minDay), isoOrOpen(date.maxDay)];
}

function isoOrOpen(day: Day): string {
  return Number.isFinite(day) ? formatIsoDay(day) : '..';
}

describe('parseEdtf', () => {
  it.each([
    ['2023-01-13', '2023-01-13', '2023-01-13', 'day'],
    ['2023-05', '2023-05-01', '2023-05-31', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2027', '2027-01-01', '2027-12-31', 'year'],
    ['2023-35', '2023-07-01', '2023-09-30', 'quarter'],
    ['2023-38', '2023-05-01', '2023-08-31', 'third'],
    ['2023-41', '2023-07-01', '2023-12-31', 'half'],
    ['2023-21', '2023-03-01', '2023-05-31', 'season'],
    ['2023-24', '2023-12-01', '2024-02-29', 'season'],
    ['2023-28', '2023-12-01', '2024-02-29', 'season'],
    ['2023-29', '2023-09-01', '2023-11-30', 'season'],
    ['2023-30', '2023-12-01', '2024-02-29', 'season'],
    ['2023-31', '2023-03-01', '2023-05-31', 'season'],
    ['2023-32', '2023-06-01', '2023-08-31', 'season'],
    ['202X', '2020-01-01', '2029-12-31', 'decade'],
    ['20XX', '2000-01-01', '2099-12-31', 'century'],
    ['19', '1900-01-01', '1999-12-31', 'century'],
    ['1XXX', '1000-01-01', '1999-12-31', 'millennium'],
    ['-000X', '-0009-01-01', '-0001-12-31', 'decade'],
    ['2004-XX', '2004-01-01', '2004-12-31', 'year'],
    ['1985-04-XX', '1985-04-01', '1985-04-30', 'month'],
    ['1985-XX-XX', '1985-01-01', '1985-12-31', 'year'],
    ['2023-07-12T23:30:00-10:00', '2023-07-12', '2023-07-12', 'day'],
    ['2023-07-11/2023-07-12', '2023-07-11', '2023-07-12', 'day'],
    ['2023-06/2023-07-12', '2023-06-01', '2023-07-12', 'month'],
    ['2023-03-16/..', '2023-03-16', '..', 'day'],
    ['/1952', '..', '1952-12-31', 'year'],
    ['-9999', '-9999-01-01', '-9999-12-31', 'year'],
  ])('reads %s as %s to %s, exact to the %4$s', (text, min, max, precision) => {
    expect(rangeOf(text)).toEqual([min, max]);
    expect(parseEdtf(text)?.precision).toBe(precision);
  });

  it.each([
    ['2019-11', false, false],
    ['2019-11~', true, false],
    ['2027?', false, true],
    ['2027%', true, true],
    ['2020~/2021', true, false],
    ['2020/2021?', false, true],
  ])('reads the qualifiers of %s', (text, approximate, uncertain) => {
    expect(parseEdtf(text)).toMatchObject({ approximate, uncertain });
  });

  it('keeps the ends of an interval apart and says which are open', () => {
    const date = parseEdtf('2023-06~/..');
    expect(date).toMatchObject({ isInterval: true, openStart: false, openEnd: true });
    expect(date?.start).toMatchObject({ text: '2023-06~', precision: 'month', approximate: true });
    expect(date?.end).toBeUndefined();
    const single = parseEdtf('2023');
    expect(single?.start).toBe(single?.end);
    expect(single?.isInterval).toBe(false);
  });

  it.each([
    '2023-02-30',
    '2023-00',
    '2023-42',
    '2023-20',
    '2023-21-01',
    '2023-1',
    '23-01',
    '2023-06-12 ',
    '2023-06-12\n',
    '2023/2022',
    '2023-06-12/2023-06-11',
    '2023-07/2023-06',
    '2023/2024/2025',
    '2023-06-12T10:00/2023-06-13',
    'Y2023',
    'Y12023',
    '２０２３',
    '<b>2023</b>',
    '2023?~',
    '-XXXX',
    'XXXX-05',
    '9'.repeat(10_000),
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeUndefined();
  });

  it.each(cases.cases)('reads $input as the fixture has it', ({ input, valid, min, max }) => {
    expect(rangeOf(input)).toEqual(valid ? [min, max] : undefined);
  });

  it('keeps the text, and never ends before it begins', () => {
    fc.assert(
      fc.property(fc.oneof(edtfPoint, edtfInterval), (text) => {
        const date = parseEdtf(text);
        if (!date) return;
        expect(date.text).toBe(text);
        expect(date.minDay).toBeLessThanOrEqual(date.maxDay);
      }),
    );
  });

  it('lets an interval run from the first day of its start to the last of its end', () => {
    fc.assert(
      fc.property(edtfPoint, edtfPoint, (from, to) => {
        const [start, end] = [parseEdtf(from)!, parseEdtf(to)!];
        const interval = parseEdtf(`${from}/${to}`);
        const found = interval && [interval.minDay, interval.maxDay];
        const ends = [start.minDay, end.maxDay];
        expect(found).toEqual(end.maxDay < start.minDay ? undefined : ends);
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => parseEdtf(text)).not.toThrow();
      }),
    );
  });
});

// Where the package is known to differ: it reads date-times in the local zone and seasons as quarters of the year, knows
// no qualifier beside an X, puts first and last the wrong way round for an X in a negative date, lets February of year 0
// run into March, and starts an interval of unknown start in 1970.
const ORACLE_FAULTS =
  /-(?:2[1-9]|3\d|4[01])(?!\d)|X.*[?~%]|[?~%].*X|(?:^|\/)-[^/]*X|0000-02-XX|^\/|T/;

/** It also refuses an interval unless its end begins after its start does. */
function isComparable(text: string): boolean {
  const date = parseEdtf(text);
  if (!date || ORACLE_FAULTS.test(text)) return false;
  return (
    !date.isInterval || (date.end?.minDay ?? 0) > (date.start?.minDay ?? Number.NEGATIVE_INFINITY)
  );
}

describe('the edtf package, as an oracle', () => {
  it('agrees on the first and last day', () => {
    const comparable = fc.oneof(edtfPoint, edtfInterval).filter(isComparable);
    fc.assert(
      fc.property(comparable, (text) => {
        const theirs = edtf(text) as { min: number; max: number };
        const ours = parseEdtf(text)!;
        expect([ours.minDay, ours.maxDay]).toEqual([wholeDay(theirs.min), wholeDay(theirs.max)]);
      }),
      { numRuns: tries(300) },
    );
  });
});

function wholeDay(ms: number): Day {
  return Math.floor(ms / 86_400_000);
}

it('reads every day of the calendar as that day', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(-9999, 1, 1), max: dayOf(9999, 12, 31) }), (day) => {
      const text = formatIsoDay(day);
      expect(parseEdtf(text)?.minDay).toBe(parseIsoDay(text));
    }),
  );
});
