import { monthName, yearText } from './date-words';
import { civilOf, type Day } from './day';
import type { Lang } from './lang';

/** What is said of one end of a range, so that what both ends share can be said once. */
export interface Piece {
  readonly year: number;
  /** The words beside the year ("12 June", "Q3", 6月12日); empty for a whole year. */
  readonly lead: string;
  /** Set on days and months. */
  readonly month?: number;
  /** Set on days. */
  readonly day?: number;
  /** Between lead and year in English; one space if left out. */
  readonly joiner?: string;
  /** Where it is not simply the year's number: "2023–24" of a winter. */
  readonly yearWords?: string;
  /** After all else. */
  readonly tail?: string;
  /** Stands for itself, with no year to share: "the 1970s". */
  readonly fixed?: string;
}

export interface RangeStyle {
  readonly lang: Lang;
  readonly months: 'long' | 'short';
  readonly withYear: boolean;
  /** Between the ends in English; `auto` is an en dash, with spaces where an end has one. */
  readonly between: 'auto' | ' – ' | ' to ';
}

export function dayPiece(day: Day, style: RangeStyle): Piece {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const lead =
    style.lang === 'ja'
      ? `${month}月${dayOfMonth}日`
      : `${dayOfMonth} ${monthName(month, style.months)}`;
  return { year, month, day: dayOfMonth, lead };
}

export function monthPiece(day: Day, style: RangeStyle): Piece {
  const { year, month } = civilOf(day);
  return { year, month, lead: style.lang === 'ja' ? `${month}月` : monthName(month, style.months) };
}

export function yearPiece(day: Day): Piece {
  return { year: civilOf(day).year, lead: '' };
}

/** One end in words. A whole year is never left out. */
export function pieceText(piece: Piece, style: RangeStyle): string {
  if (piece.fixed !== undefined) return piece.fixed;
  const tail = piece.tail ?? '';
  if (piece.lead !== '' && !style.withYear) return piece.lead + tail;
  const year = piece.yearWords ?? yearText(piece.year, style.lang);
  if (style.lang === 'ja') return year + piece.lead + tail;
  return piece.lead === '' ? year : `${piece.lead}${piece.joiner ?? ' '}${year}${tail}`;
}

/** Both ends in words: 19–21 May 2023, 30 Dec 2022 – 2 Jan 2023, 2023年5月19〜21日. */
export function rangeText(first: Piece, last: Piece, style: RangeStyle): string {
  const dated = { ...style, withYear: true };
  if (pieceText(first, dated) === pieceText(last, dated)) return pieceText(last, style);
  return style.lang === 'ja' ? rangeTextJa(first, last, style) : rangeTextEn(first, last, style);
}

function rangeTextEn(first: Piece, last: Piece, style: RangeStyle): string {
  const end = pieceText(last, style);
  if (sharesMonth(first, last)) return `${first.day}${between('', '', style)}${end}`;
  if (!sharesYear(first, last)) {
    const start = pieceText(first, style);
    return start + between(start, end, style) + end;
  }
  const start = first.lead + (first.tail === last.tail ? '' : (first.tail ?? ''));
  return start + between(start, last.lead, style) + end;
}

/** An en dash stands close between single words and figures: 19–21 May, May–June, but June – 12 July. */
function between(start: string, end: string, style: RangeStyle): string {
  if (style.between !== 'auto') return style.between;
  return `${start}${end}`.includes(' ') ? ' – ' : '–';
}

function rangeTextJa(first: Piece, last: Piece, style: RangeStyle): string {
  const start = pieceText(first, style);
  const end = pieceText(last, style);
  // The unit is said once where it is the same: 19〜21日, 1〜11月, 1945〜1952年.
  const startWithoutUnit = start.slice(0, -1);
  if (sharesMonth(first, last)) return `${startWithoutUnit}〜${last.day}日`;
  if (sharesYear(first, last)) {
    return `${isMonth(first) && isMonth(last) ? startWithoutUnit : start}〜${last.lead}${last.tail ?? ''}`;
  }
  const bothYears = isPlainYear(first) && isPlainYear(last);
  return `${bothYears ? startWithoutUnit : start}〜${end}`;
}

function sharesYear(first: Piece, last: Piece): boolean {
  return hasYearToShare(first) && hasYearToShare(last) && first.year === last.year;
}

function hasYearToShare({ fixed, yearWords, lead }: Piece): boolean {
  return fixed === undefined && yearWords === undefined && lead !== '';
}

function sharesMonth(first: Piece, last: Piece): boolean {
  const bothDays = first.day !== undefined && last.day !== undefined;
  return bothDays && sharesYear(first, last) && first.month === last.month;
}

function isMonth({ month, day }: Piece): boolean {
  return month !== undefined && day === undefined;
}

function isPlainYear({ fixed, lead, year }: Piece): boolean {
  return fixed === undefined && lead === '' && year >= 1000;
}
