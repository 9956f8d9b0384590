import { facesFor, lettersOf } from '../../formats/fonts/font-face';
import type { FontFaceRule } from '../../formats/fonts/font-face-css';
import { paintCanvas } from '../../paint/paint-canvas';
import type { Scene, SceneNode } from '../../scene/scene';
import { fitsCanvas, type RasteriseOptions } from '../rasterise';

/** Whether this worker can paint pictures with fonts of its own; else the page has to. */
export function canPaint(): boolean {
  return 'OffscreenCanvas' in globalThis && 'FontFace' in globalThis && fontsHere() !== undefined;
}

/** As `rasterise`, in a worker: the page is not held up, however large the picture. */
export async function paintPng(
  scene: Scene,
  { palette, scale, fonts }: RasteriseOptions & { readonly fonts: readonly FontFaceRule[] },
): Promise<Blob | undefined> {
  if (!fitsCanvas(scene, scale)) return undefined;
  await loadFonts(scene.nodes, fonts);
  const width = Math.round(scene.widthPx * scale);
  const height = Math.round(scene.heightPx * scale);
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    paintCanvas(context, scene, { palette, pixelRatio: scale });
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    // The browser has no room for a canvas of that size.
    return undefined;
  }
}

function fontsHere(): FontFaceSet | undefined {
  return (globalThis as { readonly fonts?: FontFaceSet }).fonts;
}

const loaded = new Map<string, Promise<unknown>>();

/** Fonts of a worker are its own; those for letters that do not come are painted as the system can. */
async function loadFonts(
  nodes: readonly SceneNode[],
  rules: readonly FontFaceRule[],
): Promise<void> {
  const needed = facesFor(lettersOf(nodes), rules);
  await Promise.allSettled(needed.map((rule) => loaded.get(rule.url) ?? addFont(rule)));
}

function addFont({ family, url, weight, style, ranges }: FontFaceRule): Promise<unknown> {
  const unicodeRange = ranges
    .map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
    .join(',');
  const face = new FontFace(family, `url("${url}")`, {
    weight,
    style,
    ...(unicodeRange && { unicodeRange }),
  });
  fontsHere()?.add(face);
  const loading = face.load();
  loaded.set(url, loading);
  // What failed may be tried again.
  loading.catch(() => loaded.delete(url));
  return loading;
}
