import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import { TenorIcon } from '../icons';
import controls from './controls.module.css';

/** Shows the ribbon of cooperation and conflict over the lanes. */
export function TenorToggle({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation('shell');
  const isShown = useAppState((state) => state.tenor);
  const setTenor = useAppState((state) => state.setTenor);
  return (
    <div className={className}>
      <ToggleButton
        className={controls.icon ?? ''}
        aria-label={t('toolbar.tenor')}
        isSelected={isShown}
        onChange={setTenor}
      >
        <TenorIcon />
      </ToggleButton>
    </div>
  );
}
