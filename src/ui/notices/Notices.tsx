import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../model/dataset';
import { FAULTS_NOTICE } from '../../state/notices';
import type { Notice } from '../../state/state';
import { useAppState, useAppStore } from '../app-store';
import { CloseIcon } from '../icons';
import { Later } from '../Later';
import { faultWords } from './fault-words';
import styles from './Notices.module.css';

const IssueList = lazy(async () => ({ default: (await import('./IssueList')).IssueList }));

/** What the page has to say of itself: a failed load, an ignored part of the address, events set aside. */
export function Notices() {
  const { t } = useTranslation('notices');
  const notices = useAppState((state) => state.notices);
  const fileIssues = useAppState((state) => state.issues);
  const [shown, setShown] = useState<ShownIssues>();
  if (notices.length === 0 && !shown) return null;
  return (
    <section className={styles.notices} aria-label={t('label')}>
      {notices.map((notice) => (
        <NoticeStrip
          key={notice.id}
          notice={notice}
          issues={issuesBehind(notice, fileIssues)}
          onShow={setShown}
        />
      ))}
      {shown && (
        <Later>
          <IssueList
            {...shown}
            onClose={() => {
              setShown(undefined);
            }}
          />
        </Later>
      )}
    </section>
  );
}

/** A failed load brings its own faults along; those of the dataset on screen are in the store. */
function issuesBehind(notice: Notice, fileIssues: readonly Issue[]): readonly Issue[] {
  return notice.issues ?? (notice.id === FAULTS_NOTICE ? fileIssues : []);
}

interface ShownIssues {
  readonly issues: readonly Issue[];
  readonly count: number;
  readonly isUnread: boolean;
}

interface NoticeStripProps {
  readonly notice: Notice;
  readonly issues: readonly Issue[];
  readonly onShow: (shown: ShownIssues) => void;
}

function NoticeStrip({ notice, issues, onShow }: NoticeStripProps) {
  const { t } = useTranslation('notices');
  const store = useAppStore();
  const { severity, message } = notice;
  return (
    <div
      className={[styles.strip, styles[severity]].join(' ')}
      role={severity === 'error' ? 'alert' : 'status'}
    >
      <p className={styles.text}>
        {t(messageKey(message.key), withoutTurns(message.values))}
        {notice.id === FAULTS_NOTICE && notice.issueCount === undefined && (
          <AlsoWarnings issues={issues} />
        )}
        {severity === 'error' && issues[0] && <FirstFault issue={issues[0]} />}
        {issues.length > 0 && (
          <>
            {t('beforeWhy')}
            <button
              type="button"
              className={styles.why}
              onClick={() => {
                const count = notice.issueCount ?? issues.length;
                onShow({ issues, count, isUnread: notice.id !== FAULTS_NOTICE });
              }}
            >
              {t('showWhy')}
            </button>
          </>
        )}
      </p>
      <button
        type="button"
        className={styles.close}
        aria-label={t('close')}
        title={t('close')}
        onClick={() => {
          store.getState().dismissNotice(notice.id);
        }}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

/** Lesser faults are worded apart from set-aside events, where all are known; alone they are the notice itself. */
function AlsoWarnings({ issues }: { readonly issues: readonly Issue[] }) {
  const { t } = useTranslation('notices');
  const count = issues.filter(({ severity }) => severity === 'warning').length;
  if (count === 0 || count === issues.length) return null;
  return t('alsoFaults', { count });
}

/** A file that gave no dataset at all has one fault that matters. */
function FirstFault({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation('notices');
  return <> {t('firstFault', { ...faultWords(issue, t) })}</>;
}

/** Letters that turn the direction of all that follows, which the name of a file may hold. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

function withoutTurns(values: Notice['message']['values'] = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(TURNS, '') : value,
    ]),
  );
}

/** Keys name their catalogue first: `notices:load.http`, or with a dot. */
function messageKey(key: string): string {
  return key.includes(':') ? key : key.replace('.', ':');
}
