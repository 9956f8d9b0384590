import type { ByteFile, LargeFormat } from './large/protocol';
import {
  failed,
  formatOfName,
  hasManyEvents,
  type LoadedDataset,
  type LoadOptions,
  parseLoaded,
  SMALL_BYTES,
} from './load-dataset';

export interface NamedFile extends ByteFile {
  readonly name: string;
  readonly text: () => Promise<string>;
}

/** Reads a file of the reader's own: small JSON here, all else in a worker. */
export async function loadFile(
  file: NamedFile,
  { openLarge, smallBytes = SMALL_BYTES }: Pick<LoadOptions, 'openLarge' | 'smallBytes'>,
): Promise<LoadedDataset> {
  const format = formatOfName(file.name);
  const openAs = (large: LargeFormat) =>
    openLarge({ format: large, source: { kind: 'file', file }, path: file.name });
  if (format || file.size > smallBytes) return openAs(format ?? 'json');
  try {
    const text = await file.text();
    return hasManyEvents(text) ? await openAs('json') : parseLoaded(text);
  } catch {
    // It has been moved or changed since it was chosen.
    return failed({ kind: 'fileGone' });
  }
}
