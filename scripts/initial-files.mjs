// The files of the first load, read from Vite's manifest: the page's own chunk, all that it imports statically, and their CSS.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ file: string, imports?: string[], css?: string[] }} ManifestEntry
 * @param {string} dist
 * @returns {{ js: string[], css: string[] }} paths that begin with `dist`
 */
export function initialFiles(dist) {
  const manifestFile = path.join(dist, '.vite/manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`No ${manifestFile}: run "npm run build" first`);
  /** @type {Record<string, ManifestEntry>} */
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const js = new Set();
  const css = new Set();
  /** @param {string} key */
  const follow = (key) => {
    const entry = manifest[key];
    if (!entry || js.has(entry.file)) return;
    js.add(entry.file);
    for (const file of entry.css ?? []) css.add(file);
    for (const next of entry.imports ?? []) follow(next);
  };
  follow('index.html');
  if (js.size === 0) throw new Error(`${manifestFile} names no index.html`);
  /** @param {Iterable<string>} files */
  const inDist = (files) => Array.from(files, (file) => path.posix.join(dist, file));
  return { js: inDist(js), css: inDist(css) };
}
