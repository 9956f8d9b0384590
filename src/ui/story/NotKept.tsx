import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-store';
import controls from '../shell/controls.module.css';

/** Says that own views will be gone with the page, where that is so. */
export function NotKept() {
  const { t } = useTranslation('story');
  const keepsViews = useAppState((state) => state.keepsViews);
  if (keepsViews) return null;
  return (
    <p role="alert" className={controls.error}>
      {t('notKept')}
    </p>
  );
}
