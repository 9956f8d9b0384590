import { embedFonts } from '../../io/embed-fonts';
import { rasterise } from '../../io/rasterise';
import { saveFile } from '../../io/save-file';
import { paintSvg } from '../../paint/paint-svg';
import { DARK, LIGHT, type Palette } from '../../paint/palette';
import type { Picture } from './picture';
import { fileName } from './picture-words';

export const SCALES = [1, 2, 4] as const;
export type Scale = (typeof SCALES)[number];

export interface PictureFormat {
  readonly format: 'png' | 'svg';
  /** Of a PNG. */
  readonly scale: Scale;
  readonly theme: 'light' | 'dark';
}

export type Saved =
  | { readonly kind: 'saved'; readonly name: string }
  /** The browser has no room for a canvas of that size. */
  | { readonly kind: 'tooLarge' };

export function paletteOf(theme: PictureFormat['theme']): Palette {
  return theme === 'dark' ? DARK : LIGHT;
}

/** Makes the file and hands it to the browser. Rejects where a font file cannot be fetched. */
export async function savePicture(
  picture: Picture,
  options: PictureFormat,
  givenName?: string,
): Promise<Saved> {
  const { dataset, range } = picture.input.facts;
  const name = givenName ?? fileName(dataset.id, range, options.format);
  const file =
    options.format === 'svg' ? await svgFile(picture, options) : await pngFile(picture, options);
  if (!file) return { kind: 'tooLarge' };
  saveFile(file, name);
  return { kind: 'saved', name };
}

async function svgFile({ scene, desc, input }: Picture, { theme }: PictureFormat): Promise<Blob> {
  const fontFaceCss = await embedFonts(scene.nodes);
  const svg = paintSvg(scene, {
    palette: paletteOf(theme),
    title: input.title,
    desc,
    lang: input.facts.language,
    fontFaceCss,
  });
  return new Blob([svg], { type: 'image/svg+xml' });
}

function pngFile({ scene }: Picture, { theme, scale }: PictureFormat): Promise<Blob | undefined> {
  return rasterise(scene, { palette: paletteOf(theme), scale });
}
