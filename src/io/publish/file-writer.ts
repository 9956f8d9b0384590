import type { FontEngine } from '../../formats/fonts/font-engine';
import { textsOf } from '../../formats/fonts/font-face';
import type { FontFaceRule } from '../../formats/fonts/font-face-css';
import type { Publication, PublishedPage } from '../../formats/publication';
import { memoize } from '../../lib/memoize';
import type {
  FileBytes,
  NamedFile,
  PictureOf,
  PublicationHead,
  PublishWorker,
  WriteOrder,
} from './protocol';

type Stamp = Publication['stamp'];
type OnPage = (pagesDone: number) => void;

interface Given {
  readonly head: PublicationHead;
  readonly fonts: readonly FontFaceRule[];
  readonly pages: { readonly page: PublishedPage; readonly stamp: Stamp }[];
  readonly pictures: { readonly png: FileBytes; readonly of: PictureOf }[];
}

export interface FileWriterParts {
  readonly loadEngine?: typeof loadEngine;
}

/** What stands behind the worker: keeps what it is given until it is to write that, and the fonts for the next time. */
export function createFileWriter(parts: FileWriterParts = {}): PublishWorker {
  const engineOf = memoize(parts.loadEngine ?? loadEngine);
  let given: Given | undefined;
  const current = (): Given => {
    if (!given) throw new Error('Nothing was given to write');
    return given;
  };
  return {
    warm: async (letters, fonts) => {
      const engine = await engineOf(JSON.stringify(fonts));
      await engine.prepare([letters]);
    },
    begin: (head, fonts) => {
      given = { head, fonts, pages: [], pictures: [] };
    },
    addPage: (page, stamp) => {
      current().pages.push({ page, stamp });
    },
    paintPage: async (scene, of) => {
      const { fonts, head, pictures } = current();
      const { canPaint, paintPng } = await import('./paint-png');
      if (!canPaint()) return 'unable';
      const png = await paintPng(scene, { palette: head.palette, scale: of.scale, fonts });
      if (!png) return 'tooLarge';
      pictures.push({ png: new Uint8Array(await png.arrayBuffer()), of });
      return 'painted';
    },
    addPicture: (png, of) => {
      current().pictures.push({ png, of });
    },
    write: async (order, onPage) => {
      const what = current();
      given = undefined;
      return write(what, order, { onPage, prepare: () => prepareEngine(what, engineOf) });
    },
  };
}

/** By its text, since each message brings rules anew. */
type EngineOf = (rules: string) => Promise<FontEngine>;

async function loadEngine(rules: string): Promise<FontEngine> {
  const [{ createFontEngine }, { createFontResources }] = await Promise.all([
    import('../../formats/fonts/font-engine'),
    import('../font-resources'),
  ]);
  return createFontEngine(createFontResources(JSON.parse(rules) as FontFaceRule[]));
}

/** With the fonts for all that the pages write. */
async function prepareEngine({ fonts, pages }: Given, engineOf: EngineOf): Promise<FontEngine> {
  const engine = await engineOf(JSON.stringify(fonts));
  const texts = pages.flatMap(({ page }) => textsOf(page.scene.nodes));
  await engine.prepare(texts.map(({ text }) => text));
  return engine;
}

interface Writing {
  readonly onPage: OnPage;
  readonly prepare: () => Promise<FontEngine>;
}

async function write(given: Given, order: WriteOrder, writing: Writing): Promise<FileBytes> {
  const { onPage, prepare } = writing;
  switch (order.format) {
    case 'svg':
      return oneOrZip(await svgFiles(given, order, writing));
    case 'png':
      return oneOrZip(await pngFiles(given, order));
    case 'pptx': {
      const [{ writePptx }, { measure }] = await Promise.all([
        import('../../formats/write-pptx'),
        prepare(),
      ]);
      return new Uint8Array(await writePptx(publicationOf(given), { onPage, measure }));
    }
    case 'pdf': {
      const [{ writePdf }, engine] = await Promise.all([
        import('../../formats/write-pdf'),
        prepare(),
      ]);
      return new Uint8Array(await writePdf(publicationOf(given), { onPage, engine }));
    }
  }
}

function publicationOf({ head, pages }: Given): Publication {
  return { ...head, pages: pages.map(({ page }) => page) };
}

async function pngFiles(
  { head, pictures }: Given,
  { names }: Extract<WriteOrder, { format: 'png' }>,
): Promise<NamedFile[]> {
  const { annotatePng } = await import('../../formats/annotate-png');
  const { stamp: _, ...rest } = head;
  return pictures.map(({ png, of: { scale, stamp, ...page } }, i) => ({
    name: nameAt(names, i),
    bytes: annotatePng(png, { ...rest, page, scale, ...(stamp && { stamp }) }),
  }));
}

async function svgFiles(
  { head, pages }: Given,
  { names, letters }: Extract<WriteOrder, { format: 'svg' }>,
  { onPage, prepare }: Writing,
): Promise<NamedFile[]> {
  const [{ writeSvg }, engine] = await Promise.all([import('../../formats/write-svg'), prepare()]);
  const files: NamedFile[] = [];
  for (const [i, { page, stamp }] of pages.entries()) {
    const { stamp: _, ...rest } = head;
    const publication = { ...rest, pages: [page], ...(stamp && { stamp }) };
    // Progress is told after each.
    // oxlint-disable-next-line no-await-in-loop
    const svg = await writeSvg(publication, 0, { text: letters, engine });
    files.push({ name: nameAt(names, i), bytes: new TextEncoder().encode(svg) });
    onPage(i + 1);
  }
  return files;
}

function nameAt(names: readonly string[], at: number): string {
  return names[at] ?? String(at + 1);
}

async function oneOrZip(files: readonly NamedFile[]): Promise<FileBytes> {
  const [only] = files;
  if (only && files.length === 1) return only.bytes;
  const { zipFiles } = await import('./zip-files');
  return zipFiles(files);
}
