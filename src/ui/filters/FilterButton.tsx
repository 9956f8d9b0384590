import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FilterIcon } from '../icons';
import controls from '../shell/controls.module.css';
import { useActiveFilters } from '../use-derived';
import styles from './FilterButton.module.css';

export function FilterButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('filters');
  const count = useActiveFilters().length;
  return (
    <Button
      className={controls.button ?? ''}
      aria-label={count > 0 ? t('openCount', { count }) : t('open')}
      onPress={onPress}
    >
      <FilterIcon />
      {t('open')}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </Button>
  );
}
