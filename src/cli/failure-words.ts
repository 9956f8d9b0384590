import type { TFunction } from 'i18next';
import type { LoadFailure } from '../io/load-failure';
import type { Issue } from '../model/dataset';
import { messageOfFailure } from '../ui/notices/failure-words';

/** The faults behind a failure, with their places, where it comes of such. */
export function failureIssues(failure: LoadFailure): readonly Issue[] {
  if ('issues' in failure) return failure.issues;
  if (failure.kind !== 'json' && failure.kind !== 'truncated') return [];
  const { kind, line, column, found } = failure;
  const key = kind === 'json' ? 'json' : 'json-rest';
  const expected = { key, values: { line, column } };
  return [{ path: `${line}:${column}`, severity: 'error', expected, found }];
}

/** Where the app's words speak of a page or a browser. */
const OWN_WORDS: ReadonlySet<string> = new Set(['broken', 'memory', 'fileGone']);

/** Why a file gave no dataset, in a sentence. */
export function failureWords(failure: LoadFailure, file: string, t: TFunction): string {
  if (OWN_WORDS.has(failure.kind)) return t(`cli:load.${failure.kind}`, { address: file });
  const { key, values } = messageOfFailure(failure);
  return t(key, { address: file, ...values });
}
