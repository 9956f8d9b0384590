import type { RecordExport } from '../../formats/record-export';
import { nextTask } from '../next-task';
import { DATA_FILES } from './data-files';
import type { DataFormat } from './export-choices';

interface DataOf {
  readonly format: DataFormat;
  readonly from: RecordExport;
  readonly bom: boolean;
}

/** So long the page may wait. */
const PIECE_MS = 30;
/** Of letters so many go into the file at once: to write them all in the end would hold up the page. */
const CHUNK_LETTERS = 500_000;

/** The whole file, made with room for the page. */
export async function writeData({ format, from, bom }: DataOf, signal: AbortSignal): Promise<Blob> {
  const { write, type } = DATA_FILES[format];
  const chunks: Blob[] = [];
  let chunk = '';
  for await (const piece of withPauses(await write(from, { bom }), signal)) {
    chunk += piece;
    if (chunk.length < CHUNK_LETTERS) continue;
    chunks.push(new Blob([chunk]));
    chunk = '';
  }
  return new Blob([...chunks, chunk], { type: `${type};charset=utf-8` });
}

/** How a file begins, to be looked at. */
export interface Beginning {
  readonly text: string;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

/** The first `most` letters, to the end of a line. */
export async function beginningOf(
  { format, from }: DataOf,
  most: number,
  signal: AbortSignal,
): Promise<Beginning> {
  let text = '';
  const pieces = await DATA_FILES[format].write(from, { bom: false });
  for await (const piece of withPauses(pieces, signal)) {
    text += piece;
    if (text.length > most) return { text: cutAtLine(text, most), isWhole: false };
  }
  return { text, isWhole: true };
}

async function* withPauses(pieces: Iterable<string>, signal: AbortSignal): AsyncIterable<string> {
  let until = performance.now() + PIECE_MS;
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (performance.now() < until) continue;
    yield waiting;
    waiting = '';
    // This is what leaves room for the page.
    // oxlint-disable-next-line no-await-in-loop
    await nextTask();
    signal.throwIfAborted();
    until = performance.now() + PIECE_MS;
  }
  yield waiting;
}

function cutAtLine(text: string, most: number): string {
  const end = text.lastIndexOf('\n', most);
  return text.slice(0, end > 0 ? end + 1 : most);
}
