import { dayPiece, monthPiece, type Piece, type RangeStyle, yearPiece } from './date-range';
import { decadeText, UNKNOWN_DATE, yearsText, yearText } from './date-words';
import { civilOf } from './day';
import type { EdtfPoint } from './edtf';
import type { Lang } from './lang';

const SEASONS = {
  en: ['spring', 'summer', 'autumn', 'winter'],
  ja: ['春', '夏', '秋', '冬'],
} as const;
const SOUTHERN = { en: ' (southern hemisphere)', ja: '（南半球）' } as const;
const ORDINALS = ['first', 'second', 'third'] as const;

/** What is said of an EDTF date, as finely as its precision goes. */
export function edtfPiece(point: EdtfPoint, style: RangeStyle): Piece {
  switch (point.precision) {
    case 'day':
      return dayPiece(point.minDay, style);
    case 'month':
      return monthPiece(point.minDay, style);
    case 'season':
      return seasonPiece(point, style.lang);
    case 'quarter':
    case 'third':
    case 'half':
      return divisionPiece(point, style.lang);
    case 'year':
      return yearPiece(point.minDay);
    case 'decade':
    case 'century':
    case 'millennium':
      return { year: civilOf(point.minDay).year, lead: '', fixed: manyYears(point, style.lang) };
  }
}

/** A winter runs into the next year: winter 2023–24. */
function seasonPiece(point: EdtfPoint, lang: Lang): Piece {
  const code = Number(/-(\d\d)[?~%]?$/.exec(point.text)?.[1]);
  const year = civilOf(point.minDay).year;
  const piece: Piece = {
    year,
    lead: SEASONS[lang][(code - 21) % 4]!,
    ...(code >= 29 ? { tail: SOUTHERN[lang] } : {}),
  };
  const endYear = civilOf(point.maxDay).year;
  return endYear === year ? piece : { ...piece, yearWords: yearPairText(year, endYear, lang) };
}

function yearPairText(year: number, next: number, lang: Lang): string {
  if (year < 1000) return yearsText(year, next, lang);
  const end = next % 100 === 0 ? String(next) : String(next).slice(-2);
  return lang === 'ja' ? `${year}–${end}年` : `${year}–${end}`;
}

function divisionPiece({ precision, minDay, maxDay }: EdtfPoint, lang: Lang): Piece {
  const { year, month } = civilOf(minDay);
  const lastMonth = civilOf(maxDay).month;
  const monthCount = lastMonth - month + 1;
  const ordinal = ORDINALS[(month - 1) / monthCount];
  if (precision === 'half') {
    return lang === 'ja'
      ? { year, lead: month === 1 ? '前半' : '後半' }
      : { year, lead: `${ordinal} half`, joiner: ' of ' };
  }
  if (lang === 'ja') return { year, lead: `${month}–${lastMonth}月期` };
  if (precision === 'quarter') return { year, lead: `Q${lastMonth / 3}` };
  return { year, lead: `${ordinal} third`, joiner: ' of ' };
}

function manyYears({ text, precision, minDay, maxDay }: EdtfPoint, lang: Lang): string {
  if (text.startsWith('XXXX')) return UNKNOWN_DATE[lang];
  const [first, last] = [civilOf(minDay).year, civilOf(maxDay).year];
  if (precision !== 'decade') return yearsText(first, last, lang);
  if (last - first < 9)
    return first === last ? yearText(first, lang) : yearsText(first, last, lang);
  const decade = decadeText(first, lang);
  return lang === 'en' && first >= 1000 ? `the ${decade}` : decade;
}
