import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../../time/date-text';
import { useAppState, useAppStore } from '../app-store';
import controls from '../shell/controls.module.css';
import { type Excess, MOST_MADE_EVENTS } from './excess';
import type { PictureRange } from './picture-words';
import styles from './TooMany.module.css';

export interface TooManyProps {
  readonly id: string;
  readonly excess: Excess;
  /** About so many pages it would take. */
  readonly pageCount: number;
  /** Undefined where the range is a view's. */
  readonly onTake?: (range: PictureRange) => void;
  /** All of them on one page, by number. */
  readonly onColumns: () => void;
  /** Undefined where there are too many for pages as well. */
  readonly onMakeAll?: () => void;
}

/** What a range that holds very much comes to, and what to take instead. */
export function TooMany({ id, excess, pageCount, onTake, onColumns, onMakeAll }: TooManyProps) {
  const { t } = useTranslation('export');
  const language = useAppState((state) => state.language);
  const highest = useAppState((state) => state.filter.importance[1]);
  const store = useAppStore();
  const { count, shorter, importanceFrom } = excess;
  return (
    <div className={styles.tooMany}>
      <p id={id} role="alert">
        {onMakeAll
          ? t('tooMany.reason', { count, pages: t('tooMany.pages', { count: pageCount }) })
          : t('tooMany.refused', { count, most: MOST_MADE_EVENTS })}
      </p>
      <div className={styles.ways}>
        <Button className={controls.button ?? ''} onPress={onColumns}>
          {t('tooMany.columns')}
        </Button>
        {onMakeAll && (
          <Button className={controls.button ?? ''} onPress={onMakeAll}>
            {t('tooMany.all', { pages: t('tooMany.pages', { count: pageCount }) })}
          </Button>
        )}
        {shorter && onTake && (
          <Button className={controls.button ?? ''} onPress={() => onTake(shorter.value)}>
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
            className={controls.button ?? ''}
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
    </div>
  );
}
