import { civilOf } from '../../time/day';
import type { EdtfDate } from '../../time/edtf';
import { asPieces, type RecordExport, type TextPieces } from '../record-export';
import { type CitedSource, citedSources } from './cited-sources';

/** The sources as BibTeX in UTF-8, for BibTeX and for biblatex: each a `@misc`, which both know. */
export function* formatBibtex(from: RecordExport): TextPieces {
  for (const source of yield* asPieces(citedSources(from))) {
    const fields = Object.entries(fieldsOf(source)).filter(([, value]) => value !== undefined);
    const lines = fields.map(([name, value]) => `  ${name} = ${value},\n`);
    yield `@misc{${source.key},\n${lines.join('')}}\n\n`;
  }
}

/** A title in double braces keeps its capitals. */
function fieldsOf({ title, publisher, published, url, language }: CitedSource) {
  return {
    title: `{{${texText(title)}}}`,
    howpublished: `{${texText(publisher)}}`,
    ...dateFields(published),
    url: url === undefined ? undefined : `{${url}}`,
    language: language === undefined ? undefined : `{${languageName(language)}}`,
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Of a date that is one day or month these; of any other its first year. */
function dateFields(published: EdtfDate | undefined) {
  const point = published?.start ?? published?.end;
  if (!published || !point) return {};
  const { year, month, day } = civilOf(point.minDay);
  const isOne = published.start === published.end;
  const isDay = isOne && point.precision === 'day' && point.minDay === point.maxDay;
  const hasMonth = isDay || (isOne && point.precision === 'month');
  return {
    year: `{${year}}`,
    // The names of months that every style knows stand without braces.
    month: hasMonth ? MONTHS[month - 1] : undefined,
    day: isDay ? `{${day}}` : undefined,
  };
}

/** What babel calls the languages that sources here come in; of any other its tag. */
const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'english',
  ja: 'japanese',
  ko: 'korean',
  zh: 'chinese',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  ru: 'russian',
};

function languageName(tag: string): string {
  return LANGUAGES[tag.toLowerCase().split('-')[0] ?? ''] ?? tag;
}

/** BibTeX counts braces even where a backslash stands before them, so they are written by name. */
const TEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
  '|': String.raw`\textbar{}`,
  '"': String.raw`\textquotedbl{}`,
};

/** Any text as TeX that prints it. */
function texText(text: string): string {
  return text.replaceAll(/[\\{}~^<>|"&%$#_]/g, (mark) => TEX[mark] ?? `\\${mark}`);
}
