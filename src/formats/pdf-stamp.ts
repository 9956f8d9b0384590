import { parseStampText } from './picture-stamp';
import type { StampReading } from './read-picture-stamp';

/** The entry of a PDF's document information that holds the stamp (`stampText`), as a string of ASCII. */
export const PDF_STAMP_KEY = 'EntenteView';

/** A stamp is shorter, however it is written. */
const MOST_BYTES = 200_000;

/** Looks for the stamp in a PDF's bytes; of several, as a file has that was written on to, the last holds. */
export function readPdfStamp(pdf: Uint8Array): StampReading {
  const key = bytesOf(`/${PDF_STAMP_KEY}`);
  const at = lastPlaceOf(key, pdf);
  if (at < 0) return { kind: 'none' };
  const written = writtenAt(at + key.length, pdf);
  const stamp = parseStampText(textOf(readString(written)));
  return stamp ? { kind: 'stamp', stamp } : { kind: 'unreadable', reason: 'damaged' };
}

function lastPlaceOf(key: Uint8Array, bytes: Uint8Array): number {
  const [first = 0] = key;
  let at = bytes.lastIndexOf(first);
  while (at >= 0 && !key.every((byte, i) => bytes[at + i] === byte)) {
    at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1);
  }
  return at;
}

/** What stands at a place, or in the object that is referred to there. */
function writtenAt(at: number, pdf: Uint8Array): string {
  const written = latin(pdf.subarray(at, at + MOST_BYTES));
  const [, id, generation] = /^\s+(\d{1,10})\s+(\d{1,5})\s+R\b/.exec(written) ?? [];
  if (id === undefined) return written;
  const begins = ['\n', '\r'].map((end) => bytesOf(`${end}${id} ${generation} obj`));
  const object = Math.max(...begins.map((begin) => lastPlaceOf(begin, pdf)));
  if (object < 0) return '';
  const start = object + (begins[0]?.length ?? 0);
  return latin(pdf.subarray(start, start + MOST_BYTES));
}

/** The bytes, one a character, of the string object that a text begins with: `(…)` or `<…>` (ISO 32000-1, 7.3.4). */
function readString(written: string): string {
  const [, hex] = /^\s*<([\da-f\s]*)>/i.exec(written) ?? [];
  if (hex !== undefined) return readHex(hex.replaceAll(/\s/g, ''));
  const begin = written.indexOf('(');
  return begin < 0 || written.slice(0, begin).trim() !== '' ? '' : readLiteral(written, begin + 1);
}

function readHex(hex: string): string {
  const pairs = hex.match(/../g) ?? [];
  return pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
};

/** Up to the parenthesis that closes it; those inside come in pairs or escaped. Empty where it has no end. */
function readLiteral(written: string, begin: number): string {
  let text = '';
  let depth = 1;
  for (let i = begin; i < written.length; i++) {
    const letter = written[i] ?? '';
    if (letter === '\\') {
      const [octal] = /^[0-7]{1,3}/.exec(written.slice(i + 1, i + 4)) ?? [];
      const next = written[i + 1] ?? '';
      text += octal
        ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
        : (ESCAPES[next] ?? next);
      i += octal?.length ?? 1;
      continue;
    }
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (depth === 0) return text;
    text += letter;
  }
  return '';
}

/** A text string is UTF-16 where it begins with its mark; else the letters are ASCII, as those of a stamp are. */
function textOf(bytes: string): string {
  if (!bytes.startsWith('\u00FE\u00FF')) return bytes;
  return new TextDecoder('utf-16be').decode(bytesOf(bytes));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
