import { readPdfStamp } from './pdf-stamp';
import type { PictureStamp } from './picture-stamp';
import { isPng } from './png-chunks';
import { readPngStamp } from './png-stamp';
import { readSvgStamp } from './svg-stamp';

export type StampReading =
  | { readonly kind: 'stamp'; readonly stamp: PictureStamp }
  /** A picture without one. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unreadable';
      /** No PNG, SVG or PDF · larger than is looked through · cut short, or its stamp says nothing that can be read. */
      readonly reason: 'notPicture' | 'tooLarge' | 'damaged';
    };

/** Pages of ours take some MB at most. */
export const MOST_PICTURE_BYTES = 200_000_000;
/** An SVG is looked through as text, which takes more memory. */
const MOST_SVG_BYTES = 50_000_000;
/** Where PDF and SVG say what they are: readers allow for something before it. */
const PDF_START = 1024;
const SVG_START = 65_536;

/** What a picture from anywhere says of the view that it shows. Told by its bytes, whatever it is called. Never throws. */
export function readPictureStamp(bytes: Uint8Array): StampReading {
  if (isPng(bytes)) return withinBytes(bytes, MOST_PICTURE_BYTES, readPngStamp);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SVG_START));
  if (start.slice(0, PDF_START).includes('%PDF-'))
    return withinBytes(bytes, MOST_PICTURE_BYTES, readPdfStamp);
  if (/<svg[\s>]/.test(start) && /^(?:\u00EF\u00BB\u00BF)?\s*</.test(start)) {
    return withinBytes(bytes, MOST_SVG_BYTES, (svg) => readSvgStamp(new TextDecoder().decode(svg)));
  }
  return { kind: 'unreadable', reason: 'notPicture' };
}

function withinBytes(
  bytes: Uint8Array,
  mostBytes: number,
  read: (bytes: Uint8Array) => StampReading,
): StampReading {
  return bytes.length > mostBytes ? { kind: 'unreadable', reason: 'tooLarge' } : read(bytes);
}
