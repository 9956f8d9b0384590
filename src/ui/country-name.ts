import type { Country } from '../model/dataset';
import type { Language } from '../state/state';

/** The name of a country: the catalogue's, else the platform's, else the code itself. */
export function countryName(
  country: Country,
  language: Language,
  t: (key: string, options: { defaultValue: string }) => string,
): string {
  const fallback = nameOf('region', country, language);
  return t(`vocabulary:countries.${country}`, { defaultValue: fallback });
}

export function languageName(tag: string, language: Language): string {
  return nameOf('language', tag, language);
}

function nameOf(type: 'region' | 'language', code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    // A code that is not well-formed: datasets are written by others.
    return code;
  }
}
