import { element } from '../../paint/xml';
import type { PublishedPage, PublishedSource } from '../publication';
import { NAMESPACES, type Relations, textElement } from './parts';
import { officeLang } from './text-runs';
import { webAddress } from './web-address';

interface NotesOptions {
  readonly lang: string;
  /** The heading over the sources. */
  readonly heading: string;
  readonly relations: Relations;
}

/** What a page shows, and its sources with their addresses, as the notes of its slide. */
export function notesXml({ alt, sources }: PublishedPage, options: NotesOptions): string {
  const { heading } = options;
  const paragraphs = [
    paragraph(run(alt, options)),
    ...(sources.length > 0 ? [paragraph(''), paragraph(run(heading, options, { b: 1 }))] : []),
    ...sources.map((source) => paragraph(sourceRuns(source, options))),
  ];
  const body = `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody>`;
  const text =
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder 2"/>' +
    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
    `<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>${body}</p:sp>`;
  const tree = element('p:spTree', {}, NOTES_ROOT + SLIDE_IMAGE + text);
  const colours = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
  return element('p:notes', NAMESPACES, element('p:cSld', {}, tree) + colours);
}

const NOTES_ROOT =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

const SLIDE_IMAGE =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/>' +
  '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>' +
  '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';

/** Number and title, then publisher, date and address on a line of their own. */
function sourceRuns(source: PublishedSource, options: NotesOptions): string {
  const { number, title, publisher, published, url } = source;
  const facts = [publisher, published].filter(Boolean).join(' · ');
  const first = run(`${number}  ${title}`, options);
  if (!facts && !url) return first;
  const between = facts && url ? ' · ' : '';
  return `${first}<a:br/>${run(facts + between, options)}${addressRun(url, options)}`;
}

function addressRun(url: string | undefined, options: NotesOptions): string {
  if (url === undefined) return '';
  const address = webAddress(url);
  const link =
    address === undefined
      ? ''
      : element('a:hlinkClick', { 'r:id': options.relations.toAddress(address) });
  return run(url, options, {}, link);
}

function run(
  text: string,
  { lang }: NotesOptions,
  attributes: Readonly<Record<string, number>> = {},
  content = '',
): string {
  if (text === '') return '';
  const properties = { lang: officeLang(lang), ...attributes, dirty: 0 };
  return element('a:r', {}, element('a:rPr', properties, content) + textElement('a:t', text));
}

function paragraph(runs: string): string {
  return element('a:p', {}, runs);
}
