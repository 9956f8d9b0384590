import {
  failed,
  formatOfName,
  type LoadedDataset,
  type LoadOptions,
  parseLoaded,
  SMALL_BYTES,
} from './load-dataset';

/** Reads a file of the reader's own: small JSON here, all else in a worker. */
export async function loadFile(
  file: File,
  { openLarge, smallBytes = SMALL_BYTES }: LoadOptions,
): Promise<LoadedDataset> {
  const format = formatOfName(file.name);
  if (format || file.size > smallBytes) {
    const source = { kind: 'file', file } as const;
    return openLarge({ format: format ?? 'json', source, path: file.name });
  }
  try {
    return parseLoaded(await file.text());
  } catch {
    // It has been moved or changed since it was chosen.
    return failed({ kind: 'fileGone' });
  }
}
