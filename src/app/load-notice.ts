import type { LoadFailure } from '../io/load-failure';
import { shownAddress } from '../state/local-file';
import { loadNoticeId } from '../state/notices';
import type { Notice } from '../state/state';

type Values = Readonly<Record<string, string | number>>;

/** The notice that says why an address gave no dataset, and what to do. */
export function noticeOfFailure(failure: LoadFailure, address: string): Notice {
  const values = { address: shownAddress(address), ...valuesOf(failure) };
  return {
    id: loadNoticeId(address),
    severity: failure.kind === 'aborted' ? 'info' : 'error',
    message: { key: keyOf(failure.kind), values },
    ...('issues' in failure && { issues: failure.issues }),
  };
}

/** Words that only a large file can need come with the code that reads it. */
const OF_LARGE: ReadonlySet<string> = new Set([
  'tooMany',
  'memory',
  'binary',
  'notParquet',
  'codec',
  'columns',
]);

function keyOf(kind: LoadFailure['kind']): string {
  return OF_LARGE.has(kind) ? `large:load.${kind}` : `notices:load.${kind}`;
}

/** An id in the address that no bundled dataset has. */
export function noticeOfUnknownId(id: string): Notice {
  return {
    id: loadNoticeId(id),
    severity: 'warning',
    message: { key: 'notices:load.unknownId', values: { address: id } },
  };
}

function valuesOf(failure: LoadFailure): Values {
  if (failure.kind === 'blocked') return { server: failure.server };
  if (failure.kind === 'http') return { status: failure.status };
  if (failure.kind === 'tooLarge') return { megabytes: failure.maxBytes / 1_000_000 };
  if (failure.kind === 'tooMany') return { count: failure.maxEvents };
  if (failure.kind === 'codec') return { codec: failure.codec };
  if (failure.kind === 'json' || failure.kind === 'truncated') {
    const { line, column, found } = failure;
    return { line, column, found };
  }
  return {};
}
