import i18next from 'i18next';
import { initReactI18next, setI18n } from 'react-i18next';
import { busyWith } from '../io/document-signals';
import { LANGUAGES, type Language } from '../state/state';
import type { Catalogues } from './messages/catalogues-of';
import { catalogues as english } from './messages/en/catalogues';

/** English is always there: it stands in for what another language lacks. Others come when they are asked for. */
const loaded = new Map<Language, Catalogues>([['en', english]]);

/** Fetches the words of a language. Await it before `startMessages`, or before a test that reads them at once. */
export async function loadMessages(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { catalogues } = await import('./messages/ja/catalogues');
  loaded.set(language, catalogues);
  if (i18next.isInitialized) addCatalogues(language, catalogues);
}

/**
 * Fetches the English words of files at fault and of large ones, which the first picture can do without; other languages
 * bring theirs along. Await it before such words are shown.
 */
export async function loadLaterMessages(): Promise<void> {
  const { catalogues } = await import('./messages/en/later-catalogues');
  addEnglish(catalogues);
}

/** Adds English words that come with the part of the page that shows them. Call it before that part is rendered. */
export function addEnglish(catalogues: Catalogues): void {
  loaded.set('en', { ...loaded.get('en'), ...catalogues });
  if (i18next.isInitialized) addCatalogues('en', catalogues);
}

/** Makes the words ready, at once and for good. Called by start-up, and by tests before they render. */
export function startMessages(language: Language): void {
  if (!i18next.isInitialized) {
    void i18next.use(initReactI18next).init({
      resources: {},
      lng: language,
      fallbackLng: 'en',
      supportedLngs: LANGUAGES,
      defaultNS: 'shell',
      // React writes text as text, so nothing is to be escaped twice.
      interpolation: { escapeValue: false },
      initAsync: false,
      react: { useSuspense: false },
    });
    // Each `useTranslation` copies what the instance has of its own: some sixty functions, unless they are inherited.
    setI18n(Object.create(i18next) as typeof i18next);
    for (const [each, catalogues] of loaded) addCatalogues(each, catalogues);
  }
  setMessageLanguage(language);
}

/** Turns all words on screen, and the page's own `lang`, to the given language, as soon as its words are there. */
export function setMessageLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (loaded.has(language)) turnTo(language);
  else void busyWith(loadMessages(language)).then(() => turnTo(language));
}

function turnTo(language: Language): void {
  // The reader may have chosen another one meanwhile.
  if (document.documentElement.lang !== language || i18next.language === language) return;
  void i18next.changeLanguage(language);
}

function addCatalogues(language: Language, catalogues: Catalogues): void {
  for (const [area, messages] of Object.entries(catalogues)) {
    i18next.addResourceBundle(language, area, messages);
  }
}
