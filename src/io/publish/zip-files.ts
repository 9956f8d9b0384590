import { type Zippable, zipSync } from 'fflate';
import type { FileBytes, NamedFile } from './protocol';

/** The first day that a zip can name: files are to be the same whenever made. */
const NO_DAY = new Date(1980, 0, 1);

/** Files in one. PNG is packed already, and is stored as it is. */
export function zipFiles(files: readonly NamedFile[]): FileBytes {
  const entries: Zippable = {};
  for (const { name, bytes } of files) {
    entries[name] = [bytes, { level: name.endsWith('.png') ? 0 : 6, mtime: NO_DAY }];
  }
  return zipSync(entries);
}
