import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFontEngine, type FontEngine } from '../formats/fonts/font-engine';
import type { FontFaceFile } from '../formats/fonts/font-face';
import { parseFontFaces } from '../formats/fonts/font-face-css';

const packages = createRequire(import.meta.url);
const LATIN_CSS = 'src/ui/fonts.css';
const JAPANESE_CSS = '@fontsource-variable/noto-sans-jp/wght.css';

let shared: Promise<FontEngine> | undefined;

/** One engine for all that this process writes: what it has read it need not read again. */
export function nodeFonts(): Promise<FontEngine> {
  shared ??= createNodeFonts();
  return shared;
}

/** The fonts of the app, read from the packages that it takes them from. */
export async function createNodeFonts(): Promise<FontEngine> {
  const latin = path.join(rootFolder(), LATIN_CSS);
  const japanese = packages.resolve(JAPANESE_CSS);
  // The CommonJS form has Node's own Brotli; the other one would do it in JavaScript.
  const { woff2Decode } = packages(
    'woff-lib/woff2/decode',
  ) as typeof import('woff-lib/woff2/decode');
  return createFontEngine({
    faces: [
      ...facesOf(await readFile(latin, 'utf8'), (url) => packages.resolve(url)),
      ...facesOf(await readFile(japanese, 'utf8'), (url) => path.resolve(japanese, '..', url)),
    ],
    decode: woff2Decode,
    loadSubsetWasm: () => readFile(packages.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  });
}

function facesOf(css: string, locate: (url: string) => string): FontFaceFile[] {
  return parseFontFaces(css).map(({ family, ranges, url }) => ({
    family,
    ranges,
    load: () => readFile(locate(url)),
  }));
}

/** The project's folder, wherever in it this file was built to. */
function rootFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
