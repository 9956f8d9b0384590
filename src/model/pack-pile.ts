const CHUNK_BYTES = 1 << 22;
const MAX_BYTES = 2 ** 32 - 1;

interface Chunk {
  readonly bytes: Uint8Array;
  /** Where its first byte comes to lie in the whole. */
  readonly at: number;
  length: number;
}

/** Texts one after the other as UTF-8, in pieces of 4 MB, so that growing copies nothing. */
export interface TextPile {
  readonly byteLength: number;
  /** Throws a RangeError where memory runs out; the pile is then as it was. */
  add: (text: string) => void;
  /** The piece that holds a place of the whole, and the place in that piece. A text lies in one piece. */
  find: (at: number) => { readonly bytes: Uint8Array; readonly at: number };
  /** The whole in one; the pile is empty afterwards. */
  take: (allocate: (byteLength: number) => ArrayBufferLike) => Uint8Array;
}

export function createTextPile(): TextPile {
  const encoder = new TextEncoder();
  let chunks: Chunk[] = [];
  let byteLength = 0;
  const chunkFor = (mostBytes: number): Chunk => {
    const last = chunks.at(-1);
    if (last && last.bytes.length - last.length >= mostBytes) return last;
    const bytes = new Uint8Array(Math.max(CHUNK_BYTES, mostBytes));
    const chunk = { bytes, at: byteLength, length: 0 };
    chunks.push(chunk);
    return chunk;
  };
  return {
    get byteLength() {
      return byteLength;
    },
    add: (text) => {
      // A UTF-16 unit takes three bytes at most.
      const mostBytes = text.length * 3;
      if (byteLength + mostBytes > MAX_BYTES) throw new RangeError('More text than can be held');
      const chunk = chunkFor(mostBytes);
      let written = writeAscii(text, chunk);
      if (written < text.length)
        ({ written } = encoder.encodeInto(text, chunk.bytes.subarray(chunk.length)));
      chunk.length += written;
      byteLength += written;
    },
    find: (at) => {
      let i = chunks.length - 1;
      while (i > 0 && (chunks[i]?.at ?? 0) > at) i--;
      const chunk = chunks[i];
      return { bytes: chunk?.bytes ?? new Uint8Array(), at: at - (chunk?.at ?? 0) };
    },
    take: (allocate) => {
      const whole = new Uint8Array(allocate(byteLength), 0, byteLength);
      for (const { bytes, at, length } of chunks) whole.set(bytes.subarray(0, length), at);
      chunks = [];
      return whole;
    },
  };
}

/** How many letters were written: all of them, or those before the first that ASCII lacks. An encoder takes longer to be asked. */
function writeAscii(text: string, { bytes, length }: Chunk): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return i;
    bytes[length + i] = unit;
  }
  return text.length;
}
