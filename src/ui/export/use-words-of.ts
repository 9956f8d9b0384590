import { useCallback, useEffect, useState } from 'react';
import type { Language } from '../../state/state';
import { loadMessages } from '../i18n';

interface WordsOf {
  /** Whether the words of the language can be used. */
  readonly isThere: boolean;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** Fetches the words of a language that need not be the page's. */
export function useWordsOf(language: Language): WordsOf {
  const [state, setState] = useState<{ language: Language; isThere: boolean } | undefined>();
  const bring = useCallback(() => {
    const tell = (isThere: boolean) => setState({ language, isThere });
    loadMessages(language).then(
      () => tell(true),
      () => tell(false),
    );
  }, [language]);
  useEffect(bring, [bring]);
  const isOfThis = state?.language === language;
  return {
    isThere: isOfThis && state.isThere,
    hasFailed: isOfThis && !state.isThere,
    retry: bring,
  };
}
