import type { Language } from '../state/state';

/** As the catalogues write `{{count, number}}`. */
const FORMATS = { en: new Intl.NumberFormat('en'), ja: new Intl.NumberFormat('ja') };

const COMPACT = {
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }),
  ja: new Intl.NumberFormat('ja', { notation: 'compact', maximumSignificantDigits: 3 }),
};

/** A count that stands by itself, thousands apart. */
export function countText(count: number, language: Language): string {
  return FORMATS[language].format(count);
}

/** A count where six digits have no room: 200K, 20万. */
export function shortCountText(count: number, language: Language): string {
  return count < 100_000 ? countText(count, language) : COMPACT[language].format(count);
}
