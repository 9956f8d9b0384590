import subsetWasmUrl from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url';
import type { FontResources } from '../formats/fonts/font-engine';
import type { FontFaceRule } from '../formats/fonts/font-face-css';

/**
 * The fonts of a page for an engine, also in a worker: the rules are `readFontFaces()` of the page, as plain data, once
 * its style sheets are there.
 */
export function createFontResources(rules: readonly FontFaceRule[]): FontResources {
  return {
    faces: rules.map(({ family, ranges, url }) => ({
      family,
      ranges,
      load: async () => new Uint8Array(await fetchBytes(url)),
    })),
    decode: async (woff2) => (await import('woff-lib/woff2/decode')).woff2Decode(woff2),
    loadSubsetWasm: () => fetchBytes(subsetWasmUrl),
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: expected a file of the app, found status ${response.status}`);
  }
  return response.arrayBuffer();
}
