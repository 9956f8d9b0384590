import { useTranslation } from 'react-i18next';
import type { Country, Text } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { Language } from '../../state/state';
import { useAppState } from '../app-store';

/** A text, and its language where that is not the page's. */
export interface Run {
  readonly text: string;
  readonly lang: string | undefined;
}

export interface Words {
  readonly language: Language;
  run: (text: Text) => Run;
  country: (code: Country) => string;
}

const regionNames = new Map<Language, Intl.DisplayNames>();

/** What things of the dataset are called in the reader's language. */
export function useWords(): Words {
  const { t } = useTranslation('vocabulary');
  const language = useAppState((state) => state.language);
  return {
    language,
    run: (text) => {
      const { text: words, lang } = textIn(text, language);
      return { text: words, lang: lang === '' || lang === language ? undefined : lang };
    },
    country: (code) => t(`countries.${code}`, { defaultValue: regionName(code, language) }),
  };
}

function regionName(code: Country, language: Language): string {
  let names = regionNames.get(language);
  if (!names) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
    regionNames.set(language, names);
  }
  try {
    return names.of(code) ?? code;
  } catch {
    // Not of the form of a region code; a dataset may hold anything.
    return code;
  }
}
