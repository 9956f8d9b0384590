import { paintCanvas } from '../paint/paint-canvas';
import type { Palette } from '../paint/palette';
import type { Scene } from '../scene/scene';

/** What the usual browsers can make; the browser itself has the last word. */
const MOST_SIDE_PX = 16_384;
const MOST_AREA_PX = 16_384 * 16_384;

export interface RasteriseOptions {
  readonly palette: Palette;
  /** Pixels of the picture in a px of the scene. */
  readonly scale: number;
}

/** Whether a canvas of that size can be asked for at all. */
export function fitsCanvas({ widthPx, heightPx }: Scene, scale: number): boolean {
  const [width, height] = [widthPx * scale, heightPx * scale];
  return width <= MOST_SIDE_PX && height <= MOST_SIDE_PX && width * height <= MOST_AREA_PX;
}

/** The scale at which `fitsCanvas` holds just yet. */
export function largestScale({ widthPx, heightPx }: Scene): number {
  return Math.min(
    MOST_SIDE_PX / widthPx,
    MOST_SIDE_PX / heightPx,
    Math.sqrt(MOST_AREA_PX / (widthPx * heightPx)),
  );
}

/** The scene as a PNG; undefined where the browser has no room for a canvas of that size. Its fonts must be loaded. */
export async function rasterise(
  scene: Scene,
  { palette, scale }: RasteriseOptions,
): Promise<Blob | undefined> {
  if (!fitsCanvas(scene, scale)) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scene.widthPx * scale);
  canvas.height = Math.round(scene.heightPx * scale);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  paintCanvas(context, scene, { palette, pixelRatio: scale });
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  // Frees the pixels at once; the collector would take its time.
  canvas.width = 0;
  return blob ?? undefined;
}
