import type { Issue } from '../model/dataset';
import type { Notice } from './state';

/** Id of the notice that says what a file's faults did; the list behind it is `State.issues`. */
export const FAULTS_NOTICE = 'faults';

/** The id of the notice about a failed load. */
export function loadNoticeId(address: string): string {
  return `load:${address}`;
}

export function isLoadNotice({ id }: Notice): boolean {
  return id.startsWith(loadNoticeId(''));
}

/** How many events were set aside, or how many lesser faults there are; undefined for a file without fault. */
export function noticeOfFaults(issues: readonly Issue[]): Notice | undefined {
  if (issues.length === 0) return undefined;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const setAside = new Set(errors.flatMap(({ path }) => /^events\[\d+\]/.exec(path)?.[0] ?? []));
  return {
    id: FAULTS_NOTICE,
    severity: 'warning',
    issues,
    message:
      setAside.size > 0
        ? { key: 'notices:setAside', values: { count: setAside.size } }
        : { key: 'notices:faults', values: { count: issues.length } },
  };
}

/** The notices with more at their end; one of the same id takes the place of the former. */
export function joinNotices(notices: readonly Notice[], more: readonly Notice[]): Notice[] {
  const ids = new Set(more.map(({ id }) => id));
  return [...notices.filter(({ id }) => !ids.has(id)), ...more];
}
