import type { OnProgress } from '../load-dataset';
import { type ByteSource, MAX_LARGE_BYTES, openBytes } from './byte-source';
import { createEventCollector, type EventCollector } from './event-collector';
import { failureOf, LoadError } from './load-error';
import type { LargeFormat, OpenedLarge, OpenRequest } from './protocol';
import { readJson } from './read-json';
import { readNdjson } from './read-ndjson';

export interface OpenParts {
  readonly fetch: typeof fetch;
  readonly nowMs: () => number;
  readonly onProgress: OnProgress;
  /** Tests set their own limits. */
  readonly maxBytes?: number;
  readonly maxEvents?: number;
  readonly allocate?: (byteLength: number) => ArrayBufferLike;
}

/** JSON must be in memory as one text. */
const MAX_JSON_BYTES = 200_000_000;
/** Text and objects of JSON take so many times its bytes; a heap that overflows takes the page along. */
const HEAP_PER_JSON_BYTE = 5;
const PROGRESS_GAP_MS = 100;
/** A file that is open by then needs no panel that comes and goes. */
const MOMENT_MS = 1000;

/** How the place of a fault is written: `line 12: date`, or `events[12].date`. */
const PATH_OF: Readonly<Record<LargeFormat, (number: number, inside: string) => string>> = {
  ndjson: (line, inside) => named(`line ${line}`, inside),
  parquet: (row, inside) => named(`row ${row}`, inside),
  json: (index, inside) => `events[${index}]${inside === '' ? '' : '.'}${inside}`,
};

function named(place: string, inside: string): string {
  return inside === '' ? place : `${place}: ${inside}`;
}

/** Reads a large file into columns. Never rejects. */
export async function openLarge(request: OpenRequest, parts: OpenParts): Promise<OpenedLarge> {
  const { tell, end } = createTeller(parts);
  try {
    const collector = createEventCollector({
      name: request.name,
      pathOf: PATH_OF[request.format],
      allocate: parts.allocate ?? (request.canShare ? sharedBuffer : plainBuffer),
      ...(parts.maxEvents !== undefined && { maxEvents: parts.maxEvents }),
    });
    await readInto(collector, request, { ...parts, tell });
    return { ok: true, ...collector.finish() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  } finally {
    end();
  }
}

function sharedBuffer(byteLength: number): ArrayBufferLike {
  return new SharedArrayBuffer(byteLength);
}

function plainBuffer(byteLength: number): ArrayBufferLike {
  return new ArrayBuffer(byteLength);
}

type ReadParts = OpenParts & Pick<Teller, 'tell'>;

async function readInto(
  collector: EventCollector,
  { format, source, heapBytes = Number.POSITIVE_INFINITY }: OpenRequest,
  parts: ReadParts,
): Promise<void> {
  if (format === 'parquet') {
    await readParquetInto(collector, source, parts);
    return;
  }
  const limit = format === 'json' ? MAX_JSON_BYTES : MAX_LARGE_BYTES;
  const bytes = await openBytes(source, { fetch: parts.fetch, maxBytes: parts.maxBytes ?? limit });
  const mostBytes = format === 'json' ? heapBytes / HEAP_PER_JSON_BYTE : undefined;
  const onBytes = (count: number) => {
    if (mostBytes !== undefined && count > mostBytes) throw new LoadError({ kind: 'memory' });
    parts.tell({ ...shareOf(count, bytes), events: collector.count });
  };
  await (format === 'json' ? readJson : readNdjson)(bytes, collector, onBytes);
}

/** What comes from a server is counted twice: once as it comes, once as it is read. */
async function readParquetInto(
  collector: EventCollector,
  source: OpenRequest['source'],
  { fetch, maxBytes = MAX_LARGE_BYTES, tell }: ReadParts,
): Promise<void> {
  const { bufferOfFile, fetchBuffer, readParquet } = await import('./read-parquet');
  const isFile = source.kind === 'file';
  const file = isFile ? bufferOfFile(source.file) : await fetched();
  const { byteLength } = file;
  const onRows = (rows: number, ofRows: number) => {
    const read = (byteLength * rows) / ofRows;
    tell({
      bytes: isFile ? read : byteLength + read,
      totalBytes: isFile ? byteLength : 2 * byteLength,
      events: rows,
    });
  };
  await readParquet(file, { collector, onRows });

  async function fetched() {
    const bytes = await openBytes(source, { fetch, maxBytes });
    return fetchBuffer(bytes, (count) => {
      const { totalBytes } = shareOf(count, bytes);
      tell({ bytes: count, totalBytes: totalBytes && 2 * totalBytes, events: 0 });
    });
  }
}

/** A server may have named the size before unpacking: then it says nothing. */
function shareOf(bytes: number, { totalBytes }: Pick<ByteSource, 'totalBytes'>) {
  const isBeyond = totalBytes !== undefined && bytes > totalBytes;
  return { bytes, totalBytes: isBeyond ? undefined : totalBytes };
}

interface Teller {
  readonly tell: OnProgress;
  readonly end: () => void;
}

/**
 * Tells once the file takes longer than a moment, and then no more than ten times a second; what came too soon is told
 * late, unless more comes.
 */
function createTeller({ nowMs, onProgress }: OpenParts): Teller {
  let toldMs = nowMs() + MOMENT_MS - PROGRESS_GAP_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const tell: OnProgress = (progress) => {
    const waitMs = toldMs + PROGRESS_GAP_MS - nowMs();
    if (waitMs > 0) {
      end();
      timer = setTimeout(tell, waitMs, progress);
      return;
    }
    end();
    toldMs = nowMs();
    onProgress(progress);
  };
  return { tell, end };
}
