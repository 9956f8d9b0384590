import { isOfPaper } from '../scene/page-size';
import { pngWithDensity } from './png-density';
import { pngWithStamp } from './png-stamp';
import { pngWithWords } from './png-words';
import type { Publication, PublishedPage } from './publication';

const POINTS_PER_INCH = 72;

export interface PngFacts extends Pick<Publication, 'lang' | 'pointsPerPx' | 'stamp'> {
  readonly page: Pick<PublishedPage, 'title' | 'alt'>;
  /** Pixels of the picture in a px of the scene. */
  readonly scale: number;
}

/** The picture of a page with what it says of itself: title and alt text, its size on paper where it is for such, and its view. */
export function annotatePng(
  png: Uint8Array,
  { page, lang, pointsPerPx, scale, stamp }: PngFacts,
): Uint8Array<ArrayBuffer> {
  const sized = isOfPaper(pointsPerPx)
    ? pngWithDensity(png, (scale * POINTS_PER_INCH) / pointsPerPx)
    : png;
  const worded = pngWithWords(sized, { title: page.title, alt: page.alt, lang });
  return stamp ? pngWithStamp(worded, stamp) : worded;
}
