import { useTranslation } from 'react-i18next';
import { GROUPINGS, type Grouping } from '../../query/grouping';
import { useAppState } from '../app-store';
import controls from './controls.module.css';
import styles from './GroupingToggle.module.css';
import { Segments } from './Segments';

const USUAL: readonly Grouping[] = ['domain', 'capital', 'actor', 'none'];
const OTHERS = GROUPINGS.filter((each) => !USUAL.includes(each));

/** The usual ways of grouping side by side, the others in a list. */
export function GroupingToggle({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation('shell');
  const grouping = useAppState((state) => state.grouping);
  const setGrouping = useAppState((state) => state.setGrouping);
  const isOther = OTHERS.includes(grouping);
  return (
    <div className={styles.groupings}>
      <Segments
        label={t('toolbar.groupBy')}
        options={USUAL}
        value={grouping}
        onChange={setGrouping}
        nameOf={(each) => t(`toolbar.${each}`)}
        className={className}
      />
      <select
        className={[controls.segment, styles.more].join(' ')}
        aria-label={t('toolbar.groupByMore')}
        data-selected={isOther || undefined}
        value={isOther ? grouping : ''}
        onChange={({ target }) => {
          const next = OTHERS.find((each) => each === target.value);
          if (next) setGrouping(next);
        }}
      >
        {!isOther && <option value="">{t('toolbar.moreGroups')}</option>}
        {OTHERS.map((each) => (
          <option key={each} value={each}>
            {t(`toolbar.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
