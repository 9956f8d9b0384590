import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { isOfPaper } from '../scene/page-size';
import { pngWithDensity } from './png-density';
import { pngWithStamp } from './png-stamp';
import { pngWithWords } from './png-words';
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
  const svg = await svgPage(publication, pageIndex, { text: 'outlines', engine, isInPx: true });
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false },
  });
  try {
    const image = resvg.render();
    const png = wordedPng(sizedPng(image.asPng(), publication, scale), publication, pageIndex);
    image.free();
    return publication.stamp ? pngWithStamp(png, publication.stamp) : png;
  } finally {
    resvg.free();
  }
}

const POINTS_PER_INCH = 72;

/** What is for paper says how large it is there. */
function sizedPng(png: Uint8Array, { pointsPerPx }: Publication, scale: number): Uint8Array {
  if (!isOfPaper(pointsPerPx)) return png;
  return pngWithDensity(png, (scale * POINTS_PER_INCH) / pointsPerPx);
}

function wordedPng(png: Uint8Array, { pages, lang }: Publication, pageIndex: number): Uint8Array {
  const page = pages[pageIndex];
  return page ? pngWithWords(png, { ...page, lang }) : png;
}
