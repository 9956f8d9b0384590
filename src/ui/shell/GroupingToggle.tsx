import { useTranslation } from 'react-i18next';
import { GROUPINGS } from '../../state/state';
import { useAppState } from '../app-store';
import { Segments } from './Segments';

export function GroupingToggle({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation('shell');
  const grouping = useAppState((state) => state.grouping);
  const setGrouping = useAppState((state) => state.setGrouping);
  return (
    <Segments
      label={t('toolbar.groupBy')}
      options={GROUPINGS}
      value={grouping}
      onChange={setGrouping}
      nameOf={(each) => t(`toolbar.${each}`)}
      className={className}
    />
  );
}
