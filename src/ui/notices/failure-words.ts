import type { LoadFailure } from '../../io/load-failure';

/** A message of the catalogue with what it needs beside the `address` of what was to be read. */
export interface FailureMessage {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The message that says why an address or file gave no dataset, and what to do. */
export function messageOfFailure(failure: LoadFailure): FailureMessage {
  return { key: keyOf(failure.kind), values: valuesOf(failure) };
}

/** Words that only a large file can need come with the code that reads it. */
const OF_LARGE: ReadonlySet<string> = new Set([
  'tooMany',
  'memory',
  'binary',
  'encoding',
  'oneValue',
  'notParquet',
  'codec',
  'columns',
]);

function keyOf(kind: LoadFailure['kind']): string {
  return OF_LARGE.has(kind) ? `large:load.${kind}` : `notices:load.${kind}`;
}

function valuesOf(failure: LoadFailure): FailureMessage['values'] {
  if (failure.kind === 'blocked') return { server: failure.server };
  if (failure.kind === 'http') return { status: failure.status };
  if (failure.kind === 'tooLarge') return { megabytes: failure.maxBytes / 1_000_000 };
  if (failure.kind === 'tooMany') return { count: failure.maxEvents };
  if (failure.kind === 'codec') return { codec: failure.codec };
  if (failure.kind === 'encoding') return { line: failure.line, found: failure.found };
  if (failure.kind === 'json' || failure.kind === 'truncated') {
    const { line, column, found } = failure;
    return { line, column, found };
  }
  return {};
}
