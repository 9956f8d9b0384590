import { LoadError } from './load-error';

export interface TextReader {
  readonly add: (bytes: Uint8Array) => void;
  /** A character that the file breaks off in is dropped: the text says by itself that it is not over. */
  readonly end: () => void;
}

/**
 * Decodes UTF-8 that comes in pieces; a BOM is skipped. Text that is not UTF-8 comes line by line, with `isUtf8` false for
 * the lines at fault, their bytes replaced by U+FFFD. Throws a LoadError where the first bytes are those of no text at all.
 */
export function createTextReader(visit: (text: string, isUtf8: boolean) => void): TextReader {
  let isFirst = true;
  let rest: Uint8Array = new Uint8Array();
  const give: typeof visit = (text, isUtf8) => {
    visit(isFirst && text.startsWith(BOM) ? text.slice(1) : text, isUtf8);
    isFirst = false;
  };
  return {
    add: (bytes) => {
      if (isFirst) refuseOtherBytes(bytes);
      const all = rest.length === 0 ? bytes : joined(rest, bytes);
      const wholeLength = all.length - tailLength(all);
      rest = all.slice(wholeLength);
      if (wholeLength > 0) readWhole(all.subarray(0, wholeLength), give);
    },
    end: () => {
      rest = new Uint8Array();
    },
  };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const BOM = '\ufeff';
const LINE_END = 0x0a;

function readWhole(bytes: Uint8Array, visit: (text: string, isUtf8: boolean) => void): void {
  const text = utf8In(bytes);
  if (text !== undefined) {
    visit(text, true);
    return;
  }
  // A line end is a byte of no other character.
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, from);
    const to = end < 0 ? bytes.length : end + 1;
    const line = bytes.subarray(from, to);
    const good = utf8In(line);
    visit(good ?? lenient.decode(line), good !== undefined);
    from = to;
  }
}

/** Undefined for what is not UTF-8. */
function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes at the end that begin a character whose other bytes are still to come. */
function tailLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

/** gzip, zip, zstd, bzip2, xz, Parquet. */
const OTHER_BEGINNINGS = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x50, 0x41, 0x52, 0x31],
];
const LOOKED_AT_BYTES = 1000;

function refuseOtherBytes(bytes: Uint8Array): void {
  if (isUtf16(bytes)) throw new LoadError({ kind: 'encoding', line: 1, found: 'UTF-16' });
  const isOther = OTHER_BEGINNINGS.some((beginning) => beginsWith(bytes, beginning));
  if (isOther || isNoText(bytes.subarray(0, LOOKED_AT_BYTES)))
    throw new LoadError({ kind: 'binary' });
}

/** By its mark, or by its first two characters, which in JSON are below U+0080 (RFC 4627, 3). */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (a === 0 && c === 0 && !!b && !!d) || (b === 0 && d === 0 && !!a && !!c);
}

/** Zero bytes farther on may be the fault of one line. */
function isNoText(bytes: Uint8Array): boolean {
  if (bytes[0] === 0) return true;
  if (!bytes.includes(0)) return false;
  return utf8In(bytes.subarray(0, bytes.length - tailLength(bytes))) === undefined;
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, i) => bytes[i] === byte);
}

const AROUND_FAULT = 10;

/** The text about the first character that could not be read. */
export function aroundFault(text: string): string {
  const at = Math.max(0, text.indexOf('\ufffd'));
  return text.slice(Math.max(0, at - AROUND_FAULT), at + AROUND_FAULT);
}
