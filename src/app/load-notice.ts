import type { LoadFailure } from '../io/load-failure';
import { shownAddress } from '../state/local-file';
import { loadNoticeId } from '../state/notices';
import type { Notice } from '../state/state';
import { messageOfFailure } from '../ui/notices/failure-words';

/** The notice that says why an address gave no dataset, and what to do. */
export function noticeOfFailure(failure: LoadFailure, address: string): Notice {
  const { key, values } = messageOfFailure(failure);
  return {
    id: loadNoticeId(address),
    severity: failure.kind === 'aborted' ? 'info' : 'error',
    message: { key, values: { address: shownAddress(address), ...values } },
    ...('issues' in failure && { issues: failure.issues }),
    ...('issueCount' in failure && { issueCount: failure.issueCount }),
  };
}

/** An id in the address that no bundled dataset has. */
export function noticeOfUnknownId(id: string): Notice {
  return {
    id: loadNoticeId(id),
    severity: 'warning',
    message: { key: 'notices:load.unknownId', values: { address: id } },
  };
}
