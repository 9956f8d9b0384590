import { PDFDocument } from 'pdfkit';
import { element, escapeXml } from '../../paint/xml';
import { PDF_STAMP_KEY } from '../pdf-stamp';
import { stampText } from '../picture-stamp';
import type { Publication } from '../publication';

const CREATOR = 'Entente';

/** pdfkit's document with metadata that say no time of making unless there is one, and hold any title. */
class PdfFile extends PDFDocument {
  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.end(new TextEncoder().encode(metadataXml(this.info)));
    // oxlint-disable-next-line no-underscore-dangle -- pdfkit's name for the catalog
    this._root.data['Metadata'] = metadata;
  }
}

export interface OpenPdf {
  readonly doc: PDFDocument;
  /** Ends the document. */
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** A document without pages, with all that is said of it as a whole. */
export function openPdf(publication: Publication): OpenPdf {
  const { title, lang, madeAt, stamp } = publication;
  const doc = new PdfFile({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang,
    font: null,
    margin: 0,
    info: {
      Title: plain(title),
      Creator: CREATOR,
      Producer: CREATOR,
      CreationDate: new Date(madeAt ?? 0),
      ...(stamp && { [PDF_STAMP_KEY]: stampText(stamp) }),
      // The file's id is a digest of all that stands here; what follows is taken out again.
      [DIGESTED]: JSON.stringify(publication),
    },
  });
  delete doc.info[DIGESTED];
  if (madeAt === undefined) delete doc.info['CreationDate'];
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  return {
    doc,
    async finish() {
      doc.end();
      await ended;
      return joined(chunks);
    },
  };
}

const DIGESTED = 'Digested';

function metadataXml(info: Readonly<Record<string, string | Date>>): string {
  const made = info['CreationDate'];
  const title = element('rdf:li', { 'xml:lang': 'x-default' }, escapeXml(String(info['Title'])));
  const xmp = [
    element('xmp:CreatorTool', {}, CREATOR),
    made instanceof Date ? element('xmp:CreateDate', {}, withoutFraction(made)) : '',
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    about('dc', element('dc:title', {}, element('rdf:Alt', {}, title))),
    about('xmp', xmp.join('')),
    about('pdf', element('pdf:Producer', {}, CREATOR)),
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const NAMESPACES: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
};

function about(namespace: string, content: string): string {
  const attributes = { 'rdf:about': '', [`xmlns:${namespace}`]: NAMESPACES[namespace] };
  return element('rdf:Description', attributes, content);
}

function withoutFraction(date: Date): string {
  return date.toISOString().replace(/\.\d+/, '');
}

/** A title as one line. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
