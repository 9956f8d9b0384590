import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import styles from './ExportDialog.module.css';

/** More are hardly leafed through. */
const MANY_PAGES = 20;

interface ManyPagesProps {
  readonly pageCount: number;
  readonly onColumns: () => void;
}

/** Of a range that takes many pages: how it fits on one. */
export function ManyPages({ pageCount, onColumns }: ManyPagesProps) {
  const { t } = useTranslation('export');
  if (pageCount <= MANY_PAGES) return null;
  return (
    <div className={styles.hint}>
      <p>{t('layout.many')}</p>
      <Button className={controls.button ?? ''} onPress={onColumns}>
        {t('tooMany.columns')}
      </Button>
    </div>
  );
}
