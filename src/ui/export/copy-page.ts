import type { Publication, PublishedPage } from '../../formats/publication';
import type { Publisher } from '../../io/publish/publisher';
import { type ClipboardParts, copyItem } from './copy-item';
import type { ExportChoices } from './export-choices';
import type { MadePages } from './use-pages';
import type { Writing } from './use-writing';

interface CopyOf {
  readonly publisher: Publisher;
  readonly choices: Pick<ExportChoices, 'picture' | 'scale' | 'letters'>;
  readonly current: MadePages;
  /** Of all pages, counted from 0. */
  readonly at: number;
}

/** Puts one page on the clipboard: as a picture, or as the text of an SVG, which drawing programs take. */
export function copyPage(of: CopyOf, signal: AbortSignal): Promise<Writing> {
  return copyItem(of.choices.picture === 'svg' ? svgItem(of, signal) : pngItem(of, signal), signal);
}

function pngItem(of: CopyOf, signal: AbortSignal): ClipboardParts {
  return {
    'image/png': makeFile(of, 'png', signal).then((png) => new Blob([png], { type: 'image/png' })),
  };
}

const SVG_TYPE = 'image/svg+xml';

/** As text for programs that take it so, and as a picture where the browser knows of such. */
function svgItem(of: CopyOf, signal: AbortSignal): ClipboardParts {
  const svg = makeFile(of, 'svg', signal);
  const as = async (type: string) => new Blob([await svg], { type });
  // Pages that are not served securely have no clipboard.
  const known = 'ClipboardItem' in globalThis ? ClipboardItem : undefined;
  const isKnown = known !== undefined && 'supports' in known && known.supports(SVG_TYPE);
  return { 'text/plain': as('text/plain'), ...(isKnown && { [SVG_TYPE]: as(SVG_TYPE) }) };
}

function makeFile(
  { publisher, choices, current, at }: CopyOf,
  format: 'png' | 'svg',
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { page, publication } = pageAt(current, at);
  const { scale, letters } = choices;
  const job = {
    publications: [{ ...publication, pages: [page] }],
    title: page.title,
    format,
    scale,
    letters,
    names: [`page.${format}`],
  } as const;
  return publisher.write(job, { signal, onPage: () => {} });
}

interface PageAt {
  readonly page: PublishedPage;
  readonly publication: Publication;
}

function pageAt({ publications }: MadePages, at: number): PageAt {
  const all = publications.flatMap((publication) =>
    publication.pages.map((page) => ({ page, publication })),
  );
  const found = all[at];
  if (!found) throw new Error(`There is no page ${at + 1} of ${all.length}`);
  return found;
}
