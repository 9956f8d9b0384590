import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '../state/state';

type Catalogue = Record<string, unknown>;

/** Every file `messages/<language>/<area>.json` is a namespace of that name. */
const files = import.meta.glob<Catalogue>('./messages/*/*.json', {
  eager: true,
  import: 'default',
});

/** `{en: {shell: {…}}, ja: {shell: {…}}}` */
function catalogues(): Record<string, Record<string, Catalogue>> {
  const byLanguage: Record<string, Record<string, Catalogue>> = {};
  for (const [path, messages] of Object.entries(files)) {
    const [language = '', file = ''] = path.split('/').slice(-2);
    (byLanguage[language] ??= {})[file.replace('.json', '')] = messages;
  }
  return byLanguage;
}

/** Makes the messages ready, at once and for good. Called by start-up and by tests before they render. */
export function startMessages(language: Language): void {
  if (i18next.isInitialized) {
    setMessageLanguage(language);
    return;
  }
  void i18next.use(initReactI18next).init({
    resources: catalogues() as never,
    lng: language,
    fallbackLng: 'en',
    supportedLngs: LANGUAGES,
    defaultNS: 'shell',
    // React writes text as text, so nothing is to be escaped twice.
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
}

/** Turns all words on screen, and the page's own `lang`, to the given language. */
export function setMessageLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
