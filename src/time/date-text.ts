import {
  dayPiece,
  monthPiece,
  type Piece,
  pieceText,
  type RangeStyle,
  rangeText,
  yearPiece,
} from './date-range';
import { UNKNOWN_DATE, weekdayName } from './date-words';
import { civilOf, type Day, isoWeekdayOf } from './day';
import type { EdtfDate, EdtfPoint } from './edtf';
import { edtfPiece } from './edtf-piece';
import type { Lang } from './lang';

/** 12 June 2023, 12 Jun 2023, 12 Jun, Monday 12 June 2023; 2023年6月12日, 6月12日, 2023年6月12日(月). */
export function formatDay(
  day: Day,
  lang: Lang,
  style: 'long' | 'medium' | 'short' | 'weekday',
): string {
  const long = style === 'long' || style === 'weekday';
  const range: RangeStyle = {
    lang,
    months: long ? 'long' : 'short',
    withYear: style !== 'short',
    between: 'auto',
  };
  const text = pieceText(dayPiece(day, range), range);
  if (style !== 'weekday') return text;
  const weekday = weekdayName(isoWeekdayOf(day), lang, 'long');
  return lang === 'ja' ? `${text}(${weekday})` : `${weekday} ${text}`;
}

/**
 * The date in words that say just what is known: no day where there is only a month. `short` leaves the year out unless
 * it is all there is or the ends lie far apart; months that stand without a day are then in full.
 */
export function formatEdtf(date: EdtfDate, lang: Lang, style: 'long' | 'medium' | 'short'): string {
  const range: RangeStyle = {
    lang,
    months: style === 'long' || (style === 'short' && !isToTheDay(date)) ? 'long' : 'short',
    withYear: style !== 'short' || !canLeaveYearOut(date),
    between: 'auto',
  };
  const { start, end } = date;
  if (start && end)
    return start === end ? pointText(start, range) : intervalText(start, end, range);
  const point = start ?? end;
  if (!point) return UNKNOWN_DATE[lang];
  const known = pointText(point, range);
  if (lang === 'ja') return known + (start ? 'から' : 'まで');
  return (start ? 'from ' : 'until ') + known;
}

function isToTheDay({ start, end }: EdtfDate): boolean {
  return (start?.precision ?? 'day') === 'day' && (end?.precision ?? 'day') === 'day';
}

function canLeaveYearOut({ start, end, precision }: EdtfDate): boolean {
  if (!start || !end || start === end) return true;
  const longestDays = 300;
  return end.maxDay - start.minDay < longestDays && precision !== 'year';
}

function pointText(point: EdtfPoint, range: RangeStyle): string {
  return hedge(pieceText(edtfPiece(point, range), range), point, range.lang);
}

function intervalText(start: EdtfPoint, end: EdtfPoint, range: RangeStyle): string {
  if (start.approximate === end.approximate && start.uncertain === end.uncertain) {
    return hedge(rangeText(edtfPiece(start, range), edtfPiece(end, range), range), end, range.lang);
  }
  return pointText(start, range) + (range.lang === 'ja' ? '〜' : ' – ') + pointText(end, range);
}

function hedge(text: string, { approximate, uncertain }: EdtfPoint, lang: Lang): string {
  if (lang === 'ja') return text + (approximate ? 'ごろ' : '') + (uncertain ? '？' : '');
  return (approximate ? 'about ' : '') + text + (uncertain ? '?' : '');
}

/** From the first day to the last, both inclusive. */
export interface DayRange {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * A stretch of time as a heading ("Dec 2022 – Dec 2023"; over 20 years without months), exactly in words ("1 January to
 * 14 June 2023"), or for narrow places ("Dec 22 – Dec 23": days up to two months, beyond that months).
 */
export function formatSpan(span: DayRange, lang: Lang, style: 'title' | 'words' | 'short'): string {
  const unit = spanUnit(span, style);
  const single = isSingle(span, unit);
  const range: RangeStyle = {
    lang,
    months: style === 'words' || (single && style === 'title') ? 'long' : 'short',
    withYear: style !== 'short' || unit !== 'day' || single,
    between: style === 'words' ? ' to ' : ' – ',
  };
  const pieces = [span.firstDay, span.lastDay].map((day) => spanPiece(day, unit, range)) as [
    Piece,
    Piece,
  ];
  if (style === 'short' && unit === 'month' && pieces[0].year !== pieces[1].year) {
    return rangeText(withTwoDigits(pieces[0], lang), withTwoDigits(pieces[1], lang), range);
  }
  return rangeText(pieces[0], pieces[1], range);
}

type SpanUnit = 'day' | 'month' | 'year';

function spanUnit({ firstDay, lastDay }: DayRange, style: 'title' | 'words' | 'short'): SpanUnit {
  const [first, after] = [civilOf(firstDay), civilOf(lastDay + 1)];
  const wholeMonths = first.day === 1 && after.day === 1;
  if (wholeMonths && first.month === 1 && after.month === 1) return 'year';
  if (style !== 'words' && civilOf(lastDay).year - first.year > 20) return 'year';
  return wholeMonths || (style === 'short' && lastDay - firstDay > 62) ? 'month' : 'day';
}

function isSingle({ firstDay, lastDay }: DayRange, unit: SpanUnit): boolean {
  if (unit === 'day') return firstDay === lastDay;
  const [first, last] = [civilOf(firstDay), civilOf(lastDay)];
  return first.year === last.year && (unit === 'year' || first.month === last.month);
}

function spanPiece(day: Day, unit: SpanUnit, range: RangeStyle): Piece {
  if (unit === 'year') return yearPiece(day);
  return unit === 'month' ? monthPiece(day, range) : dayPiece(day, range);
}

function withTwoDigits(piece: Piece, lang: Lang): Piece {
  if (piece.year < 1000) return piece;
  const digits = String(piece.year).slice(-2);
  return { ...piece, yearWords: lang === 'ja' ? `${digits}年` : digits };
}
