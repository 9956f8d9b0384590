import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import controls from '../shell/controls.module.css';
import styles from './ExportDialog.module.css';
import type { Excess } from './excess';
import type { PictureRange } from './picture-words';

export interface TooManyProps {
  readonly id: string;
  readonly excess: Excess;
  readonly onTake: (range: PictureRange) => void;
}

/** Why there is no picture of a range that holds too much, and what to take instead. */
export function TooMany({ id, excess, onTake }: TooManyProps) {
  const { t } = useTranslation('export');
  const language = useAppState((state) => state.language);
  const highest = useAppState((state) => state.filter.importance[1]);
  const store = useAppStore();
  const { count, most, shorter, importanceFrom } = excess;
  return (
    <div className={styles.tooMany}>
      <p id={id} role="alert" className={controls.error}>
        {t('tooMany.reason', { count, most })}
      </p>
      {shorter && (
        <Button className={styles.instead ?? ''} onPress={() => onTake(shorter.value)}>
          {t('tooMany.range', {
            range: formatSpan(
              { firstDay: shorter.value.fromDay, lastDay: shorter.value.toDay },
              language,
              'words',
            ),
            events: t('count', { count: shorter.count }),
          })}
        </Button>
      )}
      {importanceFrom && (
        <Button
          className={styles.instead ?? ''}
          onPress={() => {
            store.getState().changeFilter({ importance: [importanceFrom.value, highest] });
          }}
        >
          {t('tooMany.importance', {
            importance:
              importanceFrom.value === highest
                ? t('tooMany.importanceOne', { level: highest })
                : t('tooMany.importanceRange', { low: importanceFrom.value, high: highest }),
            events: t('count', { count: importanceFrom.count }),
          })}
        </Button>
      )}
    </div>
  );
}
