import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetSchema,
} from 'hyparquet';
import type { ByteSource } from './byte-source';
import type { EventCollector } from './event-collector';
import { failureOf, LoadError } from './load-error';
import { findColumns, type ParquetColumn } from './parquet-columns';
import { readRowGroup } from './parquet-rows';
import type { ByteFile } from './protocol';

/** What hyparquet unpacks by itself. */
const CODECS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY']);
const MAGIC = 'PAR1';

export interface ParquetParts {
  readonly collector: EventCollector;
  /** Rows that have been read, of how many. */
  readonly onRows: (rows: number, ofRows: number) => void;
}

/** Reads the rows as events into the collector, a row group at a time. */
export async function readParquet(file: AsyncBuffer, parts: ParquetParts): Promise<void> {
  if (file.byteLength === 0) throw new LoadError({ kind: 'empty' });
  const metadata = await readMetadata(file);
  refuseCodecs(metadata);
  const { columns, issues } = findColumns(parquetSchema(metadata));
  if (issues.length > 0) throw new LoadError({ kind: 'columns', issues });
  const head = headOf(metadata);
  parts.collector.begin(head);
  try {
    await readGroups(file, { metadata, columns, language: languageOf(head) }, parts);
  } catch (error) {
    const failure = failureOf(error);
    throw failure.kind === 'broken' ? new LoadError({ kind: 'notParquet' }) : error;
  }
}

async function readMetadata(file: AsyncBuffer): Promise<FileMetaData> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length));
  try {
    if (String.fromCharCode(...start) === MAGIC)
      return await parquetMetadataAsync(file, { geoparquet: false });
  } catch {
    // Its own words are for programmers; to the reader each fault means the same.
  }
  throw new LoadError({ kind: 'notParquet' });
}

function refuseCodecs({ row_groups: groups }: FileMetaData): void {
  const codecs = groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec));
  const other = codecs.find((codec) => codec !== undefined && !CODECS.has(codec));
  if (other !== undefined) throw new LoadError({ kind: 'codec', codec: other });
}

interface Groups {
  readonly metadata: FileMetaData;
  readonly columns: readonly ParquetColumn[];
  readonly language: string;
}

async function readGroups(
  file: AsyncBuffer,
  { metadata, columns, language }: Groups,
  { collector, onRows }: ParquetParts,
): Promise<void> {
  const ofRows = Number(metadata.num_rows);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    // One group after the other, so that no more than one is held.
    // oxlint-disable-next-line no-await-in-loop
    await readRowGroup({ file, metadata, columns, language, rowStart, rowEnd }, (event, row) => {
      collector.add(event, row + 1);
      onRows(row + 1, ofRows);
    });
    rowStart = rowEnd;
  }
}

/** What stands in the metadata `entente`; undefined where nothing or no JSON does. */
function headOf({ key_value_metadata: pairs = [] }: FileMetaData) {
  const text = pairs.find(({ key }) => key === 'entente')?.value;
  if (text === undefined) return undefined;
  try {
    const head: unknown = JSON.parse(text);
    return typeof head === 'object' ? (head as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function languageOf(head: Readonly<Record<string, unknown>> | undefined): string {
  const languages = head?.['languages'];
  const first: unknown = Array.isArray(languages) ? languages[0] : undefined;
  return typeof first === 'string' ? first : 'en';
}

/** The whole of a file that comes from a server: its end, which is read first, comes last. */
export async function fetchBuffer(
  { chunks, totalBytes }: ByteSource,
  onBytes: (byteCount: number) => void,
): Promise<AsyncBuffer> {
  let buffer = new Uint8Array(totalBytes ?? 1_000_000);
  let byteCount = 0;
  for await (const chunk of chunks) {
    const needed = byteCount + chunk.byteLength;
    if (needed > buffer.byteLength) buffer = grown(buffer, Math.max(needed, 2 * byteCount));
    buffer.set(chunk, byteCount);
    byteCount = needed;
    onBytes(byteCount);
  }
  const bytes = buffer.buffer;
  return {
    byteLength: byteCount,
    slice: (start, end = byteCount) => bytes.slice(start, Math.min(end, byteCount)),
  };
}

function grown(bytes: Uint8Array<ArrayBuffer>, byteLength: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(byteLength);
  more.set(bytes);
  return more;
}

export function bufferOfFile(file: ByteFile): AsyncBuffer {
  return {
    byteLength: file.size,
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
  };
}
