/** What a picture carries of the view it shows, and nothing else. */
export interface PictureStamp {
  /** The view as the app's address has it, without the dataset's own address: `v=1&from=…`. */
  readonly view: string;
  readonly dataset: string;
  /** SHA-256 of the dataset, in hexadecimal. */
  readonly hash: string;
}
