import { type PictureStamp, parseStampText, stampText } from './picture-stamp';
import { chunksOf, latin, type PngChunk, pngWithChunks, textChunk } from './png-chunks';
import type { StampReading } from './read-picture-stamp';

const KEYWORD = 'entente:view';

/** The PNG with the stamp in an iTXt chunk after its header, in place of an earlier one. Throws for what is no PNG. */
export function pngWithStamp(png: Uint8Array, stamp: PictureStamp): Uint8Array<ArrayBuffer> {
  const chunk = textChunk(KEYWORD, stampText(stamp));
  return pngWithChunks(png, [chunk], (each) => readText(each) === undefined);
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

/** The text under our keyword; empty where it is compressed, which ours never is. tEXt is what some programs make of it. */
function readText({ type, data }: PngChunk): string | undefined {
  if (type !== 'iTXt' && type !== 'tEXt') return undefined;
  if (latin(data.subarray(0, KEYWORD.length + 1)) !== `${KEYWORD}\0`) return undefined;
  const rest = data.subarray(KEYWORD.length + 1);
  if (type === 'tEXt') return latin(rest);
  if (rest[0] !== 0) return '';
  const languageEnd = rest.indexOf(0, 2);
  const keywordEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  return keywordEnd < 0 ? '' : new TextDecoder().decode(rest.subarray(keywordEnd + 1));
}
