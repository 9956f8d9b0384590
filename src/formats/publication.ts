import type { Palette } from '../paint/palette';
import type { Scene } from '../scene/scene';
import type { PictureStamp } from './picture-stamp';

/** A source, in words. */
export interface PublishedSource {
  readonly number: number;
  readonly title: string;
  readonly publisher: string;
  /** Date in words; empty where none is known. */
  readonly published: string;
  /** http or https. */
  readonly url: string | undefined;
}

export interface PublishedPage {
  readonly scene: Scene;
  /** What the page is, in a few words: the document's title, and which page of how many. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** The sources that the page names. */
  readonly sources: readonly PublishedSource[];
}

/** Pages with all that is said of them: what files of pictures are written from. The same one gives the same bytes. */
export interface Publication {
  /** One at least. */
  readonly pages: readonly PublishedPage[];
  readonly title: string;
  readonly lang: 'en' | 'ja';
  readonly palette: Palette;
  /** What a px of the scenes measures, in points of 1/72 inch. */
  readonly pointsPerPx: number;
  /** By which the view can be opened again; left out where that is not wished. */
  readonly stamp?: PictureStamp;
  /** When the file is made, as an ISO 8601 instant; only where that is asked for. */
  readonly madeAt?: string;
  /** Words of formats that have such: the heading over the sources in notes. */
  readonly words: { readonly sources: string };
}
