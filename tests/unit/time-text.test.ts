import { utc } from '@date-fns/utc';
import { format } from 'date-fns/format';
import { enGB } from 'date-fns/locale/en-GB';
import { ja } from 'date-fns/locale/ja';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatEdtf, formatSpan } from '../../src/time/date-text';
import { dayOf, parseIsoDay } from '../../src/time/day';
import { eraYearText } from '../../src/time/eras';
import { parseEdtf } from '../../src/time/parse-edtf';
import { edtfInterval, edtfPoint } from '../support/edtf-texts';

const day = (text: string) => parseIsoDay(text)!;

describe('formatDay', () => {
  it.each([
    ['long', '12 June 2023', '2023年6月12日'],
    ['medium', '12 Jun 2023', '2023年6月12日'],
    ['short', '12 Jun', '6月12日'],
    ['weekday', 'Monday 12 June 2023', '2023年6月12日(月)'],
  ] as const)('writes a day in style %s', (style, en, japanese) => {
    expect(formatDay(day('2023-06-12'), 'en', style)).toBe(en);
    expect(formatDay(day('2023-06-12'), 'ja', style)).toBe(japanese);
  });

  it('counts years before 1 as people do', () => {
    expect(formatDay(day('-0044-03-15'), 'en', 'long')).toBe('15 March 45 BCE');
    expect(formatDay(day('-0044-03-15'), 'ja', 'long')).toBe('紀元前45年3月15日');
    expect(formatDay(day('0079-10-24'), 'en', 'long')).toBe('24 October 79 CE');
  });

  it('agrees with date-fns in both languages', () => {
    const modern = fc.integer({ min: dayOf(1000, 1, 1), max: dayOf(9999, 12, 31) });
    fc.assert(
      fc.property(modern, (some) => {
        const date = new Date(some * 86_400_000);
        const english = format(date, 'EEEE d MMMM yyyy', { in: utc, locale: enGB });
        const japanese = format(date, 'yyyy年M月d日(EEEEE)', { in: utc, locale: ja });
        expect(formatDay(some, 'en', 'weekday')).toBe(english);
        expect(formatDay(some, 'ja', 'weekday')).toBe(japanese);
      }),
    );
  });
});

describe('formatEdtf', () => {
  it.each([
    ['2023-06-12', '12 June 2023', '12 Jun', '2023年6月12日'],
    ['2023-06/2023-07-12', 'June – 12 July 2023', 'June – 12 July', '2023年6月〜7月12日'],
    ['2023-05-19/2023-05-21', '19–21 May 2023', '19–21 May', '2023年5月19〜21日'],
    ['2023-07-11/2023-07-12', '11–12 July 2023', '11–12 Jul', '2023年7月11〜12日'],
    [
      '2022-12-30/2023-01-02',
      '30 December 2022 – 2 January 2023',
      '30 Dec – 2 Jan',
      '2022年12月30日〜2023年1月2日',
    ],
    ['2019-03/2023-06', 'March 2019 – June 2023', 'March 2019 – June 2023', '2019年3月〜2023年6月'],
    ['2023-05/2023-06', 'May–June 2023', 'May–June', '2023年5〜6月'],
    ['1945/1952', '1945–1952', '1945–1952', '1945〜1952年'],
    ['2023-05', 'May 2023', 'May', '2023年5月'],
    ['1978', '1978', '1978', '1978年'],
    ['2023-35', 'Q3 2023', 'Q3', '2023年7–9月期'],
    ['2023-37', 'first third of 2023', 'first third', '2023年1–4月期'],
    ['2023-40', 'first half of 2023', 'first half', '2023年前半'],
    ['2023-21', 'spring 2023', 'spring', '2023年春'],
    ['2023-24', 'winter 2023–24', 'winter', '2023–24年冬'],
    ['1999-24', 'winter 1999–2000', 'winter', '1999–2000年冬'],
    [
      '2023-31',
      'autumn 2023 (southern hemisphere)',
      'autumn (southern hemisphere)',
      '2023年秋（南半球）',
    ],
    ['197X', 'the 1970s', 'the 1970s', '1970年代'],
    ['19XX', '1900–1999', '1900–1999', '1900〜1999年'],
    ['XXXX', 'date unknown', 'date unknown', '時期不明'],
    ['../..', 'date unknown', 'date unknown', '時期不明'],
    ['2023-03-16/..', 'from 16 March 2023', 'from 16 Mar', '2023年3月16日から'],
    ['/1952-04', 'until April 1952', 'until April', '1952年4月まで'],
    ['2019-11~', 'about November 2019', 'about November', '2019年11月ごろ'],
    ['2027?', '2027?', '2027?', '2027年？'],
    ['2027%', 'about 2027?', 'about 2027?', '2027年ごろ？'],
    ['2023-05-19~/2023-05-21~', 'about 19–21 May 2023', 'about 19–21 May', '2023年5月19〜21日ごろ'],
    ['1984~/2004-06', 'about 1984 – June 2004', 'about 1984 – June 2004', '1984年ごろ〜2004年6月'],
    ['-0044', '45 BCE', '45 BCE', '紀元前45年'],
    ['0000', '1 BCE', '1 BCE', '紀元前1年'],
    ['0033', '33 CE', '33 CE', '西暦33年'],
    ['-01XX', '200–101 BCE', '200–101 BCE', '紀元前200〜101年'],
  ])('says %s just as exactly', (text, long, short, japanese) => {
    const date = parseEdtf(text)!;
    expect(formatEdtf(date, 'en', 'long')).toBe(long);
    expect(formatEdtf(date, 'en', 'short')).toBe(short);
    expect(formatEdtf(date, 'ja', 'long')).toBe(japanese);
  });

  it('shortens months in the medium style', () => {
    const date = parseEdtf('2022-12-30/2023-01-02')!;
    expect(formatEdtf(date, 'en', 'medium')).toBe('30 Dec 2022 – 2 Jan 2023');
  });

  it('names each end of an interval without leaving anything undefined', () => {
    const styles = fc.constantFrom('long' as const, 'medium' as const, 'short' as const);
    fc.assert(
      fc.property(fc.oneof(edtfPoint, edtfInterval), styles, (text, style) => {
        const date = parseEdtf(text);
        const texts = date ? [formatEdtf(date, 'en', style), formatEdtf(date, 'ja', style)] : ['-'];
        expect(texts.join()).not.toMatch(/undefined|NaN|null|^$/);
      }),
    );
  });
});

