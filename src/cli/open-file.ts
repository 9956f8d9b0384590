import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { TFunction } from 'i18next';
import { nameOf } from '../io/large/name-of';
import { openLarge } from '../io/large/open-large';
import { failed, type LargeRequest, type LoadedDataset } from '../io/load-dataset';
import { loadFile, type NamedFile } from '../io/load-file';
import { openPacked } from '../model/open-packed';
import { UsageError } from './command';

/** Reads a dataset's file by the app's own readers: JSON, lines of JSON, or Parquet. Throws a UsageError where there is none. */
export async function openFile(place: string, t: TFunction): Promise<LoadedDataset> {
  return loadFile(await fileAt(place, t), { openLarge: openHere });
}

/** What the app has a worker do. */
async function openHere({ path: name, ...request }: LargeRequest): Promise<LoadedDataset> {
  const opened = await openLarge(
    { ...request, name: nameOf(name), canShare: false },
    { fetch, nowMs: () => performance.now(), onProgress: () => undefined },
  );
  if (!opened.ok) return failed(opened.failure);
  const { head, packed, ...rest } = opened;
  return { ...rest, dataset: openPacked(head, packed) };
}

async function fileAt(place: string, t: TFunction): Promise<NamedFile> {
  const stats = await stat(place).catch(() => undefined);
  if (!stats) throw new UsageError(t('cli:wrong.noFile', { file: place }));
  if (!stats.isFile()) throw new UsageError(t('cli:wrong.notAFile', { file: place }));
  return {
    name: path.basename(place),
    size: stats.size,
    stream: () =>
      Readable.toWeb(createReadStream(place, { highWaterMark: CHUNK_BYTES })) as ReturnType<
        NamedFile['stream']
      >,
    slice: (start, end = stats.size) => ({ arrayBuffer: () => readBytes(place, start, end) }),
  };
}

const CHUNK_BYTES = 1_000_000;

/** The bytes [start, end) of a file; fewer where it ends before. */
async function readBytes(place: string, start: number, end: number): Promise<ArrayBuffer> {
  const file = await open(place);
  try {
    const bytes = new Uint8Array(Math.max(0, end - start));
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, start);
    return bytes.buffer.slice(0, bytesRead);
  } finally {
    await file.close();
  }
}
