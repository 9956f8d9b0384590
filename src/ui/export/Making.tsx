import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import styles from './Preview.module.css';
import { estimatePages } from './page-estimate';
import type { Export } from './use-export';

/** Stands where the pages will, as long as very many of them are laid out. */
export function Making({ parts, choices, askFor }: Pick<Export, 'parts' | 'choices' | 'askFor'>) {
  const { t } = useTranslation('export');
  const cancel = useRef<HTMLButtonElement>(null);
  // What was pressed to come here is gone: without a new place the focus would be lost.
  useEffect(() => cancel.current?.focus(), []);
  const count = parts?.reduce((sum, part) => sum + part.eventCount, 0) ?? 0;
  return (
    <div className={styles.none}>
      <p>
        {t('tooMany.making', {
          pages: t('tooMany.pages', { count: estimatePages(count, choices) }),
        })}
      </p>
      <progress className={styles.progress} aria-label={t('making')} />
      <Button ref={cancel} className={controls.button ?? ''} onPress={() => askFor(0)}>
        {t('progress.cancel')}
      </Button>
    </div>
  );
}
