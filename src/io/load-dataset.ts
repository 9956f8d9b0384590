import type { Dataset, Issue } from '../model/dataset';
import { parseDatasetText } from '../model/parse-dataset';
import { type ReadTextOptions, readText } from './read-text';

/** Why a dataset could not be loaded. Words are the UI's. */
export type LoadFailure =
  | { readonly kind: 'aborted' }
  /** Neither http(s) nor a path on the page's own origin, or with a password in it. */
  | { readonly kind: 'badAddress' }
  /** No answer from the page's own server. */
  | { readonly kind: 'network' }
  /** No answer from another server, or it doesn't allow other sites to read the file (CORS): browsers don't say which. */
  | { readonly kind: 'blocked'; readonly server: string }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'json' | 'truncated';
      /** Both from 1. */
      readonly line: number;
      readonly column: number;
      readonly found: string;
    }
  | { readonly kind: 'notDataset'; readonly issues: readonly Issue[] };

export type LoadedDataset =
  | { readonly ok: true; readonly dataset: Dataset; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly failure: LoadFailure };

export interface LoadOptions extends ReadTextOptions {
  readonly fetch: typeof fetch;
  /** The page's own address, against which a path is read. */
  readonly pageUrl: string;
}

/** Fetches and parses a dataset file. Never rejects. */
export async function loadDataset(address: string, options: LoadOptions): Promise<LoadedDataset> {
  const url = resolveAddress(address, options.pageUrl);
  if (!url) return failed({ kind: 'badAddress' });
  const isSameOrigin = url.origin === new URL(options.pageUrl).origin;
  try {
    const response = await options.fetch(url.href, {
      signal: options.signal,
      credentials: isSameOrigin ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) return failed({ kind: 'http', status: response.status });
    const body = await readText(response, options);
    return body.ok ? parse(body.text) : failed({ kind: body.kind });
  } catch {
    if (options.signal.aborted) return failed({ kind: 'aborted' });
    return failed(isSameOrigin ? { kind: 'network' } : { kind: 'blocked', server: url.host });
  }
}

function parse(text: string): LoadedDataset {
  if (text.trim() === '') return failed({ kind: 'empty' });
  const { dataset, issues } = parseDatasetText(text);
  if (dataset) return { ok: true, dataset, issues };
  return failed(jsonFailureOf(issues) ?? { kind: 'notDataset', issues });
}

function jsonFailureOf([issue]: readonly Issue[]): LoadFailure | undefined {
  const { key, values } = issue?.expected ?? {};
  if (key !== 'json' && key !== 'json-rest') return undefined;
  return {
    kind: key === 'json' ? 'json' : 'truncated',
    line: Number(values?.['line']),
    column: Number(values?.['column']),
    found: issue?.found ?? '',
  };
}

function failed(failure: LoadFailure): LoadedDataset {
  return { ok: false, failure };
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
