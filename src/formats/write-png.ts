import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { pngWithStamp } from './png-stamp';
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
    const png = image.asPng();
    image.free();
    return publication.stamp ? pngWithStamp(png, publication.stamp) : png;
  } finally {
    resvg.free();
  }
}
