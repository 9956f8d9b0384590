import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { PanelIcon } from '../icons';
import { ClearButton } from './ClearButton';
import { Facets } from './Facets';
import styles from './Rail.module.css';

/** The rail at the side of a wide screen. */
export function FilterRail({ onFold }: { readonly onFold: () => void }) {
  const { t } = useTranslation('filters');
  return (
    <div className={styles.rail}>
      <div className={styles.scroll}>
        <Facets />
      </div>
      <div className={styles.foot}>
        <Button className={styles.sign ?? ''} aria-label={t('fold')} onPress={onFold}>
          <PanelIcon />
        </Button>
        <ClearButton />
      </div>
    </div>
  );
}
