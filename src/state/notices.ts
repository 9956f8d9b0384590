import type { Issue } from '../model/dataset';
import { isLocalAddress, shownAddress } from './local-file';
import type { Notice } from './state';

/** Id of the notice that says what a file's faults did; the list behind it is `State.issues`. */
export const FAULTS_NOTICE = 'faults';
const LOCAL_FILE_NOTICE = 'local-file';
const LOST_WORKER_NOTICE = 'lost-worker';

/** The id of the notice about a failed load. */
export function loadNoticeId(address: string): string {
  return `load:${address}`;
}

export function isLoadNotice({ id }: Notice): boolean {
  return id.startsWith(loadNoticeId(''));
}

/** About the dataset on screen: gone with it. */
export function isOfDataset({ id }: Notice): boolean {
  return id === FAULTS_NOTICE || id === LOCAL_FILE_NOTICE || id === LOST_WORKER_NOTICE;
}

interface FaultCounts {
  readonly issueCount?: number;
  readonly setAsideCount?: number;
}

/** How many events were set aside, or how many lesser faults there are; undefined for a file without fault. */
export function noticeOfFaults(
  issues: readonly Issue[],
  { issueCount = issues.length, setAsideCount = countSetAside(issues) }: FaultCounts = {},
): Notice | undefined {
  if (issues.length === 0) return undefined;
  return {
    id: FAULTS_NOTICE,
    severity: 'warning',
    issues,
    ...(issueCount > issues.length && { issueCount }),
    message:
      setAsideCount > 0
        ? { key: 'notices:setAside', values: { count: setAsideCount } }
        : { key: 'notices:faults', values: { count: issueCount } },
  };
}

function countSetAside(issues: readonly Issue[]): number {
  const errors = issues.filter(({ severity }) => severity === 'error');
  return new Set(errors.flatMap(({ path }) => /^events\[\d+\]/.exec(path)?.[0] ?? [])).size;
}

/** Of a reader's own file, which no link can carry. */
export function noticeOfLocalFile(address: string): Notice | undefined {
  if (!isLocalAddress(address)) return undefined;
  return {
    id: LOCAL_FILE_NOTICE,
    severity: 'info',
    message: { key: 'large:localFile', values: { name: shownAddress(address) } },
  };
}

/** The worker that counts and searches in the dataset on screen has died. */
export const LOST_WORKER: Notice = {
  id: LOST_WORKER_NOTICE,
  severity: 'error',
  message: { key: 'large:lostWorker' },
};

/** The notices with more at their end; one of the same id takes the place of the former. */
export function joinNotices(notices: readonly Notice[], more: readonly Notice[]): Notice[] {
  const ids = new Set(more.map(({ id }) => id));
  return [...notices.filter(({ id }) => !ids.has(id)), ...more];
}
