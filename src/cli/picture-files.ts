import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FontEngine } from '../formats/fonts/font-engine';
import type { Publication } from '../formats/publication';
import { writePdf } from '../formats/write-pdf';
import { writePng } from '../formats/write-png';
import { writePptx } from '../formats/write-pptx';
import { writeSvg } from '../formats/write-svg';
import type { PictureFileFormat, RenderOptions } from './render-options';

const packages = createRequire(import.meta.url);
const loadWasm = () => readFile(packages.resolve('@resvg/resvg-wasm/index_bg.wasm'));

export interface PictureFile {
  readonly format: PictureFileFormat;
  /** Counted from 0; undefined where one file has all pages. */
  readonly page: number | undefined;
  /** Made when asked for. */
  readonly bytes: () => Promise<string | Uint8Array>;
}

interface Making extends Pick<RenderOptions, 'formats' | 'scale' | 'svgText'> {
  readonly engine: FontEngine;
}

/** The files of a publication, by format in the order given. */
export function pictureFiles(publication: Publication, making: Making): PictureFile[] {
  return making.formats.flatMap((format) => filesOf(format, publication, making));
}

function filesOf(
  format: PictureFileFormat,
  publication: Publication,
  { engine, scale, svgText }: Making,
): PictureFile[] {
  const perPage = (make: (page: number) => Promise<string | Uint8Array>) =>
    publication.pages.map((_, page) => ({ format, page, bytes: () => make(page) }));
  switch (format) {
    case 'svg':
      return perPage((page) => writeSvg(publication, page, { text: svgText, engine }));
    case 'png':
      return perPage((page) => writePng(publication, page, { engine, scale, loadWasm }));
    case 'pdf':
      return [{ format, page: undefined, bytes: () => writePdf(publication, { engine }) }];
    case 'pptx':
      return [
        {
          format,
          page: undefined,
          bytes: () => writePptx(publication, { measure: engine.measure }),
        },
      ];
  }
}
