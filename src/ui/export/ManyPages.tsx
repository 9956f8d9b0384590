import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import styles from './ExportDialog.module.css';
import type { Export } from './use-export';

/** More are hardly leafed through. */
const MANY_PAGES = 20;

interface ManyPagesProps extends Pick<Export, 'choices' | 'parts' | 'change'> {
  readonly pageCount: number;
}

/** Of a range that takes many pages: how it fits on one. Views of a story have a page each at least. */
export function ManyPages({ choices, parts, change, pageCount }: ManyPagesProps) {
  const { t } = useTranslation('export');
  const isOne = parts?.length === 1;
  if (choices.layout !== 'pages' || !isOne || pageCount <= MANY_PAGES) return null;
  return (
    <div className={styles.hint}>
      <p>{t('layout.many')}</p>
      <Button className={controls.button ?? ''} onPress={() => change({ layout: 'columns' })}>
        {t('tooMany.columns')}
      </Button>
    </div>
  );
}
