import { createInstance, type i18n as I18n } from 'i18next';
import { LANGS, type Lang } from '../time/lang';
import { type Catalogues, cataloguesOf } from '../ui/messages/catalogues-of';
import type { Host } from './host';

type Words = Catalogues[string];

/** All of the app's words, which here are on the disk anyway. */
const WORDS: Readonly<Record<Lang, Catalogues>> = {
  en: cataloguesOf(
    import.meta.glob<Words>('../ui/messages/en/*.json', { eager: true, import: 'default' }),
  ),
  ja: cataloguesOf(
    import.meta.glob<Words>('../ui/messages/ja/*.json', { eager: true, import: 'default' }),
  ),
};

/** The app's words, those of the command line with them; `getFixedT` of a language reads them by area and key. */
export function createI18n(language: Lang): I18n {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'cli',
    resources: WORDS,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return i18n;
}

/** As `--lang` says, else as the environment does by the rules of POSIX, else English. */
export function languageOf(args: readonly string[], { env }: Pick<Host, 'env'>): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const wanted = (at >= 0 && given) || locale.slice(0, 2).toLowerCase();
  return LANGS.find((lang) => lang === wanted) ?? 'en';
}
