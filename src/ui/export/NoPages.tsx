import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import { MOST_MADE_EVENTS } from './excess';
import styles from './Preview.module.css';
import { estimatePages } from './page-estimate';
import { TooMany } from './TooMany';
import type { Export } from './use-export';

interface NoPagesProps extends Export {
  readonly reasonId: string;
  /** Laying them out went wrong. */
  readonly hasFailed: boolean;
}

/** Stands where the pages would, and says why there are none. */
export function NoPages(props: NoPagesProps) {
  const { reasonId, hasFailed, problem, excess, choices } = props;
  const { t } = useTranslation('export');
  if (excess && !problem) {
    const { count, part } = excess;
    return (
      <div className={styles.none}>
        <TooMany
          id={reasonId}
          excess={excess}
          pageCount={estimatePages(count, choices)}
          onColumns={() => props.change({ layout: 'columns' })}
          {...(part.told === undefined && {
            onTake: ({ fromDay, toDay }) =>
              props.setRange({ kind: 'typed', draft: { from: fromDay, to: toDay } }),
          })}
          {...(count <= MOST_MADE_EVENTS && { onMakeAll: () => props.askFor(count) })}
        />
      </div>
    );
  }
  return (
    <div className={styles.none}>
      <p id={reasonId}>{hasFailed ? t('noPages.failed') : problem && t(`noPages.${problem}`)}</p>
      {problem === 'language' && (
        <Button className={controls.button ?? ''} onPress={props.retryLanguage}>
          {t('failed.retry')}
        </Button>
      )}
    </div>
  );
}
