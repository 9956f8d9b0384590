import type { FontFaceRule } from '../../formats/fonts/font-face-css';
import type { Publication, PublishedPage } from '../../formats/publication';
import type { Scene } from '../../scene/scene';

export type FileBytes = Uint8Array<ArrayBuffer>;

/** A file within a zip, or alone. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: FileBytes;
}

export type Letters = 'fonts' | 'outlines';

/** What is to be written of the pages that the worker was given. */
export type WriteOrder =
  | { readonly format: 'pdf' | 'pptx' }
  /** One file a page, by names: alone as it is, several in a zip. */
  | {
      readonly format: 'svg';
      readonly letters: Letters;
      readonly names: readonly string[];
    }
  | { readonly format: 'png'; readonly names: readonly string[] };

/** What a picture says of itself, and how large it is painted. */
export interface PictureOf extends Pick<PublishedPage, 'title' | 'alt'> {
  readonly scale: number;
  readonly stamp?: Publication['stamp'];
}

/** What stays the same from page to page. */
export type PublicationHead = Omit<Publication, 'pages'>;

/** The worker that writes files. Pages come one by one, since the page that sends them must not be held up. */
export interface PublishWorker {
  /** Brings the engine with the fonts for some letters, so that the first file comes as quickly as the next. */
  warm: (letters: string, fonts: readonly FontFaceRule[]) => Promise<void>;
  /** Forgets what it was given before. `fonts` are those of the page, from which the engine reads. */
  begin: (head: PublicationHead, fonts: readonly FontFaceRule[]) => void;
  /** `stamp` stands in for the head's, where files of pages have one of their own. */
  addPage: (page: PublishedPage, stamp?: Publication['stamp']) => void;
  /**
   * Paints a page's picture and keeps that: `tooLarge` where the browser has no room for it, `unable` where workers
   * of this browser cannot paint.
   */
  paintPage: (scene: Scene, of: PictureOf) => Promise<'painted' | 'tooLarge' | 'unable'>;
  /** A picture that was painted elsewhere. */
  addPicture: (png: FileBytes, of: PictureOf) => void;
  /** `onPage` is told how many pages are done. */
  write: (order: WriteOrder, onPage: (pagesDone: number) => void) => Promise<FileBytes>;
}
