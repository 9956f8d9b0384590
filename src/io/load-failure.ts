import type { Issue } from '../model/dataset';

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
  | { readonly kind: 'tooLarge'; readonly maxBytes: number }
  | { readonly kind: 'tooMany'; readonly maxEvents: number }
  | { readonly kind: 'memory' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'empty' }
  /** Compressed, or of another kind, where text was expected. */
  | { readonly kind: 'binary' }
  /** Text of another encoding than UTF-8; `line` from 1. */
  | { readonly kind: 'encoding'; readonly line: number; readonly found: string }
  /** Under a name for lines of JSON, one value over several lines. */
  | { readonly kind: 'oneValue' }
  /** Under a name for one value, lines of JSON. */
  | { readonly kind: 'lines' }
  | { readonly kind: 'notParquet' }
  /** Parquet compressed by a method that can't be unpacked here. */
  | { readonly kind: 'codec'; readonly codec: string }
  /** A reader's own file that the page no longer holds: it was opened before the page was loaded anew. */
  | { readonly kind: 'fileGone' }
  /** The worker, or its code, failed for a reason of its own. */
  | { readonly kind: 'broken' }
  | {
      readonly kind: 'json' | 'truncated';
      /** Both from 1. */
      readonly line: number;
      readonly column: number;
      readonly found: string;
    }
  /** `columns`: of a Parquet file, missing or of another type. */
  | {
      readonly kind: 'notDataset' | 'columns';
      readonly issues: readonly Issue[];
      /** Given where `issues` are not all. */
      readonly issueCount?: number;
    };

/** What the issues of a text that gave no dataset come to. */
export function failureOfIssues(issues: readonly Issue[]): LoadFailure {
  const { expected, found } = issues[0] ?? {};
  const { key, values } = expected ?? {};
  if (key === 'json-lines') return { kind: 'lines' };
  if (key !== 'json' && key !== 'json-rest') return { kind: 'notDataset', issues };
  return {
    kind: key === 'json' ? 'json' : 'truncated',
    line: Number(values?.['line']),
    column: Number(values?.['column']),
    found: found ?? '',
  };
}
