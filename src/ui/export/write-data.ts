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
/** Strings that are put together in one go. */
const PIECES = 2000;

/** The whole file, made with room for the page. */
export async function writeData({ format, from, bom }: DataOf, signal: AbortSignal): Promise<Blob> {
  const { write, type } = DATA_FILES[format];
  const pieces = await write(from, { bom });
  const parts: string[] = [];
  let waiting: string[] = [];
  let until = performance.now() + PIECE_MS;
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length >= PIECES) {
      parts.push(waiting.join(''));
      waiting = [];
    }
    if (performance.now() < until) continue;
    // oxlint-disable-next-line no-await-in-loop -- this is what leaves room for the page
    await nextTask();
    signal.throwIfAborted();
    until = performance.now() + PIECE_MS;
  }
  return new Blob([...parts, ...waiting], { type: `${type};charset=utf-8` });
}

/** How a file begins, to be looked at. */
export interface Beginning {
  readonly text: string;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

export async function beginningOf({ format, from }: DataOf, most: number): Promise<Beginning> {
  const pieces = await DATA_FILES[format].write(from, { bom: false });
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length > most) return { text: cutAtLine(text, most), isWhole: false };
  }
  return { text, isWhole: true };
}

function cutAtLine(text: string, most: number): string {
  const end = text.lastIndexOf('\n', most);
  return text.slice(0, end > 0 ? end + 1 : most);
}
