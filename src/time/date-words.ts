import type { Lang } from './lang';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ja: ['月', '火', '水', '木', '金', '土', '日'],
} as const;

/** For a date of which nothing is known. */
export const UNKNOWN_DATE = { en: 'date unknown', ja: '時期不明' } as const;

/** English month, 1 to 12, in full or in three letters. */
export function monthName(month: number, length: 'long' | 'short'): string {
  const name = MONTHS[month - 1]!;
  return length === 'long' ? name : name.slice(0, 3);
}

/** `weekday` is 1 (Monday) to 7. English in full or in three letters, Japanese in one. */
export function weekdayName(weekday: number, lang: Lang, length: 'long' | 'short'): string {
  const name = WEEKDAYS[lang][weekday - 1]!;
  return lang === 'en' && length === 'short' ? name.slice(0, 3) : name;
}

/** An astronomical year as people count. Years under 1000 say which side of the era they are on. */
export function yearText(year: number, lang: Lang): string {
  if (lang === 'ja') return `${yearNumberJa(year)}年`;
  if (year < 1) return `${1 - year} BCE`;
  return year < 1000 ? `${year} CE` : String(year);
}

function yearNumberJa(year: number): string {
  if (year < 1) return `紀元前${1 - year}`;
  return year < 1000 ? `西暦${year}` : String(year);
}

/** Years from `first` to `last`, both inclusive. */
export function yearsText(first: number, last: number, lang: Lang): string {
  if (first < 1 && last >= 1) {
    return yearText(first, lang) + (lang === 'ja' ? '〜' : ' – ') + yearText(last, lang);
  }
  if (lang === 'ja') return `${yearNumberJa(first)}〜${last < 1 ? 1 - last : last}年`;
  if (last < 1) return `${1 - first}–${1 - last} BCE`;
  return first < 1000 ? `${first}–${last} CE` : `${first}–${last}`;
}

/** The ten years from `first`: a name where it cannot be misread, else both ends. */
export function decadeText(first: number, lang: Lang): string {
  if (first < 1000) return yearsText(first, first + 9, lang);
  return lang === 'ja' ? `${first}年代` : `${first}s`;
}
