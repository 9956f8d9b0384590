import { crc32 } from '../lib/crc32';
import { type PictureStamp, parseStampText, stampText } from './picture-stamp';
import type { StampReading } from './read-picture-stamp';

const KEYWORD = 'entente:view';
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and check sum. */
const CHUNK_FRAME = 12;
/** Pictures have a few dozen. */
const MOST_CHUNKS = 100_000;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** The PNG with the stamp in an iTXt chunk after its header, in place of an earlier one. Throws for what is no PNG. */
export function pngWithStamp(png: Uint8Array, stamp: PictureStamp): Uint8Array<ArrayBuffer> {
  if (!isPng(png)) throw new Error('A stamp was to go into what is no PNG');
  const kept = [...chunksOf(png)].filter((chunk) => readText(chunk) === undefined);
  const [header, ...others] = kept.map(({ whole }) => whole);
  const parts = [png.subarray(0, SIGNATURE.length), header, stampChunk(stamp), ...others];
  return joined(parts.filter((part) => part !== undefined));
}

export function readPngStamp(png: Uint8Array): StampReading {
  try {
    for (const chunk of chunksOf(png)) {
      const text = readText(chunk);
      if (text === undefined) continue;
      const stamp = chunk.isSound ? parseStampText(text) : undefined;
      return stamp ? { kind: 'stamp', stamp } : { kind: 'unreadable', reason: 'damaged' };
    }
    return { kind: 'none' };
  } catch {
    return { kind: 'unreadable', reason: 'damaged' };
  }
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With its frame. */
  readonly whole: Uint8Array;
  /** Whether its check sum is right; worked out when asked for. */
  readonly isSound: boolean;
}

/** All chunks up to the end of the picture. Throws where they are cut short or without end. */
function* chunksOf(png: Uint8Array): Iterable<Chunk> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = SIGNATURE.length;
  for (let count = 0; at < png.length; count++) {
    if (count > MOST_CHUNKS) throw new RangeError('PNG of too many chunks');
    const end = at + CHUNK_FRAME + view.getUint32(at);
    if (end > png.length) throw new RangeError('PNG cut short');
    const typed = png.subarray(at + 4, end - 4);
    const sum = view.getUint32(end - 4);
    const type = latin(typed.subarray(0, 4));
    yield {
      type,
      data: typed.subarray(4),
      whole: png.subarray(at, end),
      get isSound() {
        return crc32(typed) === sum;
      },
    };
    if (type === 'IEND') return;
    at = end;
  }
}

/** Keyword, a zero, no compression (two zeros), neither language nor translated keyword (a zero each), the text. */
function stampChunk(stamp: PictureStamp): Uint8Array {
  const typed = ascii(`iTXt${KEYWORD}\0\0\0\0\0${stampText(stamp)}`);
  const chunk = new Uint8Array(typed.length + CHUNK_FRAME - 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, typed.length - 4);
  chunk.set(typed, 4);
  view.setUint32(chunk.length - 4, crc32(typed));
  return chunk;
}

/** The text under our keyword; empty where it is compressed, which ours never is. tEXt is what some programs make of it. */
function readText({ type, data }: Chunk): string | undefined {
  if (type !== 'iTXt' && type !== 'tEXt') return undefined;
  if (latin(data.subarray(0, KEYWORD.length + 1)) !== `${KEYWORD}\0`) return undefined;
  const rest = data.subarray(KEYWORD.length + 1);
  if (type === 'tEXt') return latin(rest);
  if (rest[0] !== 0) return '';
  const languageEnd = rest.indexOf(0, 2);
  const keywordEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  return keywordEnd < 0 ? '' : new TextDecoder().decode(rest.subarray(keywordEnd + 1));
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
