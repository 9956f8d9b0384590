import { useTranslation } from 'react-i18next';
import type { Change } from '../../model/changes';
import { formatDay } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import { MarkIcon } from '../MarkIcon';
import styles from './ChangeList.module.css';
import { changeWords } from './change-words';

interface ChangeListProps {
  readonly changes: readonly Change[];
  /** Whether each tells its day, as where they are of several. */
  readonly withDays: boolean;
  readonly onChoose?: () => void;
}

/** Changes as buttons that lead to their events. */
export function ChangeList({ changes, withDays, onChoose }: ChangeListProps) {
  const { t } = useTranslation(['changes', 'vocabulary']);
  const language = useAppState((state) => state.language);
  const domains = useAppState((state) => state.dataset?.domains) ?? [];
  const store = useAppStore();
  const choose = ({ id, day }: Change) => {
    const { asOf, setAsOf, select } = store.getState();
    // As of an earlier day it would not be there as it is told here.
    if (asOf !== undefined && asOf < day) setAsOf(day);
    select(id);
    onChoose?.();
  };
  return (
    <ul className={styles.list}>
      {changes.map((change) => {
        const { title, what } = changeWords(change, { t, language });
        const domainIndex = domains.findIndex(({ id }) => id === change.after.domains[0]);
        return (
          <li key={change.id}>
            <button type="button" className={styles.change} onClick={() => choose(change)}>
              <MarkIcon
                domainIndex={Math.max(0, domainIndex)}
                status={change.after.status}
                importance={change.after.importance}
                sizePx={16}
              />
              <span className={styles.words}>
                <span className={styles.title} lang={title.lang || undefined}>
                  {title.text}
                </span>{' '}
                <span className={styles.what}>{what}</span>
              </span>
              {withDays && (
                <span className={styles.day}>{formatDay(change.day, language, 'medium')}</span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
