import { paintPdf } from './pdf/paint-pdf';
import { PdfFades } from './pdf/pdf-fades';
import { openPdf } from './pdf/pdf-file';
import { PdfTags } from './pdf/pdf-tags';
import { type PdfFontEngine, PdfTexts } from './pdf/pdf-texts';
import type { Publication } from './publication';

export interface WritePdfOptions {
  readonly engine: PdfFontEngine;
  /** Called and waited for after each page: a place to tell of progress, to let others work, and to throw in order to stop. */
  readonly onPage?: (pagesDone: number) => void | Promise<void>;
}

/**
 * The pages as a tagged PDF of vector marks and searchable text. The same publication gives the same bytes. Any text is safe
 * in it: what no font has stands as an empty box.
 */
export async function writePdf(
  publication: Publication,
  { engine, onPage }: WritePdfOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { pages, palette, pointsPerPx, lang, title, words } = publication;
  const { doc, finish } = openPdf(publication);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const fades = new PdfFades(doc, palette);
  const texts = await PdfTexts.create(
    doc,
    engine,
    pages.map(({ scene }) => scene.nodes),
  );
  for (const [i, page] of pages.entries()) {
    const { scene } = page;
    const size = [scene.widthPx * pointsPerPx, scene.heightPx * pointsPerPx] as const;
    doc.addPage({ size, margin: 0 });
    doc.scale(pointsPerPx);
    const tags = new PdfTags({ doc, root, lang, title, page, size, sourcesLabel: words.sources });
    paintPdf({ doc, palette, fades, texts, tags }, scene);
    tags.end();
    if (pages.length > 1) doc.outline.addItem(page.title);
    // oxlint-disable-next-line no-await-in-loop -- page after page is the point
    await onPage?.(i + 1);
  }
  return finish();
}
