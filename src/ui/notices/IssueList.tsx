import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../model/dataset';
import { DialogFrame } from '../shell/DialogFrame';
import { faultWords } from './fault-words';
import styles from './IssueList.module.css';

interface IssueListProps {
  readonly issues: readonly Issue[];
  /** How many there are; `issues` may be only the first of them. */
  readonly count: number;
  /** No dataset came of the file: no fault has set a part of it aside. */
  readonly isUnread: boolean;
  readonly onClose: () => void;
}

const LAYOUT = { estimatedRowHeight: 64, gap: 0 };

/** The faults of a file with their place, what was expected and what was found. Only the rows in sight are built. */
export function IssueList({ issues, count, isUnread, onClose }: IssueListProps) {
  const { t } = useTranslation('issues');
  return (
    <DialogFrame
      title={t('list.title')}
      isOpen
      onClose={onClose}
      {...(styles.dialog !== undefined && { className: styles.dialog })}
    >
      <p className={styles.counts}>
        {count > issues.length ? (
          t('list.first', { shown: issues.length, count })
        ) : (
          <Counts issues={issues} isUnread={isUnread} />
        )}
      </p>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <GridList
          aria-label={t('list.list')}
          className={styles.list ?? ''}
          items={numbered(issues)}
        >
          {(item) => <IssueRow issue={item.issue} isUnread={isUnread} />}
        </GridList>
      </Virtualizer>
    </DialogFrame>
  );
}

/** How many are of each weight, which is known only where all are listed. */
function Counts({ issues, isUnread }: Pick<IssueListProps, 'issues' | 'isUnread'>) {
  const { t } = useTranslation('issues');
  if (isUnread) return t('list.faults', { count: issues.length });
  const errorCount = issues.filter(({ severity }) => severity === 'error').length;
  const warningCount = issues.length - errorCount;
  return (
    <>
      {errorCount > 0 && <span>{t('list.errors', { count: errorCount })}</span>}
      {warningCount > 0 && <span>{t('list.warnings', { count: warningCount })}</span>}
    </>
  );
}

function numbered(issues: readonly Issue[]): { id: number; issue: Issue }[] {
  return issues.map((issue, id) => ({ id, issue }));
}

interface IssueRowProps extends Pick<IssueListProps, 'isUnread'> {
  readonly issue: Issue;
}

function IssueRow({ issue, isUnread }: IssueRowProps) {
  const { t } = useTranslation('issues');
  const { path, severity } = issue;
  const { place, expected, found } = faultWords(issue, t);
  return (
    <GridListItem className={styles.row ?? ''} textValue={place}>
      <p className={styles.place}>
        {path === '' ? place : <code>{place}</code>}
        {!isUnread && (
          <span className={severity === 'error' ? styles.error : styles.warning}>
            {t(severity === 'error' ? 'list.setAside' : 'list.leftOut')}
          </span>
        )}
      </p>
      <p>
        <span className={styles.term}>{t('list.expected')}</span> {expected}
      </p>
      <p>
        <span className={styles.term}>{t('list.found')}</span> {found}
      </p>
    </GridListItem>
  );
}
