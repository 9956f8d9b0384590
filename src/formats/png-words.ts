import { pngWithChunks, textChunk } from './png-chunks';
import type { Publication, PublishedPage } from './publication';

/** What a picture is and shows, in words, for those who do not see it. */
export interface PictureWords extends Pick<PublishedPage, 'title' | 'alt'> {
  readonly lang: Publication['lang'];
}

/** The PNG with its title and its alt text under the keywords that PNG has for them. It must have none yet. */
export function pngWithWords(
  png: Uint8Array,
  { title, alt, lang }: PictureWords,
): Uint8Array<ArrayBuffer> {
  return pngWithChunks(png, [textChunk('Title', title, lang), textChunk('Description', alt, lang)]);
}