describe('formatSpan', () => {
  it.each([
    [
      '2022-12-01',
      '2023-12-31',
      'Dec 2022 – Dec 2023',
      'December 2022 to December 2023',
      'Dec 22 – Dec 23',
    ],
    ['1945-01-01', '2027-12-31', '1945 – 2027', '1945 to 2027', '1945 – 2027'],
    ['2023-01-01', '2023-12-31', '2023', '2023', '2023'],
    ['2023-01-01', '2023-06-30', 'Jan – Jun 2023', 'January to June 2023', 'Jan – Jun 2023'],
    ['2023-06-01', '2023-06-30', 'June 2023', 'June 2023', 'Jun 2023'],
    [
      '2023-01-01',
      '2023-06-14',
      '1 Jan – 14 Jun 2023',
      '1 January to 14 June 2023',
      'Jan – Jun 2023',
    ],
    ['2023-06-03', '2023-06-18', '3 – 18 Jun 2023', '3 to 18 June 2023', '3 – 18 Jun'],
    ['2023-05-28', '2023-06-03', '28 May – 3 Jun 2023', '28 May to 3 June 2023', '28 May – 3 Jun'],
    [
      '2022-12-28',
      '2023-01-03',
      '28 Dec 2022 – 3 Jan 2023',
      '28 December 2022 to 3 January 2023',
      '28 Dec – 3 Jan',
    ],
    ['2023-06-12', '2023-06-12', '12 June 2023', '12 June 2023', '12 Jun 2023'],
    ['1945-03-02', '2020-02-02', '1945 – 2020', '2 March 1945 to 2 February 2020', '1945 – 2020'],
  ])('names %s to %s', (from, to, title, words, short) => {
    const span = { firstDay: day(from), lastDay: day(to) };
    expect(formatSpan(span, 'en', 'title')).toBe(title);
    expect(formatSpan(span, 'en', 'words')).toBe(words);
    expect(formatSpan(span, 'en', 'short')).toBe(short);
  });

  it.each([
    ['2022-12-01', '2023-12-31', '2022年12月〜2023年12月', '22年12月〜23年12月'],
    ['1945-01-01', '2027-12-31', '1945〜2027年', '1945〜2027年'],
    ['2023-01-01', '2023-12-31', '2023年', '2023年'],
    ['2023-01-01', '2023-06-30', '2023年1〜6月', '2023年1〜6月'],
    ['2023-06-03', '2023-06-18', '2023年6月3〜18日', '6月3〜18日'],
    ['2023-05-28', '2023-06-03', '2023年5月28日〜6月3日', '5月28日〜6月3日'],
    ['2023-06-12', '2023-06-12', '2023年6月12日', '2023年6月12日'],
  ])('names %s to %s in Japanese', (from, to, title, short) => {
    const span = { firstDay: day(from), lastDay: day(to) };
    expect(formatSpan(span, 'ja', 'title')).toBe(title);
    expect(formatSpan(span, 'ja', 'words')).toBe(title);
    expect(formatSpan(span, 'ja', 'short')).toBe(short);
  });
});

describe('eraYearText', () => {
  it.each([
    [[2023], '令和5年'],
    [[2019], '平成31年/令和元年'],
    [[2019, 4], '平成31年'],
    [[2019, 5], '令和元年'],
    [[1989, 1], '昭和64年/平成元年'],
    [[1989, 1, 7], '昭和64年'],
    [[1989, 1, 8], '平成元年'],
    [[1926], '大正15年/昭和元年'],
    [[1926, 12, 24], '大正15年'],
    [[1912, 7, 29], '明治45年'],
    [[1912, 7, 30], '大正元年'],
    [[1945], '昭和20年'],
    [[1868], '明治元年'],
    [[1868, 10, 22], undefined],
    [[1867], undefined],
    [[2118], '令和100年'],
    [[2119], undefined],
  ] as const)('gives %j its era', ([year, month, dayOfMonth], text) => {
    expect(eraYearText(year, month, dayOfMonth)).toBe(text);
  });
});
