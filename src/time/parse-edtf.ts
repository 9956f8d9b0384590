import { type Day, dayOf, daysInMonth } from './day';
import type { EdtfDate, EdtfPoint, Precision } from './edtf';

// Unspecified digits only from the right, and one qualifier at the very end: levels 0 and 1.
const POINT = /^(-?)(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/;
const DATE_TIME =
  /^(-?\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|([+\-−])(\d{2}):?(\d{2})?)?$/;
/** A century of ISO 8601 by its first digits; only alone, for `2019/20` is meant to be two years. */
const CENTURY = /^-?\d{2}$/;
const LONGEST_TEXT = 80;

/** Finest first; of an interval the coarser end's counts. */
const PRECISIONS: readonly Precision[] = [
  'day',
  'month',
  'season',
  'quarter',
  'third',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
];
const YEAR_PRECISIONS: readonly Precision[] = ['year', 'decade', 'century', 'millennium'];

interface Part {
  readonly minDay: Day;
  readonly maxDay: Day;
  readonly precision: Precision;
}

/**
 * Reads an EDTF text of level 0 or 1 (ISO 8601-2; Library of Congress 2019), with seasons by hemisphere, quarters, thirds
 * and halves; undefined for anything else. An open or unknown end has no point, and `/` and `../..` have none at all. Years −9999 to 9999. A date-time counts as its calendar date, whatever its
 * zone. Seasons are meteorological: 21 is March to May, 24 December to February of the next year.
 */
export function parseEdtf(text: string): EdtfDate | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const slash = text.indexOf('/');
  if (slash >= 0) return parseInterval(text, slash);
  const point = parsePoint(text) ?? parseDateTime(text) ?? parseCentury(text);
  if (!point) return undefined;
  return {
    text,
    start: point,
    end: point,
    isInterval: false,
    openStart: false,
    openEnd: false,
    minDay: point.minDay,
    maxDay: point.maxDay,
    precision: point.precision,
    approximate: point.approximate,
    uncertain: point.uncertain,
  };
}

/** Invalid when its end is surely over before its start; `2005-06/2005` may be right and is kept. */
function parseInterval(text: string, slash: number): EdtfDate | undefined {
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)];
  const [openStart, openEnd] = [isOpen(from), isOpen(to)];
  const start = openStart ? undefined : parsePoint(from);
  const end = openEnd ? undefined : parsePoint(to);
  if ((!start && !openStart) || (!end && !openEnd)) return undefined;
  if (start && end && end.maxDay < start.minDay) return undefined;
  return {
    text,
    start,
    end,
    isInterval: true,
    openStart,
    openEnd,
    minDay: start?.minDay ?? Number.NEGATIVE_INFINITY,
    maxDay: end?.maxDay ?? Number.POSITIVE_INFINITY,
    precision: coarser(start, end)?.precision ?? 'millennium',
    approximate: start?.approximate === true || end?.approximate === true,
    uncertain: start?.uncertain === true || end?.uncertain === true,
  };
}

function isOpen(text: string): boolean {
  return text === '' || text === '..';
}

function coarser(a: EdtfPoint | undefined, b: EdtfPoint | undefined): EdtfPoint | undefined {
  if (!a || !b) return a ?? b;
  return PRECISIONS.indexOf(b.precision) > PRECISIONS.indexOf(a.precision) ? b : a;
}

function parsePoint(text: string): EdtfPoint | undefined {
  const plain = parsePlainDay(text);
  if (plain !== undefined) return pointOfDay(text, plain);
  const found = POINT.exec(text);
  if (!found) return undefined;
  const [, minus, digits, month, day, qualifier] = found;
  const part = partOf({ negative: minus === '-', digits: digits!, month, day });
  if (!part) return undefined;
  return {
    text,
    minDay: part.minDay,
    maxDay: part.maxDay,
    precision: part.precision,
    approximate: qualifier === '~' || qualifier === '%',
    uncertain: qualifier === '?' || qualifier === '%',
  };
}

function pointOfDay(text: string, day: Day): EdtfPoint {
  return {
    text,
    minDay: day,
    maxDay: day,
    precision: 'day',
    approximate: false,
    uncertain: false,
  };
}

const HYPHEN = 45;

/** What most dates are, `2023-05-19`, by hand: it takes a fifth of the time. Undefined for all others, wrong ones among them. */
function parsePlainDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN)
    return undefined;
  const year = numberIn(text, 0, 4);
  const month = numberIn(text, 5, 7);
  const day = numberIn(text, 8, 10);
  // NaN is none of these.
  const isDay = year >= 0 && month >= 1 && month <= 12 && day >= 1;
  return isDay && day <= daysInMonth(year, month) ? dayOf(year, month, day) : undefined;
}

