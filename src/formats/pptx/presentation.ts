import { element } from '../../paint/xml';
import type { Publication } from '../publication';
import { FIRST_MASTER_ID, NOTES_SIZE } from './masters';
import { NAMESPACES, OFFICE, textElement } from './parts';
import { officeLang } from './text-runs';

/** Ids of slides begin here. */
const FIRST_SLIDE_ID = 256;

export interface SlideSize {
  readonly cx: number;
  readonly cy: number;
}

export interface PresentationRelations {
  readonly master: string;
  readonly notesMaster: string;
  readonly slides: readonly string[];
}

export function presentationXml(
  size: SlideSize,
  { master, notesMaster, slides }: PresentationRelations,
  lang: string,
): string {
  const masterId = element('p:sldMasterId', { id: FIRST_MASTER_ID, 'r:id': master });
  const slideIds = slides.map((id, i) =>
    element('p:sldId', { id: FIRST_SLIDE_ID + i, 'r:id': id }),
  );
  const run = element('a:defRPr', { lang: officeLang(lang) });
  const content = [
    element('p:sldMasterIdLst', {}, masterId),
    element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': notesMaster })),
    element('p:sldIdLst', {}, slideIds.join('')),
    element('p:sldSz', { ...size }),
    element('p:notesSz', NOTES_SIZE),
    element('p:defaultTextStyle', {}, element('a:defPPr', {}, run)),
  ];
  return element('p:presentation', { ...NAMESPACES, saveSubsetFonts: 1 }, content.join(''));
}

export function coreXml({ title, lang, madeAt }: Publication): string {
  const made = (name: string) =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, madeAt);
  const content = [
    textElement('dc:title', title),
    textElement('dc:language', officeLang(lang) ?? lang),
    ...(madeAt === undefined ? [] : [made('created'), made('modified')]),
  ];
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  return element('cp:coreProperties', namespaces, content.join(''));
}

export function appXml({ pages }: Publication): string {
  const count = String(pages.length);
  const content = [
    textElement('Application', 'Entente'),
    textElement('Slides', count),
    textElement('Notes', count),
  ];
  const xmlns = `${OFFICE.replace('/relationships', '')}/extended-properties`;
  return element('Properties', { xmlns }, content.join(''));
}
