import ICAL from 'ical.js';
import { bibtexParser, latexParser } from 'latex-utensils';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import Papa from 'papaparse';

/** Rows of a CSV file by the names of its columns, as PapaParse reads it. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data;
}

export function readCalendar(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text) as unknown[]);
}

/** The HTML that GitHub's Markdown makes: of the list of events, and of the footnotes. Raw HTML would come through as it is. */
export function readMarkdown(text: string): { readonly body: string; readonly footnotes: string } {
  const html = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  const [body = '', footnotes = ''] = html.split('<section data-footnotes');
  return { body, footnotes };
}

/** The entries of a BibTeX file by their keys, texts as TeX would print them. */
export function readBibtex(text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const entries = bibtexParser.parse(text).content.filter(bibtexParser.isEntry);
  return new Map(
    entries.map(({ internalKey = '', content }) => [
      internalKey,
      Object.fromEntries(
        content.map(({ name, value }) => [name, name === 'url' ? raw(value) : printed(raw(value))]),
      ),
    ]),
  );
}

function raw({ content }: bibtexParser.FieldValue): string {
  return typeof content === 'string' ? content : '';
}

const PRINTED: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textquotedbl: '"',
};

function printed(tex: string): string {
  const text = (node: latexParser.Node): string => {
    if (latexParser.isTextString(node)) return node.content;
    if (latexParser.isSpace(node) || latexParser.isSoftbreak(node)) return ' ';
    if (latexParser.isParbreak(node)) return '\n\n';
    if (latexParser.isGroup(node)) return node.content.map(text).join('');
    if (latexParser.isCommand(node)) return PRINTED[node.name] ?? node.name;
    throw new Error(`what TeX would not print as it is: ${JSON.stringify(node)}`);
  };
  return latexParser.parse(tex).content.map(text).join('');
}
