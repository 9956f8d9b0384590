import type { Language } from '../state/state';

/** As the catalogues write `{{count, number}}`. */
const FORMATS = { en: new Intl.NumberFormat('en'), ja: new Intl.NumberFormat('ja') };

/** A count that stands by itself, thousands apart. */
export function countText(count: number, language: Language): string {
  return FORMATS[language].format(count);
}