/** NaN where something else than digits stands there. */
function numberIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

interface Written {
  readonly negative: boolean;
  /** Four, of which the last may be X. */
  readonly digits: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function partOf({ negative, digits, month, day }: Written): Part | undefined {
  if (negative && digits === '0000') return undefined;
  const unspecified = digits.indexOf('X');
  if (unspecified === 0) return unknownPart({ negative, digits, month, day });
  if (unspecified > 0) return month ? undefined : yearsPart(negative, digits, 4 - unspecified);
  const year = negative ? -Number(digits) : Number(digits);
  if (month === undefined) return wholeMonths(year, 1, 12, 'year');
  // Of `2004-XX` no more is known than the year, of `1985-04-XX` no more than the month.
  if (month === 'XX') {
    return day === undefined || day === 'XX' ? wholeMonths(year, 1, 12, 'year') : undefined;
  }
  const number = Number(month);
  if (number > 12) return day === undefined ? divisionPart(year, number) : undefined;
  if (number < 1) return undefined;
  if (day === undefined || day === 'XX') return wholeMonths(year, number, 1, 'month');
  const dayOfMonth = Number(day);
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, number)) return undefined;
  const only = dayOf(year, number, dayOfMonth);
  return { minDay: only, maxDay: only, precision: 'day' };
}

/** `XXXX`, `XXXX-XX`, `XXXX-XX-XX`: some year of four digits. */
function unknownPart({ negative, month = 'XX', day = 'XX' }: Written): Part | undefined {
  return negative || month !== 'XX' || day !== 'XX' ? undefined : yearsPart(false, 'XXXX', 3);
}

function yearsPart(negative: boolean, digits: string, unspecified: number): Part {
  const low = Number(digits.replaceAll('X', '0'));
  const high = Number(digits.replaceAll('X', '9'));
  // There is no year −0000, so `-000X` ends with −0001.
  const [first, last] = negative ? [-high, -Math.max(low, 1)] : [low, high];
  return {
    minDay: dayOf(first, 1, 1),
    maxDay: dayOf(last, 12, 31),
    precision: YEAR_PRECISIONS[unspecified]!,
  };
}

/** Codes 21 to 41 of ISO 8601-2 where a month would stand. */
function divisionPart(year: number, code: number): Part | undefined {
  if (code < 21 || code > 41) return undefined;
  if (code <= 32) return wholeMonths(year, seasonMonth(code), 3, 'season');
  if (code <= 36) return wholeMonths(year, (code - 33) * 3 + 1, 3, 'quarter');
  if (code <= 39) return wholeMonths(year, (code - 37) * 4 + 1, 4, 'third');
  return wholeMonths(year, (code - 40) * 6 + 1, 6, 'half');
}

/** 21 to 24 and 25 to 28 are northern, 29 to 32 southern; each four run from spring to winter. */
function seasonMonth(code: number): number {
  const ofYear = (code - 21) % 4;
  return (code >= 29 ? (ofYear + 2) % 4 : ofYear) * 3 + 3;
}

function wholeMonths(year: number, month: number, count: number, precision: Precision): Part {
  return { minDay: dayOf(year, month, 1), maxDay: dayOf(year, month + count, 1) - 1, precision };
}

/** `19` is 1900 to 1999; `-01` the hundred years before 0. */
function parseCentury(text: string): EdtfPoint | undefined {
  if (!CENTURY.test(text) || text === '-00') return undefined;
  const firstYear = Number(text) * 100;
  return {
    text,
    ...wholeMonths(firstYear, 1, 1200, 'century'),
    approximate: false,
    uncertain: false,
  };
}

function parseDateTime(text: string): EdtfPoint | undefined {
  const found = DATE_TIME.exec(text);
  if (!found) return undefined;
  const [, date, hours, minutes, seconds = '00', sign, zoneHours, zoneMinutes = '00'] = found;
  if (!isTime(hours! + minutes! + seconds, text)) return undefined;
  if (sign && !isZone(sign, Number(zoneHours), Number(zoneMinutes))) return undefined;
  const point = parsePoint(date!);
  return point && { ...point, text };
}

function isTime(hhmmss: string, text: string): boolean {
  if (hhmmss === '240000') return !/\.\d*[1-9]/.test(text);
  return hhmmss.slice(0, 2) < '24' && hhmmss.slice(2, 4) < '60' && hhmmss.slice(4) < '60';
}

/** −12:00 to +14:00; the offset −00:00 has no meaning in ISO 8601. */
function isZone(sign: string, hours: number, minutes: number): boolean {
  if (minutes > 59) return false;
  const total = hours * 60 + minutes;
  return sign === '+' ? total <= 14 * 60 : total > 0 && total <= 12 * 60;
}
