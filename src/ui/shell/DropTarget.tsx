import { useTranslation } from 'react-i18next';
import styles from './DropTarget.module.css';

/** Lies over the page while a file is held over it. */
export function DropTarget() {
  const { t } = useTranslation('shell');
  return (
    <div className={styles.target}>
      <p className={styles.words}>{t('dataset.drop')}</p>
    </div>
  );
}
