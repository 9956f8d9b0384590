import type { Text } from './dataset';

export interface LanguageText {
  readonly text: string;
  /** Tag for the `lang` attribute; empty where the file names no language. */
  readonly lang: string;
}

/** A text in the language asked for, else in English, else in the first language it has. */
export function textIn(text: Text, lang: string): LanguageText {
  if (typeof text === 'string') return { text, lang: '' };
  const tag = tagFor(text, lang) ?? tagFor(text, 'en') ?? Object.keys(text)[0];
  return tag === undefined ? { text: '', lang: '' } : { text: text[tag] ?? '', lang: tag };
}

/** The text in another language than the one that `textIn` gives, where there is one and it differs. */
export function textOther(text: Text, lang: string): LanguageText | undefined {
  if (typeof text === 'string') return undefined;
  const shown = textIn(text, lang);
  const other = Object.entries(text).find(
    ([tag, words]) => tag !== shown.lang && words !== shown.text,
  );
  return other && { text: other[1], lang: other[0] };
}

/** The text's own tag for a language: `ja` also stands for `ja-JP`, and the other way round. */
function tagFor(text: Readonly<Record<string, string>>, lang: string): string | undefined {
  if (Object.hasOwn(text, lang)) return lang;
  const primary = primaryTag(lang);
  return Object.keys(text).find((tag) => primaryTag(tag) === primary);
}

function primaryTag(lang: string): string {
  return (lang.split('-')[0] ?? lang).toLowerCase();
}
