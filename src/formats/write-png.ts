import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { annotatePng } from './annotate-png';
import type { Publication } from './publication';
import { type SvgOptions, svgPage } from './write-svg';

export interface PngOptions extends Pick<SvgOptions, 'engine'> {
  /** Pixels of the picture in a px of the scene. */
  readonly scale: number;
  /** `@resvg/resvg-wasm/index_bg.wasm`, asked for once. */
  readonly loadWasm: () => Promise<BufferSource>;
}

let started: Promise<void> | undefined;

/** A page as a PNG, drawn by resvg: the same bytes on every machine, and no page needed. Rejects where a font file cannot be had. */
export async function writePng(
  publication: Publication,
  pageIndex: number,
  { engine, scale, loadWasm }: PngOptions,
): Promise<Uint8Array> {
  started ??= loadWasm().then(initWasm);
  await started;
  const page = publication.pages[pageIndex];
  if (!page)
    throw new RangeError(`expected a page of ${publication.pages.length}, found ${pageIndex}`);
  const svg = await svgPage(publication, pageIndex, { text: 'outlines', engine, isInPx: true });
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false },
  });
  try {
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    return annotatePng(png, { ...publication, page, scale });
  } finally {
    resvg.free();
  }
}
