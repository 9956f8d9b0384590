import { crc32 } from '../lib/crc32';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and check sum. */
const CHUNK_FRAME = 12;
/** Pictures have a few dozen. */
const MOST_CHUNKS = 100_000;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With its frame. */
  readonly whole: Uint8Array;
  /** Whether its check sum is right; worked out when asked for. */
  readonly isSound: boolean;
}

/** All chunks up to the end of the picture. Throws where they are cut short or without end. */
export function* chunksOf(png: Uint8Array): Iterable<PngChunk> {
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

/** A chunk with its frame: length, type, data, check sum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + CHUNK_FRAME);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(ascii(type), 4);
  chunk.set(data, 8);
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, -4)));
  return chunk;
}

/** Text in UTF-8 under a keyword of ASCII, not compressed; `lang` is a language tag or empty. */
export function textChunk(keyword: string, text: string, lang = ''): Uint8Array {
  const head = ascii(`${keyword}\0\0\0${lang}\0\0`);
  const words = new TextEncoder().encode(text);
  return pngChunk('iTXt', joined([head, words]));
}

/** The PNG with chunks after its header, less those that are not to be kept. Throws for what is no PNG. */
export function pngWithChunks(
  png: Uint8Array,
  chunks: readonly Uint8Array[],
  isKept: (chunk: PngChunk) => boolean = () => true,
): Uint8Array<ArrayBuffer> {
  if (!isPng(png)) throw new Error('Something was to go into what is no PNG');
  const [header, ...others] = [...chunksOf(png)].filter(isKept).map(({ whole }) => whole);
  const parts = [png.subarray(0, SIGNATURE.length), header, ...chunks, ...others];
  return joined(parts.filter((part) => part !== undefined));
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function latin(bytes: Uint8Array): string {
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
