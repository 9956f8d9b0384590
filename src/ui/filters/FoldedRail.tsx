import { Button, Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { FilterIcon, PanelIcon } from '../icons';
import { MarkIcon } from '../MarkIcon';
import { useWords } from '../shell/names';
import { useActiveFilters } from '../use-derived';
import { isChecked, toggleBox } from './choice';
import folded from './FoldedRail.module.css';
import styles from './Rail.module.css';

/** One column of signs: the domains at hand, all else behind the button that opens the whole rail. */
export function FoldedRail({ onUnfold }: { readonly onUnfold: () => void }) {
  const { t } = useTranslation('filters');
  const { run } = useWords();
  const domains = useAppState((state) => state.dataset?.domains) ?? [];
  const chosen = useAppState((state) => state.filter.domains);
  const changeFilter = useAppState((state) => state.changeFilter);
  const count = useActiveFilters().length;
  const all = domains.map(({ id }) => id);
  return (
    <div className={styles.folded}>
      <Button className={styles.sign ?? ''} aria-label={t('unfold')} onPress={onUnfold}>
        <PanelIcon />
      </Button>
      <span className={styles.rule} />
      {domains.map(({ id, name }, index) => (
        <Checkbox
          key={id}
          className={styles.sign ?? ''}
          aria-label={run(name).text}
          isSelected={isChecked(chosen, id)}
          onChange={() => changeFilter({ domains: toggleBox(all, chosen, id) })}
        >
          <MarkIcon domainIndex={index} importance={4} sizePx={18} />
        </Checkbox>
      ))}
      <span className={styles.rule} />
      <Button
        className={styles.sign ?? ''}
        aria-label={count > 0 ? t('openCount', { count }) : t('open')}
        onPress={onUnfold}
      >
        <FilterIcon />
        {count > 0 && <span className={folded.badge}>{count}</span>}
      </Button>
    </div>
  );
}
