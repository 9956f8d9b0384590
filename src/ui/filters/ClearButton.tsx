import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import controls from '../shell/controls.module.css';
import { useHasFilter } from '../use-derived';

export function ClearButton() {
  const { t } = useTranslation('filters');
  const clearFilter = useAppState((state) => state.clearFilter);
  const hasFilter = useHasFilter();
  if (!hasFilter) return null;
  return (
    <button type="button" className={controls.link} onClick={clearFilter}>
      {t('clear')}
    </button>
  );
}
