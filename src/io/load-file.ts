import type { ByteFile, LargeFormat } from './large/protocol';
import {
  failed,
  formatOfName,
  isForWorker,
  type LoadedDataset,
  type LoadOptions,
  parseLoaded,
  SMALL_BYTES,
} from './load-dataset';

export interface NamedFile extends ByteFile {
  readonly name: string;
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
    const text = utf8In(await file.slice(0, file.size).arrayBuffer());
    return text === undefined || isForWorker(text) ? await openAs('json') : parseLoaded(text);
  } catch {
    // It has been moved or changed since it was chosen.
    return failed({ kind: 'fileGone' });
  }
}

/** Without a BOM; undefined for what is not UTF-8. */
function utf8In(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
