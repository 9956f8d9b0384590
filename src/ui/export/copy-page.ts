import type { Publication, PublishedPage } from '../../formats/publication';
import { PublishError, type Publisher } from '../../io/publish/publisher';
import { rasterise } from '../../io/rasterise';
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
  return copyItem(of.choices.picture === 'svg' ? svgItem(of, signal) : pngItem(of), signal);
}

function pngItem({ choices, current, at }: CopyOf): ClipboardParts {
  return { 'image/png': makePng(choices.scale, pageAt(current, at)) };
}

async function makePng(scale: number, { page, publication }: PageAt): Promise<Blob> {
  const png = await rasterise(page.scene, { palette: publication.palette, scale });
  if (!png) throw new PublishError('tooLarge');
  return png;
}

const SVG_TYPE = 'image/svg+xml';

/** As text for programs that take it so, and as a picture where the browser knows of such. */
function svgItem(of: CopyOf, signal: AbortSignal): ClipboardParts {
  const svg = makeSvg(of, signal);
  const as = async (type: string) => new Blob([await svg], { type });
  // Pages that are not served securely have no clipboard.
  const known = 'ClipboardItem' in globalThis ? ClipboardItem : undefined;
  const isKnown = known !== undefined && 'supports' in known && known.supports(SVG_TYPE);
  return { 'text/plain': as('text/plain'), ...(isKnown && { [SVG_TYPE]: as(SVG_TYPE) }) };
}

function makeSvg(
  { publisher, choices, current, at }: CopyOf,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { page, publication } = pageAt(current, at);
  const { scale, letters } = choices;
  const job = {
    publications: [{ ...publication, pages: [page] }],
    title: page.title,
    format: 'svg',
    scale,
    letters,
    names: ['page.svg'],
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
