import type { Dataset, Issue } from '../model/dataset';
import type { LoadProgress } from '../state/state';
import type { LargeFormat, OpenRequest } from './large/protocol';
import { failureOfIssues, type LoadFailure } from './load-failure';
import { readText } from './read-text';

export type LoadedDataset =
  | {
      readonly ok: true;
      readonly dataset: Dataset;
      /** Of a large file the first thousand. */
      readonly issues: readonly Issue[];
      /** Given where `issues` are not all. */
      readonly issueCount?: number;
      readonly errorCount?: number;
      readonly setAsideCount?: number;
    }
  | { readonly ok: false; readonly failure: LoadFailure };

export interface LargeRequest extends Pick<OpenRequest, 'format' | 'source'> {
  /** Ends in the file's own name. */
  readonly path: string;
}

export interface LoadOptions {
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  /** The page's own address, against which a path is read. */
  readonly pageUrl: string;
  /** JSON of more bytes than this is read in a worker. */
  readonly smallBytes?: number;
  readonly openLarge: (request: LargeRequest) => Promise<LoadedDataset>;
}

/** How far the reading of a large file is; told some ten times a second at most. */
export type OnProgress = (progress: LoadProgress) => void;

/** Past this size JSON would hold the page up while it is parsed. */
export const SMALL_BYTES = 1_500_000;

/** JSON of more events than this is read in a worker too. */
const FEW_EVENTS = 1_000;

/** The code that checks a dataset: of use only once there is one to check, so it comes while the file does. */
const loadParser = () => import('../model/parse-dataset');

/** Fetches and parses a dataset file: a small one here, a large one in a worker. Never rejects. */
export async function loadDataset(
  source: string | File,
  options: LoadOptions,
): Promise<LoadedDataset> {
  try {
    if (typeof source === 'string') return await loadAddress(source, options);
    const { loadFile } = await import('./load-file');
    return await loadFile(source, options);
  } catch {
    // The code of the parser or of the worker did not come.
    return failed({ kind: options.signal.aborted ? 'aborted' : 'broken' });
  }
}

async function loadAddress(source: string, options: LoadOptions): Promise<LoadedDataset> {
  const url = resolveAddress(source, options.pageUrl);
  if (!url) return failed({ kind: 'badAddress' });
  const isSameOrigin = url.origin === new URL(options.pageUrl).origin;
  const found = formatOfName(url.pathname) ?? (await fetchSmall(url, isSameOrigin, options));
  if (typeof found !== 'string') return found;
  return options.openLarge({
    format: found,
    source: { kind: 'url', url: url.href, isSameOrigin },
    path: url.pathname,
  });
}

/** The dataset, or the format of a file that is too large for here. */
async function fetchSmall(
  url: URL,
  isSameOrigin: boolean,
  { fetch: fetchIt, signal, smallBytes = SMALL_BYTES }: LoadOptions,
): Promise<LoadedDataset | LargeFormat> {
  // Asked for again, and awaited, where the text is parsed.
  loadParser().catch(() => undefined);
  try {
    const response = await fetchIt(url.href, {
      signal,
      credentials: isSameOrigin ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) return failed({ kind: 'http', status: response.status });
    const format = formatOfType(response.headers.get('content-type') ?? '');
    const body = await readText(response, { signal, maxBytes: format ? 0 : smallBytes });
    if (body.ok) return isForWorker(body.text) ? 'json' : parseLoaded(body.text);
    return body.kind === 'interrupted' ? failed({ kind: 'interrupted' }) : (format ?? 'json');
  } catch {
    if (signal.aborted) return failed({ kind: 'aborted' });
    return failed(isSameOrigin ? { kind: 'network' } : { kind: 'blocked', server: url.host });
  }
}

/** A text that would take long here, or is none: the worker finds out what a file is instead. */
export function isForWorker(text: string): boolean {
  return hasManyEvents(text) || text.includes('\0');
}

/** By a field that every event has: to count them well, the text would have to be parsed. */
function hasManyEvents(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('"parties"'); at >= 0; at = text.indexOf('"parties"', at + 1)) {
    count += 1;
    if (count > FEW_EVENTS) return true;
  }
  return false;
}

export async function parseLoaded(text: string): Promise<LoadedDataset> {
  if (text.trim() === '') return failed({ kind: 'empty' });
  const { parseDatasetText } = await loadParser();
  const { dataset, issues } = parseDatasetText(text);
  return dataset ? { ok: true, dataset, issues } : failed(failureOfIssues(issues));
}

export function failed(failure: LoadFailure): LoadedDataset {
  return { ok: false, failure };
}

/** Of a file that is read in the worker whatever its size. */
export function formatOfName(path: string): LargeFormat | undefined {
  const ending = /\.(?:(ndjson|jsonl)|parquet)$/i.exec(path);
  if (!ending) return undefined;
  return ending[1] === undefined ? 'parquet' : 'ndjson';
}

function formatOfType(contentType: string): LargeFormat | undefined {
  if (/ndjson|jsonl|jsonlines/i.test(contentType)) return 'ndjson';
  return /parquet/i.test(contentType) ? 'parquet' : undefined;
}

/** Undefined for what is neither http(s) by its full address nor a path on the page's own origin. */
function resolveAddress(address: string, pageUrl: string): URL | undefined {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed, pageUrl)) return undefined;
  const url = new URL(trimmed, pageUrl);
  const isNamedInFull = /^https?:\/\//i.test(trimmed);
  if (!isNamedInFull && url.origin !== new URL(pageUrl).origin) return undefined;
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url : undefined;
}
