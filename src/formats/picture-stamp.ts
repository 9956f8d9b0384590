/** What a picture carries of the view it shows, and nothing else. */
export interface PictureStamp {
  /** The view as the app's address has it, without the dataset's own address: `v=1&from=…`. */
  readonly view: string;
  readonly dataset: string;
  /** SHA-256 of the dataset, in hexadecimal. */
  readonly hash: string;
}

/** More than any view of ours takes; a longer one is none. */
const MOST_LETTERS = 20_000;

/** The stamp as a text of ASCII, which every kind of file can hold as it is. */
export function stampText({ view, dataset, hash }: PictureStamp): string {
  const json = JSON.stringify({ view: withoutData(view), dataset, hash });
  return json.replaceAll(
    /[^\x20-\x7E]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Undefined for a text that is no stamp: pictures come from anywhere. */
export function parseStampText(text: string): PictureStamp | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return undefined;
    const { view, dataset, hash } = found as Readonly<Record<string, unknown>>;
    const isStamp =
      typeof view === 'string' &&
      typeof dataset === 'string' &&
      typeof hash === 'string' &&
      /^[0-9a-f]{64}$/.test(hash);
    return isStamp ? { view: withoutData(view), dataset, hash } : undefined;
  } catch {
    return undefined;
  }
}

/** No picture says where to fetch a dataset from: its address is nobody else's business, and another's could be a trap. */
function withoutData(view: string): string {
  const pairs = view.replace(/^\?/, '').split('&');
  return pairs.filter((pair) => ![...new URLSearchParams(pair).keys()].includes('data')).join('&');
}
